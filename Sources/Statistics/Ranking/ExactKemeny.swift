/// The best order of a few submissions, from the best orders of all their subsets.
///
/// What stands first among some submissions costs the judges who place another of them above it;
/// the rest is a smaller problem of the same kind (Held, M. and Karp, R. M. (1962), Journal of the
/// SIAM 10, 196–210, doi:10.1137/0110015).
struct ExactKemeny {
    let order: [Int]
    let distance: Int
    let isUnique: Bool

    /// - Complexity: O(2^*g*·*g*²) for *g* submissions; 2^*g* numbers are held.
    init(_ preferences: PanelPreferences, _ group: [Int]) {
        let size = group.count
        /// What placing one first among a set costs.
        func cost(_ one: Int, _ set: Int) -> Int {
            var sum = 0
            for other in 0..<size where set >> other & 1 == 1 {
                sum += preferences.above[group[other] * preferences.count + group[one]]
            }
            return sum
        }
        var least = [Int](repeating: 0, count: 1 << size)
        for set in 1..<(1 << size) {
            var best = Int.max
            for one in 0..<size where set >> one & 1 == 1 {
                best = min(best, least[set ^ 1 << one] + cost(one, set))
            }
            least[set] = best
        }
        var (order, set): ([Int], Int) = ([], least.count - 1)
        var isUnique = true
        while set != 0 {
            let first = (0..<size).filter { one in
                set >> one & 1 == 1 && least[set ^ 1 << one] + cost(one, set) == least[set]
            }
            isUnique = isUnique && first.count == 1
            order.append(group[first[0]])
            set ^= 1 << first[0]
        }
        (self.order, self.isUnique) = (order, isUnique)
        distance = least[least.count - 1]
    }
}
