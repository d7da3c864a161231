import Assigning
import Computing
import Contests
import TestSupport
import Testing

/// A limit on the chance of each pair: the plan, its proof, and the draw.
struct ChanceTests {
    private typealias Pair = AssignmentProblem.Pair

    /// A problem that a limit of a half or more leaves possible, and one in force now and then.
    private func problem(_ random: inout SeededRandom) -> AssignmentProblem {
        var problem = SmallProblems.random(
            submissions: 5, judges: 6, &random, mostAffinity: 30, openPercent: 100)
        problem.demands = problem.demands.map { _ in 2...2 + random.below(2) }
        problem.loads = problem.loads.map { _ in random.below(2)...4 }
        problem.kept = problem.kept.filter { _ in random.below(8) == 0 }
        return problem
    }

    private func limit(_ thousandths: Int) throws -> ChanceLimit {
        try #require(ChanceLimit(thousandths: thousandths))
    }

    @Test(arguments: SeededCases(60))
    func `a plan keeps the limit and the demands, and its prices prove it best`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        let problem = problem(&random)
        let limit = try limit([500, 600, 625, 900, 1_000][random.below(5)])
        let plan = ChancePlan(problem, limit: limit)
        #expect(plan.isComplete)
        #expect(plan.shares.allSatisfy { $0.allSatisfy { (0...limit.share).contains($0) } })
        let fixed = Dictionary(grouping: plan.fixed, by: \.submission).mapValues(\.count)
        for (submission, shares) in plan.shares.enumerated() {
            let units = shares.reduce(0, +) + (fixed[submission] ?? 0) * limit.whole
            let demand = problem.demands[submission]
            #expect(units >= demand.lowerBound * limit.whole)
            #expect(units <= demand.upperBound * limit.whole)
        }
        #expect(plan.expectedAffinity(problem) == plan.bound(of: problem))
    }

    @Test(arguments: SeededCases(40))
    func `without a real limit the plan expects what the best of all assignments has`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 3, judges: 4, &random, mostAffinity: 30, openPercent: 90)
        problem.kept = []
        let plan = ChancePlan(problem, limit: try limit(1_000))
        let best = SmallProblems.bestTotal(problem) { _ in true }
        #expect(plan.isComplete == (best != nil))
        if let best { #expect(plan.expectedAffinity(problem) == best) }
    }

    @Test(arguments: SeededCases(40))
    func `every draw keeps demands, loads and what is in force, and the same seed gives the same`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        let problem = problem(&random)
        let plan = ChancePlan(problem, limit: try limit([500, 700, 999][random.below(3)]))
        for seed in 0..<20 as Range<UInt64> {
            let pairs = plan.drawn(problem, seed: seed)
            #expect(pairs == plan.drawn(problem, seed: seed))
            let merit = try #require(SmallProblems.merit(Set(pairs), problem))
            #expect(merit[0] == 0 && merit[1] == problem.kept.count)
            #expect(Set(pairs).count == pairs.count)
            #expect(pairs.allSatisfy { plan.thousandths(of: $0, in: problem) > 0 })
        }
    }

    @Test(arguments: SeededCases(6))
    func `over many seeds every pair comes as often as its chance says`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        let problem = problem(&random)
        let plan = ChancePlan(problem, limit: try limit(550))
        let draws = 2_000
        var counts: [Pair: Int] = [:]
        for seed in 0..<UInt64(draws) {
            for pair in plan.drawn(problem, seed: seed) { counts[pair, default: 0] += 1 }
        }
        for (submission, candidates) in problem.candidates.enumerated() {
            for candidate in candidates {
                let pair = Pair(submission: submission, judge: Int(candidate.judge))
                let chance = Double(plan.thousandths(of: pair, in: problem)) / 1_000
                // Five standard errors: one false alarm in 1.7 million pairs.
                let error = (chance * (1 - chance) / Double(draws)).squareRoot()
                let share = Double(counts[pair] ?? 0) / Double(draws)
                #expect(abs(share - chance) <= 5 * error + 1e-12, "\(pair)")
            }
        }
    }

    @Test func `a limit that leaves demands unmet says which would do`() throws {
        let stage = StageID(track: "t", name: "s")
        let problem = AssignmentProblem(
            stage: stage, submissions: ["S1", "S2"], judges: ["J1", "J2", "J3", "J4"],
            demands: [3...3, 1...1], loads: [0...2, 0...2, 0...2, 0...2],
            candidates: [
                (0..<4).map { .init(judge: $0, affinity: $0) },
                (0..<4).map { .init(judge: $0, affinity: $0) },
            ])
        #expect(!ChancePlan(problem, limit: try limit(749)).isComplete)
        #expect(ChancePlan(problem, limit: try limit(750)).isComplete)
        #expect(ChancePlan.leastThousandths(problem) == 750)
        var short = problem
        short.loads = [0...0, 0...0, 0...2, 0...2]
        #expect(ChancePlan.leastThousandths(short) == nil)
    }

    @Test(arguments: [0, -1, 1_001])
    func `a limit is above nothing and at most certainty`(_ thousandths: Int) {
        #expect(ChanceLimit(thousandths: thousandths) == nil)
    }
}
