import Assigning
import Contests
import TestSupport
import Testing

struct MarketRepairTests {
    /// Judges whom nobody would choose must be given as many as the others.
    @Test(arguments: SeededCases(6))
    func `judges who suit nobody are given what they must have at the least loss`(
        _ aCase: SeededCases.Case
    ) {
        var random = aCase.random
        let most = [3, 1_000, 1_000_000_000][random.below(3)]
        var problem = SmallProblems.random(
            submissions: 120, judges: 24, &random, mostAffinity: most, openPercent: 90)
        problem.kept = []
        problem.demands = problem.demands.map { _ in 3...4 }
        problem.loads = problem.loads.map { _ in 14...18 + random.below(4) }
        problem.candidates = problem.candidates.map { row in
            row.map { candidate in
                let isUnwanted = candidate.judge % 3 == 0
                let affinity = Int(candidate.affinity) - (isUnwanted ? 2 * most : 0)
                return .init(judge: Int(candidate.judge), affinity: affinity)
            }
        }
        let audit = AssignmentAudit(problem, AssignmentSolver(seed: aCase.seed).solve(problem))
        #expect(audit.findings.isEmpty && audit.unmet.isEmpty)
        #expect(audit.isProven)
    }

    /// Where more is asked for than there is, the prices prove that no fewer wants could be unmet.
    @Test(arguments: SeededCases(6))
    func `too few or too many judges leave as little unmet as the prices prove`(
        _ aCase: SeededCases.Case
    ) {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 60, judges: 15, &random, mostAffinity: 10_000, openPercent: 60)
        let isShort = random.below(2) == 0
        problem.loads = problem.loads.map { _ in isShort ? 0...6 : 40...50 }
        problem.demands = problem.demands.map { _ in 2...3 }
        let audit = AssignmentAudit(problem, AssignmentSolver(seed: aCase.seed).solve(problem))
        #expect(audit.findings.isEmpty && !audit.unmet.isEmpty)
        #expect(audit.isProven)
    }
}
