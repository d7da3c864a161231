import Contests
import Foundation
import Organizing
import TestSupport
import Testing

/// Appeals, and the revisions of a result that follow from them.
struct AppealTests {
    private let contest: SmallContest
    private let organizer: Organizer

    init() throws {
        contest = try SmallContest()
        organizer = try contest.prepared()
        _ = try contest.collect(
            SmallContest.preliminary, organizer, mark: ClosingTests.descending)
    }

    private func appeal() throws -> Int {
        _ = try organizer.appeal("S2", in: SmallContest.preliminary, reason: "加分未计")
        return try #require(try organizer.ledger.facts().last?.sequence)
    }

    private func page(_ name: String) throws -> String {
        try String(
            contentsOfFile: contest.workshop.inside("published/public/" + name), encoding: .utf8)
    }

    private func kept() throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: contest.workshop.inside("published/public/revisions")
        ).sorted()
    }

    @Test func `an appeal is open until it is decided, and both are kept with their reasons`()
        throws
    {
        let fact = try appeal()
        let open = try organizer.publish(to: nil, language: .english)
        #expect(open.lines.contains { $0.english == "1 appeal(s) are open: fact \(fact)" })
        _ = try organizer.decide(appeal: fact, isUpheld: false, reason: "附加分已计入")
        let row = try #require(try organizer.appeals().tables.first?.rows.first)
        for text in ["S2", "加分未计", "附加分已计入"] { #expect(row.contains(.text(text))) }
        let later = try organizer.publish(to: nil, language: .english)
        #expect(!later.lines.contains { $0.english.contains("open") })
    }

    @Test func `an appeal names a submission of the stage, and is decided once`() throws {
        #expect(throws: Refusal.self) {
            try organizer.appeal("S9", in: SmallContest.preliminary, reason: "")
        }
        #expect(throws: Refusal.self) {
            try organizer.appeal("S2", in: SmallContest.final, reason: "")
        }
        let fact = try appeal()
        #expect(throws: Refusal.self) {
            try organizer.decide(appeal: fact - 1, isUpheld: true, reason: "")
        }
        _ = try organizer.decide(appeal: fact, isUpheld: true, reason: "")
        #expect(throws: Refusal.self) {
            try organizer.decide(appeal: fact, isUpheld: false, reason: "")
        }
    }

    @Test func `an upheld appeal leads to revision 2, and revision 1 stays and verifies`() throws {
        _ = try organizer.close(SmallContest.preliminary, reason: "")
        _ = try organizer.publish(to: nil, language: .english)
        #expect(try page("t.preliminary.json").contains("\"revision\": 1"))
        #expect(try !page("t.preliminary.html").contains("revision 1"))
        let fact = try appeal()
        _ = try organizer.decide(appeal: fact, isUpheld: true, reason: "right")
        _ = try organizer.publish(to: nil, language: .english)
        #expect(try page("t.preliminary.json").contains("\"revision\": 1"))  // nothing changed
        #expect(try kept().count == 1)
        _ = try organizer.reopen(SmallContest.preliminary, reason: "appeal")
        _ = try organizer.adjust(
            SmallContest.preliminary,
            [DecisionRow(submission: "S2", judge: nil, value: "3", reason: "appeal")])
        _ = try organizer.close(SmallContest.preliminary, reason: "")
        _ = try organizer.publish(to: nil, language: .english)
        #expect(try page("t.preliminary.json").contains("\"revision\": 2"))
        #expect(try page("t.preliminary.html").contains("revision 2"))
        #expect(try page("t.preliminary.html").contains("第 2 版"))
        #expect(try page("t.preliminary.md").contains("revision 2"))
        #expect(try page("t.preliminary.xml").contains("revision=\"2\""))
        let kept = try kept()
        #expect(kept.map { $0.prefix(4) } == ["001-", "002-"])
        for name in kept {
            #expect(try page("index.html").contains("./revisions/" + name))
            let verified = try BundleVerifier.verify(
                path: contest.workshop.inside("published/public/revisions/" + name), keys: [],
                receipt: nil)
            #expect(verified.status == .done, "\(name): \(verified.lines)")
        }
        #expect(try organizer.audit().status == .done)
    }

    @Test func `what was ranked is recorded with its rules and the program, once`() throws {
        _ = try organizer.publish(to: nil, language: .english)
        _ = try organizer.publish(to: nil, language: .chinese)
        let rankings = try organizer.ledger.facts().compactMap { fact -> Ranking? in
            guard case .ranking(let ranking) = fact.act else { return nil }
            return ranking
        }
        #expect(
            Set(rankings.map(\.scope)) == [.track("t"), .stage(SmallContest.preliminary)])
        #expect(rankings.count == 2)
        #expect(rankings.allSatisfy { !$0.isOfficial && $0.engine.hasPrefix("banyan ") })
        let rule = try #require(rankings.first?.rule)
        #expect(rule.contains("combine") && rule.contains("rubric.xml"))
        _ = try organizer.close(SmallContest.preliminary, reason: "")
        _ = try organizer.publish(to: nil, language: .english)
        let official = try organizer.ledger.facts().contains { fact in
            guard case .ranking(let ranking) = fact.act else { return false }
            return ranking.isOfficial && ranking.scope == .stage(SmallContest.preliminary)
        }
        #expect(official)
    }
}
