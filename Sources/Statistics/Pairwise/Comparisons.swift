/// Comparisons of two submissions each, in columns: which was better, or that neither was.
public struct Comparisons: Sendable {
    /// The submission that was better, from 0 to ``submissionCount`` − 1; of a tie, one of the two.
    public let better: [Int32]
    /// The other submission.
    public let worse: [Int32]
    /// Whether each comparison is a tie; none where no comparison is.
    public let isTie: [Bool]?
    /// The number of submissions.
    public let submissionCount: Int

    /// Comparisons in columns of one length.
    public init(better: [Int32], worse: [Int32], isTie: [Bool]? = nil, submissionCount: Int) {
        precondition(better.count == worse.count)
        precondition(isTie.map { $0.count == better.count } ?? true)
        self.better = better
        self.worse = worse
        self.isTie = isTie
        self.submissionCount = submissionCount
    }

    /// The number of comparisons.
    public var count: Int { better.count }
}

extension Comparisons {
    /// The comparisons that marks imply: of each two submissions that a judge marked, the one with
    /// the higher mark is better, and equal marks are a tie. A judge's severity has no part in
    /// them.
    ///
    /// - Complexity: O(Σ *k*²) for judges with *k* marks each.
    public init(_ marks: MarkColumns) {
        var ofJudge = [[Int]](repeating: [], count: marks.judgeCount)
        for mark in 0..<marks.count { ofJudge[Int(marks.judges[mark])].append(mark) }
        var (better, worse, isTie): ([Int32], [Int32], [Bool]) = ([], [], [])
        for own in ofJudge {
            for (place, one) in own.enumerated() {
                for other in own[(place + 1)...]
                where marks.submissions[one] != marks.submissions[other] {
                    let isLower = marks.values[one] < marks.values[other]
                    better.append(marks.submissions[isLower ? other : one])
                    worse.append(marks.submissions[isLower ? one : other])
                    isTie.append(marks.values[one] == marks.values[other])
                }
            }
        }
        self.init(
            better: better, worse: worse, isTie: isTie.contains(true) ? isTie : nil,
            submissionCount: marks.submissionCount)
    }
}
