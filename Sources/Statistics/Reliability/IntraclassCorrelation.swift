/// How far the marks of one judge, or the mean of all judges, tell the submissions apart.
///
/// The six forms of Shrout, P. E. and Fleiss, J. L. (1979), Psychological Bulletin 86, 420–428,
/// doi:10.1037/0033-2909.86.2.420, with the intervals of McGraw, K. O. and Wong, S. P. (1996),
/// Psychological Methods 1, 30–46, doi:10.1037/1082-989X.1.1.30. All judges mark all submissions.
public struct IntraclassCorrelation: Sendable {
    /// Which judges the coefficient speaks of.
    public enum Form: Sendable, Hashable, CaseIterable {
        /// ICC(1): each submission has judges of its own.
        case oneWay
        /// ICC(2): the same judges mark all, and stand for others; severity counts as error.
        case agreement
        /// ICC(3): the same judges mark all, and only they matter; severity does not count.
        case consistency
    }

    /// A coefficient with its interval.
    public struct Estimate: Sendable, Hashable {
        /// The coefficient; at most 1, and below 0 where judges differ more than chance would.
        public var value: Double
        /// The interval's lower end.
        public var lower: Double
        /// The interval's upper end.
        public var upper: Double
    }

    /// The mean squares between submissions, between judges, of what both leave, and within
    /// submissions.
    public let meanSquares: (submissions: Double, judges: Double, error: Double, within: Double)
    private let submissions: Double
    private let judges: Double

    /// Analyses the variance of a table of marks.
    ///
    /// - Complexity: O(*n*·*k*) for *n* submissions and *k* judges.
    /// - Throws: ``ReliabilityRefusal``.
    public init(_ matrix: MarkMatrix) throws(ReliabilityRefusal) {
        let marks = try matrix.complete()
        let (rows, columns) = (matrix.submissionCount, matrix.judgeCount)
        let mean = marks.reduce(0, +) / Double(marks.count)
        var rowSums = [Double](repeating: 0, count: rows)
        var columnSums = [Double](repeating: 0, count: columns)
        var total = 0.0
        for (place, mark) in marks.enumerated() {
            let distance = mark - mean
            rowSums[place / columns] += distance
            columnSums[place % columns] += distance
            total += distance * distance
        }
        (submissions, judges) = (Double(rows), Double(columns))
        let ofRows = rowSums.reduce(0) { $0 + $1 * $1 } / judges
        let ofColumns = columnSums.reduce(0) { $0 + $1 * $1 } / submissions
        meanSquares = (
            submissions: ofRows / (submissions - 1), judges: ofColumns / (judges - 1),
            error: max(0, total - ofRows - ofColumns) / ((submissions - 1) * (judges - 1)),
            within: (total - ofRows) / (submissions * (judges - 1))
        )
    }

    /// The coefficient of one judge's mark.
    ///
    /// - Parameter confidence: How often the interval holds the truth, such as 0.95.
    public func single(_ form: Form, confidence: Double = 0.95) -> Estimate {
        let (between, error) = (meanSquares.submissions, error(form))
        let bias = form == .agreement ? judges * (meanSquares.judges - error) / submissions : 0
        let value = (between - error) / (between + (judges - 1) * error + bias)
        let (lower, upper) = bounds(form, value, confidence)
        return Estimate(value: value, lower: lower, upper: upper)
    }

    /// The coefficient of the mean of all judges.
    public func average(_ form: Form, confidence: Double = 0.95) -> Estimate {
        let (between, error) = (meanSquares.submissions, error(form))
        let bias = form == .agreement ? (meanSquares.judges - error) / submissions : 0
        let single = single(form, confidence: confidence)
        // Spearman and Brown's rule takes the interval of one judge to that of the mean.
        func stepped(_ bound: Double) -> Double { judges * bound / (1 + (judges - 1) * bound) }
        return Estimate(
            value: (between - error) / (between + bias), lower: stepped(single.lower),
            upper: stepped(single.upper))
    }

    private func error(_ form: Form) -> Double {
        form == .oneWay ? meanSquares.within : meanSquares.error
    }

    private func bounds(
        _ form: Form, _ value: Double, _ confidence: Double
    ) -> (lower: Double, upper: Double) {
        let tail = 1 - (1 - confidence) / 2
        if form == .agreement { return agreementBounds(value, tail) }
        let own = submissions - 1
        let other = form == .oneWay ? submissions * (judges - 1) : own * (judges - 1)
        let ratio = meanSquares.submissions / error(form)
        let lower = ratio / FDistribution(own, other).quantile(tail)
        let upper = ratio * FDistribution(other, own).quantile(tail)
        return ((lower - 1) / (lower + judges - 1), (upper - 1) / (upper + judges - 1))
    }

    /// Severity and error are added up with Satterthwaite's degrees of freedom.
    private func agreementBounds(
        _ value: Double, _ tail: Double
    ) -> (lower: Double, upper: Double) {
        let (between, severity, error) = (
            meanSquares.submissions, meanSquares.judges, meanSquares.error
        )
        let share = judges * value / (submissions * (1 - value))
        let (one, other) = (share * severity, (1 + share * (submissions - 1)) * error)
        let own = submissions - 1
        let degrees =
            (one + other) * (one + other)
            / (one * one / (judges - 1) + other * other / (own * (judges - 1)))
        let rest = judges * severity + (judges * submissions - judges - submissions) * error
        let low = FDistribution(own, degrees).quantile(tail)
        let high = FDistribution(degrees, own).quantile(tail)
        return (
            submissions * (between - low * error) / (low * rest + submissions * between),
            submissions * (high * between - error) / (rest + submissions * high * between)
        )
    }
}
