import Assigning
import Computing
import Contests
import TestSupport
import Testing

struct CollisionTests {
    /// Whether trying every assignment finds one that obeys the rules.
    private func isPossible(_ book: RuleBook, _ rules: [CollidingRule]) -> Bool {
        let problem = book.problem(obeying: rules)
        return SmallProblems.bestTotal(problem) { panels in
            panels.allSatisfy { panel in
                problem.panelRules.allSatisfy { rule in
                    rule.isMet(by: panel.count(where: rule.judges.contains))
                }
            }
        } != nil
    }

    private func small(_ random: inout SeededRandom, isCrossing: Bool) -> AssignmentProblem {
        var problem = SmallProblems.random(submissions: 3, judges: 4, &random, openPercent: 70)
        problem.kept = []
        problem.demands = problem.demands.map { $0.lowerBound...max($0.lowerBound, 2) }
        problem.loads = problem.loads.map { $0.lowerBound...min($0.upperBound, 2) }
        problem.panelRules = [
            .init(judges: [0, 1], count: 0...1),
            .init(judges: [2, 3], count: 1...4, kind: "academic"),
        ]
        if isCrossing {
            problem.panelRules[1].judges = [1, 2]
            problem.panelRules.append(.init(judges: [2, 3], count: 0...2, isAllOrNone: true))
        }
        return problem
    }

    /// Sufficient: the rules named collide. Minimal: without any one of them the others do not.
    @Test(arguments: SeededCases(30))
    func `the rules named collide, and with any one left out they do not, by trying everything`(
        _ aCase: SeededCases.Case
    ) {
        var random = aCase.random
        for isCrossing in [false, true] {
            let problem = small(&random, isCrossing: isCrossing)
            let book = RuleBook(problem)
            var search = CollisionSearch(problem)
            let rules = search.run()
            for rule in rules { #expect(isPossible(book, rules.filter { $0 != rule }), "\(rule)") }
            guard !isCrossing else { continue }
            #expect(rules.isEmpty == isPossible(book, book.rules))
            #expect(rules.isEmpty || !isPossible(book, rules))
        }
    }

    @Test(arguments: SeededCases(25))
    func `in larger problems they collide and are irreducible when solved again`(
        _ aCase: SeededCases.Case
    ) {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 12, judges: 8, &random, mostAffinity: 9, openPercent: 50)
        problem.loads = problem.loads.map { 0...min(3, $0.upperBound) }
        let solution = AssignmentPlanner(seed: aCase.seed).plan(problem)
        let proposal = AssignmentProposal(
            problem: problem, solution: solution, seed: aCase.seed, inForce: [])
        for shortfall in proposal.shortfalls {
            #expect(!shortfall.rules.isEmpty)
        }
        var search = CollisionSearch(problem)
        let rules = search.run()
        #expect(rules.isEmpty == proposal.shortfalls.isEmpty)
        let book = RuleBook(problem)
        for rule in rules { #expect(book.canObey(rules.filter { $0 != rule }), "\(rule)") }
        #expect(rules.isEmpty || !book.canObey(rules))
    }

    @Test func `too little load, conflicts and a missing kind each name their few rules`() throws {
        var office = Office(panel: PanelRule(minimum: 5, maximum: 5, maximumLoad: 4))
        office.add(judges: 6, submissions: 6)
        #expect(
            office.proposal().shortfalls.map(\.rules) == [[.panelMinimum(5), .stageLoad(4)]])

        office = Office(panel: PanelRule(minimum: 2, maximum: 2))
        office.add(judges: 3, submissions: 4)
        office.record.conflicts = ["J1", "J3"].map {
            Conflict(judge: $0, target: .submission("S3"))
        }
        let shortfall = try #require(office.proposal().shortfalls.first)
        #expect(
            shortfall.rules == [
                .panelMinimum(2), .conflicts("J1", .conflictWithSubmission, ["S3"]),
                .conflicts("J3", .conflictWithSubmission, ["S3"]),
            ])
        #expect(
            shortfall.rulePhrases.map(\.english) == [
                "these rules collide; leave any one of them out and the others can be obeyed:",
                "  (1) a submission gets 2 judges or more",
                "  (2) J1 must not judge S3 (conflict with the submission)",
                "  (3) J3 must not judge S3 (conflict with the submission)",
            ])
        #expect(shortfall.rulePhrases[1].chinese == "  （1）每件作品至少 2 位评委")
    }

    @Test func `two collisions at once are told apart`() {
        // Two organisations of whom a panel has one judge each cannot make a panel of three.
        var office = Office(
            panel: PanelRule(
                minimum: 3, maximum: 3, maximumLoad: 4, perOrganisation: 1,
                perKind: [.init(kind: "academic", minimum: 1)]))
        office.add(judges: 0, submissions: 6)
        for number in 1...7 {
            office.add(
                Judge(
                    id: JudgeID("J\(number)"), organisations: [number < 4 ? "A" : "B"],
                    kind: number < 2 ? "academic" : "x"))
        }
        let rules = office.proposal().shortfalls.map(\.rules)
        #expect(
            rules == [
                [
                    .panelMinimum(3), .atMost(1, ["J1", "J2", "J3"]),
                    .atMost(1, ["J4", "J5", "J6", "J7"]),
                ],
                [.atLeast(1, "academic"), .stageLoad(4)],
            ])
    }

    @Test func `a missing senior is told, and the bound holds all the same`() throws {
        var panel = PanelRule(minimum: 2, maximum: 2, maximumLoad: 3)
        panel.seniors = 1
        var office = Office(panel: panel)
        office.add(judges: 5, submissions: 4)
        #expect(office.proposal().shortfalls.map(\.want) == [.seniors])
        let none = office.proposal()
        #expect(none.shortfalls.map(\.rules) == [[.seniors(1)]])
        #expect(none.shortfalls.first?.submissions.count == 4)
        office.add(Judge(id: "J1", isSenior: true))
        let problem = AssignmentProblem(
            contest: office.contest, stage: office.stage, record: office.record)
        let solution = AssignmentPlanner(seed: 1).plan(problem)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.findings.isEmpty)
        #expect(audit.unmet.count == 1)
        #expect(audit.unmet.first?.phrase(in: problem).english.contains("1 senior judge") == true)
        let shortfall = try #require(office.proposal().shortfalls.first)
        #expect(shortfall.needed == 4 && shortfall.available == 3)
        #expect(shortfall.rules == [.seniors(1), .stageLoad(3)])
    }

    /// Kinds that are too few: the certificate's bound counts with what is met.
    @Test(arguments: SeededCases(40))
    func `assignments that cannot meet a rule about kinds pass the audit`(
        _ aCase: SeededCases.Case
    ) {
        var random = aCase.random
        var problem = SmallProblems.random(
            submissions: 6, judges: 6, &random, mostAffinity: 50, openPercent: 80)
        problem.kept = []
        problem.demands = problem.demands.map { _ in 2...2 }
        problem.loads = problem.loads.map { _ in 0...3 }
        problem.panelRules = [
            .init(judges: [0], count: 1...6, kind: "academic"),
            .init(judges: [1, 2, 3], count: 0...1), .init(judges: [3, 4], count: 0...1),
        ]
        for objective in AssignmentAims.Objective.allCases {
            problem.objective = objective
            let solution = AssignmentPlanner(seed: aCase.seed).plan(problem)
            #expect(AssignmentAudit(problem, solution).findings.isEmpty, "\(objective)")
        }
    }

    @Test func `the greatest minimum load that would do is told`() throws {
        var panel = PanelRule(minimum: 1, maximum: 1)
        panel.minimumLoad = 3
        var office = Office(panel: panel)
        office.add(judges: 4, submissions: 6)
        let shortfall = try #require(office.proposal().shortfalls.first)
        #expect(shortfall.waysOut == [.lowerMinimumLoad(1)])
        #expect(shortfall.rules == [.minimumLoad(3), .panelMaximum(1)])
        #expect(shortfall.phrase.english.hasSuffix(": a minimum load of 1 would do"))
    }
}
