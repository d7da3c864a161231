import Contests
import Formats
import Reading
import Testing

@Suite struct SubmissionXMLTests {
    /// A file of submissions, and whether its form is sound.
    struct Form: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var isSound: Bool

        var testDescription: String { name }

        init(_ name: String, _ inner: String, _ isSound: Bool) {
            self.name = name
            text = "<submissions>\(inner)</submissions>"
            self.isSound = isSound
        }
    }

    static let whole = """
        <submission id="S1" track="open" heat="east" region="华东" submitted="2026-03-01T09:00:00Z">
          <title xml:lang="zh">标题</title><title xml:lang="en">Title</title>
          <abstract xml:lang="zh">摘要
        第二行</abstract>
          <entrant name="Team">
            <member role="lead" organisation="A大学">张三</member><member>李四</member>
            <organisation>B Ltd</organisation>
          </entrant>
          <keyword>水</keyword><keyword>泵</keyword><link>https://example.org</link>
          <attachment name="a.pdf" size="3"/><field name="difficulty">3.2</field>
        </submission>
        """

    static let forms = [
        Form("all parts", whole, true), Form("none", "", true),
        Form("smallest", "<submission id='a' track='open'><title>t</title></submission>", true),
        Form("no title", "<submission id='a' track='open'/>", false),
        Form("no id", "<submission track='open'><title>t</title></submission>", false),
        Form(
            "unknown element", "<submission id='a' track='open'><title>t</title><x/></submission>",
            false),
        Form(
            "unknown attribute", "<submission id='a' trak='open'><title>t</title></submission>",
            false),
        Form("stray", "<submision id='a' track='open'><title>t</title></submision>", false),
        Form(
            "time without offset",
            "<submission id='a' track='open' submitted='2026-03-01T09:00:00'><title>t</title>"
                + "</submission>", false),
        Form(
            "size that is no number",
            "<submission id='a' track='open'><title>t</title><attachment name='a' size='big'/>"
                + "</submission>", false),
        Form(
            "two entrants",
            "<submission id='a' track='open'><title>t</title><entrant/><entrant/></submission>",
            false),
    ]

    @Test(arguments: forms)
    func `only what is of the form is read`(_ form: Form) throws {
        let reading = try SubmissionLoad([("s.xml", form.text)])
        #expect(reading.summary.faults.hasErrors != form.isSound, "\(reading.summary.faults)")
    }

    @Test func `a submission is read with all its parts`() throws {
        let reading = try SubmissionLoad([("s.xml", "<submissions>\(Self.whole)</submissions>")])
        #expect(reading.lines == [])
        let submission = try #require(reading.submissions.first)
        #expect(submission.heat == "east")
        #expect(submission.titles.text(in: "en") == "Title")
        #expect(submission.abstract.text(in: "zh") == "摘要\n第二行")
        #expect(submission.entrant.name == "Team")
        #expect(
            submission.entrant.members == [
                .init(name: "张三", role: "lead", organisation: "A大学"), .init(name: "李四"),
            ])
        #expect(submission.entrant.organisations == ["B Ltd"])
        #expect(submission.keywords == ["水", "泵"])
        #expect(submission.attachments == [Attachment(name: "a.pdf", size: 3)])
        #expect(submission.submitted == Timestamp("2026-03-01T09:00:00Z"))
        #expect(submission.fields == ["difficulty": "3.2"])
    }

    @Test func `what stood before a fault of the form loads, and the line is told`() throws {
        let text = """
            <submissions>
            <submission id="a" track="open"><title>one</title></submission>
            <submission id="b" track="open"><title>two</titel></submission>
            <submission id="c" track="open"><title>three</title></submission>
            </submissions>
            """
        let reading = try SubmissionLoad([("s.xml", text)])
        #expect(reading.submissions.map(\.id) == ["a"])
        #expect(reading.lines.count == 1)
        #expect(reading.lines[0].hasPrefix("s.xml:3:"))
    }

    @Test func `another system's file without a mapping is told once`() throws {
        let text = "<export><submission id='a'/><submission id='b'/></export>"
        let reading = try SubmissionLoad([("s.xml", text)])
        #expect(
            reading.lines == [
                "s.xml:1:1: error: the file begins with <export>; a file of submissions is one "
                    + "<submissions>. Write a <mapping> for it in the contest file, or correct it."
            ])
    }
}
