/// What a reading of a table came to, beside its rows.
public struct CSVSummary: Sendable {
    /// The names of the columns; nothing where the file has no header that can be used.
    public internal(set) var header: CSVHeader?
    /// Rows that were delivered.
    public internal(set) var rows = 0
    /// What was wrong: rows that were left out, and notes on habits that were put right.
    public internal(set) var faults = FaultList()
}
