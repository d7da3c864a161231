import Foundation
import TestSupport
import Testing

/// The command line as a contest office uses it, in both languages.
struct OfficeTests {
    let workshop: ContestWorkshop

    init() throws {
        workshop = try ContestWorkshop()
    }

    @discardableResult
    private func run(_ arguments: String..., language: String = "en") throws -> Program.Output {
        try Program.run(
            arguments + ["--lang", language], in: workshop.path,
            environment: ["BANYAN_NOW": "2026-05-01T09:00:00+08:00"])
    }

    private func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try String(contentsOfFile: workshop.inside(name), encoding: .utf8)
        #expect(text.contains(old))
        try workshop.write(text.replacingOccurrences(of: old, with: new), to: name)
    }

    @Test(arguments: ["en", "zh"])
    func `init makes a folder that check accepts, and that runs to a result`(
        language: String
    ) throws {
        #expect(try run("init", "c", language: language).status == 0)
        let check = try run("check", "--contest", "c", language: language)
        #expect(check.status == 0, "\(check.errors)")
        #expect(try run("load", "--contest", "c", language: language).status == 0)
        let assigned = try run("assign", "open/preliminary", "--contest", "c", language: language)
        #expect(assigned.status == 0, "\(assigned.errors)")
        let sheets = try run(
            "sheets", "open/preliminary", "--contest", "c", "--out", "s", language: language)
        #expect(sheets.status == 0, "\(sheets.errors)")
        let collected = try run("collect", "s", "--contest", "c", language: language)
        #expect(collected.status == 0, "\(collected.errors)")
        #expect(try run("status", "--contest", "c", language: language).text.contains("J01"))
        let refused = try run("close", "open/preliminary", "--contest", "c", language: language)
        #expect(refused.status == 1)
        #expect(try run("rank", "--contest", "c", language: language).status == 0)
        #expect(try run("log", "--contest", "c", language: language).status == 0)
        #expect(try run("log", "--contest", "c", "--last=-1", language: language).status == 2)
    }

    @Test func `a fault is told with its line and remedy in English and in Chinese`() throws {
        try run("init", "c")
        try edit("c/contest.xml", #"<panel minimum="3""#, #"<panel minimun="3""#)
        let english = try run("check", "--contest", "c")
        #expect(english.status == 1)
        #expect(english.errors.contains("c/contest.xml:"))
        #expect(english.errors.contains("minimun"))
        #expect(english.errors.contains("Perhaps minimum is meant"))
        let chinese = try run("check", "--contest", "c", language: "zh")
        #expect(chinese.errors.contains("错误"))
        #expect(chinese.errors.contains("也许应为 minimum"))
    }

    @Test func `the exit status says whose fault it is`() throws {
        try run("init", "c")
        #expect(try run("nosuch").status == 2)
        #expect(try run("rank", "--nosuch").status == 2)
        #expect(try run("rank", "nosuch", "--contest", "c").status != 0)
        try run("load", "--contest", "c")
        #expect(try run("rank", "nosuch", "--contest", "c").status == 2)
        #expect(try run("check", "--contest", "nowhere").status == 1)
        try Data("not a ledger, but long enough to be looked at".utf8)
            .write(to: URL(filePath: workshop.inside("c/contest.banyan")))
        let broken = try run("rank", "--contest", "c")
        #expect(broken.status == 3)
        #expect(broken.errors.contains("contest.banyan"))
    }

    @Test func `a faulty submission is left out and told, and the good ones load`() throws {
        try run("init", "c")
        try workshop.write(
            "id,track,title\nG1,open,Good\nB1,opne,Bad\nG2,open,Good too\n",
            to: "c/submissions/more.csv")
        let loaded = try run("load", "--contest", "c")
        #expect(loaded.status == 1)
        #expect(loaded.errors.contains("more.csv:3"))
        #expect(loaded.text.contains("4 new"))
        #expect(try run("load", "--contest", "c").text.contains("0 new, 0 revised"))
    }

    @Test(arguments: [
        "init", "schema", "check", "load", "assign", "recuse", "draw", "sheets", "collect",
        "status", "withdraw", "disqualify", "adjust", "reconsider", "override", "score", "rank",
        "report", "close", "reopen", "advance", "publish", "explain", "log",
    ])
    func `the help of every verb has an example, in both languages`(verb: String) throws {
        let english = try run(verb, "--help")
        #expect(english.text.contains("Example: banyan \(verb)"))
        let chinese = try run(verb, "--help", language: "zh")
        #expect(chinese.text.contains("示例：banyan \(verb)"))
    }

    @Test func `what the parser of arguments says is Chinese in a Chinese run`() throws {
        let help = try run("rank", "--help", language: "zh").text
        for heading in ["用法：banyan rank", "参数：", "选项：", "显示帮助。", "(可取：text, json"] {
            #expect(help.contains(heading))
        }
        let wrong = try run("rank", "--to", "3", language: "zh")
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("错误：没有这个选项：'--to'。是否指 '--top'？"))
        #expect(wrong.errors.contains("详情请运行 'banyan rank --help'"))
        let value = try run("rank", "--format", "doc", language: "zh").errors
        #expect(value.contains("错误：这个值不可用：'doc'，用于 '--format"))
        #expect(value.contains("可用的值：'text'"))
        for text in [help, wrong.errors, value] {
            #expect(!["USAGE", "Usage", "OPTIONS", "Error", "See "].contains { text.contains($0) })
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions can be made`(shell: String) throws {
        let output = try Program.run(
            ["--generate-completion-script", shell], in: workshop.path)
        #expect(output.status == 0)
        #expect(output.text.contains("reconsider"))
    }

    @Test(arguments: ["contest", "rubric", "submissions", "sheets"])
    func `a schema is printed`(kind: String) throws {
        let output = try run("schema", kind)
        #expect(output.text.contains("http://relaxng.org/ns/structure/1.0"))
    }
}
