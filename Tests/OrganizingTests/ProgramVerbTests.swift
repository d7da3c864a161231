import Contests
import Formats
import Foundation
import Judging
import Numbers
import Organizing
import Recording
import TestSupport
import Testing

/// Outside programs within a contest: what counts, what is recorded, what goes on.
struct ProgramVerbTests {
    private static let adviser = #"<program judge="P" command="programs/P/run"/>"#
    private static let keeper = #"<program judge="P" command="programs/P/run" keep="yes"/>"#
    private static let counting =
        #"<program judge="P" command="programs/P/run" counts="yes" keep="yes"/>"#

    private func sheets(_ organizer: Organizer) throws -> [String] {
        try organizer.ledger.sheets(of: ProgramContest.stage).map { sheet in
            "\(sheet.judge) \(sheet.submission) \(sheet.marks.map { "\($0.value)" })"
        }.sorted()
    }

    private func scores(_ organizer: Organizer) throws -> [String: Ratio?] {
        let scores = try #require(try organizer.results(of: "t").scores["p"])
        return Dictionary(
            scores.submissions.map { ($0.submission.text, $0.score) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func `a program that advises judges every submission, and moves no score`() throws {
        let plain = try ProgramContest("", scripts: [:])
        let alone = try plain.prepared()
        try plain.collect(alone)
        let contest = try ProgramContest(Self.adviser, scripts: ["P": "give(10)"])
        let organizer = try contest.prepared()
        try contest.collect(organizer)
        let report = try organizer.judge()
        #expect(report.faults.faults.isEmpty)
        #expect(try sheets(organizer).filter { $0.hasPrefix("P ") }.count == 6)
        #expect(try scores(organizer) == (try scores(alone)))
        #expect(try scores(organizer)["S1"] == .some(Ratio(whole: 5)))
        // Neither does it hold up the closing, nor what is worked out anew from the record.
        #expect(try organizer.close(ProgramContest.stage, reason: "").status == .done)
        #expect(try organizer.audit().status == .done)
    }

    @Test func `a program that counts is a judge like any other`() throws {
        let contest = try ProgramContest(Self.counting, scripts: ["P": "give(number / 2)"])
        let organizer = try contest.prepared(counting: ["P"])
        try contest.collect(organizer)
        #expect(try scores(organizer)["S1"] == .some(Ratio(whole: 5)))  // so far
        _ = try organizer.judge()
        #expect(try scores(organizer)["S1"] == .some(Ratio(7, over: 2)))  // (4 + 6 + 0.5) / 3
    }

    @Test func `a program that counts judges nothing that it is not assigned`() throws {
        let contest = try ProgramContest(Self.counting, scripts: ["P": "give(5)"])
        let organizer = try contest.prepared()
        #expect(throws: Refusal.self) { try organizer.judge() }
    }

    @Test func `what is judged is not judged again, unless it is asked for`() throws {
        let contest = try ProgramContest(Self.adviser, scripts: ["P": "give(1)"])
        let organizer = try contest.prepared()
        _ = try organizer.judge()
        try contest.write("give(2)", as: "P")
        let again = try organizer.judge()
        #expect(again.lines.contains { $0.english.hasPrefix("0 submission(s) judged, 0 again") })
        #expect(try sheets(organizer).allSatisfy { $0.contains("1") })
        let anew = try organizer.judge(again: true)
        #expect(anew.lines.contains { $0.english.hasPrefix("0 submission(s) judged, 6 again") })
        let same = try organizer.judge(again: true)
        #expect(same.lines.contains { $0.english.contains("6 unchanged") })
    }

    @Test func `stopped and started again, it goes on where it was`() throws {
        let script = "time.sleep(0.002); give(number % 21 / 2)"
        let undisturbed = try ProgramContest(Self.keeper, scripts: ["P": script], count: 400)
        let whole = try undisturbed.prepared()
        _ = try whole.judge()
        let contest = try ProgramContest(Self.keeper, scripts: ["P": script], count: 400)
        let organizer = try contest.prepared()
        var counts: [Int] = []
        for stopsAfter in [30, 150, Int.max] {
            let report = try organizer.judge(stopsAfter: stopsAfter)
            let isStopped = report.lines.contains { $0.english.hasPrefix("stopped") }
            #expect(isStopped == (stopsAfter < .max))
            counts.append(try sheets(organizer).count)
        }
        #expect(counts[0] >= 30 && counts[0] < 400)
        #expect(counts[1] >= counts[0] + 150 && counts[1] < 400)
        #expect(try sheets(organizer) == (try sheets(whole)))
    }

    @Test func `the sheets are the same however many are judged at once`() throws {
        let script = "time.sleep(number * 7 % 5 / 200); give(number % 11)"
        var found: [[String]] = []
        for atOnce in [1, 2, 8] {
            let program =
                #"<program judge="P" command="programs/P/run" keep="yes" at-once="\#(atOnce)"/>"#
            let contest = try ProgramContest(program, scripts: ["P": script], count: 40)
            let organizer = try contest.prepared()
            _ = try organizer.judge(atOnce: 8)
            found.append(
                try organizer.ledger.sheets(of: ProgramContest.stage).map {
                    "\($0.submission) \($0.marks)"
                })
        }
        #expect(found[0].count == 40)
        #expect(Set(found).count == 1)
    }

    @Test func `a failure is told, kept in the record against the program, and not scored`() throws
    {
        let script = "give(99 if number == 2 else 5)"
        let contest = try ProgramContest(Self.counting, scripts: ["P": script])
        let organizer = try contest.prepared(counting: ["P"])
        try contest.collect(organizer)
        let report = try organizer.judge()
        #expect(report.status == .dataAtFault)
        let fault = try #require(report.faults.faults.first)
        #expect(report.faults.faults.count == 1)
        #expect(fault.file == "programs/P/run")
        #expect(fault.problem.english.hasPrefix("P for submission S2: marks are refused"))
        #expect(fault.remedy.english.contains("banyan judge t/p again"))
        #expect(try scores(organizer)["S2"] == .some(Ratio(11, over: 2)))  // of two people
        #expect(try scores(organizer)["S3"] == .some(Ratio(17, over: 3)))  // and of the program
        #expect(throws: Refusal.self) { try organizer.close(ProgramContest.stage, reason: "") }
        let remarks = try organizer.ledger.facts().compactMap { fact in
            if case .remark(let subject, _) = fact.act { subject } else { nil }
        }
        #expect(remarks == ["program t/p P S2"])
    }

    @Test func `a program that only fails is given up after ten submissions`() throws {
        let contest = try ProgramContest(
            Self.keeper, scripts: ["P": "print('nonsense', flush=True)"], count: 50)
        let report = try contest.prepared().judge()
        #expect(report.faults.faults.count == 10)
        #expect(report.lines.contains { $0.english.contains("10 failed, 40 given up") })
        #expect(report.lines.contains { $0.chinese.contains("失败 10 件，放弃 40 件") })
    }

    @Test func `a file that changed since it was loaded is not judged`() throws {
        let contest = try ProgramContest(Self.adviser, scripts: ["P": "give(5)"])
        let organizer = try contest.prepared()
        try contest.workshop.write("changed\n", to: "submissions/S2/own.txt")
        let report = try organizer.judge()
        #expect(report.faults.faults.count == 1)
        #expect(
            report.faults.faults.first?.problem.english
                == "P for submission S2: 'own.txt' is not the file that was loaded")
        #expect(try sheets(organizer).count == 5)
    }

    @Test func `files of a submission are to be read where the request says`() throws {
        let script = """
            text = "".join(open(file["path"]).read() for file in request["files"])
            give(10 if text == (id + "\\n" if number <= 3 else "") else 0)
            """
        for program in [Self.adviser, Self.keeper] {
            let contest = try ProgramContest(program, scripts: ["P": script])
            let organizer = try contest.prepared()
            #expect(try organizer.judge().faults.faults.isEmpty)
            #expect(try sheets(organizer).allSatisfy { $0.contains("10") })
        }
    }

    @Test func `a submission that left the contest is not judged`() throws {
        let contest = try ProgramContest(Self.adviser, scripts: ["P": "give(5)"])
        let organizer = try contest.prepared()
        _ = try organizer.withdraw("S4", reason: "ill", isByOffice: false)
        _ = try organizer.judge()
        #expect(try sheets(organizer).count == 5)
    }

    @Test func `what cannot run is refused before anything is judged`() throws {
        let contest = try ProgramContest(Self.adviser, scripts: ["P": "give(5)"])
        let organizer = try contest.prepared()
        let path = contest.workshop.inside("programs/P/run")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let refusal = #expect(throws: Refusal.self) { try organizer.judge() }
        #expect(refusal?.report.lines.contains { $0.english.contains("chmod +x") } == true)
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: Refusal.self) { try organizer.judge() }
    }

    @Test func `a judge who is no program is not replaced by one`() throws {
        let program = #"<program judge="J1" command="programs/P/run"/>"#
        let contest = try ProgramContest(program, scripts: ["P": "give(5)"])
        #expect(throws: Refusal.self) { try contest.prepared().judge() }
    }

    @Test func `a closed stage is not judged`() throws {
        let contest = try ProgramContest(Self.adviser, scripts: ["P": "give(5)"])
        let organizer = try contest.prepared()
        try contest.collect(organizer)
        _ = try organizer.close(ProgramContest.stage, reason: "")
        #expect(throws: Refusal.self) { try organizer.judge() }
    }

    @Test func `the report tells how a program agrees with people, and where it differs most`()
        throws
    {
        // People's means are 5, 5.5 and so on to 7.5; the program's marks 4, 4.5 to 6, and 9.
        let script = "give(9 if number == 6 else 3.5 + number / 2)"
        let contest = try ProgramContest(Self.adviser, scripts: ["P": script])
        let organizer = try contest.prepared()
        try contest.collect(organizer)
        // A little chance, or the model has nothing left over: the mean stays.
        try contest.workshop.writeCSV(
            ["judge", "submission", "criterion", "mark"],
            [["J1", "S6", "c", "7"], ["J2", "S6", "c", "8"]], to: "more.csv")
        _ = try organizer.collect(
            paths: [contest.workshop.inside("more.csv")], stage: ProgramContest.stage,
            allowsLate: false)
        #expect(try organizer.report(ProgramContest.stage).tables.count < 5)
        _ = try organizer.judge()
        let report = try organizer.report(
            ProgramContest.stage, to: contest.workshop.inside("report"))
        let finding = try #require(report.lines.first { $0.english.contains("the program P") })
        #expect(finding.english.contains("of 6 submissions 0.58 ± 0.42 points below people"))
        #expect(finding.chinese.contains("比人低 0.58 ± 0.42 分"))
        let tables = report.tables.map { $0.rows.map { $0.map { $0.text(in: .english) } } }
        let widest = try #require(tables.last)
        #expect(widest.count == 6)
        #expect(widest[0] == ["P", "Quality", "S6", "9.00", "7.50", "2", ""])
        let page = try String(
            contentsOfFile: contest.workshop.inside("report/t-p.html"), encoding: .utf8)
        #expect(page.contains("How programs agree with people"))
        #expect(page.contains("程序与人的一致性"))
        let names = try FileManager.default.contentsOfDirectory(
            atPath: contest.workshop.inside("report"))
        #expect(names.contains("t-p-programs.csv") && names.contains("t-p-differences.json"))
    }
}
