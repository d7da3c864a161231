import Contests
import Formats
import Reading
import TestSupport
import Testing

@Suite struct MappingTests {
    static let xml = """
        <mapping id="old" of="submissions" files="submissions/*.xml" record="project">
          <field name="id" from="@no"/>
          <field name="track" from="meta/kind"><value from="T1" to="open"/></field>
          <field name="region" from="@region"/><field name="title" from="name" xml:lang="zh"/>
          <field name="abstract" from="text"/><field name="members" from="team/member/name"/>
          <field name="member/role" from="team/member/name/@role"/>
          <field name="submitted" from="meta/at"/><field name="keywords" from="key"/>
          <field name="field:budget" from="meta/budget"/>
          <constant name="heat" value="east"/>
        </mapping>
        """

    static func project(_ number: Int) -> String {
        """
        <project no="S\(number)" region="华东"><name>题目 \(number) &amp; 其他</name>
        <team><member><name role="lead">张三</name></member><member><name>李四</name></member></team>
        <text xml:lang="en">Words</text><key>a</key><key>b</key>
        <meta><kind>T1</kind><budget currency="CNY">12</budget><at>2026-03-01T09:00:00Z</at></meta>
        </project>
        """
    }

    @Test func `another system's XML is read through a mapping`() throws {
        let text = "<export xmlns=\"urn:x\">\(Self.project(1))</export>"
        let load = try SubmissionLoad([("x.xml", text)], mapping: Self.xml)
        #expect(load.lines == [])
        let submission = try #require(load.submissions.first)
        #expect(submission.id == "S1")
        #expect(submission.track == "open")
        #expect(submission.heat == "east")
        #expect(submission.titles.wordings == [.init(language: "zh", text: "题目 1 & 其他")])
        #expect(submission.abstract.wordings == [.init(language: "en", text: "Words")])
        #expect(
            submission.entrant.members == [.init(name: "张三", role: "lead"), .init(name: "李四")])
        #expect(submission.keywords == ["a", "b"])
        #expect(submission.fields == ["budget": "12"])
        #expect(submission.submitted == Timestamp("2026-03-01T09:00:00Z"))
    }

    @Test func `another system's table is read through a mapping`() throws {
        let mapping = """
            <mapping id="old" of="submissions" files="submissions/*.csv">
              <field name="id" from="No."/><field name="title" from="Name" xml:lang="en"/>
              <field name="organisations" from="Firm"/><constant name="track" value="open"/>
            </mapping>
            """
        let load = try SubmissionLoad(
            [("x.csv", "No.;Name;Phone;Firm\n007;Pump;1;\"A; B\"\n")], mapping: mapping)
        #expect(load.lines == [])
        #expect(load.submissions.map(\.id) == ["007"])
        #expect(load.submissions.map(\.entrant.organisations) == [["A", "B"]])
    }

    @Test func `a mapping that finds no record or no column is told with the nearest name`() throws
    {
        let xml = try SubmissionLoad(
            [("x.xml", "<export><projet no=\"1\"/></export>")], mapping: Self.xml)
        #expect(
            xml.lines == [
                "x.xml:1: error: the file holds no <project>; the mapping \"old\" reads that "
                    + "element. Perhaps <projet> is meant."
            ])
        let mapping = try changed(Self.xml, "*.xml", to: "*.csv")
        let csv = try SubmissionLoad([("x.csv", "@no,namee\n1,t\n")], mapping: mapping)
        #expect(csv.lines.contains { $0.contains("there is no column \"name\"") })
    }

    @Test(arguments: [1, 2, 8])
    func `the result does not depend on the number of threads`(_ width: Int) throws {
        let bad = try changed(Self.project(77), "T1", to: "T2")
        let projects = (0..<2_000).map { $0 % 500 == 77 ? bad : Self.project($0) }
        let text = "<export>\(projects.joined(separator: "\n"))</export>"
        let load = try SubmissionLoad([("x.xml", text)], mapping: Self.xml, width: width)
        #expect(
            load.submissions.map(\.id.text)
                == (0..<2_000).filter { $0 % 500 != 77 }.map { "S\($0)" })
        #expect(load.summary.faults.count == 4)
        #expect(load.summary.count == 1_996)
        let line = try #require(load.summary.faults.faults.first?.line)
        #expect(line == 77 * 5 + 1)
    }

    @Test func `reading the same files twice gives the same digests`() throws {
        let files = [("x.xml", "<export>\(Self.project(1))</export>")]
        let first = try SubmissionLoad(files, mapping: Self.xml)
        let second = try SubmissionLoad(files, mapping: Self.xml)
        #expect(first.summary.files.map(\.sha256) == second.summary.files.map(\.sha256))
        #expect(first.summary.files[0].sha256.count == 64)
        #expect(first.submissions == second.submissions)
    }
}
