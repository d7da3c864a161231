import Contests
import Foundation
import Organizing
import TestSupport
import Testing

/// The verb that assigns: reserves, changes, audits, tables, and what cannot be done.
struct AssigningVerbTests {
    private let stage = AssigningContest.stage

    private func english(_ report: Report) -> String {
        report.lines.map(\.english).joined(separator: "\n")
    }

    @Test func `an assignment that leaves something unmet is told, and not recorded unasked`()
        throws
    {
        let contest = try AssigningContest(
            panel: #"<panel minimum="5" maximum-load="4"/>"#, judges: 6, submissions: 6)
        let office = try contest.loaded()
        let report = try office.assign(stage)
        let text = english(report)
        #expect(report.status == .dataAtFault)
        #expect(text.contains("NOT COMPLETE"))
        #expect(text.contains("no assignment leaves less unmet"))
        #expect(!text.contains("no assignment under these rules is better"))
        #expect(text.contains("6 submissions need 30 sheets"))
        #expect(text.contains("(1) a submission gets 5 judges or more"))
        #expect(text.contains("(2) a judge gets 4 submissions at most"))
        #expect(text.contains("nothing was recorded"))
        #expect(report.lines.map(\.chinese).contains { $0.contains("未完成") })
        #expect(throws: Refusal.self) { try office.auditAssignment(stage) }
        let accepted = try office.assign(stage, acceptsIncomplete: true)
        #expect(accepted.status == .done)
        #expect(english(accepted).contains("NOT COMPLETE"))
        #expect(english(accepted).contains("24 pair(s) added"))
        #expect(try office.auditAssignment(stage).status == .dataAtFault)
    }

    @Test func `reserve judges stay out, and are called in where the others cannot do the work`()
        throws
    {
        let contest = try AssigningContest(
            panel: #"<panel minimum="3" maximum-load="10"/>"#, judges: 5, submissions: 10,
            reserve: [5])
        let office = try contest.loaded()
        let first = try office.assign(stage)
        #expect(first.status == .done)
        #expect(!english(first).contains("reserve"))
        _ = try office.recuse(Recusal(judge: "J02", stage: stage, reason: "ill"))
        let dry = try office.assign(stage, isDryRun: true)
        #expect(!english(dry).contains("reserve"), "three judges of ten submissions each do")
        _ = try office.recuse(Recusal(judge: "J03", stage: stage, reason: "ill"))
        let second = try office.assign(stage)
        #expect(english(second).contains("reserve judges called in, with their sheets: J05 (10)"))
        #expect(second.status == .done)
        #expect(try office.auditAssignment(stage).status == .done)
    }

    @Test func `a change is shown before it is recorded, and the audit follows the ledger`()
        throws
    {
        let contest = try AssigningContest(
            panel: #"<panel minimum="2"/>"#, judges: 4, submissions: 8)
        let office = try contest.loaded()
        _ = try office.assign(stage)
        #expect(try office.auditAssignment(stage).status == .done)
        #expect(try office.assign(stage, isDryRun: true).tables.count == 1, "no change, no table")
        _ = try office.recuse(Recusal(judge: "J01", stage: stage, reason: "related"))
        let audit = try office.auditAssignment(stage)
        #expect(audit.status == .dataAtFault)
        #expect(english(audit).contains("the judge has recused: related"))
        let dry = try office.assign(stage, isDryRun: true)
        let changes = try #require(dry.tables.last)
        #expect(changes.rows.count == 8, "four taken off and four added")
        #expect(english(dry).contains("nothing was recorded"))
        #expect(try office.auditAssignment(stage).status == .dataAtFault)
        _ = try office.assign(stage)
        #expect(try office.auditAssignment(stage).status == .done)
    }

    @Test func `blocks that leave islands are told by the audit, and mended where links are asked`()
        throws
    {
        for links in ["", #" links="2""#] {
            let contest = try AssigningContest(
                panel: #"<panel minimum="2"\#(links)/>"#, judges: 10, submissions: 50)
            let office = try contest.loaded()
            let pairs = (0..<50).flatMap { work in
                (1...2).map {
                    [
                        AssigningContest.id("J", work / 10 * 2 + $0),
                        AssigningContest.id("S", work + 1),
                    ]
                }
            }
            try contest.workshop.writeCSV(["judge", "submission"], pairs, to: "blocks.csv")
            _ = try office.assign(stage, from: contest.workshop.inside("blocks.csv"))
            let audit = try office.auditAssignment(stage)
            #expect(english(audit).contains("5 islands (2, 2, 2, 2, 2)"))
            #expect(audit.status == (links.isEmpty ? .done : .dataAtFault))
            guard !links.isEmpty else { continue }
            let report = try office.assign(stage)
            #expect(english(report).contains("all judges are linked"))
            #expect(english(report).contains("8 pair(s) added, 8 removed"))
            #expect(try office.auditAssignment(stage).status == .done)
        }
    }

    @Test func `the table of pairs is written with affinities and read back to the same pairs`()
        throws
    {
        let contest = try AssigningContest(
            panel: #"<panel minimum="1" affinity="fit.csv"/>"#, judges: 3, submissions: 3)
        try contest.workshop.write(
            "judge,submission,affinity\nJ01,S03,0.25\nJ02,S02,1.5\nJ03,S01,1\n", to: "fit.csv")
        let office = try contest.loaded()
        let path = contest.workshop.inside("out.csv")
        let report = try office.assign(stage, out: path)
        #expect(english(report).contains("affinity: 2.75 in total, least for S03 (0.25)"))
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("J01,S03,0.25") && text.contains("J02,S02,1.50"))
        let back = try office.assign(stage, from: path)
        #expect(english(back).contains("0 pair(s) added, 0 removed, 3 in force"))
        let why = try office.explainPair(["J01", "S03"], in: stage)
        #expect(english(why).contains("their affinity is 0.25, from the contest's own table"))
        #expect(english(try office.auditAssignment(stage)).contains("the affinity is 2.75"))
    }

    @Test(arguments: [
        ("judge,submission,affinity\nJ01,S01,much\n", "fit.csv:2: error: 'much' is no decimal"),
        ("judge,submission,affinity\nJ01,S01,1\nJ01,S01,2\n", "fit.csv:3: error: 'J01' and 'S01'"),
        ("judge,work,affinity\nJ01,S01,1\n", "fit.csv:1: error: the columns judge, submission"),
    ])
    func `a faulty table of affinities is told with its line`(
        _ table: String, _ part: String
    ) throws {
        let contest = try AssigningContest(
            panel: #"<panel minimum="1" affinity="fit.csv"/>"#, judges: 2, submissions: 2)
        try contest.workshop.write(table, to: "fit.csv")
        let office = try contest.loaded()
        #expect {
            try office.assign(stage)
        } throws: { error in
            (error as? Refusal)?.report.faults.description.contains(part) ?? false
        }
    }

    @Test func `loads and affinities are pictures of a page in one file, in both languages`()
        throws
    {
        let contest = try AssigningContest(
            panel: #"<panel minimum="2" maximum-load="9"/>"#, judges: 6, submissions: 12)
        let office = try contest.loaded()
        let path = contest.workshop.inside("assignment.html")
        let report = try office.assign(stage, isDryRun: true, out: path)
        let page = try String(contentsOfFile: path, encoding: .utf8)
        #expect(page.components(separatedBy: "<svg ").count == 3)
        #expect(page.contains("<title id=\"load-chart-title\">"))
        #expect(page.contains("6 名评委，每人 4–4 件。 6 judges with 4 to 4 submissions each."))
        #expect(page.contains("共 12 个评委组；S01 的匹配度最低。 12 panels; the one of S01 fits least."))
        // A dot for each judge, and every judge and the panels that fit least in the tables.
        #expect(page.components(separatedBy: "<circle class=\"dot").count == 7)
        #expect(page.contains(">Judge 6<") && page.contains(">Work 12<"))
        for line in report.lines.dropLast() {
            #expect(page.contains(line.chinese.replacing("&", with: "&amp;")), "\(line.chinese)")
        }
        // Nothing is fetched: the only address is the name of a namespace.
        let addresses = page.components(separatedBy: "http").dropFirst()
        #expect(addresses.allSatisfy { $0.hasPrefix("://www.w3.org/") })
    }

    @Test func `bids count, and unknown ones are told`() throws {
        let contest = try AssigningContest(
            panel: #"<panel minimum="1" bids="bids.csv"/>"#, judges: 2, submissions: 2)
        try contest.workshop.write(
            "评委,作品,意愿\nJ01,S02,愿意\nJ02,S01,willing\nJ02,S02,不愿意\n", to: "bids.csv")
        let office = try contest.loaded()
        #expect(english(try office.assign(stage)).contains("affinity: 600 in total"))
        let why = try office.explainPair(["J02,S02"], in: stage)
        #expect(english(why).contains("they bid: unwilling"))
        try contest.workshop.write("judge,submission,bid\nJ01,S01,eager\n", to: "bids.csv")
        #expect(throws: Refusal.self) { try office.assign(stage) }
    }

    @Test func `the order of the rows of judges and submissions decides nothing`() throws {
        func pairs(_ isReversed: Bool) throws -> String {
            let contest = try AssigningContest(
                panel: #"<panel minimum="2" maximum-load="6"/>"#, judges: 7, submissions: 20)
            for name in isReversed ? ["judges.csv", "submissions/works.csv"] : [] {
                let text = try String(
                    contentsOfFile: contest.workshop.inside(name), encoding: .utf8)
                let rows = text.split(separator: "\n")
                try contest.workshop.write(
                    ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n",
                    to: name)
            }
            let path = contest.workshop.inside("out.csv")
            _ = try contest.loaded().assign(stage, seed: 5, out: path)
            return try String(contentsOfFile: path, encoding: .utf8)
        }
        #expect(try pairs(false) == pairs(true))
    }

    @Test func `everyone marks the anchors`() throws {
        let contest = try AssigningContest(
            panel: #"<panel minimum="1" anchors="1"/>"#, judges: 4, submissions: 5)
        let office = try contest.loaded()
        let report = try office.assign(stage)
        #expect(english(report).contains("everyone marks S0"))
        #expect(english(report).contains("8 pair(s) added"))
        #expect(english(report).contains("all judges are linked"))
    }

    @Test func `the audit knows the anchors in force, by whatever seed they were chosen`() throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let contest = try AssigningContest(
                panel: #"<panel minimum="1" anchors="1"/>"#, judges: 4, submissions: 5)
            let office = try contest.loaded()
            _ = try office.assign(stage, seed: seed)
            let audit = try office.auditAssignment(stage)
            #expect(audit.status == .done, "\(seed): \(english(audit))")
        }
    }
}
