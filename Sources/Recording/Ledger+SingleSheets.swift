public import Contests

extension Ledger {
    /// Records one sheet, and returns once it is on the disk: then it may be acknowledged.
    ///
    /// May be called from many threads at once, which then share the writing. A sheet whose key is
    /// known is not recorded again, so that a sender who got no answer may send it again.
    ///
    /// - Parameters:
    ///   - source: Where it came from, such as `portal`.
    ///   - key: The sender's own name for this sheet, different for each that it sends.
    /// - Throws: ``LedgerError``; then the sheet is not recorded.
    @discardableResult
    public func record(
        _ sheet: ScoreSheet, from source: String, key: String, by: String, at: Timestamp
    ) throws -> Appender.Change {
        try queue.record(
            .init(sheet: sheet, source: source, key: key, by: by, at: at), in: self)
    }
}
