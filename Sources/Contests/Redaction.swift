/// Personal data that were erased: whose, and by whom, when and why.
public struct Redaction: Sendable, Hashable {
    /// Whose data, such as `judge J01`.
    public var subject: String
    /// The numbers of the erased pieces in the ledger's table of personal data, in ascending order.
    public var pieces: [Int]
    /// Who, when and why.
    public var decision: Decision

    /// A redaction.
    public init(subject: String, pieces: [Int], decision: Decision) {
        self.subject = subject
        self.pieces = pieces
        self.decision = decision
    }
}
