/// What a panel's rankings say of every two submissions: how many judges place one above the other.
///
/// A judge who ties two submissions, or ranks only one of them, says nothing of which is better:
/// what is not ranked is not last.
public struct PanelPreferences: Sendable {
    /// The number of submissions.
    public let count: Int
    /// For each two, row by row, how many rankings (or what weight of them) have the first above.
    public let above: [Int]
    /// What all rankings together count for.
    let rankingWeight: Int
    /// A submission that some ranking leaves out; none where all rank all.
    let gap: PreferenceRefusal?

    /// Counts preferences.
    ///
    /// - Parameters:
    ///   - rankings: For each ranking, the rank of each submission, lower ones better and equal
    ///     ones tied; none where it is not ranked.
    ///   - weights: How often each ranking counts; once each where none are given.
    /// - Complexity: O(*k*·*n*²) for *k* rankings of *n* submissions.
    /// - Throws: ``PreferenceRefusal``.
    public init(
        _ rankings: [[Int?]], weights: [Int]? = nil
    ) throws(PreferenceRefusal) {
        let count = rankings.first?.count ?? 0
        guard count >= 2 else { throw .tooFew(submissions: count, rankings: rankings.count) }
        let weights = weights ?? [Int](repeating: 1, count: rankings.count)
        guard weights.count == rankings.count, weights.allSatisfy({ $0 >= 0 }) else {
            throw .weights
        }
        var above = [Int](repeating: 0, count: count * count)
        var gap: PreferenceRefusal?
        for (number, ranks) in rankings.enumerated() {
            guard ranks.count == count else { throw .uneven(ranking: number) }
            for (one, rank) in ranks.enumerated() {
                guard let rank else {
                    gap = gap ?? .notRanked(ranking: number, submission: one)
                    continue
                }
                for (other, theirs) in ranks.enumerated() {
                    if let theirs, rank < theirs { above[one * count + other] += weights[number] }
                }
            }
        }
        (self.count, self.above, self.gap) = (count, above, gap)
        rankingWeight = weights.reduce(0, +)
    }

    /// How many have one submission above another, less those who have it below.
    public func margin(_ one: Int, over other: Int) -> Int {
        above[one * count + other] - above[other * count + one]
    }

    /// Each submission's place, from 1, by points; equal ones share a place.
    static func places(_ points: [Int]) -> [Int] {
        points.map { own in 1 + points.count { $0 > own } }
    }
}
