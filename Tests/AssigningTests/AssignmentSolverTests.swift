import Assigning
import Computing
import Contests
import TestSupport
import Testing

struct AssignmentSolverTests {
    /// Every size up to 3 × 3, each with every set of forbidden pairs.
    @Test(arguments: 1...3, 1...3)
    func `finds what trying every assignment finds`(submissions: Int, judges: Int) throws {
        for open in 0..<(1 << (submissions * judges)) {
            var random = SeededRandom(seed: UInt64(open), label: "\(submissions) × \(judges)")
            var problem = SmallProblems.random(
                submissions: submissions, judges: judges, &random, openPercent: 100)
            for submission in 0..<submissions {
                problem.candidates[submission].removeAll {
                    open >> (submission * judges + Int($0.judge)) & 1 == 0
                }
            }
            let narrowed = problem
            problem.kept.removeAll { narrowed.affinity(of: $0) == nil }
            let solution = AssignmentSolver(seed: UInt64(open)).solve(problem)
            let merit = SmallProblems.merit(Set(solution.pairs), problem)
            #expect(merit == SmallProblems.bestMerit(problem), "open pairs \(open)")
            let audit = AssignmentAudit(problem, solution)
            #expect(audit.findings.isEmpty, "open pairs \(open)")
            #expect(audit.isProven && solution.isOptimal, "open pairs \(open)")
        }
    }

    @Test(arguments: SeededCases(60))
    func `larger assignments pass the audit, prices included`(_ aCase: SeededCases.Case) {
        var random = aCase.random
        let problem = SmallProblems.random(
            submissions: 5 + random.below(60), judges: 2 + random.below(20), &random,
            mostAffinity: 1_000)
        let audit = AssignmentAudit(problem, AssignmentSolver(seed: aCase.seed).solve(problem))
        #expect(audit.findings.isEmpty)
        #expect(audit.isProven)
    }

    @Test func `the audit finds a worse assignment, a forbidden pair and a wrong total`() throws {
        var random = SeededRandom(seed: 4)
        let problem = SmallProblems.random(submissions: 20, judges: 8, &random, mostAffinity: 90)
        let solution = AssignmentSolver(seed: 1).solve(problem)
        var worse = solution
        let gone = try #require(worse.pairs.first)
        worse.pairs.removeFirst()
        #expect(!AssignmentAudit(problem, worse).isProven)
        worse.pairs.insert(gone, at: 0)
        worse.totalAffinity += 1
        #expect(
            AssignmentAudit(problem, worse).findings
                == [.total(stated: solution.totalAffinity + 1, found: solution.totalAffinity)])
        var narrower = problem
        narrower.candidates[gone.submission].removeAll { Int($0.judge) == gone.judge }
        #expect(
            AssignmentAudit(narrower, solution).findings.contains(
                .notAllowed(problem.assignment(gone))))
    }

    @Test(arguments: SeededCases(20))
    func `seeds choose among equal optima and never change the optimum`(_ aCase: SeededCases.Case) {
        var random = aCase.random
        let problem = SmallProblems.random(
            submissions: 12, judges: 6, &random, mostAffinity: 2)
        let first = AssignmentSolver(seed: 0).solve(problem)
        for seed in 1...10 as ClosedRange<UInt64> {
            let other = AssignmentSolver(seed: seed).solve(problem)
            #expect(
                SmallProblems.merit(Set(other.pairs), problem)
                    == SmallProblems.merit(Set(first.pairs), problem))
            #expect(other == AssignmentSolver(seed: seed).solve(problem))
        }
    }

    @Test func `where nobody fits better, loads are even and the seed decides`() {
        let problem = AssignmentProblem(
            stage: StageID(track: "t", name: "s"),
            submissions: (0..<100).map { SubmissionID("S\($0)") },
            judges: (0..<12).map { JudgeID("J\($0)") },
            demands: [ClosedRange<Int>](repeating: 5...5, count: 100),
            loads: [ClosedRange<Int>](repeating: 0...100, count: 12),
            candidates: (0..<100).map { _ in (0..<12).map { .init(judge: $0, affinity: 0) } })
        let solution = AssignmentSolver(seed: 7).solve(problem)
        var loads = [Int](repeating: 0, count: 12)
        for pair in solution.pairs { loads[pair.judge] += 1 }
        #expect(Set(loads) == [41, 42])
        #expect(AssignmentSolver(seed: 8).solve(problem).pairs != solution.pairs)
    }
}

struct PanelRuleTests {
    /// Rules that are nested or apart fit into the flow; rules that cross are searched.
    @Test(arguments: SeededCases(80))
    func `panel rules are met at the best that trying every assignment finds`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 2, judges: 5, &random, openPercent: 95)
        problem.kept = []
        problem.demands = [2...3, 2...2]
        problem.loads = [ClosedRange<Int>](repeating: 0...2, count: 5)
        problem.panelRules = [
            .init(judges: [0, 1, 2], count: 0...1 + random.below(2)),
            .init(judges: [2, 3], count: 0...1),
            .init(judges: [1, 3, 4], count: random.below(2)...5, kind: "academic"),
        ]
        guard let best = SmallProblems.bestMerit(problem), best[0] == 0 else { return }
        let solution = AssignmentSolver(seed: aCase.seed).solve(problem)
        let merit = try #require(SmallProblems.merit(Set(solution.pairs), problem))
        #expect(merit[..<3] == best[..<3])
        #expect(solution.isOptimal)
        #expect(AssignmentAudit(problem, solution).findings.isEmpty)
    }

    @Test func `a search that is cut short tells the gap in numbers`() {
        var random = SeededRandom(seed: 11)
        var problem = SmallProblems.random(
            submissions: 30, judges: 12, &random, mostAffinity: 900, openPercent: 100)
        problem.kept = []
        problem.demands = problem.demands.map { _ in 4...4 }
        problem.loads = problem.loads.map { _ in 0...14 }
        problem.panelRules = [
            .init(judges: [0, 1, 2, 3], count: 0...1), .init(judges: [3, 4, 5, 6], count: 0...1),
            .init(judges: [6, 7, 8, 0], count: 0...1),
        ]
        let solution = AssignmentSolver(seed: 3, searchLimit: 4).solve(problem)
        #expect(solution.bound >= solution.totalAffinity)
        #expect(AssignmentAudit(problem, solution).findings.isEmpty)
    }
}
