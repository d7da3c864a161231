import Assigning
import Computing
import Contests

/// A million submissions in 20 tracks that share no judge, each with 50 judges to choose from.
///
/// Made from a seed. Each track has 50,000 submissions and 5,000 judges who take 42 at most; a
/// submission gets three to five. The check value is the total affinity and whether the audit finds
/// it proven.
struct ManyTracksWorkload: Workload {
    let name = "W2 1000000x100000 tracks"
    let peers: [Peer] = []
    let isPossible = true

    private static let tracks = 20
    private static let submissions = 50_000
    private static let judges = 5_000
    private static let choice = 50

    func run() throws -> Measurement {
        let problem = Self.problem()
        var solution: AssignmentSolution?
        var measurement = Measurement.of(name) {
            let found = AssignmentSolver(seed: 1).solve(problem)
            solution = found
            return "\(found.totalAffinity)"
        }
        if let solution {
            let audit = AssignmentAudit(problem, solution)
            measurement.check += audit.isProven && audit.unmet.isEmpty ? " proven" : " not proven"
        }
        return measurement
    }

    private static func problem() -> AssignmentProblem {
        let rows = (0..<tracks).map { $0 }.concurrentMap { Self.rows(of: $0) }
        let submissionCount = tracks * submissions
        let judgeCount = tracks * judges
        return AssignmentProblem(
            stage: StageID(track: "w2", name: "all"),
            submissions: (0..<submissionCount).map { SubmissionID("S\($0)") },
            judges: (0..<judgeCount).map { JudgeID("J\($0)") },
            demands: [ClosedRange<Int>](repeating: 3...5, count: submissionCount),
            loads: [ClosedRange<Int>](repeating: 0...42, count: judgeCount),
            candidates: Array(rows.joined()))
    }

    /// The candidates of one track: judges are good at some topics, and submissions are about two.
    private static func rows(of track: Int) -> [[AssignmentProblem.Candidate]] {
        var random = SeededRandom(seed: 2026, label: "W2 tracks", number: UInt64(track))
        let topics = 12
        let skill = (0..<judges * topics).map { _ in random.below(500_000) }
        return (0..<submissions).map { _ in
            let (first, second) = (random.below(topics), random.below(topics))
            var chosen = Set<Int>()
            while chosen.count < choice { chosen.insert(random.below(judges)) }
            return chosen.sorted().map { judge in
                let worth = skill[judge * topics + first] + skill[judge * topics + second] / 2
                return .init(judge: track * judges + judge, affinity: worth + random.below(250_000))
            }
        }
    }
}
