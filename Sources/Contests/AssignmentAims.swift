/// What an assignment is to achieve beyond obeying the rules of its panels.
public struct AssignmentAims: Sendable, Hashable {
    /// Which of the assignments that obey the rules is the best.
    public enum Objective: String, Sendable, Hashable, CaseIterable {
        /// The one with the greatest affinity in total; among these, with the most even loads.
        case total
        /// The one whose worst panel has the greatest affinity; among these, the greatest total.
        case worstFirst
        /// The one with the most even loads; among these, the greatest affinity in total.
        case evenLoads
    }

    /// Which assignment is the best.
    public var objective = Objective.total
    /// Submissions that judges share along a set of links that spans all of them, at least; 0 where
    /// nothing is asked.
    public var links = 0
    /// Submissions that every judge of the stage marks, to calibrate by; 0 for none.
    public var anchors = 0
    /// The greatest chance that a pair may have of being assigned, in thousandths; none where pairs
    /// are not drawn.
    public var chanceThousandths: Int?
    /// A table of judge, submission and affinity that replaces the formula; beside the contest
    /// file.
    public var affinityFile: String?
    /// A table of judge, submission and bid; beside the contest file.
    public var bidsFile: String?

    /// The greatest total, and nothing else asked.
    public init() {}
}

/// Two judges who must, or must not, sit on the same panels.
public struct PairRule: Sendable, Hashable {
    /// The first judge.
    public var judge: JudgeID
    /// The second judge.
    public var other: JudgeID
    /// Whether a panel has both of them or neither; if not, it may have one of them at most.
    public var isTogether: Bool

    /// A rule about two judges.
    public init(judge: JudgeID, other: JudgeID, isTogether: Bool) {
        self.judge = judge
        self.other = other
        self.isTogether = isTogether
    }
}
