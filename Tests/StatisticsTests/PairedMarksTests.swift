import Computing
import Statistics
import TestSupport
import Testing

struct PairedMarksTests {
    @Test(arguments: SeededCases(40))
    func `kappa of numbers is Cohen's kappa with quadratic weights`(
        sample: SeededCases.Case
    ) throws {
        var random = sample.random
        let size = 2 + random.below(9)
        var table = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
        var pairs = PairedMarks()
        for _ in 0..<(5 + random.below(200)) {
            let one = random.below(size)
            let other = random.below(3) == 0 ? one : random.below(size)
            table[one][other] += 1
            pairs.add(10 + 0.5 * Double(one), 10 + 0.5 * Double(other))
        }
        let kappa = try #require(pairs.kappa)
        #expect(abs(kappa - (try Kappa.cohen(table, .quadratic))) < 1e-9)
    }

    @Test(arguments: SeededCases(20))
    func `a panel counts as every pair of its marks, both ways round`(sample: SeededCases.Case) {
        var random = sample.random
        var (panels, pairs) = (PairedMarks(), PairedMarks())
        for _ in 0..<20 {
            let marks = (0..<random.below(6)).map { _ in Double(random.below(21)) / 2 }
            panels.add(panel: marks)
            for one in marks.indices {
                for other in marks.indices where other != one {
                    pairs.add(marks[one], marks[other])
                }
            }
        }
        #expect(panels.count == pairs.count)
        #expect(abs((panels.kappa ?? .nan) - (pairs.kappa ?? .nan)) < 1e-9)
    }

    @Test func `where nothing can be told there is no kappa`() {
        var pairs = PairedMarks()
        #expect(pairs.kappa == nil)
        pairs.add(3, 3)
        pairs.add(panel: [3, 3, 3])
        #expect(pairs.kappa == nil)
        pairs.add(4, 4)
        #expect(pairs.kappa == 1)
        var alone = PairedMarks()
        alone.add(panel: [5])
        alone.add(panel: [])
        #expect(alone.count == 0)
    }
}
