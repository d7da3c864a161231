import Formats
import Reading
import Testing

/// One change to a sound contest file, and what is told of it.
struct ContestFault: Sendable, CustomTestStringConvertible {
    let part: String
    let other: String
    let message: String
    var language = Language.english

    var testDescription: String { "\(other) → \(message)" }

    init(_ part: String, _ other: String, _ message: String, _ language: Language = .english) {
        self.part = part
        self.other = other
        self.message = message
        self.language = language
    }
}

@Suite struct ContestFaultTests {
    @Test(arguments: names + values + aims + references + rules)
    func `a faulty contest is told with line and remedy`(_ fault: ContestFault) throws {
        let text = try changed(ContestTexts.contest, fault.part, to: fault.other)
        let loaded = try TestFolder().load(text)
        #expect(loaded.faults.lines(in: fault.language) == [fault.message])
        #expect((loaded.contest == nil) == loaded.faults.hasErrors)
    }

    @Test(arguments: [
        ("contest.banyan", "ledger=\"contest.banyan\""),
        ("postgres://office:hunter2@db/contest", "ledger states a password"),
        ("postgresql://db/contest?user=office&password=hunter2", "ledger states a password"),
    ])
    func `a ledger is named by a server's address without a password`(
        address: String, problem: String
    ) throws {
        let sources = "<sources ledger=\"\(address.replacing("&", with: "&amp;"))\"/><track"
        let loaded = try TestFolder().load(
            try changed(ContestTexts.contest, "<track", to: sources))
        #expect(loaded.faults.faults.map(\.problem.english) == [problem])
        #expect(!loaded.faults.lines(in: .english).joined().contains("hunter2"))
    }

    @Test func `all faults are told at once and in the order of the file`() throws {
        var text = try changed(ContestTexts.contest, "count=\"8\"", to: "count=\"many\"")
        text = try changed(text, "to=\"final\"", to: "to=\"finale\"")
        text = try changed(text, "<panel minimum=\"3\"/>", to: "<panal minimum=\"3\"/>")
        let loaded = try TestFolder().load(text)
        #expect(loaded.contest == nil)
        #expect(loaded.faults.faults.map(\.line) == [15, 15, 17, 19])
    }

    static let names = [
        ContestFault(
            "<panel minimum=\"3\" maximum=\"5\"/>", "<panel minimum=\"3\"/><pannel/>",
            "contest.xml:7:27: error: unknown element <pannel> in <stage>; it may hold <name>, "
                + "<panel>, <heat>, <metric>, <measured>, <program>, <scoring>, <ties> and "
                + "<advance>. Perhaps <panel> is meant."),
        ContestFault(
            "deadline=", "dedline=",
            "contest.xml:5:5: error: <stage> has the unknown attribute dedline; it may have id, "
                + "rubric, deadline, missing and at-least. Perhaps deadline is meant."),
        ContestFault(
            "deadline=", "dedline=",
            "contest.xml:5:5: 错误: <stage> 有未知属性 dedline；它可以有 id、rubric、deadline、missing 和 at-least。"
                + "也许应为 deadline。", .chinese),
        ContestFault(
            "<contest id=\"c\"", "<contest",
            "contest.xml:1:1: error: <contest> has no id; id must be a name of 1 to 100 characters "
                + "without blanks, / \\ ; , or a dot at its beginning. Add id=\"…\"."),
        ContestFault(
            "<advance to=\"final\" count=\"8\"/>",
            "<advance to=\"final\" count=\"8\">now</advance>",
            "contest.xml:15:7: error: the text \"now\" stands in <advance>; it holds no text of "
                + "its "
                + "own. Take the text out."),
        ContestFault(
            "<name xml:lang=\"en\">Final</name>", "<name xml:lang=\"en\"> </name>",
            "contest.xml:18:36: error: <name> is empty; its text must be a text. Write it, or take "
                + "the element out."),
        ContestFault(
            "<panel minimum=\"3\"/>", "<panel minimum=\"3\"/><panel minimum=\"3\"/>",
            "contest.xml:19:27: error: <stage> holds <panel> again; it may hold one, and the first "
                + "is in line 19. Take one of them out."),
        ContestFault(
            "<panel minimum=\"3\"/>", "",
            "contest.xml:17:5: error: <stage> holds no <panel>; it must hold one. Add <panel>."),
        ContestFault(
            "<name xml:lang=\"en\">Open</name>", "",
            "contest.xml:3:3: warning: <track id=\"open\"> has no <name> in en; the file declares "
                + "it in its languages. Add <name xml:lang=\"en\">."),
        ContestFault(
            "<heat id=\"east\">", "<heat id=\"east\"><name>x</name></heat><heat id=\"east\">",
            "contest.xml:8:44: error: the id \"east\" of <heat> is used again; <heat> in line 8 "
                + "has "
                + "it already. Give one of them another id."),
    ]

    static let values = [
        ContestFault(
            "<panel minimum=\"3\"/>", "<panel minimum=\"three\"/>",
            "contest.xml:19:7: error: minimum=\"three\" in <panel>; minimum must be a whole number "
                + "from 1 to 999. Correct it."),
        ContestFault(
            "<panel minimum=\"3\"/>", "<panel minimum=\"３\"/>",
            "contest.xml:19:7: error: minimum=\"３\" in <panel>; minimum must be a whole number "
                + "from 1 to 999. Write 3."),
        ContestFault(
            "weight=\"0.2\"", "weight=\"20%\"",
            "contest.xml:23:33: error: weight=\"20%\" in <from>; weight must be a number such as "
                + "0.7 or a fraction such as 7/10. Write 0.2."),
        ContestFault(
            "18:00:00+08:00", "18:00:00",
            "contest.xml:5:5: error: deadline=\"2026-05-01T18:00:00\" in <stage>; deadline must be "
                + "a date and time with its offset, such as 2026-05-01T18:00:00+08:00. Add the "
                + "offset: 2026-05-01T18:00:00+08:00 for China."),
        ContestFault(
            "18:00:00+08:00", "18:00:00",
            "contest.xml:5:5: 错误: <stage> 中的 deadline=\"2026-05-01T18:00:00\"；deadline 必须是带时差的"
                + "日期和时间，如 2026-05-01T18:00:00+08:00。请加上时差：中国时间写作 2026-05-01T18:00:00+08:00。",
            .chinese),
        ContestFault(
            "2026-05-01T18", "2026-02-30T18",
            "contest.xml:5:5: error: deadline=\"2026-02-30T18:00:00+08:00\" in <stage>; deadline "
                + "must be a date and time with its offset, such as 2026-05-01T18:00:00+08:00. "
                + "Correct it."),
        ContestFault(
            "by=\"sum\"", "by=\"sums\"",
            "contest.xml:10:9: error: by=\"sums\" in <combine>; by must be sum, mean, median, "
                + "weighted-sum, weighted-mean or points. Perhaps sum is meant."),
        ContestFault(
            "languages=\"zh en\"", "languages=\"zh 英文\"",
            "contest.xml:1:1: error: languages=\"zh 英文\" in <contest>; languages must be language "
                + "tags with blanks between them, such as zh en. Correct it."),
        ContestFault(
            "id=\"open\"", "id=\"../open\"",
            "contest.xml:3:3: error: id=\"../open\" in <track>; id must be a name of 1 to 100 "
                + "characters without blanks, / \\ ; , or a dot at its beginning. Correct it."),
        ContestFault(
            "minimum=\"3\" maximum=\"5\"", "minimum=\"5\" maximum=\"3\"",
            "contest.xml:7:7: error: minimum=\"5\" and maximum=\"3\" in <panel>; minimum may not "
                + "be "
                + "above maximum. Correct one of them."),
        ContestFault(
            "count=\"1\" reached", "count=\"1\" share=\"0.1\" reached",
            "contest.xml:27:7: error: <award> has count and share; it must have exactly one of "
                + "count, share, from-score and everyone. Leave one of them."),
        ContestFault(
            "count=\"1\" reached", "reached",
            "contest.xml:27:7: error: <award> has none of count, share, from-score and everyone; "
                + "it must have exactly one of count, share, from-score and everyone. Add one of "
                + "them."),
        ContestFault(
            "count=\"1\" reached", "share=\"5\" reached",
            "contest.xml:27:7: error: share=\"5\" in <award>; a share is above 0 and at most 1. "
                + "Write 0.1 for ten per cent."),
        ContestFault(
            "count=\"8\"/>", "/>",
            "contest.xml:15:7: error: <advance> does not say how many go on; it needs count, "
                + "share, minimum-score or a <quota>. Add count=\"8\", say."),
        ContestFault(
            "<panel minimum=\"3\"/>",
            "<panel minimum=\"3\"><at-least kind=\"a\" count=\"4\"/></panel>",
            "contest.xml:19:7: error: the kinds of judge in <panel> need 4 judges, and it may have "
                + "3; no panel could be made. Ask for fewer, or raise maximum."),
        ContestFault(
            "id=\"final\" rubric", "id=\"final\" missing=\"proceed\" rubric",
            "contest.xml:17:5: error: missing=\"proceed\" without at-least; a submission needs so "
                + "many sheets to be scored. Add at-least=\"3\", say."),
        ContestFault(
            "<drop highest=\"1\" lowest=\"1\"/>",
            "<drop highest=\"1\" lowest=\"1\" at-least=\"2\"/>",
            "contest.xml:11:9: error: at-least=\"2\" in <drop>, where 2 values are left out; at "
                + "least one value must be left. Make it 3 or more."),
    ]

    static let references = [
        ContestFault(
            "to=\"final\"", "to=\"finale\"",
            "contest.xml:15:7: error: to=\"finale\" in <advance> names no later stage of the "
                + "track; "
                + "there is final. Perhaps final is meant."),
        ContestFault(
            "reached=\"final\"", "reached=\"semi\"",
            "contest.xml:27:7: error: reached=\"semi\" in <award> names no stage; there is "
                + "preliminary and final. Correct the name."),
        ContestFault(
            "criteria=\"new\"", "criteria=\"nwe\"",
            "contest.xml:29:9: error: criteria=\"nwe\" in <condition> names no criterion or group; "
                + "there is new, use and own. Perhaps new is meant."),
        ContestFault(
            "count=\"8\"/>",
            "count=\"8\"><quota by=\"heat\" value=\"esat\" count=\"1\"/></advance>",
            "contest.xml:15:37: error: value=\"esat\" in <quota> names no heat of the stage; there "
                + "is east. Perhaps east is meant."),
        ContestFault(
            "rubrics/r.xml\">\n      <name xml:lang=\"zh\">决赛",
            "rubrics/x.xml\">\n      <name xml:lang=\"zh\">决赛",
            "contest.xml:17:5: error: there is no rubric \"rubrics/x.xml\" beside the contest "
                + "file; "
                + "a rubric is a path from the contest's folder, or banyan:NAME. Correct the path, "
                + "or put the file there."),
        ContestFault(
            "rubrics/r.xml\">\n      <name xml:lang=\"zh\">决赛",
            "../r.xml\">\n      <name xml:lang=\"zh\">决赛",
            "contest.xml:17:5: error: the rubric \"../r.xml\"; a path may not lead outside its "
                + "folder. Copy the rubric into the contest's folder."),
        ContestFault(
            "<track id=\"open\">", "<table id=\"t\" file=\"/etc/passwd\"/><track id=\"open\">",
            "contest.xml:3:3: error: the path \"/etc/passwd\" in <table>; a path is relative to "
                + "its "
                + "folder. Put the file into the contest's folder."),
        ContestFault(
            "<track id=\"open\">",
            "<mapping id=\"m\" of=\"submissions\" files=\"a.csv\"><field name=\"id\" from=\"no\"/>"
                + "<field name=\"track\" from=\"t\"/><field name=\"titel\" from=\"n\"/>"
                + "<constant name=\"title\" value=\"-\"/></mapping><track id=\"open\">",
            "contest.xml:3:108: error: the unknown field \"titel\" in <field>; submissions have "
                + "id, "
                + "track, heat, region, title, abstract, entrant, organisations, members, "
                + "member/role, member/organisation, keywords, links, attachments, submitted and "
                + "field:NAME. Perhaps title is meant."),
        ContestFault(
            "<track id=\"open\">",
            "<mapping id=\"m\" of=\"judges\" files=\"j.csv\"><field name=\"name\" "
                + "from=\"n\"/></mapping>"
                + "<track id=\"open\">",
            "contest.xml:3:3: error: the mapping has no field \"id\"; judges cannot be read "
                + "without "
                + "it. Add <field name=\"id\" from=\"…\"/>."),
    ]

    static let rules = [
        ContestFault(
            "<ties><criterion id=\"new\"/></ties>", "<ties><criterion id=\"nwe\"/></ties>",
            "contest.xml:14:13: error: the rubric has no criterion or group \"nwe\"; a rule can "
                + "only use what is judged. Correct the name."),
        ContestFault(
            "<ties><criterion id=\"new\"/></ties>", "<ties><criterion id=\"nwe\"/></ties>",
            "contest.xml:14:13: 错误: 评审标准中没有指标或指标组 \"nwe\"；规则只能使用被评的内容。请改正名称。",
            .chinese),
        ContestFault(
            "<ties><criterion id=\"new\"/></ties>", "<ties><criterion id=\"own\"/></ties>",
            "contest.xml:14:13: error: \"own\" is a gate or a text and has no value; a rule can "
                + "only use what has points. Name another criterion."),
        ContestFault(
            "<ties><criterion id=\"new\"/></ties>", "<ties><earlier-stage name=\"final\"/></ties>",
            "contest.xml:14:13: error: \"final\" is no earlier stage of the track; a score must be "
                + "there before it can count. Name a stage above this one."),
        ContestFault(
            "<ties><criterion id=\"new\"/></ties>",
            "<ties><draw seed=\"1\"/><criterion id=\"new\"/></ties>",
            "contest.xml:14:29: error: a tie-break after <draw>; a draw leaves no tie. Put <draw> "
                + "last."),
        ContestFault(
            "<from stage=\"preliminary\"", "<from stage=\"final\"",
            "contest.xml:23:9: error: \"final\" is no earlier stage of the track; a score must be "
                + "there before it can count. Name a stage above this one."),
        ContestFault(
            "<drop highest=\"1\" lowest=\"1\"/>\n        <combine over=\"judges\" by=\"mean\"/>",
            "<combine over=\"judges\" by=\"mean\"/>\n        <drop highest=\"1\" lowest=\"1\"/>",
            "contest.xml:12:9: error: <drop> after judges were combined; there is one value left, "
                + "and nothing to leave out. Put it before <combine over=\"judges\">."),
        ContestFault(
            "<drop highest=\"1\" lowest=\"1\"/>", "<drop highest=\"0\" lowest=\"0\"/>",
            "contest.xml:11:9: error: <drop> leaves out nothing; highest or lowest must be above "
                + "0. "
                + "Correct it, or take it out."),
        ContestFault(
            "<drop highest=\"1\" lowest=\"1\"/>\n        <combine over=\"judges\" by=\"mean\"/>",
            "",
            "contest.xml:9:7: error: the steps never combine over judges; a submission must have "
                + "one score at the end. Add <combine over=\"judges\" by=\"mean\"/>, say."),
        ContestFault(
            "<drop highest=\"1\" lowest=\"1\"/>", "<standardise mean=\"50\" deviation=\"0\"/>",
            "contest.xml:11:9: error: the deviation is not above 0; all standard scores would be "
                + "equal. Write 10, say."),
        ContestFault(
            "<drop highest=\"1\" lowest=\"1\"/>", "<look-up table=\"goe\" field=\"E1\"/>",
            "contest.xml:11:9: error: there is no table \"goe\"; tables are named with <table> in "
                + "<contest>. Correct the name, or add the table."),
        ContestFault(
            "<drop highest=\"1\" lowest=\"1\"/>", "<scale by-weight=\"yes\"/>",
            "contest.xml:11:9: error: the step names criteria after they were combined; there is "
                + "one value left for them all. Put it before <combine over=\"criteria\">."),
        ContestFault(
            "<drop highest=\"1\" lowest=\"1\"/>", "<bound/>",
            "contest.xml:11:9: error: <bound> has neither minimum nor maximum; it would do "
                + "nothing. "
                + "Add one of them, or take it out."),
    ]
}
