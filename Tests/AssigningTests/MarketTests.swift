import Assigning
import Computing
import Contests
import TestSupport
import Testing

struct MarketTests {
    typealias Pair = AssignmentProblem.Pair

    /// Three and four submissions and judges, with every set of forbidden pairs of 3 × 4 and 4 × 3,
    /// and every 61st of 4 × 4.
    @Test(arguments: [(3, 4, 1), (4, 3, 1), (4, 4, 61)])
    func `finds what trying every assignment of four submissions and judges finds`(
        submissions: Int, judges: Int, step: Int
    ) {
        for open in stride(from: 0, to: 1 << (submissions * judges), by: step) {
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
            #expect(
                SmallProblems.merit(Set(solution.pairs), problem)
                    == SmallProblems.bestMerit(problem), "open pairs \(open)")
            #expect(AssignmentAudit(problem, solution).isProven, "open pairs \(open)")
        }
    }

    @Test(arguments: SeededCases(5))
    func `a hundred orders and seeds each give the same optimum`(_ aCase: SeededCases.Case) {
        var random = aCase.random
        let problem = SmallProblems.random(
            submissions: 40, judges: 12, &random, mostAffinity: 6)
        let first = AssignmentSolver(seed: 0).solve(problem)
        let merit = SmallProblems.merit(Set(first.pairs), problem)
        for seed in 1...100 as ClosedRange<UInt64> {
            let submissions = random.shuffled(problem.submissions.indices)
            let judges = random.shuffled(problem.judges.indices)
            let shuffled = Self.reordered(problem, submissions, judges)
            let solution = AssignmentSolver(seed: seed).solve(shuffled)
            #expect(SmallProblems.merit(Set(solution.pairs), shuffled) == merit)
            #expect(AssignmentAudit(shuffled, solution).isProven)
        }
    }

    /// The same problem with submissions and judges in another order.
    private static func reordered(
        _ problem: AssignmentProblem, _ submissions: [Int], _ judges: [Int]
    ) -> AssignmentProblem {
        var place = [Int](repeating: 0, count: judges.count)
        for (number, judge) in judges.enumerated() { place[judge] = number }
        var other = problem
        other.demands = submissions.map { problem.demands[$0] }
        other.loads = judges.map { problem.loads[$0] }
        other.candidates = submissions.map { submission in
            problem.candidates[submission].map {
                .init(judge: place[Int($0.judge)], affinity: Int($0.affinity))
            }.sorted { $0.judge < $1.judge }
        }
        let kept = Set(problem.kept)
        other.kept = submissions.enumerated().flatMap { number, submission in
            judges.enumerated().filter {
                kept.contains(Pair(submission: submission, judge: $0.element))
            }.map { Pair(submission: number, judge: $0.offset) }
        }
        return other
    }

    /// More candidates than a submission's list holds.
    @Test(arguments: SeededCases(12))
    func `many candidates, few of them listed, come to a proven optimum`(
        _ aCase: SeededCases.Case
    ) {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 150, judges: 160, &random,
            mostAffinity: [3, 50, 1_000_000][random.below(3)], openPercent: 98)
        problem.kept = []
        problem.demands = problem.demands.map { _ in 3...5 }
        problem.loads = problem.loads.map { _ in 0...3 + random.below(3) }
        let audit = AssignmentAudit(problem, AssignmentSolver(seed: aCase.seed).solve(problem))
        #expect(audit.findings.isEmpty && audit.unmet.isEmpty)
        #expect(audit.isProven)
    }

    @Test(arguments: SeededCases(10))
    func `tracks that share no judge come out as if each were alone`(_ aCase: SeededCases.Case) {
        var random = aCase.random
        let tracks = (0..<4).map { _ in
            SmallProblems.random(submissions: 12, judges: 5, &random, mostAffinity: 900)
        }
        var whole = tracks[0]
        for track in tracks.dropFirst() {
            let (submissions, judges) = (whole.demands.count, whole.loads.count)
            whole.demands += track.demands
            whole.loads += track.loads
            whole.candidates += track.candidates.map { row in
                row.map { .init(judge: judges + Int($0.judge), affinity: Int($0.affinity)) }
            }
            whole.kept += track.kept.map {
                Pair(submission: submissions + $0.submission, judge: judges + $0.judge)
            }
        }
        whole.submissions = whole.demands.indices.map { SubmissionID("S\($0)") }
        whole.judges = whole.loads.indices.map { JudgeID("J\($0)") }
        let solution = AssignmentSolver(seed: 5).solve(whole)
        #expect(AssignmentAudit(whole, solution).isProven)
        let alone = tracks.map { AssignmentSolver(seed: 9).solve($0).totalAffinity }
        #expect(solution.totalAffinity == alone.reduce(0, +))
        #expect(solution == AssignmentSolver(seed: 5).solve(whole))
    }

    @Test func `affinities of twelve decimals keep every digit`() {
        let affinities = [-1_000_000_000_000, -1, 0, 1, 999_999_999_999, 1 << 43 - 1, -1 << 43]
        for affinity in affinities {
            let candidate = AssignmentProblem.Candidate(judge: 1_048_575, affinity: affinity)
            #expect(candidate.judge == 1_048_575 && candidate.affinity == affinity)
        }
    }
}
