import GRDB
import GRDBSQLite

/// A connection to the ledger's database within one transaction.
struct Connection {
    /// The engine's connection.
    let session: any EngineSession
    /// The ledger's file or server, for errors.
    let path: String
    /// Called before each call of the database; tests throw from it.
    let probe: Probe?

    /// Prepares a statement.
    func prepare(_ sql: String) throws(LedgerError) -> PreparedStatement {
        PreparedStatement(try session.statement(sql), probe: probe)
    }

    /// The first value of a query that gives one whole number.
    func number(_ sql: String) throws(LedgerError) -> Int {
        let statement = try prepare(sql)
        defer { statement.reset() }
        return try statement.next() ? statement.number(0) : 0
    }
}

/// Called before each call of the database, so that a test can make any of them fail.
package typealias Probe = @Sendable () throws(LedgerError) -> Void

extension LedgerError {
    /// What SQLite said, as something that a person can act on.
    init(code: Int32, message: String, path: String) {
        self =
            switch code & 0xFF {
            case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path)
            case SQLITE_READONLY, SQLITE_PERM: .readOnly(path: path)
            case SQLITE_FULL: .diskFull(path: path)
            case SQLITE_IOERR: .disk(path: path, code: Int(code))
            case SQLITE_CANTOPEN: .cannotOpen(path: path)
            case SQLITE_NOTADB: .notALedger(path: path)
            case SQLITE_CORRUPT: .damaged(path: path, detail: message)
            default: .sql(path: path, code: Int(code), message: message)
            }
    }

    /// Any error of the database, as something that a person can act on.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError:
            self.init(
                code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path)
        default: self = .sql(path: path, code: 0, message: "\(error)")
        }
    }
}
