import Contests
import Formats
import Reading
import Testing

@Suite struct SubmissionTableTests {
    @Test func `a table with Chinese headings is read as the English one`() throws {
        let rows = [
            "S1,open,east,华东,水泵,Pump,短文,鹭队,张三/lead/A大学;李四,A大学;B,水；泵,https://a.cn,"
                + "2026-03-01T09:00:00+08:00,3.2"
        ]
        let english = try SubmissionLoad([
            (
                "s.csv",
                "id,track,heat,region,title:zh,title:en,abstract:zh,entrant,members,organisation,"
                    + "keywords,links,submitted,field:difficulty\n" + rows[0]
            )
        ])
        let chinese = try SubmissionLoad([
            (
                "s.csv",
                "\u{FEFF}编号,赛道,赛区,地区,标题:zh,标题:en,摘要:zh,团队,成员,单位,关键词,链接,提交时间,"
                    + "字段:difficulty\r\n" + rows[0] + "\r\n"
            )
        ])
        #expect(english.lines == [])
        #expect(chinese.submissions == english.submissions)
        let submission = try #require(english.submissions.first)
        #expect(
            submission.entrant.members[0] == .init(name: "张三", role: "lead", organisation: "A大学"))
        #expect(submission.entrant.organisations == ["A大学", "B"])
        #expect(submission.keywords == ["水", "泵"])
        #expect(submission.fields["difficulty"] == "3.2")
    }

    @Test func `JSON Lines say the same in several ways`() throws {
        let lines = [
            #"{"id":"a","track":"open","title":"T","members":"张三/lead;李四","keywords":"x;y"}"#,
            #"{"id":"b","track":"open","title":{"zh":"题","en":"T"},"#
                + #""members":[{"name":"张三","role":"lead"},"李四"],"keywords":["x","y"],"#
                + #""fields":{"difficulty":3.20},"attachments":[{"name":"a.pdf","size":3}]}"#,
        ]
        let load = try SubmissionLoad([("s.jsonl", lines.joined(separator: "\n"))])
        #expect(load.lines == [])
        #expect(load.submissions.map(\.entrant.members)[0] == load.submissions[1].entrant.members)
        #expect(load.submissions.map(\.keywords) == [["x", "y"], ["x", "y"]])
        #expect(load.submissions[1].fields == ["difficulty": "3.20"])
        #expect(load.submissions[1].titles.text(in: "en") == "T")
    }

    @Test(arguments: [
        (
            "a,opne,,T,",
            "s.csv:2: error: the submission \"a\" is in the unknown track \"opne\"; the contest "
                + "has open. Perhaps open is meant."
        ),
        (
            "a,,,T,",
            "s.csv:2: error: the submission \"a\" names no track; the contest has open. Name one "
                + "of them."
        ),
        (
            "a,open,esat,T,",
            "s.csv:2: error: the submission \"a\" is in the unknown heat \"esat\"; its track has "
                + "east. Perhaps east is meant."
        ),
        (
            "a,open,,,",
            "s.csv:2: error: the submission \"a\" has no title; judges and the public know it by "
                + "its title. Add one."
        ),
        (",open,,T,", "s.csv:2: error: the id is empty; the files refer to it. Give one."),
        (
            "a,open,,T,2026-03-01T09:00",
            "s.csv:2: error: the time \"2026-03-01T09:00\" of the submission \"a\"; it must be a "
                + "date and time with its offset, such as 2026-05-01T18:00:00+08:00. Add the "
                + "offset: 2026-03-01T09:00+08:00 for China."
        ),
        (
            "1.2E+17,open,,T,",
            "s.csv:2: error: '1.2E+17' is a long number in scientific form, which a spreadsheet "
                + "makes of some ids; format the column as text and enter the id again; ids are "
                + "text, to the last character. Look the id up where it came from."
        ),
        (
            "3月2日,open,,T,",
            "s.csv:2: error: '3月2日' is a date, which a spreadsheet makes of some ids; format the "
                + "column as text and enter the id again; ids are text, to the last character. "
                + "Look the id up where it came from."
        ),
        (
            "a\u{202E}b,open,,T,",
            "s.csv:2: error: the id \"a⟨U+202E⟩b\" holds a character that does not show; two ids "
                + "must differ to the eye. Type it again."
        ),
    ])
    func `a faulty submission is left out and told, and the good one loads`(
        _ row: String, _ message: String
    ) throws {
        let text = "id,track,heat,title,submitted\n\(row)\ngood,open,east,T,\n"
        let load = try SubmissionLoad([("s.csv", text)])
        #expect(load.lines == [message])
        #expect(load.submissions.map(\.id) == ["good"])
    }

    @Test func `an id of more than 200 bytes is told`() throws {
        let id = String(repeating: "长", count: 67)
        let load = try SubmissionLoad([("s.csv", "id,track,title\n\(id),open,T\n")])
        #expect(load.summary.faults.faults.map(\.rule.english) == ["it may have 200"])
    }

    @Test func `an id that stands twice is told with both lines, and the first is kept`() throws {
        let load = try SubmissionLoad([
            ("a.csv", "id,track,title\nS1,open,first\nS1,open,second\n"),
            ("b.jsonl", #"{"id":"S1","track":"open","title":"third"}"#),
        ])
        #expect(load.submissions.map { $0.titles.text(in: "") } == ["first"])
        #expect(load.lines.count == 2)
        #expect(
            load.lines[0]
                == "a.csv:3: error: the submission \"S1\" again; line 2 has the same id, and is "
                + "kept. Give one of them another id, or take it out.")
        #expect(load.lines[1].contains("line 2 of "))
    }

    @Test func `columns and members that mean nothing are told once`() throws {
        let load = try SubmissionLoad([
            ("a.csv", "id,track,title,regoin\nS1,open,t,x\n"),
            ("b.jsonl", #"{"id":"S2","track":"open","title":"t","keyword s":"x"}"#),
        ])
        #expect(load.submissions.count == 2)
        #expect(load.lines[0].hasPrefix("a.csv:1: warning: the column \"regoin\" is not read;"))
        #expect(load.lines[0].hasSuffix("Perhaps region is meant."))
        #expect(load.lines[1].hasSuffix("Perhaps keywords is meant."))
    }

    @Test func `a table without a column for the id is told and not read`() throws {
        let load = try SubmissionLoad([("a.csv", "number,track,title\n1,open,t\n")])
        #expect(load.submissions.isEmpty)
        #expect(load.lines.contains { $0.contains("there is no column id") })
    }

    @Test(arguments: ["[1]", "{\"id\":", "3", "{\"id\":\"a\",\"id\":\"b\"}", "{\"id\":[1]}"])
    func `a broken line of JSON is told, and the next one is read`(_ line: String) throws {
        let good = #"{"id":"S2","track":"open","title":"t"}"#
        let load = try SubmissionLoad([("a.jsonl", line + "\n" + good)])
        #expect(load.submissions.map(\.id) == ["S2"])
        #expect(load.lines[0].hasPrefix("a.jsonl:1"))
    }
}

extension SubmissionTableTests {
    @Test func `a submission's faults are told in Chinese`() throws {
        let text = "编号,赛道,赛区,标题\nS1,opne,,题\nS2,open,west,题\nS3,open,,\nS4,open,,题\nS4,open,,题\n"
        let load = try SubmissionLoad([("s.csv", text)], language: .chinese)
        #expect(
            load.lines == [
                "s.csv:2: 错误: 作品 \"S1\" 的赛道 \"opne\" 不存在；竞赛有 open。也许应为 open。",
                "s.csv:3: 错误: 作品 \"S2\" 的赛区 \"west\" 不存在；该赛道有 east。请写其中之一。",
                "s.csv:4: 错误: 作品 \"S3\" 没有标题；评委和公众通过标题辨认作品。请加上标题。",
                "s.csv:6: 错误: 作品 \"S4\" 重复；第 5 行已有该编号，保留该行。请为其中一个另取编号，或删去。",
            ])
    }
}
