import Contests
import Numbers
import Organizing
import Testing

struct ClosingTests {
    /// Marks that put S1 first, S2 second and so on.
    static func descending(_ judge: Int, _ submission: Int) -> String { "\(9 - submission)" }

    @Test func `a result is provisional until its stage is closed`() throws {
        let contest = try SmallContest()
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer, mark: Self.descending)
        let before = try organizer.rank("t/preliminary")
        #expect(before.lines.contains { $0.english.contains("provisional") })
        #expect(try organizer.close(SmallContest.preliminary, reason: "").status == .done)
        let after = try organizer.rank("t/preliminary")
        #expect(after.lines.contains { $0.english.contains("official") })
        #expect(after.lines.contains { $0.chinese.contains("正式") })
    }

    @Test func `closing lists every missing sheet and waits where the file says so`() throws {
        let contest = try SmallContest()
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer) { judge, submission in
            judge == 1 && submission == 2 ? "" : Self.descending(judge, submission)
        }
        let refusal = #expect(throws: Refusal.self) {
            try organizer.close(SmallContest.preliminary, reason: "")
        }
        let table = try #require(refusal?.report.tables.first)
        #expect(table.rows.count == 1)
        #expect(table.rows[0].contains(.text("S3")))
        #expect(table.rows[0].contains(.text("J2")))
        #expect(refusal?.report.status == .dataAtFault)
    }

    @Test func `a stage that excludes does not rank a submission with a missing sheet`() throws {
        let contest = try SmallContest(missing: #"missing="exclude""#)
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer) { judge, submission in
            judge == 1 && submission == 2 ? "" : Self.descending(judge, submission)
        }
        #expect(try organizer.close(SmallContest.preliminary, reason: "").status == .done)
        let standings = try #require(try organizer.results(of: "t").standings["preliminary"])
        let excluded = try #require(standings.first { $0.submission == "S3" })
        #expect(excluded.place == nil)
        #expect(excluded.unranked == .sheetsMissing(1))
        #expect(standings.first { $0.submission == "S4" }?.place == Ratio(whole: 3))
    }

    @Test func `a stage that proceeds scores from the sheets that came`() throws {
        let contest = try SmallContest(missing: #"missing="proceed" at-least="2""#)
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer) { judge, submission in
            judge == 1 && submission == 2 ? "" : Self.descending(judge, submission)
        }
        #expect(try organizer.close(SmallContest.preliminary, reason: "").status == .done)
        let standings = try #require(try organizer.results(of: "t").standings["preliminary"])
        #expect(standings.first { $0.submission == "S3" }?.score == Ratio(whole: 7))
    }

    @Test func `a closed stage takes no sheet and no decision until it is reopened`() throws {
        let contest = try SmallContest()
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer, mark: Self.descending)
        _ = try organizer.close(SmallContest.preliminary, reason: "")
        let row = DecisionRow(submission: "S1", judge: "J1", value: "1", reason: "why")
        #expect(throws: Refusal.self) { try organizer.adjust(SmallContest.preliminary, [row]) }
        let late = try contest.collect(SmallContest.preliminary, organizer) { _, _ in "1" }
        #expect(late.status == .dataAtFault)
        #expect(try organizer.results(of: "t").board.first?.score == Ratio(whole: 9))
        _ = try organizer.reopen(SmallContest.preliminary, reason: "appeal")
        _ = try organizer.adjust(SmallContest.preliminary, [row])
        let score = try organizer.results(of: "t").scores["preliminary"]?.submissions.first?.score
        #expect(score == (try Ratio(28, over: 3)))
    }

    @Test func `after a withdrawal the next in line moves up to the stage already advanced to`()
        throws
    {
        let contest = try SmallContest()
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer, mark: Self.descending)
        #expect(throws: Refusal.self) { try organizer.advance(SmallContest.preliminary) }
        _ = try organizer.close(SmallContest.preliminary, reason: "")
        _ = try organizer.advance(SmallContest.preliminary)
        let report = try organizer.withdraw("S1", reason: "left", isByOffice: false)
        #expect(report.lines.contains { $0.english.contains("S3 moves up") })
        _ = try contest.assign(SmallContest.final, ["S2", "S3"], organizer)
        let board = try organizer.results(of: "t").board
        #expect(board.last?.submission == "S1")
        #expect(board.last?.unranked == .withdrawn)
    }

    @Test func `everything that was recorded is in the log, with who and when`() throws {
        let contest = try SmallContest()
        let organizer = try contest.prepared()
        _ = try organizer.recuse(
            Recusal(judge: "J1", stage: SmallContest.preliminary, submission: "S1", reason: "kin"))
        let table = try #require(try organizer.log().tables.first)
        #expect(table.rows.count >= 4)
        #expect(table.rows.allSatisfy { $0.contains(.text("office")) })
    }

    @Test func `loading and collecting again change nothing`() throws {
        let contest = try SmallContest()
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer, mark: Self.descending)
        let facts = try organizer.log().tables[0].rows.count
        _ = try organizer.load()
        _ = try contest.collect(SmallContest.preliminary, organizer, mark: Self.descending)
        #expect(try organizer.log().tables[0].rows.count == facts)
    }

    @Test func `sheets past the deadline are refused unless the office says so, recorded`() throws {
        let contest = try SmallContest()
        _ = try contest.prepared()
        let late = try contest.organizer(at: "2026-05-03T00:00:00+08:00")
        let refused = try contest.collect(
            SmallContest.preliminary, late, mark: Self.descending)
        #expect(refused.status == .dataAtFault)
        let accepted = try contest.collect(
            SmallContest.preliminary, late, allowsLate: true, mark: Self.descending)
        #expect(accepted.status == .done)
        let log = try #require(try late.log().tables.first)
        #expect(log.json.contains("late sheets accepted"))
    }
}

struct DisagreementTests {
    @Test func `two files that disagree are told, both kept in the record, and neither counts`()
        throws
    {
        let contest = try SmallContest()
        let organizer = try contest.prepared()
        for (name, mark) in [("one.csv", "8"), ("two.csv", "3")] {
            try contest.workshop.writeCSV(
                ["judge", "submission", "criterion", "mark"], [["J1", "S1", "c", mark]],
                to: "sheets/\(name)")
        }
        let paths = [contest.workshop.inside("sheets")]
        let report = try organizer.collect(paths: paths, stage: SmallContest.preliminary)
        #expect(report.status == .dataAtFault)
        let log = try #require(try organizer.log().tables.first)
        #expect(log.json.contains("one.csv:2: c=8"))
        #expect(log.json.contains("two.csv:2: c=3"))
        let scores = try organizer.results(of: "t").scores["preliminary"]
        #expect(scores?.submissions.first?.sheets.compactMap(\.raw).isEmpty == true)
        _ = try organizer.collect(paths: paths, stage: SmallContest.preliminary)
        #expect(try organizer.log().tables[0].rows.count == log.rows.count)
    }

    @Test func `closing lists who was sent back by the range rule and not reconsidered`() throws {
        let contest = try SmallContest(
            scoring: """
                <combine over="criteria" by="sum"/><range limit="3"/>
                <combine over="judges" by="mean"/>
                """)
        let organizer = try contest.prepared()
        _ = try contest.collect(SmallContest.preliminary, organizer) { judge, submission in
            submission < 2 && judge == 0 ? "1" : ClosingTests.descending(judge, submission)
        }
        let row = DecisionRow(submission: "S1", judge: "J1", value: "8", reason: "looked again")
        #expect(try organizer.reconsider(SmallContest.preliminary, [row]).status == .done)
        let report = try organizer.close(SmallContest.preliminary, reason: "")
        let line = try #require(
            report.lines.first { $0.english.contains("sent back by the range rule") })
        #expect(line.english.hasSuffix("(1): S2"))
        #expect(line.chinese.hasSuffix("（1 件）：S2"))
    }
}
