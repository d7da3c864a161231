import Assigning
import Contests
import Foundation

/// W2: judges for submissions, three to five each, within the judges' loads.
///
/// Calls what `banyan assign` calls. The time is that of solving; the check value is the total
/// affinity, the same for every exact solver.
struct AssignmentWorkload: Workload {
    let submissions: Int
    let judges: Int
    /// `sparse`, the 50 best judges of each submission, or `dense`.
    let kind: String

    var name: String { "W2 \(submissions)x\(judges) \(kind)" }

    private static let folder =
        ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data"

    private var path: String { "\(Self.folder)/w2_\(submissions)_\(judges)_\(kind).bin" }

    var isPossible: Bool { FileManager.default.fileExists(atPath: path) }

    var peers: [Peer] {
        let environment = ProcessInfo.processInfo.environment
        let shared = environment["BANYAN_SHARED"] ?? "../shared"
        let python = environment["PY"] ?? "python3"
        let lemon = "\(Self.folder)/w2_lemon"
        return [
            Peer(
                name: "OR-tools SimpleMinCostFlow",
                command: [python, "\(shared)/reference/w2_py.py", "ort_mcf", path],
                result: Self.result),
            Peer(
                name: "LEMON NetworkSimplex", command: [lemon, "ns", path],
                result: Self.result),
            Peer(
                name: "LEMON CostScaling", command: [lemon, "cs", path], result: Self.result),
        ]
    }

    private static let result = (seconds: "solve_s", check: "objective")

    func run() throws -> Measurement {
        let problem = try AssignmentFile(path: path).problem()
        return Measurement.of(name) {
            "\(AssignmentSolver(seed: 1).solve(problem).totalAffinity)"
        }
    }
}

/// An assignment as W2's generator writes it: six numbers of 64 bits (submissions, judges, pairs,
/// least and most judges of a submission, most submissions of a judge), then for all pairs the
/// submission, the judge and the affinity, 32 bits each, little endian.
private struct AssignmentFile {
    let path: String
    /// Pairs that are read at once, so that the file is never in memory as a whole.
    private static let batch = 1 << 18

    func problem() throws -> AssignmentProblem {
        let header = try numbers(Int64.self, count: 6, at: 0).map { Int($0) }
        let pairs = header[2]
        var candidates = [[AssignmentProblem.Candidate]](repeating: [], count: header[0])
        for start in stride(from: 0, to: pairs, by: Self.batch) {
            let count = min(Self.batch, pairs - start)
            let columns = try (0..<3).map {
                try numbers(Int32.self, count: count, at: 48 + 4 * ($0 * pairs + start))
            }
            for row in 0..<count {
                candidates[Int(columns[0][row])].append(
                    .init(judge: Int(columns[1][row]), affinity: Int(columns[2][row])))
            }
        }
        return AssignmentProblem(
            stage: StageID(track: "w2", name: "all"),
            submissions: (0..<header[0]).map { SubmissionID("S\($0)") },
            judges: (0..<header[1]).map { JudgeID("J\($0)") },
            demands: [ClosedRange<Int>](repeating: header[3]...header[4], count: header[0]),
            loads: [ClosedRange<Int>](repeating: 0...header[5], count: header[1]),
            // Arrays that grew step by step hold more room than they need.
            candidates: candidates.map { Array($0[...]) })
    }

    private func numbers<Number: FixedWidthInteger>(
        _ type: Number.Type, count: Int, at offset: Int
    ) throws -> [Number] {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(offset))
        let data = try file.read(upToCount: count * MemoryLayout<Number>.size) ?? Data()
        return data.withUnsafeBytes { Array($0.bindMemory(to: Number.self)) }
    }
}
