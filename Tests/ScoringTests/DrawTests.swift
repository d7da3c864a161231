import Computing
import Contests
import Scoring
import TestSupport
import Testing

struct DrawTests {
    /// Worked out step by step from the documentation, apart from the program.
    @Test func `the numbers are those that the documentation defines`() {
        func first(_ start: UInt64) -> UInt64 {
            var state = start
            return next(&state)
        }
        func next(_ state: inout UInt64) -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        for (seed, id) in [("2026-05-20", "S001"), ("", ""), ("开奖", "作品1")] {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in "\(seed)\n\(id)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            var state = first(first(first(0) ^ hash))
            _ = next(&state)
            let second = next(&state)
            let product = second &* 5
            let expected = ((product << 7) | (product >> 57)) &* 9
            #expect(Draw.number(of: SubmissionID(id), seed: seed) == expected)
        }
    }

    @Test(arguments: SeededCases(20))
    func `neither the order given nor who leaves changes the order of the others`(
        case seeded: SeededCases.Case
    ) {
        var random = seeded.random
        let all = (0..<30).map { SubmissionID("S\($0)") }
        let seed = "\(seeded.seed)"
        let order = Draw.order(of: random.shuffled(all), seed: seed)
        #expect(Set(order) == Set(all))
        #expect(order == Draw.order(of: all, seed: seed))
        let gone = all[random.below(30)]
        #expect(
            Draw.order(of: all.filter { $0 != gone }, seed: seed) == order.filter { $0 != gone })
    }

    @Test func `every place is drawn about equally often`() {
        let all = (0..<5).map { SubmissionID("S\($0)") }
        var wins = [SubmissionID: Int]()
        for seed in 0..<5000 { wins[Draw.order(of: all, seed: "\(seed)")[0], default: 0] += 1 }
        // 1,000 expected, standard deviation 28.
        for id in all { #expect((850...1150).contains(wins[id] ?? 0)) }
    }
}
