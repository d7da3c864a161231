/// Who is to judge what in a stage, with what speaks for it: to be looked at, then recorded.
public struct AssignmentProposal: Sendable, Hashable {
    /// The stage.
    public var stage: StageID
    /// The seed that decided between assignments that are equally good.
    public var seed: UInt64
    /// Everything that would be in force, in ascending order.
    public var assignments: [Assignment]
    /// What is not in force yet, in ascending order.
    public var added: [Assignment]
    /// What is in force and would no longer be, in ascending order.
    public var removed: [Assignment]
    /// What each judge of the stage is given, in ascending order of judge.
    public var loads: [Load]
    /// What each submission is given, in ascending order of submission.
    public var panels: [Panel]
    /// The affinities of all pairs together.
    public var totalAffinity: Int
    /// Whether no other assignment could be better.
    public var proof: Proof
    /// The greatest affinity that the worst panel could have; none unless that comes first.
    public var worstBound: Int?
    /// Pairs that a conflict or a recusal ruled out, in ascending order.
    public var avoided: [Avoided]
    /// Judges joined by shared submissions, directly or through others: one list for each group
    /// whose severity can be compared, the largest first. One list is good, more are islands.
    public var links: [[JudgeID]]
    /// How well the judges are linked, in numbers; none where nobody has a submission.
    public var linkage: JudgeLinks?
    /// What could not be met; empty where the assignment obeys every rule.
    public var shortfalls: [AssignmentShortfall]

    /// What one judge is given.
    public struct Load: Sendable, Hashable {
        /// The judge.
        public var judge: JudgeID
        /// Submissions given.
        public var count: Int
        /// Submissions that the judge must be given.
        public var minimum: Int
        /// Submissions that the judge may be given; none if there is no limit.
        public var maximum: Int?

        /// A load.
        public init(judge: JudgeID, count: Int, minimum: Int, maximum: Int?) {
            self.judge = judge
            self.count = count
            self.minimum = minimum
            self.maximum = maximum
        }
    }

    /// What one submission is given.
    public struct Panel: Sendable, Hashable {
        /// The submission.
        public var submission: SubmissionID
        /// Judges given.
        public var judges: Int
        /// The affinities of its judges together.
        public var affinity: Int

        /// A panel.
        public init(submission: SubmissionID, judges: Int, affinity: Int) {
            self.submission = submission
            self.judges = judges
            self.affinity = affinity
        }
    }

    /// How far the assignment is proven to be the best.
    public enum Proof: Sendable, Hashable {
        /// No assignment that obeys the rules is better; dual prices prove it.
        case optimal
        /// No assignment that obeys the rules has more than `bound` affinity in total.
        case within(bound: Int)
    }

    /// A pair that was ruled out.
    public struct Avoided: Sendable, Hashable {
        /// The pair.
        public var pair: Assignment
        /// Why.
        public var reason: Ineligibility

        /// A pair that was ruled out.
        public init(pair: Assignment, reason: Ineligibility) {
            self.pair = pair
            self.reason = reason
        }
    }

    /// A proposal of assignments; what is told about them starts empty.
    public init(stage: StageID, seed: UInt64, assignments: [Assignment]) {
        self.stage = stage
        self.seed = seed
        self.assignments = assignments
        added = []
        removed = []
        loads = []
        panels = []
        totalAffinity = 0
        proof = .optimal
        avoided = []
        links = []
        shortfalls = []
    }
}

extension AssignmentProposal {
    /// The submission whose judges fit it least, the first of them by identifier.
    public var worstPanel: Panel? {
        panels.min { ($0.affinity, $0.submission) < ($1.affinity, $1.submission) }
    }

    /// How many pairs each rule ruled out, in the order of the rules.
    public var avoidedByRule: [(rule: Ineligibility.Rule, count: Int)] {
        let counts = Dictionary(grouping: avoided) { $0.reason.rule }.mapValues(\.count)
        return counts.sorted { $0.key < $1.key }.map { (rule: $0.key, count: $0.value) }
    }
}
