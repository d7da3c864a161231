/// The order that contradicts a panel's rankings least: Kemeny's.
///
/// Its distance counts, over every two submissions and every judge, where the judge has them the
/// other way round (Kemeny, J. G. (1959), Daedalus 88, 577–591; Young, H. P. and Levenglick, A.
/// (1978), SIAM Journal on Applied Mathematics 35, 285–300, doi:10.1137/0135023).
///
/// Submissions fall into groups of which each one's members beat all those of later groups, two by
/// two; every best order keeps that (Truchon, M. (1998), Cahier 9813, Université Laval). A group of
/// up to 16 is solved exactly. In a larger one submissions are moved for as long as that helps, and
/// a bound tells how far from the best the order may be.
public struct KemenyOrder: Sendable, Hashable {
    /// The submissions, the best first. Of several best orders, the one that has the lowest numbers
    /// first.
    public let order: [Int]
    /// How many judgements the order contradicts.
    public let distance: Int
    /// What no order can be below.
    public let bound: Int
    /// Whether every other order contradicts more; none where a group was too large to tell.
    public let isUnique: Bool?

    /// How far the order may be from the best.
    public var gap: Int { distance - bound }

    /// The largest group that is solved exactly.
    static let exactly = 16

    /// Finds the order.
    ///
    /// - Complexity: O(*n*³ + 2^*g*·*g*²) with *g* the largest group of up to 16; some rounds of
    ///   O(*g*²) for each larger one.
    public init(_ preferences: PanelPreferences) {
        var order: [Int] = []
        var (within, least) = (0, 0)
        var isUnique: Bool? = true
        for group in preferences.groups() {
            if group.count <= Self.exactly {
                let best = ExactKemeny(preferences, group)
                order += best.order
                least += best.distance
                within += best.distance
                if !best.isUnique { isUnique = false }
            } else {
                let moved = preferences.improvedOrder(of: group)
                order += moved
                least += preferences.leastDistance(within: group)
                within += preferences.distance(of: moved)
                if isUnique == true { isUnique = nil }
            }
        }
        self.order = order
        distance = preferences.distance(of: order)
        // Every best order has the groups one after the other: what stands between them is fixed.
        bound = distance - within + least
        self.isUnique = isUnique
    }
}
