import Foundation
import Statistics
import Testing

/// Metrics against the values that scikit-learn, SciPy and sacrebleu give for the same rows;
/// `MetricReference/make.py` makes both files, and `values.csv` states the versions.
struct MetricReferenceTests {
    private let rows: [[String]]
    private let values: [String: Double]

    init() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "MetricReference")
        func table(_ name: String) throws -> [[String]] {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                .split(separator: "\n").map { line in
                    line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
                }
        }
        rows = try table("rows.csv")
        values = Dictionary(
            try table("values.csv").dropFirst().map { ($0[0], Double($0[1]) ?? .nan) },
            uniquingKeysWith: { first, _ in first })
    }

    private func numbers(_ column: Int) -> [Double] { rows.map { Double($0[column]) ?? .nan } }

    private func classes(_ column: Int) -> [Int] { rows.map { Int($0[column]) ?? -1 } }

    private func expect(_ found: Double, _ name: String) throws {
        let wanted = try #require(values[name])
        #expect(abs(found - wanted) <= 1e-12 * max(1, abs(wanted)), "\(name): \(found)")
    }

    private func confusion() throws -> Confusion {
        try Confusion(answers: classes(0), predictions: classes(1), classes: 4)
    }

    @Test func `metrics of classes equal scikit-learn's to 1e-12`() throws {
        let confusion = try confusion()
        try expect(confusion.accuracy, "accuracy")
        try expect(confusion.balancedAccuracy(), "balanced-accuracy")
        try expect(confusion.matthews(), "matthews")
        try expect(confusion.kappa(), "kappa")
        try expect(confusion.kappa(.linear), "kappa-linear")
        try expect(confusion.kappa(.quadratic), "kappa-quadratic")
    }

    @Test(arguments: ["binary", "macro", "micro", "weighted"])
    func `precision, recall, F1 and IoU equal scikit-learn's to 1e-12`(name: String) throws {
        let averages: [String: Confusion.Average] = [
            "binary": .binary(positive: 1), "macro": .macro, "micro": .micro, "weighted": .weighted,
        ]
        let average = try #require(averages[name])
        let confusion = try confusion()
        try expect(confusion.precision(average), "precision-\(name)")
        try expect(confusion.recall(average), "recall-\(name)")
        try expect(confusion.f1(average), "f1-\(name)")
        try expect(confusion.intersectionOverUnion(average), "iou-\(name)")
    }

    @Test func `metrics of probabilities and scores equal scikit-learn's to 1e-12`() throws {
        let shares = rows.map { row in row[3..<7].map { Double($0) ?? .nan } }
        let yes = classes(0).map { $0 == 0 }
        try expect(Probabilities.logLoss(classes(0), shares), "log-loss")
        try expect(Probabilities.logLoss(yes, numbers(2)), "log-loss-binary")
        try expect(Probabilities.areaUnderCurve(yes, numbers(2)), "roc-auc")
        try expect(Probabilities.averagePrecision(yes, numbers(2)), "average-precision")
    }

    @Test func `metrics of numbers equal scikit-learn's to 1e-12`() throws {
        let (answers, found) = (numbers(7), numbers(8))
        try expect(NumberErrors.meanAbsolute(answers, found), "mae")
        try expect(NumberErrors.meanSquared(answers, found), "mse")
        try expect(NumberErrors.rootMeanSquared(answers, found), "rmse")
        try expect(
            NumberErrors.rootMeanSquaredLog(answers.map { abs($0) }, found.map { abs($0) }), "rmsle"
        )
        try expect(NumberErrors.meanAbsoluteShare(answers, found), "mape")
        try expect(NumberErrors.determination(answers, found), "r2")
        try expect(NumberErrors.quantileLoss(answers, found, quantile: 0.2), "quantile-0.2")
    }

    @Test func `correlations equal SciPy's to 1e-12, with ties`() throws {
        try expect(Correlation.pearson(numbers(7), numbers(8)), "pearson")
        try expect(Correlation.spearman(numbers(7), numbers(9)), "spearman")
    }

    @Test func `metrics of ranked lists equal scikit-learn's to 1e-12`() throws {
        let scores = numbers(8)
        let order = scores.indices.sorted { scores[$0] > scores[$1] }
        let gains = order.map { Double(classes(0)[$0]) }
        try expect(
            RankedLists.discountedGain(gains: gains, all: gains, places: 10), "ndcg-10")
        try expect(
            RankedLists.reciprocalRank(hits: order.map { $0 == 17 }), "reciprocal-rank")
    }

    @Test func `BLEU equals sacrebleu's to 1e-12`() throws {
        try expect(TextMetrics.bleu(rows.map { $0[10] }, rows.map { $0[11] }), "bleu")
    }
}
