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
