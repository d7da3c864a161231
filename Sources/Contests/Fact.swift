/// One line of the ledger: who did what, and when. Never changed once it is recorded.
public struct Fact: Sendable, Hashable {
    /// Counts the facts of a contest from 1, without a gap.
    public var sequence: Int
    /// When it was recorded.
    public var at: Timestamp
    /// The name that was given with `--as`.
    public var by: String
    /// What was done.
    public var act: Act

    /// A fact.
    public init(sequence: Int, at: Timestamp, by: String, act: Act) {
        self.sequence = sequence
        self.at = at
        self.by = by
        self.act = act
    }
}
