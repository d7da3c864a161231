/// An entrant's objection to a result, and what the office made of it.
public struct Appeal: Sendable, Hashable {
    /// What the office made of it.
    public struct Outcome: Sendable, Hashable {
        /// Whether the entrant was right.
        public var isUpheld: Bool
        /// Who, when and why.
        public var decision: Decision

        /// An outcome.
        public init(isUpheld: Bool, decision: Decision) {
            self.isUpheld = isUpheld
            self.decision = decision
        }
    }

    /// The sequence of the fact that records it; none before it is recorded.
    public var fact: Int?
    /// The submission.
    public var submission: SubmissionID
    /// The stage whose result is objected to.
    public var stage: StageID
    /// Who took it down, when, and what is objected to.
    public var decision: Decision
    /// What the office made of it; none while it is open.
    public var outcome: Outcome?

    /// An appeal that is open.
    public init(submission: SubmissionID, stage: StageID, decision: Decision) {
        self.submission = submission
        self.stage = stage
        self.decision = decision
    }
}
