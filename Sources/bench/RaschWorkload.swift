import Foundation
import Statistics

/// W8: the many-facet Rasch model by joint likelihood, with the standard errors of all effects.
///
/// The check value is the log likelihood, the same for every exact solver.
struct RaschWorkload: Workload {
    var name: String { "W8 1000000" }

    private var path: String {
        let folder = ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data"
        return "\(folder)/w8_1m.csv"
    }

    var isPossible: Bool { FileManager.default.fileExists(atPath: path) }

    // The reference writes its answer beside its script, so it is not run as a peer.
    var peers: [Peer] { [] }

    func run() throws -> Measurement {
        let ratings = try read()
        return try Measurement.of(name) {
            let model = try RaschModel(ratings)
            guard model.largestSlope < 1e-8 else { return "slope \(model.largestSlope)" }
            return String(format: "%.7f", model.logLikelihood)
        }
    }

    /// Reads submission, judge, criterion and category, all whole numbers, below a header.
    private func read() throws -> RatingColumns {
        var columns = [[Int32]](repeating: [], count: 4)
        var (column, number) = (0, Int32(0))
        let bytes = try Data(contentsOf: URL(filePath: path))
        for byte in [UInt8](bytes).drop(while: { $0 != UInt8(ascii: "\n") }).dropFirst() {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\n"):
                columns[column].append(number)
                number = 0
                column = byte == UInt8(ascii: ",") ? column + 1 : 0
            default: number = number * 10 + Int32(byte) - Int32(UInt8(ascii: "0"))
            }
        }
        func count(_ column: Int) -> Int { Int(columns[column].max() ?? -1) + 1 }
        return RatingColumns(
            submissions: columns[0], judges: columns[1], criteria: columns[2],
            categories: columns[3], highest: [Int](repeating: count(3) - 1, count: count(2)),
            submissionCount: count(0), judgeCount: count(1))
    }
}
