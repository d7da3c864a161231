import Computing
import Testing

struct SeededRandomTests {
    @Test func `gives the numbers of the authors' xoshiro256** for the state 1 2 3 4`() {
        var random = SeededRandom(state: (1, 2, 3, 4))
        let published: [UInt64] = [
            11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
            607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
            10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
        ]
        #expect(published.map { _ in random.next() } == published)
    }

    /// The first numbers of SplitMix64 started at 1234567, as published with its C code.
    @Test func `takes its state from SplitMix64 started at the seed`() {
        let state: (UInt64, UInt64, UInt64, UInt64) = (
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431
        )
        #expect(SeededRandom(seed: 1_234_567) == SeededRandom(state: state))
    }

    @Test func `gives another stream for another seed, label or number`() {
        let stream = SeededRandom(seed: 7, label: "draw mobile/final")
        #expect(stream == SeededRandom(seed: 7, label: "draw mobile/final", number: 0))
        #expect(stream != SeededRandom(seed: 8, label: "draw mobile/final"))
        #expect(stream != SeededRandom(seed: 7, label: "draw mobile/semi"))
        #expect(stream != SeededRandom(seed: 7, label: "draw mobile/final", number: 1))
        #expect(stream != SeededRandom(seed: 7))
    }

    /// Recomputed outside Swift, from the description in the docstring alone.
    @Test func `draws the order that an outsider computes`() {
        var random = SeededRandom(seed: 20_231_119, label: "抽签 mobile/final", number: 3)
        #expect(random.shuffled(1...12) == [9, 4, 12, 2, 5, 1, 10, 8, 7, 11, 6, 3])
        #expect(random.next() == 16_052_095_697_192_539_148)
        #expect(random.unit() * 0x1p53 == 3_164_676_200_898_008)
    }

    @Test(arguments: [1, 2, 3, 7, 10])
    func `draws every number below a bound about equally often`(bound: Int) {
        var random = SeededRandom(seed: 1, label: "fairness")
        var counts = [Int](repeating: 0, count: bound)
        let expected = 10_000
        for _ in 0..<(bound * expected) { counts[random.below(bound)] += 1 }
        // Six standard deviations of a count.
        #expect(counts.allSatisfy { abs($0 - expected) < 600 })
    }

    /// If nothing were drawn again, 3 in 8 draws would be multiples of 3 rather than 1 in 3.
    @Test func `has no bias for a bound near the greatest`() {
        var random = SeededRandom(seed: 2, label: "fairness")
        let bound = 3 << 61
        let multiples = (0..<30_000).count { _ in random.below(bound) % 3 == 0 }
        #expect(abs(multiples - 10_000) < 500)
    }

    @Test func `gives each of the 24 orders of four about equally often`() {
        var random = SeededRandom(seed: 3)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<24_000 { counts[random.shuffled(0..<4), default: 0] += 1 }
        #expect(counts.count == 24)
        #expect(counts.values.allSatisfy { abs($0 - 1_000) < 200 })
    }

    @Test func `keeps unit numbers from 0 to below 1`() {
        var random = SeededRandom(seed: 4)
        let numbers = (0..<10_000).map { _ in random.unit() }
        #expect(numbers.allSatisfy { (0..<1).contains($0) })
        #expect(abs(numbers.reduce(0, +) / 10_000 - 0.5) < 0.02)
    }
}
