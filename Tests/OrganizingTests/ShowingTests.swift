import Contests
import Numbers
import Organizing
import Publishing
import TestSupport
import Testing

struct ShowingTests {
    @Test func `status counts each track, stage and judge and tells who blocks what`() throws {
        let contest = try SmallContest()
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer) { judge, submission in
            judge == 2 && submission < 2 ? "" : ClosingTests.descending(judge, submission)
        }
        let tables = try organizer.status().tables
        #expect(tables.map { $0.columns[0].key } == ["track", "stage", "stage", "stage"])
        #expect(tables[0].rows == [[.text("t")] + [18, 16, 0, 2, 0, 0].map(Table.Cell.whole)])
        let preliminary = try #require(tables[1].rows.first)
        #expect(preliminary.prefix(3) == [.text("t/preliminary"), .whole(18), .whole(16)])
        #expect(tables[2].rows.map { $0[1] } == ["J1", "J2", "J3"].map(Table.Cell.text))
        #expect(tables[2].rows.map { $0[3] } == [6, 6, 4].map(Table.Cell.whole))
        #expect(tables[3].rows.map { $0[1] } == [.text("S1"), .text("S2")])
        #expect(tables[3].rows.allSatisfy { $0.contains(.text("J3")) })
    }

    @Test func `explain tells an award over all tracks`() throws {
        let contest = try SmallContest(
            rest: """
                <awards><award id="grand" count="1"><name xml:lang="en">Grand prize</name></award>
                </awards>
                """)
        let organizer = try contest.prepared()
        _ = try contest.collect(
            SmallContest.preliminary, organizer, mark: ClosingTests.descending)
        let text = try organizer.explain("S1", isPublic: true, language: .english).lines
            .map(\.english).joined()
        #expect(text.contains("Grand prize"))
        let other = try organizer.explain("S2", isPublic: true, language: .english).lines
            .map(\.english).joined()
        #expect(!other.contains("receives Grand prize"))
    }

    @Test func `marks and confidence of another system come in through a mapping`() throws {
        let contest = try SmallContest(
            scoring: """
                <combine over="criteria" by="sum"/><combine over="judges" by="weighted-mean"/>
                """,
            rest: """
                <mapping id="old" of="marks" files="old/*.csv">
                  <field name="judge" from="Reviewer"/><field name="submission" from="Paper"/>
                  <constant name="criterion" value="c"/><field name="mark" from="Rating"/>
                  <field name="confidence" from="Sure"/>
                </mapping>
                """)
        let organizer = try contest.prepared()
        try contest.workshop.writeCSV(
            ["Paper", "Reviewer", "Sure", "Rating"],
            [["S1", "J1", "3", "9"], ["S1", "J2", "1", "5"], ["S2", "J3", "1", "7"]],
            to: "old/reviews.csv")
        let report = try organizer.collect(
            paths: [contest.workshop.inside("old")], stage: SmallContest.preliminary)
        #expect(report.status == .done, "\(report.faults.lines(in: .english))")
        let scores = try #require(try organizer.results(of: "t").scores["preliminary"])
        #expect(scores.submissions[0].own == Ratio(whole: 8))
        #expect(scores.submissions[1].own == Ratio(whole: 7))
    }

    @Test func `the office's page tells a line that only identifiers decided, the public's not`()
        throws
    {
        let contest = try SmallContest(advance: #"count="2" ties="decide""#)
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer) { _, submission in
            submission == 0 ? "9" : "7"
        }
        _ = try organizer.publish(to: contest.workshop.inside("out"), language: .english)
        func page(_ audience: String) throws -> String {
            try String(
                contentsOfFile: contest.workshop.inside("out/\(audience)/t.preliminary.html"),
                encoding: .utf8)
        }
        let told = "the line to t/final falls into a tie that no rule decides (S2, S3"
        #expect(try page("office").contains(told))
        #expect(try !page("public").contains("no rule decides"))
    }
}
