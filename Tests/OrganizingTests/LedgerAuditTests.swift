import Contests
import Foundation
import Organizing
import TestSupport
import Testing

/// What an office's audit finds with what was published before, and what a redaction reaches.
struct LedgerAuditTests {
    private let contest: SmallContest

    init() throws {
        contest = try SmallContest()
    }

    /// The last head, as it is published.
    private func head(_ organizer: Organizer) throws -> String {
        let row = try #require(try organizer.heads(last: 1).tables.first?.rows.first)
        guard case .whole(let number) = row[0], case .text(let root) = row[3] else { return "" }
        return "\(number):\(root)"
    }

    @Test func `a ledger that was cut off is found by a head that was published`() throws {
        let organizer = try contest.prepared()
        let early = try head(organizer)
        _ = try organizer.backUp(to: contest.workshop.inside("early.banyan"))
        _ = try organizer.withdraw("S1", reason: "left", isByOffice: false)
        let late = try head(organizer)
        #expect(early != late)
        #expect(try organizer.audit(heads: [early, late.uppercased()]).status == .done)
        for name in ["contest.banyan", "contest.banyan-wal", "contest.banyan-shm"] {
            try? FileManager.default.removeItem(atPath: contest.workshop.inside(name))
        }
        _ = try Organizer.restore(
            from: contest.workshop.inside("early.banyan"), folder: contest.workshop.path)
        let cut = try contest.organizer()
        #expect(try cut.audit().status == .done)  // by itself it is sound
        #expect(try cut.audit(heads: [early]).status == .done)
        let report = try cut.audit(heads: [late])
        #expect(report.status == .dataAtFault)
        #expect(report.lines.contains { $0.english.contains("what was recorded last was removed") })
        #expect(report.lines.contains { $0.chinese.contains("最后的记录已被删除") })
    }

    @Test func `a head with another root is told`() throws {
        let organizer = try contest.prepared()
        let report = try organizer.audit(heads: ["1:" + String(repeating: "0", count: 64)])
        #expect(report.status == .dataAtFault)
        #expect(report.lines.contains { $0.english.contains("the record was rewritten") })
    }

    @Test(arguments: [
        "", "1", ":", "1:", "0:00", "-1:" + String(repeating: "0", count: 64),
        "1:" + String(repeating: "g", count: 64), "1:2:3",
        "99999999999999999999:" + String(repeating: "0", count: 64),
    ])
    func `what is no head is refused`(text: String) throws {
        let organizer = try contest.prepared()
        let refusal = #expect(throws: Refusal.self) { try organizer.audit(heads: [text]) }
        #expect(refusal?.report.status == .commandAtFault)
    }

    @Test func `a remark on sheets that disagree repeats no comment`() throws {
        let rubric = try String(
            contentsOfFile: contest.workshop.inside("rubric.xml"), encoding: .utf8)
        try contest.workshop.write(
            rubric.replacingOccurrences(
                of: "</rubric>",
                with: """
                    <criterion id="words" kind="text"><name xml:lang="en">Words</name></criterion>
                    </rubric>
                    """), to: "rubric.xml")
        let organizer = try contest.prepared()
        for (name, mark) in [("one.csv", "8"), ("two.csv", "3")] {
            try contest.workshop.writeCSV(
                ["judge", "submission", "criterion", "mark", "comment"],
                [["J1", "S1", "c", mark, ""], ["J1", "S1", "words", "", "Ms Li shone"]],
                to: "sheets/\(name)")
        }
        let report = try organizer.collect(
            paths: [contest.workshop.inside("sheets")], stage: SmallContest.preliminary)
        #expect(report.status == .dataAtFault)
        let log = try #require(try organizer.log().tables.first)
        #expect(log.json.contains("one.csv:2: c=8 words=TEXT"))
        #expect(!log.json.contains("Ms Li"))
    }
}
