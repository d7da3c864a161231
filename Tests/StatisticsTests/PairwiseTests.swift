import Computing
import Foundation
import Statistics
import TestSupport
import Testing

/// Bradley and Terry's model, and Plackett and Luce's, against their definitions and each other.
struct PairwiseTests {
    private func simulated(_ random: inout SeededRandom, ties: Bool) -> Comparisons {
        var normals = NormalStream(SeededRandom(seed: random.next()))
        let count = 4 + random.below(12)
        let strengths = (0..<count).map { _ in 0.7 * normals.next() }
        var (better, worse, isTie): ([Int32], [Int32], [Bool]) = ([], [], [])
        for _ in 0..<(40 * count) {
            let one = random.below(count)
            let other = (one + 1 + random.below(count - 1)) % count
            let root = exp((strengths[one] - strengths[other]) / 2)
            let tie = ties ? 0.5 : 0
            let draw = random.unit() * (root + 1 / root + tie)
            let isWin = draw < root
            better.append(Int32(isWin ? one : other))
            worse.append(Int32(isWin ? other : one))
            isTie.append(draw >= root + 1 / root)
        }
        return Comparisons(
            better: better, worse: worse, isTie: ties ? isTie : nil, submissionCount: count)
    }

    @Test(arguments: SeededCases(20), [false, true])
    func `expected wins and ties are those that were`(
        sample: SeededCases.Case, ties: Bool
    ) throws {
        var random = sample.random
        let comparisons = simulated(&random, ties: ties)
        let model = try BradleyTerry(comparisons)
        var rest = [Double](repeating: 0, count: comparisons.submissionCount)
        var (tieRest, logLikelihood) = (0.0, 0.0)
        for place in 0..<comparisons.count {
            let (one, other) = (Int(comparisons.better[place]), Int(comparisons.worse[place]))
            let chances = model.chances(of: one, against: other)
            let isTie = comparisons.isTie?[place] ?? false
            let mean = chances.win - chances.loss
            rest[one] += (isTie ? 0 : 1) - mean
            rest[other] -= (isTie ? 0 : 1) - mean
            tieRest += (isTie ? 1 : 0) - chances.tie
            logLikelihood += log(isTie ? chances.tie : chances.win)
        }
        for value in rest + [tieRest] { #expect(abs(value) < 1e-8) }
        #expect(abs(model.logLikelihood - logLikelihood) < 1e-8)
        #expect(abs(model.strengths.reduce(0, +)) < 1e-10)
        #expect((model.tieWeight > 0) == ties)
    }

    @Test(arguments: SeededCases(10))
    func `rankings of two are comparisons, and the errors agree`(
        sample: SeededCases.Case
    ) throws {
        var random = sample.random
        let comparisons = simulated(&random, ties: false)
        let pairs = try BradleyTerry(comparisons)
        let count = comparisons.submissionCount
        let rankings = try PlackettLuce(
            rankings: (0..<comparisons.count).map {
                [comparisons.better[$0], comparisons.worse[$0]]
            }, submissionCount: count)
        for (one, other) in zip(pairs.strengths, rankings.strengths) {
            #expect(abs(one - other) < 1e-9)
        }
        // The variance of a strength as its distance from the mean, from those of differences.
        let errors = try #require(pairs.errors())
        func square(_ one: Int, _ other: Int) -> Double {
            rankings.error(of: one, against: other).map { $0 * $0 } ?? .nan
        }
        let all = (0..<count).flatMap { one in (0..<count).map { square(one, $0) } }
        let mean = all.reduce(0, +) / Double(2 * count * count)
        for one in 0..<count {
            let own = (0..<count).reduce(0) { $0 + square(one, $1) } / Double(count)
            #expect(abs(errors[one] * errors[one] - (own - mean)) < 1e-9)
        }
    }

    @Test(arguments: SeededCases(5))
    func `order and names change nothing, nor does the number of threads`(
        sample: SeededCases.Case
    ) throws {
        var random = sample.random
        let comparisons = simulated(&random, ties: true)
        let model = try BradleyTerry(comparisons, width: 1)
        let wide = try BradleyTerry(comparisons, width: 4)
        #expect(wide.strengths == model.strengths)
        #expect(wide.tieWeight == model.tieWeight)
        let order = random.shuffled(Array(0..<comparisons.count))
        let names = random.shuffled(Array(0..<comparisons.submissionCount))
        let other = try BradleyTerry(
            Comparisons(
                better: order.map { Int32(names[Int(comparisons.better[$0])]) },
                worse: order.map { Int32(names[Int(comparisons.worse[$0])]) },
                isTie: comparisons.isTie.map { ties in order.map { ties[$0] } },
                submissionCount: comparisons.submissionCount))
        for (old, new) in names.enumerated() {
            #expect(abs(model.strengths[old] - other.strengths[new]) < 1e-9)
        }
    }

    @Test func `strengths lie within their errors of the truth`() throws {
        var random = SeededRandom(seed: 11)
        var normals = NormalStream(SeededRandom(seed: 12))
        let truth = (0..<100).map { _ in normals.next() }
        var (better, worse): ([Int32], [Int32]) = ([], [])
        for _ in 0..<10_000 {
            let one = random.below(100)
            let other = (one + 1 + random.below(99)) % 100
            let isWin = random.unit() < 1 / (1 + exp(truth[other] - truth[one]))
            better.append(Int32(isWin ? one : other))
            worse.append(Int32(isWin ? other : one))
        }
        let model = try BradleyTerry(
            Comparisons(better: better, worse: worse, submissionCount: 100))
        let errors = try #require(model.errors())
        let mean = truth.reduce(0, +) / 100
        let hits = (0..<100).count {
            abs(model.strengths[$0] - (truth[$0] - mean)) < 2 * errors[$0]
        }
        #expect((88...100).contains(hits))
    }

    @Test func `a judge's marks are compared with each other alone`() {
        let marks = MarkColumns(
            submissions: [0, 1, 2, 1, 2], judges: [0, 0, 0, 1, 1], values: [7, 9, 7, 3, 5],
            submissionCount: 3, judgeCount: 2)
        let comparisons = Comparisons(marks)
        #expect(comparisons.better == [1, 0, 1, 2])
        #expect(comparisons.worse == [0, 2, 2, 1])
        #expect(comparisons.isTie == [false, true, false, false])
    }

    static let refused: [(String, Comparisons, PairwiseRefusal)] = [
        ("none", Comparisons(better: [], worse: [], submissionCount: 3), .tooFew),
        (
            "one with itself", Comparisons(better: [0, 1], worse: [1, 1], submissionCount: 2),
            .outOfRange(at: 1)
        ),
        (
            "ties alone",
            Comparisons(better: [0, 1], worse: [1, 0], isTie: [true, true], submissionCount: 2),
            .tiesAlone
        ),
        (
            "one that always wins",
            Comparisons(better: [0, 1, 2, 0], worse: [1, 2, 1, 2], submissionCount: 3),
            .separated([0])
        ),
        (
            "two islands",
            Comparisons(
                better: [0, 1, 2, 3, 3, 4], worse: [1, 0, 3, 2, 4, 3], submissionCount: 5),
            .separated([0, 1])
        ),
    ]

    @Test(arguments: refused)
    func `comparisons that cannot carry the model are refused`(
        name: String, comparisons: Comparisons, refusal: PairwiseRefusal
    ) {
        #expect(throws: refusal) { try BradleyTerry(comparisons) }
    }

    @Test func `rankings without finite estimates are refused, unless pseudo-rankings help`() throws
    {
        let rankings: [[Int32]] = [[0, 1, 2], [1, 0, 2], [0, 2]]
        #expect(throws: PairwiseRefusal.separated([2])) {
            try PlackettLuce(rankings: rankings, submissionCount: 3)
        }
        let model = try PlackettLuce(rankings: rankings, submissionCount: 3, pseudoWeight: 0.5)
        #expect(model.strengths[2] < model.strengths[1])
        #expect(throws: PairwiseRefusal.outOfRange(at: 1)) {
            try PlackettLuce(rankings: [[0, 1], [1, 1]], submissionCount: 2)
        }
    }
}
