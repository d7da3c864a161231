import Assigning
import Computing
import Contests
import TestSupport
import Testing

struct MarketTests {
    typealias Pair = AssignmentProblem.Pair

    /// Three and four submissions and judges, with every set of allowed pairs that is not another
    /// with submissions and judges in another order, several times each with other numbers.
    @Test(arguments: [(3, 4, 20), (4, 3, 20), (4, 4, 4)])
    func `finds what trying every assignment of four submissions and judges finds`(
        submissions: Int, judges: Int, times: Int
    ) {
        let sets = Self.allowedSets(submissions: submissions, judges: judges)
        #expect(sets.count == (submissions == judges ? 317 : 87))  // OEIS A028657
        for number in 0..<sets.count * times {
            let (set, open) = (sets[number / times], number)
            var random = SeededRandom(seed: UInt64(open), label: "\(submissions) × \(judges)")
            var problem = SmallProblems.random(
                submissions: submissions, judges: judges, &random, openPercent: 100)
            for submission in 0..<submissions {
                problem.candidates[submission].removeAll {
                    set >> (submission * judges + Int($0.judge)) & 1 == 0
                }
            }
            let narrowed = problem
            problem.kept.removeAll { narrowed.affinity(of: $0) == nil }
            let solution = AssignmentSolver(seed: UInt64(open)).solve(problem)
            #expect(
                SmallProblems.merit(Set(solution.pairs), problem)
                    == SmallProblems.bestMerit(problem), "allowed \(set), \(open)")
            #expect(
                AssignmentAudit(problem, solution).isProven, "allowed \(set), \(open)")
        }
    }

    /// Sets of pairs, as bits row by row: one of all that only differ in the order of submissions
    /// and of judges.
    private static func allowedSets(submissions: Int, judges: Int) -> [Int] {
        var orders: [[Int]] = [[]]
        for judge in 0..<judges {
            orders = orders.flatMap { order in
                (0...order.count).map { place in
                    var longer = order
                    longer.insert(judge, at: place)
                    return longer
                }
            }
        }
        var rows: [[Int]] = [[]]
        for _ in 0..<submissions {
            rows = rows.flatMap { row in
                ((row.last ?? 0)..<1 << judges).map { row + [$0] }
            }
        }
        func bits(_ rows: [Int]) -> Int { rows.reduce(0) { $0 << judges | $1 } }
        return rows.filter { rows in
            orders.allSatisfy { order in
                let other = rows.map { row in
                    order.enumerated().reduce(0) { $0 | (row >> $1.element & 1) << $1.offset }
                }
                return bits(rows) <= bits(other.sorted())
            }
        }.map(bits)
    }

    @Test(arguments: SeededCases(12))
    func `loads that are just used up, or too few, come to a proven optimum`(
        _ aCase: SeededCases.Case
    ) {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 120, judges: 24, &random, mostAffinity: 1_000, openPercent: 40)
        problem.kept = []
        problem.demands = problem.demands.map { _ in 3...3 }
        let load = [15, 14, 8][random.below(3)]
        problem.loads = problem.loads.map { _ in 0...load }
        let solution = AssignmentSolver(seed: 1).solve(problem)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.isProven)
        #expect(solution.pairs.count <= 24 * load)
        #expect(audit.unmet.isEmpty == (solution.pairs.count == 360))
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
