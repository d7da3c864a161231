/// The database under a ledger: what ``Ledger`` asks of it, and all that it asks.
///
/// Everything else, the statements too, is the same for every engine.
protocol Engine: Sendable {
    /// Runs a body on one state of the database, whatever is recorded meanwhile.
    func read<Value>(_ body: (any EngineSession) throws -> Value) throws -> Value

    /// Runs a body in a transaction while no other writes, and commits what it wrote.
    ///
    /// What was written outlives a power cut once this returns; nothing is left of it if this
    /// throws, but where the error says that it is not known.
    func write<Value>(_ body: (any EngineSession) throws -> Value) throws -> Value

    /// Makes what is written from now on leave no trace where it is erased.
    func beginErasing() throws

    /// Removes what erased texts have left in the files; whether all of it could be done.
    func removeTraces() throws -> Bool

    /// Copies the database to a new file of SQLite while it is in use; false where the engine
    /// cannot, and row by row is the way.
    func copyFile(to path: String) throws -> Bool

    /// Gives up every connection.
    func close() throws
}

/// A connection of an engine within one transaction.
protocol EngineSession {
    /// Prepares a statement with parameters `?` or `?1`.
    func statement(_ sql: String) throws(LedgerError) -> any EngineStatement

    /// Runs statements without parameters.
    func execute(_ sql: String) throws(LedgerError)

    /// What is wrong with the database's own structure, in its own words.
    func structuralFaults() throws(LedgerError) -> [String]
}

/// A statement of an engine. Parameters count from 1, columns from 0.
protocol EngineStatement: AnyObject {
    func bindNull(_ parameter: Int32)
    func bind(_ parameter: Int32, number: Int)
    func bind(_ parameter: Int32, text: UnsafeBufferPointer<UInt8>)
    func bind(_ parameter: Int32, blob: UnsafeRawBufferPointer)

    /// Goes to the next row; at the end, the statement is ready to run again.
    func next() throws(LedgerError) -> Bool
    /// Ends a reading before its last row.
    func reset()
    /// The row number that the last insertion was given.
    var insertedNumber: Int { get }

    func isNull(_ column: Int32) -> Bool
    func number(_ column: Int32) -> Int
    /// The UTF-8 of a text, until the next row.
    func text(_ column: Int32) -> UnsafeBufferPointer<UInt8>
    /// Bytes, until the next row.
    func blob(_ column: Int32) -> UnsafeRawBufferPointer
}
