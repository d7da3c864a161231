/// Marks in columns, criterion by criterion, counted in steps of a scale.
public struct CriterionMarks: Sendable {
    /// The submission of each mark, from 0 to ``submissionCount`` − 1.
    public let submissions: [Int32]
    /// The judge of each mark, from 0 to ``judgeCount`` − 1.
    public let judges: [Int32]
    /// The criterion of each mark, from 0; there is a weight for each.
    public let criteria: [Int8]
    /// The marks, in steps, such as 87 for 8.7 in tenths of a point.
    public let steps: [Int16]
    /// How many steps make a point.
    public let stepsPerPoint: Int
    /// How much each criterion counts, as whole numbers such as hundredths.
    public let weights: [Int32]
    /// The number of submissions.
    public let submissionCount: Int
    /// The number of judges.
    public let judgeCount: Int

    /// Marks in columns of one length, with 1 to 32 criteria.
    public init(
        submissions: [Int32], judges: [Int32], criteria: [Int8], steps: [Int16],
        stepsPerPoint: Int, weights: [Int32], submissionCount: Int, judgeCount: Int
    ) {
        precondition(submissions.count == steps.count && judges.count == steps.count)
        precondition(criteria.count == steps.count && stepsPerPoint > 0)
        precondition((1...32).contains(weights.count) && weights.allSatisfy { $0 >= 0 })
        precondition(weights.contains { $0 > 0 } && weights.allSatisfy { $0 <= 1_000 })
        self.submissions = submissions
        self.judges = judges
        self.criteria = criteria
        self.steps = steps
        self.stepsPerPoint = stepsPerPoint
        self.weights = weights
        self.submissionCount = submissionCount
        self.judgeCount = judgeCount
    }

    /// The same marks with those of a sheet together, sheets by submission and judge.
    func gathered() -> CriterionMarks {
        let order = steps.indices.sorted {
            (submissions[$0], judges[$0], $0) < (submissions[$1], judges[$1], $1)
        }
        return CriterionMarks(
            submissions: order.map { submissions[$0] }, judges: order.map { judges[$0] },
            criteria: order.map { criteria[$0] }, steps: order.map { steps[$0] },
            stepsPerPoint: stepsPerPoint, weights: weights, submissionCount: submissionCount,
            judgeCount: judgeCount)
    }
}
