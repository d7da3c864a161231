import Computing
import Contests
import Foundation
import Judging
import TestSupport

/// W11: 1,000 submissions of 100,000 predictions each, measured against hidden answers.
///
/// Calls what `banyan judge` calls for each submission. The files are 20 different ones, each
/// handed in by 50 submissions, so that they fit on any disk; every submission's is read anew. File
/// number *f* misses every answer by *f* + 1 eighths, or orders all rows right, so the sum of all
/// values is known.
struct MetricsWorkload: Workload {
    let metric: MetricKind
    private static let files = 20
    private static let submissions = 1_000
    private static let rows = 100_000

    var name: String { "W11 metrics \(metric.rawValue)" }
    var isPossible: Bool { true }
    var peers: [Peer] { [] }

    func run() throws -> Measurement {
        let workshop = try ContestWorkshop()
        let isOrder = metric.form == .scores
        let truth = (0..<Self.rows).map { Double($0 * 7_919 % 99_991) / 8 }
        try write(truth.map { isOrder ? ($0 > 9_000 ? 1 : 0) : $0 }, "answer", to: workshop, "a")
        for file in 0..<Self.files {
            let miss = Double(file + 1) / 8
            try write(truth.map { $0 + miss }, "prediction", to: workshop, "p\(file)")
        }
        var task = MetricTask(
            judge: "M", criterion: "c", metric: metric, file: "p", answers: "a")
        task.positive = "1.0"
        return try Measurement.of(name) {
            let judge = try MetricJudge(
                task: task, answers: workshop.inside("a.csv"), file: "a.csv")
            let values = (0..<Self.submissions).map { $0 % Self.files }.concurrentMap { file in
                let name = "p\(file).csv"
                let revision = MetricRevision(path: workshop.inside(name), file: name)
                return judge.measure([revision], on: .final).measured?.value ?? .nan
            }
            return String(format: "sum %.6f", values.reduce(0, +))
        }
    }

    private func write(
        _ values: [Double], _ column: String, to workshop: ContestWorkshop, _ name: String
    ) throws {
        var text = "id,\(column)\n"
        for (row, value) in values.enumerated() { text += "r\(row),\(value)\n" }
        try workshop.write(text, to: "\(name).csv")
    }
}
