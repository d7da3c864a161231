import Assigning
import Computing
import Contests
import TestSupport
import Testing

struct LinkGraphTests {
    /// A design in which each panel is a pair of judges.
    private static func links(_ pairs: [(Int, Int)], judges: Int) throws -> JudgeLinks {
        let problem = Design.problem(panels: pairs.map { [$0.0, $0.1] }, judges: judges)
        return try #require(
            JudgeLinks(problem, AssignmentPlanner(seed: 1).plan(problem)))
    }

    /// The known spectra: 2 − 2 cos(π ÷ n), 2 − 2 cos(2π ÷ n), n, 1.
    @Test func `spectra and cuts of path, cycle, star and complete graph are as known`() throws {
        let path = try Self.links((1..<6).map { ($0 - 1, $0) }, judges: 6)
        #expect(abs((path.algebraicConnectivity ?? 0) - 0.267_949_192_431_123) < 1e-9)
        #expect(path.smallestCut == 1)
        let cycle = try Self.links((0..<6).map { ($0, ($0 + 1) % 6) }, judges: 6)
        #expect(abs((cycle.algebraicConnectivity ?? 0) - 1) < 1e-9)
        #expect(cycle.smallestCut == 2)
        let star = try Self.links((1..<6).map { (0, $0) }, judges: 6)
        #expect(abs((star.algebraicConnectivity ?? 0) - 1) < 1e-9)
        #expect(star.smallestCut == 1)
        let all = (0..<6).flatMap { one in (one + 1..<6).map { (one, $0) } }
        let complete = try Self.links(all, judges: 6)
        #expect(abs((complete.algebraicConnectivity ?? 0) - 6) < 1e-9)
        #expect(complete.smallestCut == 5)
        #expect(complete.strength == 1)
    }

    /// Two judges who share n submissions differ with a variance of 2 ÷ n; along a path of two
    /// such links variances add up.
    @Test func `the standard error of a severity difference is the textbook's`() throws {
        let pair = try Self.links([(0, 1), (0, 1), (0, 1), (0, 1)], judges: 2)
        #expect(abs((pair.severityError?.worst ?? 0) - 0.5.squareRoot()) < 1e-9)
        #expect(pair.strength == 4)
        let path = try Self.links([(0, 1), (0, 1), (1, 2), (1, 2)], judges: 3)
        #expect(abs((path.severityError?.worst ?? 0) - 2.0.squareRoot()) < 1e-9)
        #expect(path.severityError?.worstPair == ["J00", "J02"])
        let mean = (1 + 1 + 2.0.squareRoot()) / 3
        #expect(abs((path.severityError?.mean ?? 0) - mean) < 1e-9)
    }

    /// A crossed design of s submissions and j judges: the variance of a difference is 2 ÷ s.
    @Test func `judges who mark everything differ as a crossed design says`() throws {
        let problem = Design.problem(
            panels: [[Int]](repeating: [0, 1, 2, 3], count: 9), judges: 4)
        let links = try #require(JudgeLinks(problem, AssignmentPlanner(seed: 1).plan(problem)))
        #expect(abs((links.severityError?.worst ?? 0) - (2.0 / 9).squareRoot()) < 1e-9)
        #expect(links.smallestCut == 27)
    }

    /// Every cut tried.
    @Test(arguments: SeededCases(40))
    func `the smallest cut is the least of all cuts`(_ aCase: SeededCases.Case) throws {
        var random = aCase.random
        let judges = 3 + random.below(5)
        let panels = (0..<12).map { _ in
            Array(random.shuffled(0..<judges).prefix(2 + random.below(2))).sorted()
        }
        let problem = Design.problem(panels: panels, judges: judges)
        let links = try #require(JudgeLinks(problem, AssignmentPlanner(seed: 1).plan(problem)))
        let busy = Set(panels.flatMap(\.self)).sorted()
        var least = Int.max
        for side in 1..<(1 << (busy.count - 1)) {
            let inside = Set(busy.indices.filter { side >> $0 & 1 == 1 }.map { busy[$0] })
            let cut = panels.reduce(0) { sum, panel in
                let within = panel.count(where: inside.contains)
                return sum + within * (panel.count - within)
            }
            least = min(least, cut)
        }
        #expect(links.smallestCut == least)
        #expect((links.algebraicConnectivity ?? 0 > 1e-9) == (least > 0))
        #expect((links.strength > 0) == (least > 0))
        #expect((links.severityError != nil) == (least > 0))
    }
}

struct LinkedJudgesTests {
    /// 10 judges, 2 a submission, blocks of a shuffled list.
    private static func blocks(_ random: inout SeededRandom) -> AssignmentProblem {
        let order = random.shuffled(0..<10)
        var problem = Design.problem(
            panels: (0..<40).map { place in
                [order[place % 5 * 2], order[place % 5 * 2 + 1]].sorted()
            }, judges: 10)
        problem.candidates = problem.candidates.map { block in
            (0..<10).map { judge in
                let isOfBlock = block.contains { $0.judge == Int32(judge) }
                return .init(
                    judge: judge, affinity: isOfBlock ? 500 + random.below(50) : random.below(500))
            }
        }
        problem.loads = problem.loads.map { _ in 0...8 }
        return problem
    }

    @Test(arguments: SeededCases(10))
    func `a block design leaves five islands, which are detected and mended at a told price`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        var problem = Self.blocks(&random)
        let best = AssignmentPlanner(seed: aCase.seed).plan(problem)
        let islands = AssignmentProposal(
            problem: problem, solution: best, seed: aCase.seed, inForce: [])
        #expect(islands.links.map(\.count) == [2, 2, 2, 2, 2])
        #expect(islands.linkage?.strength == 0 && islands.linkage?.severityError == nil)
        problem.links = 1
        let mended = AssignmentPlanner(seed: aCase.seed).plan(problem)
        let proposal = AssignmentProposal(
            problem: problem, solution: mended, seed: aCase.seed, inForce: [])
        #expect(proposal.links.count == 1)
        #expect(proposal.linkage?.areAsAsked == true)
        let price = try #require(proposal.linkage?.price)
        #expect(price.affinity == best.totalAffinity - mended.totalAffinity)
        #expect(price.atLeast > 0 && price.atLeast <= price.affinity)
        #expect(mended.bound == best.totalAffinity - price.atLeast)
        let audit = AssignmentAudit(problem, mended)
        #expect(audit.findings.isEmpty && audit.unmet.isEmpty)
        #expect(audit.leastLinkPrice == price.atLeast)
        #expect(audit.bound == mended.bound)
        var boastful = mended
        boastful.linkPrice = .init(affinity: price.affinity, atLeast: price.atLeast + 1)
        #expect(
            AssignmentAudit(problem, boastful).findings == [
                .linkPrice(stated: price.atLeast + 1, proven: price.atLeast)
            ])
    }

    @Test(arguments: 2...4)
    func `so many submissions as are asked are shared along the links`(asked: Int) throws {
        var random = SeededRandom(seed: 5)
        var problem = Self.blocks(&random)
        problem.links = asked
        let solution = AssignmentPlanner(seed: 1).plan(problem)
        let links = try #require(JudgeLinks(problem, solution))
        #expect(links.strength >= asked && links.areAsAsked)
        #expect(AssignmentAudit(problem, solution).findings.isEmpty)
    }

    /// Eight hundred judges in two halves that share nothing, but for a few pairs allowed across.
    @Test func `islands of many judges are joined too`() throws {
        var random = SeededRandom(seed: 8)
        let judges = 800
        var problem = Design.problem(
            panels: (0..<1_200).map { work in
                let half = work % 2 * 400
                return random.shuffled(0..<400).prefix(3).map { half + $0 }.sorted()
            }, judges: judges)
        problem.demands = problem.demands.map { _ in 2...2 }
        for work in stride(from: 0, to: 1_200, by: 100) {
            let across = (work % 2 == 0 ? 400 : 0) + random.below(400)
            problem.candidates[work].append(.init(judge: across, affinity: 0))
            problem.candidates[work].sort { $0.judge < $1.judge }
        }
        problem.links = 1
        let solution = AssignmentPlanner(seed: 1).plan(problem)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.findings == [])
        #expect(audit.unmet == [])
        let links = try #require(JudgeLinks(problem, solution))
        #expect(links.areAsAsked && links.judges > 700)
    }

    /// All assignments tried: the price found lies between the proven one and all there are.
    @Test(arguments: SeededCases(60))
    func `the price of links is never below what is proven nor below the least there is`(
        _ aCase: SeededCases.Case
    ) throws {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 4, judges: 4, &random, mostAffinity: 9, openPercent: 100)
        problem.kept = []
        problem.demands = problem.demands.map { _ in 2...2 }
        problem.loads = problem.loads.map { _ in 2...2 }
        let best = AssignmentPlanner(seed: 1).plan(problem)
        problem.links = 1
        let linked = AssignmentPlanner(seed: 1).plan(problem)
        let least = SmallProblems.bestTotal(problem) { panels in
            var sets = Array(0..<4)
            for panel in panels {
                let low = panel.map { sets[$0] }.min() ?? 0
                let joined = Set(panel.map { sets[$0] })
                sets = sets.map { joined.contains($0) ? low : $0 }
            }
            return Set(sets).count == 1
        }
        guard let least, let price = linked.linkPrice else { return }
        let real = best.totalAffinity - least
        #expect(price.atLeast <= real && real <= price.affinity)
    }

    @Test func `anchors are marked by everyone, whatever heat they serve, and link the heats`() {
        var panel = PanelRule(minimum: 2, maximum: 2)
        panel.aims.anchors = 2
        let heats = ["east", "west"].map { Heat(id: HeatID($0), names: LocalizedText($0)) }
        var office = Office(panel: panel, heats: heats)
        for number in 1...8 {
            let heat = HeatID(number % 2 == 0 ? "east" : "west")
            office.add(Judge(id: JudgeID("J\(number)"), heats: [heat]))
            office.add(Submission(id: SubmissionID("S\(number)"), track: "t", heat: heat))
        }
        office.record.conflicts = [Conflict(judge: "J1", target: .submission("S1"), reason: "")]
        let proposal = office.proposal()
        let sizes = proposal.panels.map(\.judges).sorted()
        #expect(sizes == [2, 2, 2, 2, 2, 2, 8, 8])
        #expect(proposal.links.count == 1)
        #expect(proposal.shortfalls.isEmpty)
        office.record.assignments[office.stage.id] = proposal.assignments
        #expect(office.proposal(seed: 77).assignments == proposal.assignments)
    }
}
