import Foundation
import Statistics
import TestSupport
import Testing

/// Metrics by hand, their edges, and what must hold in every case.
struct MetricTests {
    @Test func `the average precision of a list is the mean precision at its hits`() throws {
        let hits = [true, false, true, false, true]  // 1, 2/3, 3/5
        let value = try RankedLists.averagePrecision(hits: hits, relevant: 4, places: 5)
        #expect(abs(value - (1 + 2.0 / 3 + 3.0 / 5) / 4) < 1e-15)
        let short = try RankedLists.averagePrecision(hits: hits, relevant: 4, places: 3)
        #expect(abs(short - (1 + 2.0 / 3) / 3) < 1e-15)
    }

    @Test func `two boxes that share a quarter of each overlap by a seventh`() throws {
        let one = try #require(Box(left: 0, top: 0, right: 2, bottom: 2))
        let other = try #require(Box(left: 1, top: 1, right: 3, bottom: 3))
        #expect(abs(one.intersectionOverUnion(other) - 1.0 / 7) < 1e-15)
        #expect(one.intersectionOverUnion(one) == 1)
        #expect(Box(left: 1, top: 0, right: 1, bottom: 2) == nil)
        #expect(Box(left: .nan, top: 0, right: 1, bottom: 2) == nil)
    }

    @Test func `a thing found twice counts once, and the second find is wrong`() throws {
        let box = try #require(Box(left: 0, top: 0, right: 2, bottom: 2))
        let far = try #require(Box(left: 9, top: 9, right: 10, bottom: 10))
        let there = [
            Detection(picture: 1, label: 0, box: box), Detection(picture: 2, label: 0, box: box),
        ]
        let found = [
            Detection(picture: 1, label: 0, confidence: 0.9, box: box),
            Detection(picture: 1, label: 0, confidence: 0.8, box: box),
            Detection(picture: 2, label: 0, confidence: 0.7, box: box),
            Detection(picture: 2, label: 0, confidence: 0.6, box: far),
        ]
        let value = try Detection.meanAveragePrecision(
            answers: there, predictions: found, threshold: 0.5)
        #expect(abs(value - (1 + 2.0 / 3) / 2) < 1e-15)
    }

    private static let texts: [(String, String, Int)] = [
        ("kitten", "sitting", 3), ("", "abc", 3), ("评分", "评审", 1), ("same", "same", 0),
    ]

    @Test(arguments: texts)
    func `edit distance counts insertions, deletions and replacements`(
        one: String, other: String, distance: Int
    ) {
        #expect(TextMetrics.editDistance(one, other) == distance)
        #expect(TextMetrics.editDistance(other, one) == distance)
    }

    @Test func `the symmetric share counts a zero that is right as right`() throws {
        #expect(try NumberErrors.symmetricShare([0, 1], [0, 3]) == 0.5)
        #expect(try NumberErrors.symmetricShare([0], [5]) == 2)
    }

    @Test func `exact match compares code points`() throws {
        #expect(try TextMetrics.exactMatch(["é", "a"], ["e\u{301}", "a"]) == 0.5)
    }

    @Test func `answers of one class are refused where a metric compares classes`() throws {
        let one = try Confusion(answers: [0, 0], predictions: [0, 1], classes: 2)
        #expect(throws: MetricRefusal.oneClass) { try one.balancedAccuracy() }
        #expect(throws: MetricRefusal.oneClass) { try one.matthews() }
        #expect(throws: MetricRefusal.oneClass) { try one.kappa() }
        #expect(throws: MetricRefusal.oneClass) { try one.recall(.binary(positive: 1)) }
        #expect(throws: MetricRefusal.oneClass) {
            try Probabilities.areaUnderCurve([true, true], [0.1, 0.2])
        }
        #expect(throws: MetricRefusal.oneClass) {
            try Probabilities.averagePrecision([false], [0.1])
        }
    }

    @Test func `predictions of one class have the metrics of chance`() throws {
        let flat = try Confusion(answers: [0, 1, 1], predictions: [0, 0, 0], classes: 2)
        #expect(try flat.matthews() == 0)
        #expect(try flat.kappa() == 0)
        #expect(try flat.precision(.binary(positive: 1)) == 0)
        #expect(try Probabilities.areaUnderCurve([true, false, true], [1, 1, 1]) == 0.5)
    }

    @Test func `columns that are empty or do not match are refused`() {
        #expect(throws: MetricRefusal.empty) {
            try Confusion(answers: [], predictions: [], classes: 2)
        }
        #expect(throws: MetricRefusal.empty) { try NumberErrors.meanSquared([], []) }
        #expect(throws: MetricRefusal.lengths(answers: 1, predictions: 2)) {
            try NumberErrors.meanAbsolute([1], [1, 2])
        }
        #expect(throws: MetricRefusal.outOfRange(row: 1)) {
            try Confusion(answers: [0, 1], predictions: [0, 2], classes: 2)
        }
        #expect(throws: MetricRefusal.empty) { try TextMetrics.bleu([""], ["a"]) }
        #expect(throws: MetricRefusal.empty) {
            try RankedLists.averagePrecision(hits: [false], relevant: 0, places: 5)
        }
        #expect(throws: MetricRefusal.empty) {
            try RankedLists.discountedGain(gains: [0], all: [0, 0], places: 5)
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `what is no finite number is refused with its row`(bad: Double) {
        let refusal = MetricRefusal.notFinite(row: 1)
        #expect(throws: refusal) { try NumberErrors.meanAbsolute([1, 2], [1, bad]) }
        #expect(throws: refusal) { try NumberErrors.determination([1, bad], [1, 2]) }
        #expect(throws: refusal) { try Correlation.spearman([1, 2], [1, bad]) }
        #expect(throws: refusal) { try Probabilities.areaUnderCurve([true, false], [1, bad]) }
        #expect(throws: refusal) { try Probabilities.logLoss([true, false], [1, bad]) }
        #expect(throws: refusal) {
            try Probabilities.logLoss([0, 1], [[0.5, 0.5], [0.5, bad]])
        }
    }

    @Test func `numbers that a metric is not defined for are refused`() {
        #expect(throws: MetricRefusal.outOfRange(row: 1)) {
            try NumberErrors.meanAbsoluteShare([1, 0], [1, 1])
        }
        #expect(throws: MetricRefusal.outOfRange(row: 0)) {
            try NumberErrors.rootMeanSquaredLog([1], [-0.5])
        }
        #expect(throws: MetricRefusal.allEqual) { try NumberErrors.determination([3, 3], [1, 2]) }
        #expect(throws: MetricRefusal.allEqual) { try Correlation.pearson([1, 2], [4, 4]) }
        #expect(throws: MetricRefusal.overflow) {
            try NumberErrors.meanSquared([1e300], [-1e300])
        }
        #expect(throws: MetricRefusal.outOfRange(row: 0)) {
            try Probabilities.logLoss([true], [1.5])
        }
        #expect(throws: MetricRefusal.outOfRange(row: 0)) {
            try Probabilities.logLoss([0], [[0.9, 0.9]])
        }
    }

    @Test(arguments: SeededCases(40))
    func `the area under the curve is the share of pairs in order`(chance: SeededCases.Case) throws
    {
        var random = chance.random
        let answers = (0..<30).map { $0 == 0 || ($0 != 1 && random.next() % 3 == 0) }
        let scores = (0..<30).map { _ in Double(random.next() % 8) }
        var (sum, pairs) = (0.0, 0.0)
        for one in answers.indices where answers[one] {
            for other in answers.indices where !answers[other] {
                pairs += 1
                sum += scores[one] > scores[other] ? 1 : scores[one] == scores[other] ? 0.5 : 0
            }
        }
        let area = try Probabilities.areaUnderCurve(answers, scores)
        #expect(abs(area - sum / pairs) < 1e-12)
    }

    @Test(arguments: SeededCases(40))
    func `metrics do not depend on the order of rows`(chance: SeededCases.Case) throws {
        var random = chance.random
        let answers = (0..<40).map { $0 < 3 ? $0 : Int(random.next() % 3) }
        let predictions = (0..<40).map { _ in Int(random.next() % 3) }
        let turned = Confusion.Average.weighted
        let one = try Confusion(answers: answers, predictions: predictions, classes: 3)
        let other = try Confusion(
            answers: answers.reversed(), predictions: predictions.reversed(), classes: 3)
        #expect(one == other)
        let (f1, precision) = (try one.f1(turned), try one.precision(.micro))
        #expect((0...1).contains(f1))
        #expect(precision == one.accuracy)
        let perfect = try Confusion(answers: answers, predictions: answers, classes: 3)
        #expect(try perfect.matthews() == 1)
        #expect(try perfect.f1(.macro) == 1)
        #expect(try perfect.kappa(.quadratic) == 1)
    }
}
