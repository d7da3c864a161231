import Contests
import Formats
import Reading
import Testing

@Suite struct PeopleTests {
    private func contest() throws -> Contest {
        try #require(try TestFolder().load(ContestTexts.contest).contest)
    }

    private func judges(_ text: String) throws -> (judges: [Judge], faults: FaultList) {
        JudgeReader.read(bytes: Array(text.utf8), file: "judges.csv", contest: try contest())
    }

    @Test func `judges are read with English and with Chinese headings`() throws {
        let row = "J1,张三,A大学；B,华东,open;open/final,east,new,水;泵,２０,academic,是\n"
        let chinese = try judges("编号,姓名,单位,地区,赛道,赛区,指标,专长,上限,类别,组长\n" + row)
        let english = try judges(
            "id,name,organisation,region,tracks,heats,criteria,expertise,load,kind,senior\n" + row)
        #expect(english.judges == chinese.judges)
        #expect(
            chinese.judges == [
                Judge(
                    id: "J1", name: "张三", organisations: ["A大学", "B"], region: "华东",
                    serves: ["open", "open/final"], heats: ["east"], criteria: ["new"],
                    expertise: ["水", "泵"], maximumLoad: 20, kind: "academic", isSenior: true)
            ])
        #expect(
            chinese.faults.lines(in: .english) == [
                "judges.csv:2: note: \"２０\" was read as 20; full-width characters were read as "
                    + "ASCII."
            ])
    }

    @Test func `a table in GB18030 with a semicolon between cells is read`() throws {
        let text = "编号;姓名\nJ1;张三\n"
        let bytes = try #require(TextEncoding.gb18030.encode(text))
        let reading = JudgeReader.read(bytes: bytes, file: "judges.csv", contest: try contest())
        #expect(reading.judges.map(\.name) == ["张三"])
        #expect(!reading.faults.hasErrors)
    }

    @Test(arguments: [
        (
            "J1,x,,,",
            "the judge \"J1\" again; line 2 has the same id, and is kept. Give one of them "
                + "another id, or take it out."
        ),
        (",x,,,", "the id is empty; the files refer to it. Give one."),
        (
            "J2,x,opne,,",
            "there is no track or TRACK/STAGE \"opne\"; the contest has open, open/preliminary "
                + "and open/final. Perhaps open is meant."
        ),
        (
            "J2,x,,ten,",
            "the load \"ten\"; it must be a whole number of submissions. Correct it, or leave it "
                + "empty."
        ),
        (
            "J2,x,,-1,",
            "the load \"-1\"; it must be a whole number of submissions. Correct it, or leave it "
                + "empty."
        ),
        ("J2,x,,,maybe", "senior is \"maybe\"; it must be yes or no. Correct it."),
        (
            "2-Mar,x,,,",
            "'2-Mar' is a date, which a spreadsheet makes of some ids; format the column as text "
                + "and enter the id again; ids are text, to the last character. Look the id up "
                + "where it came from."
        ),
    ])
    func `a faulty judge is left out and told`(_ row: String, _ message: String) throws {
        let reading = try judges("id,name,tracks,load,senior\nJ1,a,,,\n\(row)\n")
        #expect(reading.judges.map(\.id) == ["J1"])
        #expect(reading.faults.lines(in: .english) == ["judges.csv:3: error: " + message])
    }

    @Test func `a judge who is limited to what no rubric has is refused`() throws {
        let loaded = try TestFolder().load(ContestTexts.contest)
        let contest = try #require(loaded.contest)
        let reading = JudgeReader.read(
            bytes: Array("id,criteria\nJ1,new;use\nJ2,nwe\n".utf8), file: "judges.csv",
            contest: contest, rubrics: Array(loaded.rubrics.values))
        #expect(reading.judges.map(\.id) == ["J1"])
        #expect(
            reading.faults.lines(in: .english) == [
                "judges.csv:3: error: there is no criterion \"nwe\"; the contest has new, own and "
                    + "use. Perhaps new is meant."
            ])
    }

    @Test func `a judge's fault is told in Chinese`() throws {
        let reading = try judges("编号,赛道\nJ1,opne\n")
        #expect(
            reading.faults.lines(in: .chinese) == [
                "judges.csv:2: 错误: 没有赛道或“赛道/阶段” \"opne\"；竞赛有 open、open/preliminary 和 open/final。"
                    + "也许应为 open。"
            ])
    }

    @Test func `a column that is missing or not known is told with the nearest name`() throws {
        let reading = try judges("idd,nmae\nJ1,a\n")
        #expect(reading.judges.isEmpty)
        #expect(
            reading.faults.faults.map(\.severity)
                == [.warning, .warning, .error].sorted {
                    _, _ in false
                } || reading.faults.count == 3)
        #expect(reading.faults.description.contains("Perhaps idd is meant"))
        #expect(reading.faults.description.contains("Perhaps name is meant"))
    }

    private func conflicts(
        _ text: String
    ) throws -> (conflicts: [Conflict], faults: FaultList) {
        ConflictReader.read(
            bytes: Array(text.utf8), file: "conflicts.csv", contest: try contest(),
            judges: [Judge(id: "J1"), Judge(id: "007")], submissions: ["S1", "0042"])
    }

    @Test func `conflicts are read by submission, organisation and region`() throws {
        let reading = try conflicts(
            "评委,作品,单位,地区,原因\nJ1,S1,,,亲属\nJ1,,A大学,,\n007,,,华东,\nJ1,S1,,,again\n")
        #expect(
            reading.conflicts == [
                Conflict(judge: "J1", target: .submission("S1"), reason: "亲属"),
                Conflict(judge: "J1", target: .organisation("A大学")),
                Conflict(judge: "007", target: .region("华东")),
            ])
        #expect(
            reading.faults.lines(in: .english) == [
                "conflicts.csv:5: warning: the conflict stands again; line 2 has it already. Take "
                    + "one of the lines out."
            ])
    }

    @Test(arguments: [
        (
            "J9,S1,,",
            "there is no judge \"J9\"; a conflict is between what is there. Perhaps J1 is meant."
        ),
        (
            "7,S1,,",
            "there is no judge \"7\"; '7' is probably '007', whose leading zeros a spreadsheet "
                + "dropped; format the column as text and enter the id again. Correct the id."
        ),
        (",S1,,", "the line names no judge; a conflict is between what is there. Correct the id."),
        (
            "J1,S2,,",
            "there is no submission \"S2\"; a conflict is between what is there. Perhaps S1 is "
                + "meant."
        ),
        (
            "J1,42,,",
            "there is no submission \"42\"; '42' is probably '0042', whose leading zeros a "
                + "spreadsheet dropped; format the column as text and enter the id again. "
                + "Correct the id."
        ),
        (
            "J1,,,",
            "the conflict names nothing to avoid; a line has exactly one of submission, "
                + "organisation and region. Fill one of them in."
        ),
        (
            "J1,S1,A,",
            "the conflict names 2 things to avoid; a line has exactly one of submission, "
                + "organisation and region. Write a line for each."
        ),
    ])
    func `a faulty conflict is left out and told`(_ row: String, _ message: String) throws {
        let reading = try conflicts("judge,submission,organisation,region\n\(row)\n")
        #expect(reading.conflicts.isEmpty)
        #expect(reading.faults.lines(in: .english) == ["conflicts.csv:2: error: " + message])
    }

    @Test func `no file of conflicts means no conflicts`() throws {
        let reading = ConflictReader.read(
            path: "/nowhere/conflicts.csv", file: "conflicts.csv", contest: try contest(),
            judges: [])
        #expect(reading.conflicts.isEmpty)
        #expect(reading.faults.isEmpty)
    }
}
