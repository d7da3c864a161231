import Contests
import GRDB

/// The memory of a contest: facts that are appended and never changed.
///
/// One SQLite file, `contest.banyan`. Any number of processes may have it open; each sees what the
/// others have recorded from its next call on. What a call has recorded when it returns outlives a
/// power cut. Everything that is known is the replay of the facts, in their order.
public final class Ledger: Sendable {
    /// The ledger's file, as it was given.
    public let path: String

    let pool: any DatabaseWriter
    let probe: Probe?
    let queue = SheetQueue()

    init(path: String, pool: any DatabaseWriter, probe: Probe?) {
        self.path = path
        self.pool = pool
        self.probe = probe
    }

    /// Opens the ledger of a contest, brings an older format up to date, and makes a new ledger
    /// where there is none and it may.
    ///
    /// A file that may not be written is opened to be read.
    ///
    /// - Throws: Every ``LedgerError`` but `diskFull` where nothing is made, and `nulCharacter`.
    public static func open(path: String, create: Bool) throws(LedgerError) -> Ledger {
        try open(path: path, create: create, format: .current)
    }

    /// Reads from one state of the ledger, whatever is recorded meanwhile.
    func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        do {
            return try pool.read { database in
                try body(Connection(database: database, path: path, probe: probe))
            }
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }
}
