/// Marks of the same kind as a table: a row for each submission, a column for each judge.
public struct MarkMatrix: Sendable {
    /// The number of submissions.
    public let submissionCount: Int
    /// The number of judges.
    public let judgeCount: Int
    /// The marks, row by row; none where the judge did not mark the submission.
    public let values: [Double?]

    /// A table from its rows, which are of one length.
    public init(_ rows: [[Double?]]) {
        submissionCount = rows.count
        judgeCount = rows.first?.count ?? 0
        precondition(rows.allSatisfy { [judgeCount] in $0.count == judgeCount })
        values = rows.flatMap { $0 }
    }

    /// The mark of a judge on a submission.
    public subscript(submission: Int, judge: Int) -> Double? {
        values[submission * judgeCount + judge]
    }

    /// The marks of a submission, the missing ones left out.
    func marks(of submission: Int) -> [Double] {
        values[submission * judgeCount..<(submission + 1) * judgeCount].compactMap { $0 }
    }

    /// All marks row by row, where none is missing.
    ///
    /// - Throws: What is missing, or that there are fewer than two submissions or judges.
    func complete() throws(ReliabilityRefusal) -> [Double] {
        guard submissionCount >= 2, judgeCount >= 2 else {
            throw .tooFew(submissions: submissionCount, judges: judgeCount)
        }
        var marks: [Double] = []
        for (place, value) in values.enumerated() {
            guard let value, value.isFinite else {
                throw .missing(submission: place / judgeCount, judge: place % judgeCount)
            }
            marks.append(value)
        }
        guard marks.contains(where: { $0 != marks[0] }) else { throw .allEqual }
        return marks
    }
}
