import GRDB
import GRDBSQLite
import Glibc

/// A statement that runs many times: values are bound and read without a detour.
struct PreparedStatement {
    private let statement: Statement
    private let handle: OpaquePointer
    private let connection: Connection

    /// Prepares a statement, or takes it up again where the connection has it already.
    init(_ sql: String, on connection: Connection) throws(LedgerError) {
        do {
            statement = try connection.database.cachedStatement(sql: sql)
        } catch {
            throw LedgerError(error, path: connection.path)
        }
        handle = statement.sqliteStatement
        self.connection = connection
        sqlite3_reset(handle)
    }

    /// Binds a text, or nothing, to the parameter of a number from 1.
    func bind(_ parameter: Int32, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(handle, parameter)
            return
        }
        text.withUTF8 { bind(parameter, $0) }
    }

    /// Binds UTF-8 as a text.
    func bind(_ parameter: Int32, _ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bind(parameter, $0) }
    }

    private func bind(_ parameter: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            sqlite3_bind_text(handle, parameter, "", 0, nil)
            return
        }
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            _ = sqlite3_bind_text(handle, parameter, $0, Int32(bytes.count), copied)
        }
    }

    /// Binds bytes that are no text.
    func bind(blob parameter: Int32, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bind(blob: parameter, $0) }
    }

    /// Binds a hash.
    func bind(blob parameter: Int32, _ hash: TreeHash) {
        hash.withBytes { bind(blob: parameter, $0) }
    }

    private func bind(blob parameter: Int32, _ bytes: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(handle, parameter, bytes.baseAddress, Int32(bytes.count), copied)
    }

    /// Binds a whole number, or nothing.
    func bind(_ parameter: Int32, _ number: Int?) {
        if let number {
            sqlite3_bind_int64(handle, parameter, Int64(number))
        } else {
            sqlite3_bind_null(handle, parameter)
        }
    }

    /// Runs the statement to its end and makes it ready to run again.
    func run() throws(LedgerError) {
        while try next() {}
    }

    /// Goes to the next row; at the end, the statement is ready to run again.
    func next() throws(LedgerError) -> Bool {
        try connection.probe?()
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        default:
            let error = connection.lastError
            sqlite3_reset(handle)
            throw error
        }
    }

    /// Ends a reading before its last row.
    func reset() { sqlite3_reset(handle) }

    /// The row number that the last insertion was given.
    var insertedNumber: Int { Int(sqlite3_last_insert_rowid(sqlite3_db_handle(handle))) }

    /// A whole number of the row.
    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    /// Whether a value of the row is missing.
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    /// A text of the row; empty where it is missing.
    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// Bytes of the row that are no text; none where they are missing.
    func blob(_ column: Int32) -> [UInt8] {
        let start = sqlite3_column_blob(handle, column)
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// A hash of the row; nothing where it is missing or is none.
    func hash(_ column: Int32) -> TreeHash? {
        let start = sqlite3_column_blob(handle, column)
        return TreeHash(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// Hashes of the row, one after the other; nothing where the bytes are not that.
    func hashes(_ column: Int32) -> [TreeHash]? {
        let bytes = blob(column)
        guard bytes.count % TreeHash.size == 0 else { return nil }
        return bytes.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: TreeHash.size).compactMap {
                TreeHash(UnsafeRawBufferPointer(rebasing: bytes[$0..<$0 + TreeHash.size]))
            }
        }
    }

    /// Whether a text of the row is these bytes; a missing one is the empty text.
    func holds(_ column: Int32, _ bytes: [UInt8]) -> Bool {
        let found = self.bytes(column)
        return bytes.withUnsafeBytes { expected in
            guard found.count == expected.count else { return false }
            guard let left = found.baseAddress, let right = expected.baseAddress else {
                return true
            }
            return memcmp(left, right, found.count) == 0
        }
    }

    /// The UTF-8 of a text of the row, until the next row.
    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(handle, column)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }
}

/// Tells SQLite to copy what is bound.
private var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
