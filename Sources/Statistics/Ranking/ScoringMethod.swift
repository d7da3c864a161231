/// A way to make a submission's score of its judges' marks.
public enum ScoringMethod: String, Sendable, Hashable, CaseIterable {
    /// The mean of the marks.
    case mean
    /// The mean without the highest and the lowest mark.
    case trimmedMean
    /// The middle mark, or the mean of the two in the middle.
    case median
    /// The mean of T-scores: 50 and 10 times a mark's distance from its judge's mean in the judge's
    /// standard deviations (divisor *n* − 1).
    case standardScore
    /// The quality that the additive mixed model predicts, above or below the mean of all: judges'
    /// severities taken out, as far as the marks tell them.
    case additive

    /// The score of each submission that has marks; none for others.
    ///
    /// - Parameter marks: One mark for each judge and submission. Weights and groups count in the
    ///   additive model alone.
    /// - Complexity: O(*m* log *m*) for *m* marks; ``additive`` takes what ``MixedModel`` takes.
    /// - Throws: ``MethodRefusal``.
    public func scores(_ marks: MarkColumns) throws(MethodRefusal) -> [Double?] {
        switch self {
        case .mean: try Self.scores(marks, needing: 1) { Self.mean($0[...]) }
        case .trimmedMean:
            try Self.scores(marks, needing: 3) { Self.mean($0.sorted().dropFirst().dropLast()) }
        case .median:
            try Self.scores(marks, needing: 1) { own in
                let sorted = own.sorted()
                return (sorted[(own.count - 1) / 2] + sorted[own.count / 2]) / 2
            }
        case .standardScore:
            try Self.scores(Self.standardised(marks), needing: 1) { Self.mean($0[...]) }
        case .additive: try Self.predictions(marks)
        }
    }

    private static func mean(_ values: ArraySlice<Double>) -> Double {
        values.reduce(0, +) / Double(values.count)
    }

    /// A score of each submission's marks.
    private static func scores(
        _ marks: MarkColumns, needing least: Int, _ score: ([Double]) -> Double
    ) throws(MethodRefusal) -> [Double?] {
        var panels = [[Double]](repeating: [], count: marks.submissionCount)
        for (row, value) in marks.values.enumerated() {
            panels[Int(marks.submissions[row])].append(value)
        }
        var scores: [Double?] = []
        for (submission, panel) in panels.enumerated() {
            guard panel.isEmpty || panel.count >= least else {
                throw .tooFewMarks(submission: submission, needed: least)
            }
            scores.append(panel.isEmpty ? nil : score(panel))
        }
        return scores
    }

    /// The T-scores in place of the marks.
    private static func standardised(_ marks: MarkColumns) throws(MethodRefusal) -> MarkColumns {
        var own = [[Double]](repeating: [], count: marks.judgeCount)
        for (row, value) in marks.values.enumerated() { own[Int(marks.judges[row])].append(value) }
        var norms: [(mean: Double, deviation: Double)] = []
        for (judge, values) in own.enumerated() {
            let mean = mean(values[...])
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let isEven = values.allSatisfy { $0 == values[0] }
            guard values.isEmpty || !isEven else { throw .noSpread(judge: judge) }
            norms.append((mean, (squares / Double(values.count - 1)).squareRoot()))
        }
        let scores = marks.values.enumerated().map { row, value in
            let norm = norms[Int(marks.judges[row])]
            return 50 + 10 * (value - norm.mean) / norm.deviation
        }
        return MarkColumns(
            submissions: marks.submissions, judges: marks.judges, values: scores,
            submissionCount: marks.submissionCount, judgeCount: marks.judgeCount)
    }

    private static func predictions(_ marks: MarkColumns) throws(MethodRefusal) -> [Double?] {
        let model: MixedModel
        do { model = try MixedModel(marks) } catch { throw .model(error) }
        var isMarked = [Bool](repeating: false, count: marks.submissionCount)
        for submission in marks.submissions { isMarked[Int(submission)] = true }
        return zip(isMarked, model.submissions).map { $0 ? $1.value : nil }
    }
}
