import Glibc

/// A statement that runs many times, of whichever engine.
struct PreparedStatement {
    private let statement: any EngineStatement
    private let probe: Probe?

    init(_ statement: any EngineStatement, probe: Probe?) {
        self.statement = statement
        self.probe = probe
    }

    /// Binds a text, or nothing, to the parameter of a number from 1.
    func bind(_ parameter: Int32, _ text: String?) {
        guard var text else {
            statement.bindNull(parameter)
            return
        }
        text.withUTF8 { statement.bind(parameter, text: $0) }
    }

    /// Binds UTF-8 as a text.
    func bind(_ parameter: Int32, _ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { statement.bind(parameter, text: $0) }
    }

    /// Binds bytes that are no text.
    func bind(blob parameter: Int32, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { statement.bind(parameter, blob: $0) }
    }

    /// Binds a hash.
    func bind(blob parameter: Int32, _ hash: TreeHash) {
        hash.withBytes { statement.bind(parameter, blob: $0) }
    }

    /// Binds a whole number, or nothing.
    func bind(_ parameter: Int32, _ number: Int?) {
        if let number {
            statement.bind(parameter, number: number)
        } else {
            statement.bindNull(parameter)
        }
    }

    /// Binds what a column of another statement's row holds.
    func bind(_ parameter: Int32, _ column: Int32, as kind: ColumnKind, of row: PreparedStatement) {
        guard !row.isNull(column) else {
            statement.bindNull(parameter)
            return
        }
        switch kind {
        case .number: statement.bind(parameter, number: row.number(column))
        case .text: statement.bind(parameter, text: row.bytes(column))
        case .blob: statement.bind(parameter, blob: row.statement.blob(column))
        }
    }

    /// Runs the statement to its end and makes it ready to run again.
    func run() throws(LedgerError) {
        while try next() {}
    }

    /// Goes to the next row; at the end, the statement is ready to run again.
    func next() throws(LedgerError) -> Bool {
        try probe?()
        return try statement.next()
    }

    /// Ends a reading before its last row.
    func reset() { statement.reset() }

    /// The row number that the last insertion was given.
    var insertedNumber: Int { statement.insertedNumber }

    /// A whole number of the row.
    func number(_ column: Int32) -> Int { statement.number(column) }

    /// Whether a value of the row is missing.
    func isNull(_ column: Int32) -> Bool { statement.isNull(column) }

    /// A text of the row; empty where it is missing.
    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The UTF-8 of a text of the row, until the next row.
    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> { statement.text(column) }

    /// Bytes of the row that are no text; none where they are missing.
    func blob(_ column: Int32) -> [UInt8] { Array(statement.blob(column)) }

    /// A hash of the row; nothing where it is missing or is none.
    func hash(_ column: Int32) -> TreeHash? { TreeHash(statement.blob(column)) }

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
}
