/// Marks, or scores of sheets, in columns: who gave what to whom.
public struct MarkColumns: Sendable {
    /// The submission of each mark, from 0 to ``submissionCount`` − 1.
    public let submissions: [Int32]
    /// The judge of each mark, from 0 to ``judgeCount`` − 1.
    public let judges: [Int32]
    /// The marks, in points.
    public let values: [Double]
    /// How much each mark says, as a multiple of an ordinary one; above 0. None where all say the
    /// same.
    public let weights: [Double]?
    /// The group of each mark, such as its stage or heat, from 0 to ``groupCount`` − 1: each group
    /// has a mean of its own, which is a fixed effect. None where all marks are of one group.
    public let groups: [Int32]?
    /// The number of groups; 1 without groups.
    public let groupCount: Int
    /// The number of submissions.
    public let submissionCount: Int
    /// The number of judges.
    public let judgeCount: Int

    /// Marks in columns of one length.
    public init(
        submissions: [Int32], judges: [Int32], values: [Double], weights: [Double]? = nil,
        groups: [Int32]? = nil, groupCount: Int = 1, submissionCount: Int, judgeCount: Int
    ) {
        precondition(submissions.count == values.count && judges.count == values.count)
        precondition(weights.map { $0.count == values.count } ?? true)
        self.submissions = submissions
        self.judges = judges
        self.values = values
        precondition(groups.map { $0.count == values.count } ?? (groupCount == 1))
        self.weights = weights
        self.groups = groups
        self.groupCount = groupCount
        self.submissionCount = submissionCount
        self.judgeCount = judgeCount
    }

    /// The number of marks.
    public var count: Int { values.count }
}
