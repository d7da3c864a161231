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
    /// The number of submissions.
    public let submissionCount: Int
    /// The number of judges.
    public let judgeCount: Int

    /// Marks in columns of one length.
    public init(
        submissions: [Int32], judges: [Int32], values: [Double], weights: [Double]? = nil,
        submissionCount: Int, judgeCount: Int
    ) {
        precondition(submissions.count == values.count && judges.count == values.count)
        precondition(weights.map { $0.count == values.count } ?? true)
        self.submissions = submissions
        self.judges = judges
        self.values = values
        self.weights = weights
        self.submissionCount = submissionCount
        self.judgeCount = judgeCount
    }

    /// The number of marks.
    public var count: Int { values.count }
}
