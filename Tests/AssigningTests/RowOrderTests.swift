import Assigning
import Computing
import Contests
import TestSupport
import Testing

struct RowOrderTests {
    /// The same problem with its submissions and judges in another order.
    private func shuffled(
        _ problem: AssignmentProblem, _ random: inout SeededRandom
    ) -> AssignmentProblem {
        let submissions = random.shuffled(problem.submissions.indices)
        let judges = random.shuffled(problem.judges.indices)
        var place = judges
        for (new, old) in judges.enumerated() { place[old] = new }
        var work = submissions
        for (new, old) in submissions.enumerated() { work[old] = new }
        var other = AssignmentProblem(
            stage: problem.stage, submissions: submissions.map { problem.submissions[$0] },
            judges: judges.map { problem.judges[$0] },
            demands: submissions.map { problem.demands[$0] },
            loads: judges.map { problem.loads[$0] },
            candidates: submissions.map { submission in
                problem.candidates[submission].map {
                    .init(judge: place[Int($0.judge)], affinity: Int($0.affinity))
                }.sorted { $0.judge < $1.judge }
            },
            panelRules: problem.panelRules.map { rule in
                .init(
                    judges: rule.judges.map { place[$0] }.sorted(), count: rule.count,
                    kind: rule.kind)
            },
            kept: problem.kept.map {
                .init(submission: work[$0.submission], judge: place[$0.judge])
            }.sorted())
        (other.objective, other.links) = (problem.objective, problem.links)
        return other
    }

    private func pairs(_ problem: AssignmentProblem, seed: UInt64) -> [Assignment] {
        let solution = AssignmentPlanner(seed: seed).plan(problem)
        #expect(AssignmentAudit(problem, solution).findings.isEmpty)
        return solution.pairs.map {
            Assignment(
                judge: problem.judges[$0.judge], submission: problem.submissions[$0.submission])
        }.sorted()
    }

    @Test(arguments: SeededCases(24))
    func `the order of the rows decides nothing`(_ aCase: SeededCases.Case) {
        var random = aCase.random
        // More than ten of each, so that their numbers are not the order of their identifiers.
        var problem = SmallProblems.random(
            submissions: 14, judges: 11, &random, mostAffinity: 2)
        problem.objective = AssignmentAims.Objective.allCases[random.below(3)]
        problem.links = random.below(2)
        if random.below(2) == 0 {
            problem.panelRules = [
                .init(judges: [0, 1, 2], count: 0...1), .init(judges: [2, 3, 4], count: 0...1),
            ]
        }
        let seed = aCase.seed
        let first = pairs(problem, seed: seed)
        for _ in 0..<4 {
            #expect(pairs(shuffled(problem, &random), seed: seed) == first)
        }
    }
}
