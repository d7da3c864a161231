import Contests
import Foundation
import Numbers
import Organizing
import Publishing
import TestSupport
import Testing

/// Built-in judges from prediction files to published boards.
struct MeasuringTests {
    /// S1 is best in public, S3 in private; S2 hands in twice.
    private func contest(
        _ metric: String = #"split="part" file="p-*.csv""#
    ) throws -> ForecastContest {
        let contest = try ForecastContest(metric: metric)
        try contest.handIn("S1", "p-2026-05-01-1.csv", publicError: 1, privateError: 5)
        try contest.handIn("S2", "p-2026-05-01-1.csv", publicError: 2, privateError: 3)
        try contest.handIn("S2", "p-2026-05-01-2.csv", publicError: 4, privateError: 2)
        try contest.handIn("S3", "p-2026-05-01-1.csv", publicError: 3, privateError: 1)
        return contest
    }

    private func scores(_ organizer: Organizer) throws -> [String: Ratio?] {
        let scores = try #require(try organizer.results(of: "t").scores["p"])
        return Dictionary(
            scores.submissions.map { ($0.submission.text, $0.score) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func `the public answers decide until the time is over, the private ones after`() throws {
        let contest = try contest()
        let early = try contest.prepared()
        let first = try early.measure(ForecastContest.stage)
        #expect(first.faults.faults.isEmpty)
        #expect(
            try scores(early)
                == ["S1": Ratio(whole: 90), "S2": Ratio(whole: 60), "S3": Ratio(whole: 70)])
        let late = try contest.organizer(at: ForecastContest.after)
        _ = try late.measure(ForecastContest.stage)
        #expect(
            try scores(late)
                == ["S1": Ratio(whole: 50), "S2": Ratio(whole: 80), "S3": Ratio(whole: 90)])
    }

    @Test func `measuring again changes nothing where nothing changed`() throws {
        let contest = try contest()
        let organizer = try contest.prepared()
        _ = try organizer.measure(ForecastContest.stage)
        let again = try organizer.measure(ForecastContest.stage)
        #expect(
            again.lines.contains { $0.english.contains("0 submission(s) measured, 0 again, 3") })
    }

    @Test func `the best revision is chosen by the public answers alone`() throws {
        let contest = try contest(#"split="part" file="p-*.csv" counts="best""#)
        let organizer = try contest.prepared()
        _ = try organizer.measure(ForecastContest.stage)
        #expect(try scores(organizer)["S2"] == Ratio(whole: 80))
        let late = try contest.organizer(at: ForecastContest.after)
        _ = try late.measure(ForecastContest.stage)
        #expect(try scores(late)["S2"] == Ratio(whole: 70))  // not the one that is best in private
    }

    @Test func `a revision beyond the limit of its day is left out and told`() throws {
        let contest = try contest(#"split="part" file="p-*.csv" per-day="1""#)
        let organizer = try contest.prepared()
        let report = try organizer.measure(ForecastContest.stage)
        #expect(report.faults.faults.count == 1)
        #expect(report.faults.faults.first?.file.hasSuffix("S2/p-2026-05-01-2.csv") == true)
        #expect(try scores(organizer)["S2"] == Ratio(whole: 80))
    }

    @Test func `a submission without predictions is told and not scored, which is not zero`() throws
    {
        let contest = try contest()
        try FileManager.default.removeItem(
            atPath: contest.workshop.inside("submissions/S3/p-2026-05-01-1.csv"))
        let organizer = try contest.prepared()
        let report = try organizer.measure(ForecastContest.stage)
        #expect(report.status == .dataAtFault)
        #expect(report.faults.faults.contains { $0.problem.english.contains("S3") })
        #expect(try scores(organizer)["S3"] == .some(nil))
        #expect(try scores(organizer)["S1"] == Ratio(whole: 90))
    }

    @Test func `a file that changed since it was loaded is not judged`() throws {
        let contest = try contest()
        let organizer = try contest.prepared()
        try contest.handIn("S1", "p-2026-05-01-1.csv", publicError: 0, privateError: 0)
        let report = try organizer.measure(ForecastContest.stage)
        #expect(
            report.faults.faults.map(\.problem.english) == [
                "the file is not the one that was loaded"
            ])
        #expect(try scores(organizer)["S1"] == .some(nil))
    }

    @Test func `a stage cannot be closed on its public answers`() throws {
        let contest = try contest()
        let organizer = try contest.prepared()
        _ = try organizer.measure(ForecastContest.stage)
        #expect(throws: Refusal.self) { try organizer.close(ForecastContest.stage, reason: "") }
        let late = try contest.organizer(at: ForecastContest.after)
        _ = try late.measure(ForecastContest.stage)
        #expect(try late.close(ForecastContest.stage, reason: "").status == .done)
        #expect(throws: Refusal.self) { try late.measure(ForecastContest.stage) }
    }

    @Test func `both boards are published, and no published file holds an answer`() throws {
        let contest = try contest()
        _ = try contest.prepared().measure(ForecastContest.stage)
        let late = try contest.organizer(at: ForecastContest.after)
        _ = try late.measure(ForecastContest.stage)
        _ = try late.publish(to: nil, language: .english)
        let board = try String(
            contentsOfFile: contest.workshop.inside("published/public/t.p.metric-1.csv"),
            encoding: .utf8)
        let rows = board.split(whereSeparator: \.isNewline).dropFirst()
        #expect(rows == ["1,S3,Work S3,1,2,3", "2,S2,Work S2,2,3,4", "3,S1,Work S1,5,1,1"])
        let folder = contest.workshop.inside("published")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        #expect(names.count > 10)
        for name in names {
            let text = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
            let holds = (1...8).contains { text.range(of: Data("\($0 * 1_000_003)".utf8)) != nil }
            #expect(!holds, "\(name)")
        }
    }

    @Test func `the index leads to the boards of metrics`() throws {
        let contest = try contest()
        _ = try contest.prepared().measure(ForecastContest.stage)
        _ = try contest.organizer(at: ForecastContest.after).publish(to: nil, language: .english)
        func page(_ name: String) throws -> String {
            try String(
                contentsOfFile: contest.workshop.inside("published/public/" + name),
                encoding: .utf8)
        }
        let index = try page("index.html")
        #expect(index.contains("<a href=\"./t.p.metric-1.html\">"))
        #expect(index.contains("Stage: mae"))
        let board = try page("t.p.metric-1.html")
        #expect(board.contains("Work S1") && board.contains("mae A"))
    }

    @Test func `a program is called one wherever it is named`() throws {
        let contest = try contest()
        let organizer = try contest.prepared()
        _ = try organizer.measure(ForecastContest.stage)
        let english = try organizer.explain("S1", isPublic: false, language: .english).lines
        #expect(english.contains { $0.english.contains("judge M Meter (a program)") })
        let chinese = try organizer.explain("S1", isPublic: true, language: .chinese).lines
        #expect(chinese.contains { $0.chinese.contains("评委 1（程序）") })
        _ = try organizer.publish(to: nil, language: .english)
        let page = try String(
            contentsOfFile: contest.workshop.inside("published/office/t.p.html"), encoding: .utf8)
        #expect(page.contains("Meter (program 程序)"))
    }

    @Test func `a person cannot be a built-in judge`() throws {
        let contest = try ForecastContest(kind: "expert")
        try contest.handIn("S1", "p-1.csv", publicError: 1, privateError: 1)
        let organizer = try contest.prepared()
        #expect(throws: Refusal.self) { try organizer.measure(ForecastContest.stage) }
    }

    @Test func `answers at fault are refused before anything is recorded`() throws {
        let contest = try contest()
        try contest.workshop.write(
            "id,answer,part\nr1,1,public\nr1,2,private\nr3,nan,later\n", to: "hidden/answers.csv")
        let organizer = try contest.prepared()
        let refusal = #expect(throws: Refusal.self) {
            try organizer.measure(ForecastContest.stage)
        }
        #expect(refusal?.report.faults.faults.map(\.line) == [3, 4, 4])
    }

    private static let table = """
        <measured judge="M" criterion="error" file="latency.csv" value="p95"/>
        """

    @Test func `a table of measured values becomes marks by the rubric`() throws {
        let contest = try ForecastContest(task: Self.table)
        try contest.workshop.write(
            "submission,p50,p95\nS1,0.1,1.25\nS2,0.1,１２\nS3,0.1,\n", to: "latency.csv")
        let organizer = try contest.prepared()
        let report = try organizer.measure(ForecastContest.stage)
        #expect(
            report.faults.faults.map(\.problem.english) == [
                "there is no value for submission S3"
            ])
        #expect(
            try scores(organizer)
                == ["S1": try Ratio(175, over: 2), "S2": Ratio.zero, "S3": Ratio?.none])
    }

    @Test func `a workbook of measured values becomes the same marks, and names faulty cells`()
        throws
    {
        let contest = try ForecastContest(
            task: Self.table.replacingOccurrences(of: "latency.csv", with: "时延.xlsx"))
        try TestWorkbook.write(
            csv: "submission,p50,p95\nS1,0.1,1.25\nS2,0.1,１２\nS3,0.1,fast\n",
            to: contest.workshop.inside("时延.xlsx"), above: ["测量结果"])
        let organizer = try contest.prepared()
        let report = try organizer.measure(ForecastContest.stage)
        let faults = report.faults.lines(in: .english)
        #expect(faults.count == 2)
        #expect(faults.contains { $0.contains("sheet 名单, cell C5 (p95): error: 'fast'") })
        #expect(
            try scores(organizer)
                == ["S1": try Ratio(175, over: 2), "S2": Ratio.zero, "S3": Ratio?.none])
    }

    @Test func `a faulty table of measured values is told row by row`() throws {
        let contest = try ForecastContest(task: Self.table)
        try contest.workshop.write(
            "submission,p95\nS1,12 ms\nS2,1\nS2,2\nS9,1\nS3,1e3\n", to: "latency.csv")
        let organizer = try contest.prepared()
        let report = try organizer.measure(ForecastContest.stage)
        #expect(report.status == .dataAtFault)
        #expect(report.faults.faults.compactMap(\.line) == [2, 4, 5, 6])
        #expect(try scores(organizer)["S2"] == Ratio(whole: 90))
        #expect(try scores(organizer)["S1"] == .some(nil))
    }
}
