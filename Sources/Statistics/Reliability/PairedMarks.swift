/// Pairs of marks on the same submissions, as sums: how far one side agrees with the other.
///
/// Cohen's kappa with quadratic weights needs no categories where marks are numbers: it is
/// 1 − *E*(*x* − *y*)² ÷ (*E x*² + *E y*² − 2·*E x*·*E y*), what is seen over what independent
/// marks would give (Fleiss, J. L. and Cohen, J. (1973), Educational and Psychological Measurement
/// 33, 613–619, doi:10.1177/001316447303300309).
public struct PairedMarks: Sendable {
    /// How many pairs.
    public private(set) var count = 0.0
    private var sum = (one: 0.0, other: 0.0)
    private var squares = 0.0
    private var differences = 0.0

    /// No pairs yet.
    public init() {}

    /// Adds a pair.
    public mutating func add(_ one: Double, _ other: Double) {
        count += 1
        sum.one += one
        sum.other += other
        squares += one * one + other * other
        differences += (one - other) * (one - other)
    }

    /// Adds every pair of a panel's marks, each both ways round.
    ///
    /// - Complexity: O(*k*) for *k* marks.
    public mutating func add(panel: [Double]) {
        let others = Double(panel.count - 1)
        guard others > 0 else { return }
        let total = panel.reduce(0, +)
        let square = panel.reduce(0) { $0 + $1 * $1 }
        count += Double(panel.count) * others
        sum.one += total * others
        sum.other += total * others
        squares += 2 * square * others
        differences += 2 * (Double(panel.count) * square - total * total)
    }

    /// Cohen's kappa with quadratic weights: 1 where all pairs are equal, 0 where they agree no
    /// better than by chance; none where there is no pair, or all marks are equal.
    public var kappa: Double? {
        guard count > 0 else { return nil }
        let expected = squares - 2 * sum.one * sum.other / count
        guard expected > squares * 1e-12 else { return nil }
        return 1 - max(0, differences) / expected
    }
}
