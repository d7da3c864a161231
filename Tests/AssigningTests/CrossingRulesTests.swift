import Assigning
import Computing
import Contests
import TestSupport
import Testing

struct CrossingRulesTests {
    /// Two rules about pairs of judges beside two that cross, against every assignment.
    @Test(arguments: SeededCases(60))
    func `judges who must or must not sit together do, at the best there is`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 3, judges: 5, &random, mostAffinity: 20, openPercent: 100)
        problem.kept = []
        problem.demands = problem.demands.map { _ in 2...2 }
        problem.loads = problem.loads.map { _ in 0...2 }
        problem.panelRules = [
            .init(judges: [0, 1], count: 0...2, isAllOrNone: true),
            .init(judges: [2, 3], count: 0...1),
            .init(judges: [1, 3, 4], count: 1...5, isAboutSeniors: true),
        ]
        let best = SmallProblems.bestTotal(problem) { panels in
            panels.allSatisfy { panel in
                panel.contains(0) == panel.contains(1) && !(panel.contains(2) && panel.contains(3))
                    && (panel.contains(1) || panel.contains(3) || panel.contains(4))
            }
        }
        let solution = AssignmentPlanner(seed: aCase.seed).plan(problem)
        guard let best else { return }
        #expect(solution.totalAffinity == best)
        #expect(solution.isOptimal)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.findings.isEmpty && audit.unmet.isEmpty)
        #expect((audit.bound ?? Int.max) >= best)
    }

    /// A stage of 300 submissions and 40 judges with organisations, regions and kinds that cross.
    @Test func `rules that cross are met with a gap that the audit works out again`() throws {
        var random = SeededRandom(seed: 21)
        var problem = SmallProblems.random(
            submissions: 300, judges: 40, &random, mostAffinity: 1_000, openPercent: 95)
        problem.kept = []
        problem.demands = problem.demands.map { _ in 5...5 }
        problem.loads = problem.loads.map { _ in 0...40 }
        let organisation = (0..<40).map { _ in random.below(16) }
        let region = (0..<40).map { _ in random.below(10) }
        let groups = (0..<16).map { one in (0..<40).filter { organisation[$0] == one } }
        let regions = (0..<10).map { one in (0..<40).filter { region[$0] == one } }
        problem.panelRules = (groups + regions).filter { $0.count > 1 }
            .map { .init(judges: $0, count: 0...1) }
        problem.panelRules.append(
            .init(
                judges: (0..<40).filter { $0 % 4 == 0 }, count: 1...40, isAboutSeniors: true))
        let solution = AssignmentPlanner(seed: 3, searchLimit: 10).plan(problem)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.findings.isEmpty && audit.unmet.isEmpty)
        let bound = try #require(audit.bound)
        #expect(bound >= solution.totalAffinity)
        // Half a percent is what this instance is solved to.
        #expect(bound - solution.totalAffinity <= solution.totalAffinity / 200)
    }
}
