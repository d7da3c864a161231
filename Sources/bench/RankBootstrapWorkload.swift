import Foundation
import Statistics

/// W6: rank intervals of 2,000 submissions from 10,000 draws of their 7 judges.
///
/// The marks are those of W6's generator; the stream of choices and the check value, a weighted sum
/// of the intervals' ends, are the reference's.
struct RankBootstrapWorkload: Workload {
    let name = "W6 2000x7x10000"

    private var path: String {
        (ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data") + "/w6_2000x7.csv"
    }

    var isPossible: Bool { FileManager.default.fileExists(atPath: path) }

    var peers: [Peer] {
        let environment = ProcessInfo.processInfo.environment
        let script = (environment["BANYAN_SHARED"] ?? "../shared") + "/reference/w6_boot.py"
        let python = environment["PY"] ?? "python3"
        return [("compiled loops", "numba1"), ("NumPy", "sm64")].map { name, way in
            Peer(
                name: name, command: [python, script, way, "10000", "2000", "7"],
                result: (seconds: "total_s", check: "checksum"))
        }
    }

    func run() throws -> Measurement {
        let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",").compactMap { Double($0) }
        }
        let marks = MarkColumns(
            submissions: rows.indices.flatMap { [Int32](repeating: Int32($0), count: 7) },
            judges: rows.flatMap { $0.indices.map { Int32($0) } },
            values: rows.flatMap { $0 }, submissionCount: rows.count, judgeCount: 7)
        var question = RankBootstrap.Question(order: Array(rows.indices), lines: [])
        question.seed = 20_261_123
        return try Measurement.of(name) {
            let places = try RankBootstrap(marks, question).places
            return "\(Self.checksum(places))"
        }
    }

    private static func checksum(_ places: [RankCertainty.Place]) -> Int {
        places.enumerated().reduce(0) { sum, place in
            let best = place.element.best * (place.offset % 101 + 1)
            let worst = place.element.worst * (place.offset % 103 + 1)
            return sum + best + 7 * worst
        }
    }
}
