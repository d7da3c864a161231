import GRDB
import GRDBSQLite

/// A connection to the ledger's file while it is used.
struct Connection {
    /// GRDB's connection.
    let database: Database
    /// The ledger's file, for errors.
    let path: String
    /// Called before each call of SQLite; tests throw from it.
    let probe: Probe?

    /// Prepares a statement.
    func prepare(_ sql: String) throws(LedgerError) -> PreparedStatement {
        try PreparedStatement(sql, on: self)
    }

    /// The first value of a query that gives one whole number.
    func number(_ sql: String) throws(LedgerError) -> Int {
        let statement = try prepare(sql)
        defer { statement.reset() }
        return try statement.next() ? statement.number(0) : 0
    }

    /// What SQLite said last.
    var lastError: LedgerError {
        let connection = database.sqliteConnection
        return LedgerError(
            code: sqlite3_extended_errcode(connection),
            message: String(cString: sqlite3_errmsg(connection)), path: path)
    }
}

/// Called before each call of SQLite, so that a test can make any of them fail.
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
