/// Marks as categories, in columns: which judge gave which submission what on which criterion.
public struct RatingColumns: Sendable {
    /// Which criteria share the thresholds between neighbouring categories.
    public enum Thresholds: Sendable, Hashable {
        /// All of them: the rating scale model (Andrich, D. (1978), Psychometrika 43, 561–573,
        /// doi:10.1007/BF02293814).
        case common
        /// None: the partial credit model (Masters, G. N. (1982), Psychometrika 47, 149–174,
        /// doi:10.1007/BF02296272).
        case ofEachCriterion
    }

    /// The submission of each mark, from 0 to ``submissionCount`` − 1.
    public let submissions: [Int32]
    /// The judge of each mark, from 0 to ``judgeCount`` − 1.
    public let judges: [Int32]
    /// The criterion of each mark, from 0 to the number of ``highest`` − 1.
    public let criteria: [Int32]
    /// The category of each mark, from 0, the lowest, to the highest of its criterion.
    public let categories: [Int32]
    /// The highest category of each criterion.
    public let highest: [Int]
    /// The number of submissions.
    public let submissionCount: Int
    /// The number of judges.
    public let judgeCount: Int
    /// Which criteria share thresholds.
    public let thresholds: Thresholds

    /// Marks in columns of one length, all levels and categories within their counts.
    public init(
        submissions: [Int32], judges: [Int32], criteria: [Int32], categories: [Int32],
        highest: [Int], submissionCount: Int, judgeCount: Int, thresholds: Thresholds = .common
    ) {
        let count = categories.count
        precondition(submissions.count == count && judges.count == count)
        precondition(criteria.count == count)
        self.submissions = submissions
        self.judges = judges
        self.criteria = criteria
        self.categories = categories
        self.highest = highest
        self.submissionCount = submissionCount
        self.judgeCount = judgeCount
        self.thresholds = thresholds
    }

    /// The number of marks.
    public var count: Int { categories.count }
}
