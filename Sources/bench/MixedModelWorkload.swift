import Foundation
import Statistics
import TestSupport

/// W4: the additive mixed model, with the standard errors of all effects.
///
/// Calls what `banyan report` calls. The check value is −2 log REML, the same for every exact
/// solver.
struct MixedModelWorkload: Workload {
    enum Source: Sendable {
        /// 73,421 ratings of lecturers by students, an open data set.
        case teachingRatings
        /// So many marks as W4's generator writes them.
        case marks(Int)
    }

    let data: Source

    var name: String {
        switch data {
        case .teachingRatings: "W4 InstEval"
        case .marks(let count): "W4 \(count)"
        }
    }

    private static let folder =
        ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data"

    private var path: String {
        switch data {
        case .teachingRatings: "\(Self.folder)/w4_insteval.csv"
        case .marks(100_000): "\(Self.folder)/w4_100k.csv"
        case .marks: "\(Self.folder)/w4_1m.csv"
        }
    }

    var isPossible: Bool {
        if case .teachingRatings = data, SharedData.isPresent { try? writeRatings() }
        return FileManager.default.fileExists(atPath: path)
    }

    /// Writes the open data set in the form of the generator's files, which the peers read.
    private func writeRatings() throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        var lines = ["s,d,y"]
        for row in try DataTable("insteval/ratings.csv.gz").rows {
            let cells = ["student", "lecturer", "rating"].map { row[$0] ?? "" }
            lines.append(cells.joined(separator: ","))
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
    }

    var peers: [Peer] {
        let environment = ProcessInfo.processInfo.environment
        let reference = (environment["BANYAN_SHARED"] ?? "../shared") + "/reference"
        let python = environment["PY"] ?? "python3"
        let result = (seconds: "fit_s", check: "m2_log_reml")
        return [
            Peer(
                name: "SciPy", command: [python, "\(reference)/w4_ref.py", path, "reml"],
                result: result),
            Peer(
                name: "lme4", command: ["Rscript", "\(reference)/w4_lmer.R", path, "default"],
                result: result),
        ]
    }

    func run() throws -> Measurement {
        let marks = try marks()
        return try Measurement.of(name) {
            String(format: "%.7f", try MixedModel(marks).criterion)
        }
    }

    private func marks() throws -> MarkColumns {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var (submissions, judges): (Levels, Levels) = (Levels(), Levels())
        var values: [Double] = []
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",")
            submissions.add(cells[0])
            judges.add(cells[1])
            values.append(Double(cells[2]) ?? .nan)
        }
        return MarkColumns(
            submissions: submissions.column, judges: judges.column, values: values,
            submissionCount: submissions.numbers.count, judgeCount: judges.numbers.count)
    }

    /// Names, counted from 0 in the order in which they first come.
    private struct Levels {
        var numbers: [Substring: Int32] = [:]
        var column: [Int32] = []

        mutating func add(_ name: Substring) {
            let number = numbers[name] ?? Int32(numbers.count)
            numbers[name] = number
            column.append(number)
        }
    }
}
