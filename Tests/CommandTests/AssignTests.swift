import Foundation
import TestSupport
import Testing

/// `banyan assign` as a contest office types it.
struct AssignTests {
    private let workshop: ContestWorkshop

    init() throws {
        workshop = try ContestWorkshop()
    }

    @discardableResult
    private func run(_ arguments: String..., language: String = "en") throws -> Program.Output {
        try Program.run(
            arguments + ["--contest", "c", "--lang", language], in: workshop.path,
            environment: ["BANYAN_NOW": "2026-05-01T09:00:00+08:00"])
    }

    /// A contest of the template, with another `<panel>` in its first stage.
    private func prepare(panel: String) throws {
        _ = try Program.run(["init", "c", "--lang", "en"], in: workshop.path)
        let text = try String(contentsOfFile: workshop.inside("c/contest.xml"), encoding: .utf8)
        let old = #"<panel minimum="3" maximum="3" maximum-load="20"/>"#
        #expect(text.contains(old))
        try workshop.write(text.replacingOccurrences(of: old, with: panel), to: "c/contest.xml")
        #expect(try run("load").status == 0)
    }

    @Test func `a pair is explained with the judge and the submission as two words, or as one`()
        throws
    {
        try prepare(panel: #"<panel minimum="3"/>"#)
        #expect(try run("assign", "open/preliminary").status == 0)
        let words = try run("assign", "open/preliminary", "--explain", "J01", "S001")
        #expect(words.status == 0)
        #expect(words.text.contains("'J01'") && words.text.contains("'S001'"))
        let word = try run("assign", "open/preliminary", "--explain", "J01,S001")
        #expect(word.text == words.text)
        let chinese = try run(
            "assign", "open/preliminary", "--explain", "J01", "S001", language: "zh")
        #expect(chinese.text.contains("匹配度"))
        let alone = try run("assign", "open/preliminary", "--explain", "J01")
        #expect(alone.status == 2)
        #expect((alone.text + alone.errors).contains("--explain JUDGE SUBMISSION"))
    }

    @Test func `what is not complete ends with status 1 and is recorded only with --incomplete`()
        throws
    {
        try prepare(panel: #"<panel minimum="3" maximum-load="1"/>"#)
        var judges = try String(contentsOfFile: workshop.inside("c/judges.csv"), encoding: .utf8)
        judges = judges.replacingOccurrences(of: ",20,", with: ",,")
        try workshop.write(judges, to: "c/judges.csv")
        #expect(try run("load").status == 0)
        let refused = try run("assign", "open/preliminary", language: "zh")
        #expect(refused.status == 1)
        #expect(refused.text.contains("未完成"))
        #expect(refused.text.contains("（2）每位评委至多评 1 件"))
        #expect(refused.text.contains("未作记录"))
        #expect(try run("assign", "open/preliminary", "--audit").status == 2)
        let accepted = try run("assign", "open/preliminary", "--incomplete")
        #expect(accepted.status == 0)
        #expect(accepted.text.contains("NOT COMPLETE"))
        #expect(accepted.text.contains("recorded in open/preliminary"))
        #expect(try run("assign", "open/preliminary", "--audit").status == 1)
    }

    @Test func `check warns of a rule about two judges of whom one is not there`() throws {
        try prepare(panel: #"<panel minimum="3"><apart judge="J01" with="J99"/></panel>"#)
        let check = try run("check")
        #expect(check.status == 0)
        #expect(check.errors.contains(#"there is no judge "J99""#))
        #expect(try run("check", language: "zh").errors.contains(#"没有评委 "J99""#))
    }
}
