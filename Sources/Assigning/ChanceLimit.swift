/// The greatest chance that any one pair of judge and submission may have of being assigned.
///
/// Held as a fraction in lowest terms of at most 1,000, so that a plan in chances is whole numbers.
///
/// > S. Jecmen, H. Zhang, R. Liu, N. B. Shah, V. Conitzer, F. Fang. "Mitigating Manipulation in
/// > Peer Review via Randomized Reviewer Assignments." *NeurIPS* 2020. arXiv:2006.16437
public struct ChanceLimit: Sendable, Hashable {
    /// The numerator: how many units of ``whole`` a pair may have.
    public let share: Int
    /// The denominator: the units that make certainty.
    public let whole: Int

    /// A limit in thousandths.
    ///
    /// Nothing unless it is from 1 to 1,000.
    public init?(thousandths: Int) {
        guard (1...1_000).contains(thousandths) else { return nil }
        var (large, small) = (1_000, thousandths)
        while small > 0 { (large, small) = (small, large % small) }
        share = thousandths / large
        whole = 1_000 / large
    }

    /// Units of ``whole`` in thousandths, or what is counted in them.
    public func thousandths(of units: Int) -> Int { units * (1_000 / whole) }
}
