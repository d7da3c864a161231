import Computing

/// The marks of each submission of an order side by side, counted in steps from the lowest.
struct BootstrapPanels: Sendable {
    /// Where each submission's marks begin, and at last where they end.
    let starts: [Int]
    /// The marks.
    let values: [Int32]
    /// The marks in half the memory, which stays in a core's nearest, where sums can be counted.
    let smallValues: [UInt16]
    /// Who gave them.
    let judges: [Int32]
    /// The number of judges.
    let judgeCount: Int
    /// What makes sums of drawn marks comparable: the common multiple of the panels' sizes ÷ size.
    let factors: [Int32]
    /// One more than the largest comparable sum, where sums are few enough to be counted.
    let keyCount: Int?

    /// The number of submissions.
    var count: Int { starts.count - 1 }

    /// Sums that are counted at most; more are sorted.
    private static let mostKeys = 1 << 16

    init(_ marks: MarkColumns, _ question: RankBootstrap.Question) throws(BootstrapRefusal) {
        guard question.draws > 0, !question.order.isEmpty else { throw .nothingToDraw }
        let most = Int(UInt16.max)
        guard question.order.count <= most else { throw .tooManySubmissions(most: most) }
        var rows = [[Int]](repeating: [], count: marks.submissionCount)
        for row in marks.values.indices { rows[Int(marks.submissions[row])].append(row) }
        var (starts, steps, judges): ([Int], [Int], [Int32]) = ([0], [], [])
        for submission in question.order {
            guard rows[submission].count >= 2, marks.judgeCount >= 2 else {
                throw .tooFewMarks(submission: submission)
            }
            for row in rows[submission] {
                let step = (marks.values[row] * question.stepsPerPoint).rounded()
                guard step.magnitude <= 1e8 else { throw .outOfRange(submission: submission) }
                steps.append(Int(step))
                judges.append(marks.judges[row])
            }
            starts.append(steps.count)
        }
        let lowest = steps.min() ?? 0
        values = steps.map { Int32($0 - lowest) }
        (self.starts, self.judges, judgeCount) = (starts, judges, marks.judgeCount)
        let sizes = zip(starts, starts.dropFirst()).map { $1 - $0 }
        let drawn = sizes.map { question.sparesOne ? $0 - 1 : $0 }
        let multiple = Self.multiple(of: drawn)
        factors = drawn.map { Int32((multiple ?? 0) / $0) }
        let largest = (steps.max() ?? 0) - lowest
        keyCount = multiple.map { $0 * largest + 1 }.flatMap { $0 <= Self.mostKeys ? $0 : nil }
        smallValues = keyCount == nil ? [] : values.map { UInt16($0) }
    }

    /// The least common multiple, unless sums over it would be too many to count.
    private static func multiple(of sizes: [Int]) -> Int? {
        var multiple = 1
        for size in Set(sizes).sorted() {
            var (larger, smaller) = (multiple, size)
            while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
            multiple *= size / larger
            guard multiple <= mostKeys else { return nil }
        }
        return multiple
    }
}
