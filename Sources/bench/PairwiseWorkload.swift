import Foundation
import Statistics

/// W5: strengths from comparisons, by Bradley and Terry's model.
///
/// The check value is the sum of the squared strengths, the same for every exact solver.
struct PairwiseWorkload: Workload {
    let submissions: Int
    let comparisons: Int

    var name: String { "W5 \(submissions)x\(comparisons)" }

    private var path: String {
        let folder = ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data"
        return "\(folder)/w5_\(submissions)x\(comparisons).pairs"
    }

    var isPossible: Bool { FileManager.default.fileExists(atPath: path) }

    var peers: [Peer] {
        let environment = ProcessInfo.processInfo.environment
        let reference = (environment["BANYAN_SHARED"] ?? "../shared") + "/reference"
        let python = environment["PY"] ?? "python3"
        return ["newton": "SciPy Newton", "choix_ilsr": "choix"].sorted { $0.key > $1.key }.map {
            Peer(
                name: $0.value,
                command: [
                    python, "\(reference)/w5_bt.py", $0.key, "\(submissions)", "\(comparisons)",
                ],
                result: (seconds: "fit_s", check: "sum_sq"))
        }
    }

    func run() throws -> Measurement {
        let comparisons = try read()
        return try Measurement.of(name) {
            let model = try BradleyTerry(comparisons)
            return String(format: "%.6f", model.strengths.reduce(0) { $0 + $1 * $1 })
        }
    }

    /// Reads better and worse of each comparison, 32 bits each, little endian.
    private func read() throws -> Comparisons {
        let data = try Data(contentsOf: URL(filePath: path))
        let numbers = data.withUnsafeBytes { Array($0.bindMemory(to: Int32.self)) }
        let places = stride(from: 0, to: numbers.count, by: 2)
        return Comparisons(
            better: places.map { numbers[$0] }, worse: places.map { numbers[$0 + 1] },
            submissionCount: submissions)
    }
}
