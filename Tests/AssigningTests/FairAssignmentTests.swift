import Assigning
import Computing
import Contests
import TestSupport
import Testing

struct FairAssignmentTests {
    private static func problem(_ random: inout SeededRandom) -> AssignmentProblem {
        var problem = SmallProblems.random(
            submissions: 4, judges: 4, &random, mostAffinity: 9, openPercent: 100)
        problem.kept = []
        problem.demands = problem.demands.map { _ in 1...2 }
        problem.loads = problem.loads.map { _ in 1...2 }
        return problem
    }

    /// Every 4 × 4 instance drawn is checked against all its assignments.
    @Test(arguments: SeededCases(60))
    func `the worst panel comes first, then the total, both within proven bounds`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        var problem = Self.problem(&random)
        problem.objective = .worstFirst
        let worst = try #require(
            SmallProblems.best(problem, where: { _ in true }) { $0.min() ?? 0 })
        let solution = AssignmentPlanner(seed: aCase.seed).plan(problem)
        let proposal = AssignmentProposal(
            problem: problem, solution: solution, seed: aCase.seed, inForce: [])
        let found = try #require(proposal.worstPanel?.affinity)
        let bound = try #require(solution.worstBound)
        #expect(found <= worst && worst <= bound)
        #expect(found == worst, "the search missed the best worst panel")
        let best = SmallProblems.best(problem, where: { _ in true }) {
            ($0.min() ?? 0) == worst ? $0.reduce(0, +) : Int.min
        }
        #expect(solution.totalAffinity <= best ?? 0)
        #expect(solution.bound >= best ?? 0)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.findings.isEmpty)
        #expect(audit.worstBound == bound)
    }

    @Test(arguments: SeededCases(60))
    func `even loads come first where the stage wants them, proven by prices`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        var problem = Self.problem(&random)
        problem.objective = .evenLoads
        problem.loads = problem.loads.map { _ in 0...4 }
        var least = Int.max
        for total in 4...8 {
            // The fewest squares that so many sheets on four judges can have.
            let (each, rest) = (total / 4, total % 4)
            least = min(least, (4 - rest) * each * each + rest * (each + 1) * (each + 1))
        }
        let solution = AssignmentPlanner(seed: aCase.seed).plan(problem)
        var loads = [Int](repeating: 0, count: 4)
        for pair in solution.pairs { loads[pair.judge] += 1 }
        #expect(loads.reduce(0) { $0 + $1 * $1 } == least)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.isProven && audit.bound == solution.totalAffinity)
        problem.loads = problem.loads.map { _ in 1...1 }
        let best = SmallProblems.best(problem, where: { _ in true }) { $0.reduce(0, +) }
        #expect(solution.totalAffinity == best)
    }
}
