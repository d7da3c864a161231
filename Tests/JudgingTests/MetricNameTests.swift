import Contests
import Foundation
import Judging
import Numbers
import TestSupport
import Testing

/// What a contest file's metrics measure, from files to value, against the values that
/// `StatisticsTests/MetricReference/make.py` took from scikit-learn, SciPy and sacrebleu.
struct MetricNameTests {
    /// A metric, its name among the reference values, and the columns of answers and predictions.
    private static let classes: [(MetricKind, String)] = [
        (.accuracy, "accuracy"), (.balancedAccuracy, "balanced-accuracy"),
        (.precisionBinary, "precision-binary"), (.precisionMacro, "precision-macro"),
        (.precisionMicro, "precision-micro"), (.precisionWeighted, "precision-weighted"),
        (.recallBinary, "recall-binary"), (.recallMacro, "recall-macro"),
        (.recallMicro, "recall-micro"), (.recallWeighted, "recall-weighted"),
        (.f1Binary, "f1-binary"), (.f1Macro, "f1-macro"), (.f1Micro, "f1-micro"),
        (.f1Weighted, "f1-weighted"), (.overlap, "iou-binary"), (.meanOverlap, "iou-macro"),
        (.matthews, "matthews"), (.kappa, "kappa"), (.kappaLinear, "kappa-linear"),
        (.kappaQuadratic, "kappa-quadratic"),
    ]
    private static let scores: [(MetricKind, String)] = [
        (.logLoss, "log-loss-binary"), (.areaUnderCurve, "roc-auc"),
        (.averagePrecision, "average-precision"),
    ]
    private static let numbers: [(MetricKind, String)] = [
        (.meanAbsolute, "mae"), (.meanSquared, "mse"), (.rootMeanSquared, "rmse"),
        (.meanAbsoluteShare, "mape"), (.determination, "r2"), (.pearson, "pearson"),
        (.quantileLoss, "quantile-0.2"),
    ]

    private let rows: [[String]]
    private let values: [String: Double]
    private let workshop: ContestWorkshop

    init() throws {
        workshop = try ContestWorkshop()
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "StatisticsTests/MetricReference")
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

    /// Measures a column of the rows against another, and compares with the reference.
    private func check(
        _ metric: MetricKind, _ name: String, answer: Int, prediction: Int, positive: String = "1"
    ) throws {
        for (file, column, place) in [("a", "answer", answer), ("p", "prediction", prediction)] {
            let lines = rows.indices.map { "r\($0),\(rows[$0][place])" }
            let text = (["id,\(column)"] + lines).joined(separator: "\n")
            try workshop.write(text, to: "\(file).csv")
        }
        var task = MetricTask(
            judge: "M", criterion: "c", metric: metric, file: "p.csv", answers: "a.csv")
        task.positive = positive
        task.quantile = Points(millionths: 200_000)
        let judge = try MetricJudge(task: task, answers: workshop.inside("a.csv"), file: "a.csv")
        let found = try judge.values(
            of: workshop.inside("p.csv"), file: "p.csv", on: [.final])[0]
        let wanted = try #require(values[name])
        #expect(abs(found - wanted) <= 1e-12 * max(1, abs(wanted)), "\(name): \(found)")
    }

    @Test(arguments: classes)
    func `a metric of classes measures what its name says`(
        metric: MetricKind, name: String
    ) throws {
        try check(metric, name, answer: 0, prediction: 1)
    }

    @Test(arguments: scores)
    func `a metric of scores measures what its name says`(metric: MetricKind, name: String) throws {
        try check(metric, name, answer: 0, prediction: 2, positive: "0")
    }

    @Test(arguments: numbers)
    func `a metric of numbers measures what its name says`(
        metric: MetricKind, name: String
    ) throws {
        try check(metric, name, answer: 7, prediction: 8)
    }

    @Test func `a rank correlation and BLEU measure what their names say`() throws {
        try check(.spearman, "spearman", answer: 7, prediction: 9)
        try check(.bleu, "bleu", answer: 10, prediction: 11)
    }
}
