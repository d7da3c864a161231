import CPostgres

/// A statement that a PostgreSQL server has prepared.
///
/// Values travel as their bytes: nothing is quoted, and nothing is written as hexadecimal digits.
final class PostgresStatement: EngineStatement {
    private let connection: PostgresConnection
    private let plan: PostgresPlan
    /// What is bound, one value after the other; numbers as decimal digits with a zero behind.
    private var values: [[CChar]?]
    private var formats: [Int32]
    private var result: OpaquePointer?
    private var row: Int32 = -1
    private(set) var insertedNumber = 0

    init(_ sql: String, on connection: PostgresConnection) throws(LedgerError) {
        self.connection = connection
        plan = try connection.plan(sql)
        values = Array(repeating: nil, count: plan.parameterCount)
        formats = Array(repeating: 1, count: plan.parameterCount)
    }

    deinit { PQclear(result) }

    func bindNull(_ parameter: Int32) { values[Int(parameter) - 1] = nil }

    func bind(_ parameter: Int32, number: Int) {
        values[Int(parameter) - 1] = String(number).utf8.map { CChar($0) } + [0]
        formats[Int(parameter) - 1] = 0
    }

    func bind(_ parameter: Int32, text: UnsafeBufferPointer<UInt8>) {
        bind(parameter, blob: UnsafeRawBufferPointer(text))
    }

    func bind(_ parameter: Int32, blob: UnsafeRawBufferPointer) {
        values[Int(parameter) - 1] = Array(blob.bindMemory(to: CChar.self))
        formats[Int(parameter) - 1] = 1
    }

    func next() throws(LedgerError) -> Bool {
        if result == nil {
            let found = try run()
            result = found
            row = -1
            if plan.givesNumber {
                row = 0
                insertedNumber = PQntuples(found) > 0 ? number(0) : 0
                reset()
                return false
            }
        }
        row += 1
        guard row < PQntuples(result) else {
            reset()
            return false
        }
        return true
    }

    private func run() throws(LedgerError) -> OpaquePointer {
        var bytes: [CChar] = []
        var starts: [Int] = []
        for value in values {
            starts.append(value == nil ? -1 : bytes.count)
            bytes.append(contentsOf: value ?? [])
            bytes.append(0)  // a value of no bytes has a place too
        }
        let lengths = values.map { Int32($0?.count ?? 0) }
        let answer = bytes.withUnsafeBufferPointer { bytes in
            let pointers: [UnsafePointer<CChar>?] = starts.map { start in
                start < 0 ? nil : bytes.baseAddress?.advanced(by: start)
            }
            return PQexecPrepared(
                connection.handle, plan.name, Int32(values.count), pointers, lengths, formats, 1)
        }
        return try connection.checked(answer)
    }

    func reset() {
        PQclear(result)
        result = nil
    }

    func isNull(_ column: Int32) -> Bool { PQgetisnull(result, row, column) != 0 }

    func number(_ column: Int32) -> Int {
        var number = 0
        let bytes = blob(column)
        // A number is two's complement of 2, 4 or 8 bytes, the highest first.
        for (index, byte) in bytes.enumerated() {
            number = index == 0 ? Int(Int8(bitPattern: byte)) : number << 8 | Int(byte)
        }
        return number
    }

    func text(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        blob(column).bindMemory(to: UInt8.self)
    }

    func blob(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
    }
}
