import Foundation
import Statistics

/// W3: 9,999,990 marks to weighted sheet scores, standard scores by judge, trimmed means, places.
///
/// The marks are those of W3's generator, in columns that are in memory when the clock starts; the
/// check value is a weighted sum of the places.
struct StandardisedRankingWorkload: Workload {
    let name = "W3 memory"

    private static let folder =
        ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data"
    private static let base = "\(folder)/w3_9999990"

    var isPossible: Bool { FileManager.default.fileExists(atPath: "\(Self.base).cols") }

    var peers: [Peer] {
        let environment = ProcessInfo.processInfo.environment
        let script = (environment["BANYAN_SHARED"] ?? "../shared") + "/reference/w3_tool.py"
        let python = environment["PY"] ?? "python3"
        let tools = [("DuckDB", "duckdb"), ("Polars", "polars"), ("compiled loops", "numba")]
        return tools.map { name, tool in
            Peer(
                name: name, command: [python, script, tool, "mem", Self.base, "3"],
                result: (seconds: "compute_s", check: "rank_weighted"))
        }
    }

    func run() throws -> Measurement {
        var file = ColumnFile(bytes: try Data(contentsOf: URL(filePath: "\(Self.base).cols")))
        let sizes = file.column(3, of: Int64.self).map { Int($0) }
        let marks = CriterionMarks(
            submissions: file.column(sizes[0], of: Int32.self),
            judges: file.column(sizes[0], of: Int32.self),
            criteria: file.column(sizes[0], of: Int8.self),
            steps: file.column(sizes[0], of: Int16.self), stepsPerPoint: 10,
            weights: [30, 25, 20, 15, 10], submissionCount: sizes[1], judgeCount: sizes[2])
        let tracks = file.column(sizes[1], of: Int16.self)
        return try Measurement.of(name) {
            let places = try StandardisedRanking(marks, tracks: tracks).places
            let sum = places.enumerated().reduce(0) {
                $0 + Int($1.element) * ($1.offset % 1_009 + 1)
            }
            return "\(sum)"
        }
    }

    /// Columns of little-endian numbers, one after the other.
    private struct ColumnFile {
        var bytes: Data
        var start = 0

        mutating func column<Number: BitwiseCopyable>(
            _ count: Int, of type: Number.Type
        ) -> [Number] {
            let size = MemoryLayout<Number>.stride
            let range = start..<start + count * size
            start = range.upperBound
            return bytes.withUnsafeBytes { bytes in
                (0..<count).map {
                    bytes.loadUnaligned(fromByteOffset: range.lowerBound + $0 * size, as: type)
                }
            }
        }
    }
}
