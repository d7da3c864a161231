import Computing
import Statistics
import TestSupport
import Testing

/// Orders of panels that rank: published elections, everything tried on small ones, and what must
/// hold in all.
struct PanelPreferencesTests {
    /// Rankings that are written as words such as `ACBED`, and how many cast them.
    private static func election(_ votes: [(String, Int)]) throws -> PanelPreferences {
        let names = (votes.first?.0 ?? "").sorted()
        return try PanelPreferences(
            votes.map { vote in
                names.map { name in vote.0.enumerated().first { $0.element == name }?.offset }
            }, weights: votes.map(\.1))
    }

    /// Ranks with ties, of a panel that agrees somewhat.
    private static func rankings(
        _ random: inout SeededRandom, submissions: Int, judges: Int, noise: Int
    ) -> [[Int?]] {
        (0..<judges).map { _ in (0..<submissions).map { $0 * 3 + random.below(noise) } }
    }

    private static func orders(_ count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return orders(count - 1).flatMap { rest in
            (0..<count).map { place in
                var order = rest
                order.insert(count - 1, at: place)
                return order
            }
        }
    }

    /// The textbook's election of Tennessee's capital: Memphis, Nashville, Chattanooga, Knoxville.
    private static let capital = [("MNCK", 42), ("NCKM", 26), ("CKNM", 15), ("KCNM", 17)]

    @Test func `finds the published orders of the textbook's election`() throws {
        // In the order of the alphabet: C, K, M, N.
        let preferences = try Self.election(Self.capital)
        #expect(try preferences.borda().points == [2 * 173, 2 * 107, 2 * 126, 2 * 194])
        #expect(preferences.copeland().points == [4, 2, 0, 6])
        #expect(preferences.schulze().places == [2, 3, 4, 1])
        let kemeny = KemenyOrder(preferences)
        #expect(kemeny.order == [3, 0, 1, 2])
        // 393 of the 600 judgements agree, as published.
        #expect(kemeny.distance == 600 - 393 && kemeny.gap == 0 && kemeny.isUnique == true)
    }

    @Test func `finds the published strongest paths of Schulze's example`() throws {
        let preferences = try Self.election([
            ("ACBED", 5), ("ADECB", 5), ("BEDAC", 8), ("CABED", 3), ("CAEBD", 7), ("CBADE", 2),
            ("DCEBA", 7), ("EBADC", 8),
        ])
        let paths = preferences.schulze()
        #expect(
            paths.strengths == [
                0, 28, 28, 30, 24, 25, 0, 28, 33, 24, 25, 29, 0, 29, 24, 25, 28, 28, 0, 24, 25, 28,
                28, 31, 0,
            ])
        #expect(paths.places == [2, 4, 3, 5, 1])
    }

    @Test(arguments: SeededCases(30))
    func `Kemeny's order is the first of the best of all orders`(
        _ seeded: SeededCases.Case
    ) throws {
        var random = seeded.random
        let count = 2 + random.below(5)
        let preferences = try PanelPreferences(
            Self.rankings(&random, submissions: count, judges: 3 + random.below(4), noise: 15))
        let all = Self.orders(count)
        let least = all.map { preferences.distance(of: $0) }.min()
        let best = all.filter { preferences.distance(of: $0) == least }
            .sorted { $0.lexicographicallyPrecedes($1) }
        let kemeny = KemenyOrder(preferences)
        #expect(kemeny.order == best.first)
        #expect(kemeny.distance == least && kemeny.bound == least)
        #expect(kemeny.isUnique == (best.count == 1))
    }

    @Test(arguments: SeededCases(12))
    func `a bound is never above the best, and moving comes near it`(
        _ seeded: SeededCases.Case
    ) throws {
        var random = seeded.random
        let preferences = try PanelPreferences(
            Self.rankings(&random, submissions: 12, judges: 5, noise: 70))
        let best = KemenyOrder(preferences)
        let everyone = Array(0..<12)
        let moved = preferences.improvedOrder(of: everyone)
        #expect(moved.sorted() == everyone)
        #expect(preferences.leastDistance(within: everyone) <= best.distance)
        #expect(best.distance <= preferences.distance(of: moved))
        #expect(10 * preferences.distance(of: moved) <= 11 * best.distance)
    }

    @Test(arguments: SeededCases(4))
    func `tells how far an order of many may be from the best`(_ seeded: SeededCases.Case) throws {
        var random = seeded.random
        let noisy = KemenyOrder(
            try PanelPreferences(
                Self.rankings(&random, submissions: 40, judges: 5, noise: 200)))
        #expect(noisy.order.sorted() == Array(0..<40))
        #expect(noisy.gap >= 0 && noisy.bound > 0 && noisy.isUnique == nil)
        // With the noise of neighbours, groups are small and all is proven.
        let clear = KemenyOrder(
            try PanelPreferences(Self.rankings(&random, submissions: 40, judges: 9, noise: 8)))
        #expect(clear.gap == 0 && clear.isUnique != nil)
    }

    @Test(arguments: SeededCases(20))
    func `does not depend on names, and whoever beats all is first`(
        _ seeded: SeededCases.Case
    ) throws {
        var random = seeded.random
        let rankings = Self.rankings(&random, submissions: 7, judges: 5, noise: 20)
        let names = random.shuffled(0..<7)
        let preferences = try PanelPreferences(rankings)
        let renamed = try PanelPreferences(rankings.map { ranks in names.map { ranks[$0] } })
        #expect(try renamed.borda().places == names.map { try preferences.borda().places[$0] })
        #expect(renamed.copeland().places == names.map { preferences.copeland().places[$0] })
        #expect(renamed.schulze().places == names.map { preferences.schulze().places[$0] })
        #expect(KemenyOrder(renamed).distance == KemenyOrder(preferences).distance)
        let winner = (0..<7).first { one in
            (0..<7).allSatisfy { $0 == one || preferences.margin(one, over: $0) > 0 }
        }
        if let winner {
            #expect(preferences.copeland().places[winner] == 1)
            #expect(preferences.schulze().places[winner] == 1)
            #expect(KemenyOrder(preferences).order.first == winner)
        }
    }

    @Test func `what is not ranked is not last`() throws {
        let preferences = try PanelPreferences([[1, 2, nil], [1, nil, 2], [nil, 2, 1]])
        #expect(preferences.copeland().points == [4, 0, 2])
        #expect(throws: PreferenceRefusal.notRanked(ranking: 0, submission: 2)) {
            try preferences.borda()
        }
    }

    @Test func `refuses rankings that cannot be brought together`() {
        #expect(throws: PreferenceRefusal.tooFew(submissions: 1, rankings: 1)) {
            try PanelPreferences([[1]])
        }
        #expect(throws: PreferenceRefusal.tooFew(submissions: 0, rankings: 0)) {
            try PanelPreferences([])
        }
        #expect(throws: PreferenceRefusal.uneven(ranking: 1)) {
            try PanelPreferences([[1, 2], [1]])
        }
        #expect(throws: PreferenceRefusal.weights) {
            try PanelPreferences([[1, 2]], weights: [-1])
        }
    }
}
