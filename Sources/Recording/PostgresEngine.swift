import CPostgres
import Glibc
import Synchronization

/// A ledger in a database of PostgreSQL, which many machines may share.
///
/// Writers take turns by an advisory lock, so that each seals a whole transaction on the head of
/// the one before. A connection that is lost is made anew; where it is lost between commit and
/// answer, the last head tells whether the transaction is there.
struct PostgresEngine: Engine {
    /// The address, with whatever password is in it.
    private let address: String
    /// The server and its database, for errors.
    let place: String
    private let patience: Double
    private let idle = IdleConnections()

    /// Taken by all that write; the number of the table of facts tells ledgers of a server apart.
    private static let lock = "SELECT pg_advisory_xact_lock('fact'::regclass::oid::bigint)"
    private static let lastHead = """
        SELECT encode(sha256(head), 'hex') FROM seal ORDER BY number DESC LIMIT 1
        """

    /// An engine, not connected yet.
    ///
    /// - Parameter patience: Seconds to wait for the server, or for others who write.
    init(address: String, patience: Double) {
        self.address = address
        self.patience = patience
        place = Self.place(of: address)
    }

    /// Whether a ledger's name is the address of a server.
    static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// An address without what is secret in it.
    static func place(of address: String) -> String {
        guard let options = PQconninfoParse(address, nil) else { return "postgres://" }
        defer { PQconninfoFree(options) }
        var found: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                found[String(cString: keyword)] = String(cString: value)
            }
            option += 1
        }
        let user = found["user"].map { $0 + "@" } ?? ""
        let port = found["port"].map { ":" + $0 } ?? ""
        return "postgres://\(user)\(found["host"] ?? "")\(port)/\(found["dbname"] ?? "")"
    }

    func read<Value>(_ body: (any EngineSession) throws -> Value) throws -> Value {
        let connection = try begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", lock: "")
        let value: Value
        do { value = try body(PostgresSession(connection: connection)) } catch {
            rollBack(connection)
            throw error
        }
        rollBack(connection)
        return value
    }

    func write<Value>(_ body: (any EngineSession) throws -> Value) throws -> Value {
        try write(lock: Self.lock, body)
    }

    /// Runs a body in a transaction that begins by taking a lock.
    func write<Value>(
        lock: String, _ body: (any EngineSession) throws -> Value
    ) throws -> Value {
        let connection = try begin("BEGIN ISOLATION LEVEL READ COMMITTED", lock: lock)
        var head: [String?] = []
        let value: Value
        do {
            value = try body(PostgresSession(connection: connection))
            head = lock == Self.lock ? try connection.row(Self.lastHead) : []
        } catch {
            rollBack(connection)
            throw error
        }
        do { try connection.execute("COMMIT") } catch LedgerError.unreachable(_, let detail) {
            guard lock == Self.lock else {
                throw LedgerError.unreachable(path: place, detail: detail)
            }
            try settle(head, detail: detail)
            return value
        }
        idle.give(connection)
        return value
    }

    /// Finds out whether a transaction whose answer was lost is there.
    ///
    /// Who holds the lock knows that the server has done with it, one way or the other.
    ///
    /// - Parameter head: The last head that the transaction saw, its own if it sealed anything.
    private func settle(_ head: [String?], detail: String) throws(LedgerError) {
        let found: [String?]
        do {
            let connection = try begin("BEGIN ISOLATION LEVEL READ COMMITTED", lock: Self.lock)
            defer { rollBack(connection) }
            guard let hash = head.first ?? nil else { return }
            found = try connection.row(
                "SELECT 1 FROM seal WHERE encode(sha256(head), 'hex') = '\(hash)'")
        } catch {
            throw .inDoubt(path: place)
        }
        guard !found.isEmpty else { throw .unreachable(path: place, detail: detail) }
    }

    /// Begins a transaction, on a new connection where an old one turns out to be lost.
    private func begin(_ sql: String, lock: String) throws(LedgerError) -> PostgresConnection {
        let start = ContinuousClock.now
        var pause: UInt32 = 10_000  // microseconds
        while true {
            do throws(LedgerError) {
                return try tryToBegin(sql, lock: lock)
            } catch {
                guard case .unreachable = error,
                    ContinuousClock.now - start < .seconds(patience)
                else { throw error }
                usleep(pause)
                pause = min(pause * 2, 500_000)
            }
        }
    }

    private func tryToBegin(
        _ sql: String, lock: String
    ) throws(LedgerError) -> PostgresConnection {
        let connection: PostgresConnection
        if let known = idle.take() { connection = known } else { connection = try connect() }
        try connection.execute(sql)
        do throws(LedgerError) {
            if !lock.isEmpty { try connection.execute(lock) }
        } catch {
            rollBack(connection)
            throw error
        }
        return connection
    }

    /// Makes a connection, once.
    func connect() throws(LedgerError) -> PostgresConnection {
        try PostgresConnection(address: address, place: place, patience: patience)
    }

    private func rollBack(_ connection: PostgresConnection) {
        // Where this fails the connection is lost, and with it the transaction.
        guard (try? connection.execute("ROLLBACK")) != nil else { return }
        idle.give(connection)
    }

    func beginErasing() throws {}

    /// Writes the table of personal data anew. What the server's log and its backups keep is for
    /// its operator to destroy.
    func removeTraces() throws -> Bool {
        let connection = try connect()
        try connection.execute("VACUUM (FULL) personal")
        return true
    }

    func copyFile(to path: String) throws -> Bool { false }

    func close() throws { idle.drop() }
}

/// Connections that nobody uses at the moment.
private final class IdleConnections: Sendable {
    private let connections = Mutex<[PostgresConnection]>([])

    func take() -> PostgresConnection? { connections.withLock { $0.popLast() } }

    /// Keeps a connection for the next who needs one, unless it is lost.
    func give(_ connection: PostgresConnection) {
        guard connection.isAlive else { return }
        connections.withLock { if $0.count < 8 { $0.append(connection) } }
    }

    func drop() { connections.withLock { $0 = [] } }
}

/// A connection to PostgreSQL within one transaction.
struct PostgresSession: EngineSession {
    let connection: PostgresConnection

    func statement(_ sql: String) throws(LedgerError) -> any EngineStatement {
        try PostgresStatement(sql, on: connection)
    }

    func execute(_ sql: String) throws(LedgerError) { try connection.execute(sql) }

    /// Whether every trigger still stands guard.
    func structuralFaults() throws(LedgerError) -> [String] {
        let count = try connection.row(
            """
            SELECT count(*) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
            WHERE relnamespace = current_schema()::regnamespace AND tgenabled = 'A'
                AND (tgname = relname || '_is_not_changed'
                    OR tgname IN ('personal_is_only_erased', 'fact_follows_the_last'))
            """)
        return count == ["\(LedgerFormat.postgresTriggerCount)"]
            ? [] : ["triggers that keep the ledger append-only are missing or disabled"]
    }
}
