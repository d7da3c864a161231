import Foundation
import TestSupport
import Testing

/// `banyan judge` with outside programs, run by the built program as an office would.
@Suite(.serialized) struct OutsideProgramTests {
    private static let stage = "open/precheck"

    /// The sample with two programs, loaded and assigned, in a copy.
    private func sample() throws -> ContestWorkshop {
        let workshop = try ContestWorkshop()
        let source = Program.checkout + "/Submissions/precheck-sample"
        for name in try FileManager.default.contentsOfDirectory(atPath: source) {
            try FileManager.default.copyItem(
                atPath: source + "/" + name, toPath: workshop.inside(name))
        }
        for arguments in [["load"], ["assign", Self.stage, "--seed", "1"]] {
            let output = try Program.run(arguments, in: workshop.path)
            try #require(output.status == 0, "\(output.errors)")
        }
        return workshop
    }

    @Test func `the two programs that ship judge the sample, and one of them counts`() throws {
        let workshop = try sample()
        let judged = try Program.run(["judge", Self.stage], in: workshop.path)
        #expect(judged.status == 0, "\(judged.errors)")
        #expect(judged.text.contains("12 submission(s) judged, 0 again, 0 unchanged; 0 failed"))
        let ranked = try Program.run(["rank", "open", "--format", "json"], in: workshop.path)
        let rows =
            try JSONSerialization.jsonObject(with: Data(ranked.text.utf8)) as? [[String: Any]]
        let notes = Dictionary(
            (rows ?? []).map { row in
                (row["submission"] as? String ?? "", "\(row["notes"] as? [String: String] ?? [:])")
            }, uniquingKeysWith: { $1 })
        #expect(notes.count == 6)
        for id in ["W-05", "W-06"] {  // an empty file; no PDF
            #expect(notes[id]?.contains("failed") == true, "\(notes)")
        }
        for id in ["W-01", "W-02", "W-03", "W-04"] {
            #expect(notes[id]?.contains("failed") == false, "\(notes)")
        }
        let collected = try Program.run(
            ["collect", "marks", "--stage", Self.stage], in: workshop.path)
        #expect(collected.status == 0, "\(collected.errors)")
        let report = try Program.run(["report", Self.stage], in: workshop.path)
        #expect(report.text.contains("the program READER marks “Readable” of 6 submissions 1.63"))
        #expect(report.text.contains("未见：方法、结果"))  // a comment on W-03, which it overrates
        let again = try Program.run(["judge", Self.stage, "--again"], in: workshop.path)
        #expect(again.text.contains("0 submission(s) judged, 0 again, 12 unchanged; 0 failed"))
        let chinese = try Program.run(["judge", Self.stage, "--lang", "zh"], in: workshop.path)
        #expect(chinese.text.contains("新评 0 件，重评 0 件"))
    }

    /// A program that crashes now and then at random, in an office that is killed again and again.
    @Test func `ten thousand jobs with crashes and kills give the results of an undisturbed run`()
        throws
    {
        let count = 10_000
        let good = "print(json.dumps(reply), flush=True)"
        let undisturbed = try MachineContest(count: count, program: good)
        try #require(try undisturbed.judge().status == 0)
        let expected = try undisturbed.ranks()
        #expect(expected.split(whereSeparator: \.isNewline).count == count + 1)
        let crashing = "if random.random() < 0.004: os.kill(os.getpid(), 9)\n    \(good)"
        let contest = try MachineContest(count: count, program: crashing)
        for round in 0..<6 {
            try contest.judgeKilled(
                after: 0.3 + 0.15 * Double(round), by: round.isMultiple(of: 2) ? SIGKILL : SIGTERM)
        }
        let before = try contest.newSheets()
        #expect(before > 100 && before < count, "\(before) before the last run")
        let output = try contest.judge()
        #expect(output.status == 0, "\(output.errors)")
        #expect(output.text.contains("0 failed, 0 given up"))
        #expect(try contest.ranks() == expected)
        #expect(try contest.newSheets() == count)  // none twice
        #expect(try contest.leftovers().isEmpty)
    }

    @Test func `stopped by Ctrl-C, it keeps what is done, says so and ends with 130`() throws {
        let contest = try MachineContest(
            count: 3_000, program: "time.sleep(0.002); print(json.dumps(reply), flush=True)")
        let output = try contest.judgeKilled(after: 1.5, by: SIGINT)
        #expect(output.status == 130)
        #expect(output.text.contains("stopped; run banyan judge t/p again to go on"))
        #expect(output.text.contains("\(try contest.newSheets()) submission(s) judged"))
        #expect(try contest.newSheets() > 0)
        #expect(try contest.leftovers().isEmpty)
    }
}
