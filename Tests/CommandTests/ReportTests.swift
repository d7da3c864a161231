import Foundation
import TestSupport
import Testing

/// The office's report, on the sample contest and where there is nothing to report on.
struct ReportTests {
    private func report(
        _ arguments: String..., language: String = "en"
    ) throws -> Program.Output {
        let demo = try SampleContestTests.demo.get()
        return try Program.run(["report"] + arguments + ["--lang", language], in: demo.folder)
    }

    @Test
    func `the report tells the strict judge from the lenient one, and how certain prizes are`()
        throws
    {
        let output = try report("party-building/final")
        #expect(output.status == 0, "\(output.errors)")
        #expect(output.text.contains("the strictest judge (J04) marks"))
        #expect(output.text.contains("the most lenient (J06)"))
        #expect(output.text.contains("“First prize”: of 1, 0 belong above the line"))
        #expect(output.text.contains("cannot be told apart at 90 %"))
        #expect(output.text.contains("would change sides of a line under another method"))
        let chinese = try report("party-building/final", language: "zh")
        #expect(chinese.text.contains("最严的评委（J04）"))
        #expect(chinese.text.contains("严厉度"))
    }

    @Test func `explain shows raw and adjusted side by side with the reason, to the office alone`()
        throws
    {
        let demo = try SampleContestTests.demo.get()
        let office = try Program.run(["explain", "XC-017", "--lang", "en"], in: demo.folder).text
        #expect(office.contains("adjusted for severity, its mean of 82.75 would be"))
        #expect(office.contains("judges mark lower than fellow judges on the same submissions"))
        #expect(office.contains("at 80 % its place lies between"))
        let chinese = try Program.run(["explain", "XC-017", "--lang", "zh"], in: demo.folder).text
        #expect(chinese.contains("按评委严厉度校正") && chinese.contains("平均相差"))
        let open = try Program.run(
            ["explain", "XC-017", "--public", "--lang", "en"], in: demo.folder)
        #expect(open.status == 0 && !open.text.contains("severity"))
    }

    @Test func `page, CSV and JSON are written, the same bytes each time`() throws {
        let folder = try ContestWorkshop()
        var pages: [Data] = []
        for name in ["a", "b"] {
            let output = try report("party-building/final", "--out", folder.inside(name))
            #expect(output.status == 0, "\(output.errors)")
            let path = folder.inside(name) + "/party-building-final"
            pages.append(try Data(contentsOf: URL(filePath: path + ".html")))
            let json = try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(filePath: path + "-submissions.json")))
            let rows = try #require(json as? [[String: Any]])
            #expect(rows.count == 8)
            #expect(rows.first?["raw"] as? String == "85.79")
            #expect(rows.first?["best"] as? Int == 1)
            let csv = try String(contentsOfFile: path + "-judges.csv", encoding: .utf8)
            #expect(csv.contains("party-building/final,J04,8,"))
        }
        #expect(pages[0] == pages[1])
        let text = String(decoding: pages[0], as: UTF8.self)
        #expect(!text.contains("http://") || !text.contains("src="))
        for part in ["place-chart", "severity-chart", "仅供组委会内部使用"] {
            #expect(text.contains(part))
        }
    }

    @Test func `a stage without sheets is refused with what to do`() throws {
        let workshop = try ContestWorkshop()
        #expect(try Program.run(["init", "c"], in: workshop.path).status == 0)
        let folder = workshop.inside("c")
        #expect(try Program.run(["load", "--as", "office"], in: folder).status == 0)
        let output = try Program.run(["report", "open/preliminary", "--lang", "en"], in: folder)
        #expect(output.status == 1)
        #expect((output.text + output.errors).contains("carry no statistics"))
        #expect((output.text + output.errors).contains("Collect more"))
        let unknown = try Program.run(["report", "open/nothing", "--lang", "en"], in: folder)
        #expect(unknown.status == 2)
    }
}
