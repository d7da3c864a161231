public import Formats
import GRDB
import Glibc

extension Ledger {
    /// Opens a ledger as ``open(path:create:)`` does.
    ///
    /// - Parameters:
    ///   - format: The format that is known.
    ///   - patience: Seconds to wait for another process.
    ///   - mayWrite: Whether the file may be written, if the system says so too.
    ///   - probe: Called before each call of the database.
    ///   - file: Where the file is while it is not in its place yet; errors name the place, and
    ///     the key is the one that lies beside it.
    ///   - keyPath: The file of the key, where it is not beside the path.
    package static func open(
        path: String, create: Bool, format: LedgerFormat, patience: Double = 60,
        mayWrite: Bool = true, probe: Probe? = nil, file: String? = nil, keyPath: String? = nil
    ) throws(LedgerError) -> Ledger {
        guard !path.utf8.contains(0) else { throw .nulCharacter(in: "path") }
        guard !PostgresEngine.isAddress(path) else {
            return try openServer(
                address: path, create: create, keyPath: keyPath, patience: patience, probe: probe)
        }
        let file = file ?? path
        let keyPath = keyPath ?? SigningKey.path(beside: path)
        guard !Files.isFolder(file) else { throw .isFolder(path: path) }
        let exists = Files.exists(file)
        guard exists || create else { throw .missing(path: path) }
        do {
            if exists { try checkFormat(path: file, mayBeEmpty: create, known: format.version) }
            let pool = try connections(
                path: file, mayWrite: mayWrite || !exists, patience: patience)
            let engine = SQLiteEngine(pool: pool, path: path)
            try engine.bringUpToDate(format, probe: probe)
            return Ledger(path: path, keyPath: keyPath, engine: engine, probe: probe)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private static func configuration(_ patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = false
        return configuration
    }

    /// Connections that write where they may, and else one that only reads.
    private static func connections(
        path: String, mayWrite: Bool, patience: Double
    ) throws -> any DatabaseWriter {
        guard mayWrite, !Files.exists(path) || access(path, W_OK) == 0 else {
            return try reader(path: path)
        }
        do {
            return try DatabasePool(path: path, configuration: configuration(patience))
        } catch let error as DatabaseError where isRefusal(error) && Files.exists(path) {
            return try reader(path: path)  // its folder may not be written
        }
    }

    private static func isRefusal(_ error: DatabaseError) -> Bool {
        [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    }

    /// A connection that only reads.
    ///
    /// SQLite needs a file of its own beside the ledger even to read it. Where it may not make one,
    /// the ledger is read as a file that nobody changes, if all of it is in the one file.
    static func reader(path: String) throws -> DatabaseQueue {
        var configuration = configuration(60)
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.read { try $0.execute(sql: "SELECT count(*) FROM sqlite_schema") }
            return queue
        } catch let error as DatabaseError where isRefusal(error) {
            guard access(path, R_OK) == 0, isEmptyOrMissing(path + "-wal") else { throw error }
            return try DatabaseQueue(
                path: "file:\(percentEncoded(path))?immutable=1", configuration: configuration)
        }
    }

    private static func isEmptyOrMissing(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) != 0 || status.st_size == 0
    }

    /// The path as it stands in a URI: every byte by its number, but for letters, digits and `/`.
    private static func percentEncoded(_ path: String) -> String {
        path.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            if scalar == "/" || scalar.isASCII && scalar.properties.isAlphabetic {
                return String(Character(scalar))
            }
            return (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
        }.joined()
    }

    /// Refuses what is no ledger, or a newer one, before anything is written to it.
    static func checkFormat(path: String, mayBeEmpty: Bool, known: Int) throws {
        try reader(path: path).read { database in
            let session = SQLiteSession(database: database, path: path)
            let connection = Connection(session: session, path: path, probe: nil)
            let application = try connection.number("PRAGMA application_id")
            let isEmpty = try connection.number("SELECT count(*) FROM sqlite_schema") == 0
            if application == 0, isEmpty, mayBeEmpty { return }
            guard application == LedgerFormat.applicationID else {
                throw LedgerError.notALedger(path: path)
            }
            let found = try connection.number("PRAGMA user_version")
            guard found <= known else {
                throw LedgerError.newerFormat(path: path, found: found, known: known)
            }
        }
    }

    /// Opens the ledger of a server.
    private static func openServer(
        address: String, create: Bool, keyPath: String?, patience: Double, probe: Probe?,
        begins: Bool = true
    ) throws(LedgerError) -> Ledger {
        let engine = PostgresEngine(address: address, patience: patience)
        // Whoever opens a ledger is told soon of a wrong address; who has it open waits longer.
        let opening = PostgresEngine(address: address, patience: min(patience, 10))
        do {
            try opening.prepare(create: create, begins: begins)
        } catch { throw LedgerError(error, path: engine.place) }
        return Ledger(
            path: engine.place, keyPath: keyPath ?? SigningKey.path(beside: "contest.banyan"),
            engine: engine, probe: probe)
    }
}

extension SQLiteEngine {
    /// Runs the steps that the file lacks, each in a transaction of its own.
    func bringUpToDate(_ format: LedgerFormat, probe: Probe?) throws {
        try pool.writeWithoutTransaction { database in
            // Where the file may only be read, this changes nothing.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            let session = SQLiteSession(database: database, path: path)
            let connection = Connection(session: session, path: path, probe: probe)
            while try connection.number("PRAGMA user_version") < format.version {
                try database.inTransaction(.immediate) {
                    // Another process may have done it while this one waited.
                    let found = try connection.number("PRAGMA user_version")
                    guard found < format.version else { return .commit }
                    let step = format.steps[found]
                    try database.execute(sql: step.sql)
                    try step.work?(connection, path)
                    try database.execute(
                        sql: """
                            PRAGMA application_id = \(LedgerFormat.applicationID);
                            PRAGMA user_version = \(found + 1);
                            """)
                    return .commit
                }
            }
        }
    }
}

extension Ledger {
    /// How hard SQLite makes sure that what is written outlives a power cut; 2 is `FULL`.
    package func synchronous() throws -> Int {
        guard let engine = engine as? SQLiteEngine else { return 0 }
        return try engine.pool.writeWithoutTransaction { database in
            let session = SQLiteSession(database: database, path: path)
            return try Connection(session: session, path: path, probe: nil)
                .number("PRAGMA synchronous")
        }
    }

    /// Makes the file behave as on a disk with room for so many pages.
    package func limitPages(to count: Int) throws {
        guard let engine = engine as? SQLiteEngine else { return }
        try engine.pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA max_page_count = \(count)")
        }
    }

    /// Faults that tell what could be lost although it was acknowledged, as the server is set up;
    /// none for a file.
    ///
    /// - Throws: ``LedgerError``.
    public func risks() throws(LedgerError) -> [Fault] {
        guard let engine = engine as? PostgresEngine else { return [] }
        return try engine.risks()
    }
}
