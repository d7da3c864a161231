import GRDB
import GRDBSQLite

/// A ledger in one file of SQLite.
struct SQLiteEngine: Engine {
    let pool: any DatabaseWriter
    /// The ledger's file, for errors.
    let path: String

    func read<Value>(_ body: (any EngineSession) throws -> Value) throws -> Value {
        do {
            return try pool.read { try body(SQLiteSession(database: $0, path: path)) }
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    func write<Value>(_ body: (any EngineSession) throws -> Value) throws -> Value {
        do {
            return try pool.writeWithoutTransaction { database in
                var result: Value?
                try database.inTransaction(.immediate) {
                    result = try body(SQLiteSession(database: database, path: path))
                    return .commit
                }
                guard let result else { throw LedgerError.locked(path: path) }
                return result
            }
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    func beginErasing() throws {
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    }

    /// Writes the file anew and empties its log.
    func removeTraces() throws -> Bool {
        do {
            return try pool.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                let state = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                return state?[0] == 0
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return false
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    func copyFile(to path: String) throws -> Bool {
        try Ledger.copy(pool, to: path)
        return true
    }

    func close() throws { try pool.close() }
}

/// GRDB's connection while it is used.
struct SQLiteSession: EngineSession {
    let database: Database
    let path: String

    func statement(_ sql: String) throws(LedgerError) -> any EngineStatement {
        try SQLiteStatement(sql, of: database, path: path)
    }

    func execute(_ sql: String) throws(LedgerError) {
        do { try database.execute(sql: sql) } catch { throw LedgerError(error, path: path) }
    }

    func structuralFaults() throws(LedgerError) -> [String] {
        let rows = try statement("PRAGMA integrity_check(20)")
        defer { rows.reset() }
        var faults: [String] = []
        while try rows.next() { faults.append(String(decoding: rows.text(0), as: UTF8.self)) }
        return faults.filter { $0 != "ok" }
    }
}

/// A statement of SQLite: values are bound and read without a detour.
final class SQLiteStatement: EngineStatement {
    private let statement: Statement
    private let handle: OpaquePointer
    private let path: String

    /// Prepares a statement, or takes it up again where the connection has it already.
    init(_ sql: String, of database: Database, path: String) throws(LedgerError) {
        do {
            statement = try database.cachedStatement(sql: sql)
        } catch {
            throw LedgerError(error, path: path)
        }
        handle = statement.sqliteStatement
        self.path = path
        sqlite3_reset(handle)
    }

    func bindNull(_ parameter: Int32) { sqlite3_bind_null(handle, parameter) }

    func bind(_ parameter: Int32, number: Int) {
        sqlite3_bind_int64(handle, parameter, Int64(number))
    }

    func bind(_ parameter: Int32, text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress, !text.isEmpty else {
            sqlite3_bind_text(handle, parameter, "", 0, nil)
            return
        }
        start.withMemoryRebound(to: CChar.self, capacity: text.count) {
            _ = sqlite3_bind_text(handle, parameter, $0, Int32(text.count), copied)
        }
    }

    func bind(_ parameter: Int32, blob: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(handle, parameter, blob.baseAddress, Int32(blob.count), copied)
    }

    func next() throws(LedgerError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        default:
            let connection = sqlite3_db_handle(handle)
            let error = LedgerError(
                code: sqlite3_extended_errcode(connection),
                message: String(cString: sqlite3_errmsg(connection)), path: path)
            sqlite3_reset(handle)
            throw error
        }
    }

    func reset() { sqlite3_reset(handle) }

    var insertedNumber: Int { Int(sqlite3_last_insert_rowid(sqlite3_db_handle(handle))) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func text(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(handle, column)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func blob(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }
}

/// Tells SQLite to copy what is bound.
private var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
