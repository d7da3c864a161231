import Assigning
import Computing
import Contests
import TestSupport
import Testing

struct AimWeightsTests {
    @Test(arguments: SeededCases(3))
    func `affinities as large as they may be overflow nothing, and keep what is kept`(
        seed: SeededCases.Case
    ) throws {
        var random = seed.random
        let count = 120
        let problem = AssignmentProblem(
            stage: StageID(track: "t", name: "s"),
            submissions: (0..<count).map { SubmissionID("S\($0)") },
            judges: (0..<count).map { JudgeID("J\($0)") },
            demands: [ClosedRange<Int>](repeating: 2...3, count: count),
            loads: [ClosedRange<Int>](repeating: 1...count, count: count),
            candidates: (0..<count).map { _ in
                (0..<count).map { judge in
                    .init(judge: judge, affinity: (random.below(2) * 2 - 1) * (1 << 43 - 1))
                }
            },
            kept: [.init(submission: 3, judge: 7), .init(submission: 9, judge: 7)])
        let solution = AssignmentSolver(seed: 1).solve(problem)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.findings.isEmpty && audit.isProven)
        #expect(Set(solution.pairs).isSuperset(of: problem.kept))
    }
}
