import Contests

/// The memory of a contest: facts that are appended and never changed.
///
/// One SQLite file, `contest.banyan`, or a database of a PostgreSQL server that many machines
/// share. Any number of processes may have it open; each sees what the others have recorded from
/// its next call on. What a call has recorded when it returns outlives a
/// power cut. Everything that is known is the replay of the facts, in their order.
public final class Ledger: Sendable {
    /// The ledger's file, as it was given; or its server and database, without the password.
    public let path: String
    /// The file of the key that signs.
    public let keyPath: String

    let engine: any Engine
    let probe: Probe?
    let queue = SheetQueue()

    init(path: String, keyPath: String, engine: any Engine, probe: Probe?) {
        self.path = path
        self.keyPath = keyPath
        self.engine = engine
        self.probe = probe
    }

    /// Opens the ledger of a contest, brings an older format up to date, and makes a new ledger
    /// where there is none and it may.
    ///
    /// A file that may not be written is opened to be read.
    ///
    /// - Parameters:
    ///   - path: The ledger's file; or a server's address, such as `postgres://host/contest`, as
    ///     libpq knows them. The tables lie in the schema that its search path names first.
    ///   - create: Whether it may be made.
    ///   - keyPath: The file of the key that signs; the one beside the ledger where none is given.
    /// - Throws: Every ``LedgerError`` but `diskFull` where nothing is made, and `nulCharacter`.
    public static func open(
        path: String, create: Bool, keyPath: String? = nil
    ) throws(LedgerError) -> Ledger {
        try open(path: path, create: create, format: .current, keyPath: keyPath)
    }

    /// Reads from one state of the ledger, whatever is recorded meanwhile.
    func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try engine.read { try body(Connection(session: $0, path: path, probe: probe)) }
    }

    /// Writes in one transaction while no other does.
    func write<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try engine.write { session in
            let value = try body(Connection(session: session, path: path, probe: probe))
            try probe?()
            return value
        }
    }
}
