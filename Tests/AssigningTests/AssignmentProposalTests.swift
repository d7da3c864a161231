import Assigning
import Contests
import Formats
import TestSupport
import Testing

struct AssignmentProposalTests {
    @Test func `no judge gets a submission that a conflict, a recusal, a heat or a track forbids`()
    {
        var office = Office(
            panel: PanelRule(minimum: 1, maximum: 1, barsOwnRegion: true),
            heats: [Heat(id: "east", names: LocalizedText("East"))])
        office.add(Judge(id: "J1", organisations: ["Ｆｕｚｈｏｕ Data Co., Ltd."]))
        office.add(Judge(id: "J2", region: "福建"))
        office.add(Judge(id: "J3"))
        office.add(Judge(id: "J4"))
        office.add(Judge(id: "J5", heats: ["west"]))
        office.add(Judge(id: "J6", serves: ["other"]))
        office.add(Judge(id: "J7"))
        office.add(Judge(id: "J8"))
        office.add(
            Submission(
                id: "S1", track: "t", heat: "east", region: " 福建",
                entrant: Entrant(
                    members: [.init(name: "A", organisation: "fuzhou data")],
                    organisations: ["榕城 科技（集团）有限公司"])))
        office.record.conflicts = [
            Conflict(judge: "J3", target: .submission("S1"), reason: "adviser"),
            Conflict(judge: "J4", target: .organisation("榕城科技"), reason: ""),
            Conflict(judge: "J8", target: .region("福建")),
        ]
        office.record.recusals = [Recusal(judge: "J7", stage: office.stage.id, reason: "ill")]
        let proposal = office.proposal()
        #expect(proposal.assignments.isEmpty)
        let reasons = Dictionary(
            proposal.avoided.map { ($0.pair.judge, $0.reason) }, uniquingKeysWith: { $1 })
        #expect(reasons["J1"] == .ownOrganisation("Ｆｕｚｈｏｕ Data Co., Ltd."))
        #expect(reasons["J2"] == .ownRegion("福建"))
        #expect(reasons["J3"] == .conflict(.submission("S1"), reason: "adviser"))
        #expect(reasons["J4"] == .conflict(.organisation("榕城科技"), reason: ""))
        #expect(reasons["J7"] == .recused(reason: "ill"))
        #expect(reasons["J8"] == .conflict(.region("福建"), reason: ""))
        #expect(reasons["J5"] == nil && reasons["J6"] == nil)
        #expect(proposal.avoidedByRule.map(\.count) == [1, 1, 1, 1, 1, 1])
        office.add(Judge(id: "J9"))
        #expect(office.proposal().assignments == [Assignment(judge: "J9", submission: "S1")])
    }

    @Test func `a judge whose expertise meets the keywords is preferred, and the pair explained`() {
        var office = Office(panel: PanelRule(minimum: 1, maximum: 1, maximumLoad: 1))
        office.add(Judge(id: "J1", expertise: ["储能"]))
        office.add(Judge(id: "J2", expertise: ["Computer Vision"]))
        office.add(
            Submission(
                id: "S1", track: "t", titles: LocalizedText("A study of computer-vision"),
                keywords: ["computer vision", "drones"]))
        office.add(Submission(id: "S2", track: "t", keywords: ["新型储能"]))
        let proposal = office.proposal()
        #expect(
            proposal.assignments == [
                Assignment(judge: "J2", submission: "S1"),
                Assignment(judge: "J1", submission: "S2"),
            ])
        #expect(proposal.panels.map(\.affinity) == [450, 350])
        #expect(proposal.worstPanel?.submission == "S2")
        let explanation = PairExplanation(
            judge: "J1", submission: "S1", contest: office.contest, stage: office.stage,
            record: office.record, assignments: proposal.assignments)
        #expect(explanation?.outcome == .passedOver)
        #expect(explanation?.affinity == 0)
        #expect(explanation?.panel == [.init(judge: "J2", affinity: 450, load: 1)])
    }

    @Test func `what was marked stays, and of the rest the fewest are moved`() {
        var office = Office(panel: PanelRule(minimum: 2, maximum: 2, maximumLoad: 10))
        office.add(judges: 6, submissions: 20)
        let first = office.proposal(seed: 3)
        office.record.assignments[office.stage.id] = first.assignments
        #expect(office.proposal(seed: 99).added.isEmpty)
        let marked = Array(first.assignments.prefix(25))
        office.record.recusals = [Recusal(judge: "J2", stage: office.stage.id)]
        let second = office.proposal(marked: marked, seed: 4)
        let lost = first.assignments.filter { $0.judge == "J2" }
        #expect(second.removed == lost.sorted())
        #expect(second.added.count == lost.count)
        #expect(second.shortfalls.isEmpty)
    }

    @Test func `judges' own limits come before the stage's`() {
        var office = Office(panel: PanelRule(minimum: 1, maximum: 1, maximumLoad: 5))
        office.add(Judge(id: "J1", maximumLoad: 8))
        office.add(Judge(id: "J2", maximumLoad: 1))
        for number in 1...9 {
            office.add(Submission(id: SubmissionID("S\(number)"), track: "t"))
        }
        #expect(office.proposal().loads.map(\.count) == [8, 1])
    }

    @Test func `judges who share no submission are told as islands`() {
        var office = Office(
            panel: PanelRule(minimum: 2, maximum: 2),
            heats: [
                Heat(id: "east", names: LocalizedText("East")),
                Heat(id: "west", names: LocalizedText("West")),
            ])
        for (heat, judges) in [("east", ["J1", "J2", "J3"]), ("west", ["J4", "J5"])] {
            for judge in judges { office.add(Judge(id: JudgeID(judge), heats: [HeatID(heat)])) }
            for number in 1...6 {
                office.add(
                    Submission(
                        id: SubmissionID("\(heat)\(number)"), track: "t", heat: HeatID(heat)))
            }
        }
        #expect(office.proposal().links == [["J1", "J2", "J3"], ["J4", "J5"]])
    }
}

struct AssignmentShortfallTests {
    @Test func `what cannot be done is told in numbers, with ways out that do`() throws {
        var office = Office(panel: PanelRule(minimum: 5, maximum: 5, maximumLoad: 4))
        office.add(judges: 6, submissions: 6)
        let proposal = office.proposal()
        #expect(proposal.assignments.count == 24)
        let shortfall = try #require(proposal.shortfalls.first)
        #expect(proposal.shortfalls.count == 1)
        #expect(shortfall.needed == 30 && shortfall.available == 24)
        #expect(shortfall.missing.reduce(0) { $0 + $1.count } == 6)
        #expect(shortfall.waysOut == [.moreJudges(2), .smallerPanels(4), .higherLoad(5)])
        #expect(
            shortfall.phrase.english
                == "6 submissions need 30 sheets; 6 judges may take them, 24 sheets at most: "
                + "2 judges more, or panels of 4, or up to 5 submissions for each judge, would do")
        #expect(shortfall.phrase.chinese.contains("需要 30 份评分表"))
    }

    @Test func `only what collides is named`() throws {
        var office = Office(panel: PanelRule(minimum: 2, maximum: 2))
        office.add(judges: 4, submissions: 8)
        office.record.conflicts = ["J1", "J2", "J3"].map {
            Conflict(judge: $0, target: .submission("S5"))
        }
        let shortfall = try #require(office.proposal().shortfalls.first)
        #expect(shortfall.submissions == ["S5"])
        #expect(shortfall.judges == ["J4"])
        #expect(shortfall.needed == 2 && shortfall.available == 1)
        #expect(shortfall.waysOut == [.moreJudges(1), .smallerPanels(1)])
    }

    @Test(arguments: SeededCases(40))
    func `each shortfall is real: it needs more than there is`(_ aCase: SeededCases.Case) {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 10, judges: 5, &random, mostAffinity: 3, openPercent: 50)
        problem.kept = []
        problem.loads = problem.loads.map { 0...min(4, $0.upperBound) }
        let solution = AssignmentSolver(seed: aCase.seed).solve(problem)
        let proposal = AssignmentProposal(
            problem: problem, solution: solution, seed: aCase.seed, inForce: [])
        let missing = AssignmentAudit(problem, solution).unmet.count
        #expect(proposal.shortfalls.isEmpty == (missing == 0))
        for shortfall in proposal.shortfalls {
            let lacking = shortfall.missing.reduce(0) { $0 + $1.count }
            #expect(shortfall.needed - shortfall.available == lacking)
        }
    }

    @Test func `a panel without a judge of the kind it needs is told`() throws {
        var office = Office(
            panel: PanelRule(
                minimum: 2, maximum: 2, perKind: [.init(kind: "academic", minimum: 1)]))
        office.add(judges: 4, submissions: 3)
        office.add(Judge(id: "J5", maximumLoad: 1, kind: "academic"))
        let shortfall = try #require(office.proposal().shortfalls.first)
        #expect(shortfall.want == .judgesOfKind("academic"))
        #expect(shortfall.needed == 3 && shortfall.available == 1)
    }
}
