import Formats
import GRDB
import GRDBSQLite

extension Ledger {
    /// Opens a ledger as ``open(path:create:)`` does.
    ///
    /// - Parameters:
    ///   - format: The format that is known.
    ///   - patience: Seconds to wait for another process.
    ///   - probe: Called before each call of SQLite.
    package static func open(
        path: String, create: Bool, format: LedgerFormat, patience: Double = 60,
        probe: Probe? = nil
    ) throws(LedgerError) -> Ledger {
        guard !path.utf8.contains(0) else { throw .nulCharacter(in: "path") }
        guard !Files.isFolder(path) else { throw .isFolder(path: path) }
        let exists = Files.exists(path)
        guard exists || create else { throw .missing(path: path) }
        do {
            if exists { try checkFormat(path: path, mayBeEmpty: create, known: format.version) }
            let pool = try DatabasePool(path: path, configuration: configuration(patience))
            let ledger = Ledger(path: path, pool: pool, probe: probe)
            try ledger.bringUpToDate(format)
            return ledger
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

    /// Refuses what is no ledger, or a newer one, before anything is written to it.
    private static func checkFormat(path: String, mayBeEmpty: Bool, known: Int) throws {
        var configuration = configuration(60)
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { database in
            let connection = Connection(database: database, path: path, probe: nil)
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

    /// Runs the steps that the file lacks, each in a transaction of its own.
    private func bringUpToDate(_ format: LedgerFormat) throws {
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            let connection = Connection(database: database, path: path, probe: probe)
            while try connection.number("PRAGMA user_version") < format.version {
                try database.inTransaction(.immediate) {
                    // Another process may have done it while this one waited.
                    let found = try connection.number("PRAGMA user_version")
                    guard found < format.version else { return .commit }
                    try database.execute(sql: format.steps[found])
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
        try pool.writeWithoutTransaction { database in
            try Connection(database: database, path: path, probe: nil)
                .number("PRAGMA synchronous")
        }
    }

    /// Makes the file behave as on a disk with room for so many pages.
    package func limitPages(to count: Int) throws {
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA max_page_count = \(count)")
        }
    }
}
