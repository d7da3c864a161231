import Contests
import Foundation
import Organizing
import TestSupport
import Testing

/// What a bundle shows, and what its verifier makes of it.
struct BundleTests {
    private let contest: SmallContest

    init() throws {
        contest = try SmallContest()
    }

    private func replace(_ text: String, with other: String, in file: String) throws {
        let old = try String(contentsOfFile: contest.workshop.inside(file), encoding: .utf8)
        try #require(old.contains(text))
        try contest.workshop.write(old.replacingOccurrences(of: text, with: other), to: file)
    }

    private func collected() throws -> Organizer {
        let organizer = try contest.prepared()
        let report = try contest.collect(
            SmallContest.preliminary, organizer, mark: ClosingTests.descending)
        #expect(report.status == .done)
        return organizer
    }

    private var path: String { contest.workshop.inside("published/public/bundle.jsonl") }

    /// Publishes, and gives the bundle's text and what its verifier says.
    private func publish(
        _ organizer: Organizer, keys: [String] = []
    ) throws -> (text: String, report: Report) {
        _ = try organizer.publish(to: nil, language: .english)
        return (try String(contentsOfFile: path, encoding: .utf8), try verify(keys: keys))
    }

    private func verify(keys: [String] = []) throws -> Report {
        try BundleVerifier.verify(path: path, keys: keys, receipt: nil)
    }

    private func says(_ report: Report, _ text: String) -> Bool {
        report.lines.contains { $0.english.contains(text) }
    }

    @Test func `a bundle shows no judge of a rule, no affinity or bid, and no comment`() throws {
        try replace(
            "<panel minimum=\"3\" maximum=\"3\"/>\n      <scoring>\(SmallContest.scoring)",
            with: """
                <!-- J1 taught J2 -->
                <panel minimum="3" maximum="3" affinity="close.csv" bids="wishes.csv">
                  <together judge="J1" with="J2"/></panel>
                <scoring>\(SmallContest.scoring)
                """, in: "contest.xml")
        try contest.workshop.writeCSV(
            ["judge", "submission", "affinity"], [["J1", "S1", "7"]], to: "close.csv")
        try contest.workshop.writeCSV(
            ["judge", "submission", "bid"], [["J1", "S1", "willing"]], to: "wishes.csv")
        let (text, report) = try publish(try collected())
        for secret in ["J1", "J2", "taught", "close", "wishes", "willing"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        #expect(text.contains(#"together judge=\""#))
        #expect(report.status == .done, "\(report.lines)")
    }

    @Test func `fields that only a mapping names stay closed`() throws {
        try replace(
            "</contest>",
            with: """
                  <mapping id="m" of="judges" files="people-*.csv">
                    <field name="id" from="contact"><value from="Judge Zhang" to="J1"/></field>
                  </mapping>
                </contest>
                """, in: "contest.xml")
        try contest.workshop.writeCSV(
            ["id", "track", "title", "field:contact"],
            SmallContest.submissions.map { [$0, "t", "Work", "call 555"] },
            to: "submissions/works.csv")
        let (text, report) = try publish(try collected())
        #expect(!text.contains("call 555"))
        #expect(!text.contains("Judge Zhang"))
        #expect(report.status == .done, "\(report.lines)")
    }

    @Test func `a table that is not UTF-8 is in the bundle byte by byte`() throws {
        try replace(
            SmallContest.scoring,
            with: #"<look-up table="l" field="level"/>"# + SmallContest.scoring, in: "contest.xml")
        try replace(
            "</contest>", with: #"<table id="l" file="l.csv"/></contest>"#, in: "contest.xml")
        try contest.workshop.writeCSV(
            ["id", "track", "title", "field:level"],
            SmallContest.submissions.map { [$0, "t", "Work", "高"] }, to: "submissions/works.csv")
        let high: [UInt8] = [0xB8, 0xDF]  // 高 in GB18030
        let table = Array("level,9,8,7,6,5,4\n".utf8) + high + Array(",19,18,17,16,15,14\n".utf8)
        try Data(table).write(to: URL(filePath: contest.workshop.inside("l.csv")))
        let organizer = try collected()
        let (text, report) = try publish(organizer)
        #expect(text.contains(#""base64":"\#(Data(table).base64EncodedString())""#))
        #expect(text.contains("\"19\""))
        #expect(report.status == .done, "\(report.lines)")
    }

    @Test func `heads that another key signed are not proved unless that key is known`() throws {
        let organizer = try collected()
        _ = try publish(organizer)
        let table = try #require(try organizer.heads(last: 1).tables.first)
        guard case .text(let old)? = table.rows[0].last else { return }
        let file = contest.workshop.inside("contest.key")
        try (String(repeating: "5a", count: 32) + "\n").write(
            toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(throws: Refusal.self) { try organizer.freeze() }
        #expect(try organizer.beginKey(reason: "replaced").status == .done)
        let (text, report) = try publish(organizer)
        #expect(report.status == .dataAtFault)
        #expect(says(report, "signed by another key, \(old)"))
        let end = try #require(text.split(separator: "\n").last)
        let new = try #require(end.split(separator: "\"key\":\"").last?.prefix(64))
        #expect(try verify(keys: [String(new)]).status == .dataAtFault)
        #expect(try verify(keys: [old]).status == .dataAtFault)
        #expect(try verify(keys: [old.uppercased(), String(new)]).status == .done)
        #expect(try organizer.audit().status == .dataAtFault)
        #expect(try organizer.audit(keys: [old, String(new)]).status == .done)
        try FileManager.default.removeItem(atPath: file)
        #expect(try organizer.audit().status == .done)  // nothing to compare with
    }
}

extension BundleTests {
    @Test func `a result that was frozen before its stage closed is released as it was`() throws {
        let organizer = try collected()
        _ = try organizer.freeze()
        _ = try organizer.close(SmallContest.preliminary, reason: "")
        let (text, report) = try publish(organizer)
        #expect(text.contains("\"official\":true"))
        #expect(report.status == .done, "\(report.lines)")
        #expect(says(report, "proved: it is the result that was frozen as"))
        #expect(says(report, "at 2026-05-01T09:00:00+08:00"))
    }

    @Test func `every freeze is told, and the last one must be matched`() throws {
        let organizer = try collected()
        _ = try organizer.freeze()
        _ = try organizer.withdraw("S1", reason: "left", isByOffice: false)
        let changed = try publish(organizer).report
        #expect(changed.status == .dataAtFault)
        #expect(says(changed, "the result is not the one that was frozen"))
        _ = try organizer.freeze()
        let again = try publish(organizer).report
        #expect(again.status == .done)
        #expect(again.lines.filter { $0.english.contains("was frozen as") }.count == 2)
    }

    @Test func `a sheet by an older rubric does not count once it was marked anew`() throws {
        let organizer = try collected()
        try replace("version=\"1\"", with: "version=\"2\"", in: "rubric.xml")
        let second = try contest.organizer()
        let report = try contest.collect(SmallContest.preliminary, second) { judge, submission in
            "\(8 - submission)"
        }
        #expect(report.status == .done, "\(report.lines)")
        #expect(try publish(second).report.status == .done)
        #expect(organizer.folder.rubrics != second.folder.rubrics)
    }

    @Test func `sheets that come in while a result is published do not break its bundle`() throws {
        let organizer = try collected()
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) { [contest] in
            for round in 0..<30 {
                _ = try? contest.collect(SmallContest.preliminary, organizer) { judge, submission in
                    "\((judge + submission + round) % 9)"
                }
                usleep(UInt32(round % 3) * 5_000)
            }
        }
        repeat {
            do { _ = try organizer.publish(to: nil, language: .english) } catch {
                continue  // no pause was long enough; the bundle of before is still there
            }
            let report = try verify()
            #expect(report.status == .done, "\(report.lines)")
        } while group.wait(timeout: .now()) == .timedOut
        #expect(try publish(organizer).report.status == .done)
    }
}
