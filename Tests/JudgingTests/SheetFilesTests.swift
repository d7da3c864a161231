import Contests
import Formats
import Foundation
import Judging
import Testing

struct SheetFilesTests {
    /// What a spreadsheet, an XML parser or a file system could stumble over.
    static let nasty = [
        "=1+1", "-2+3", "@cmd", "a,b", "a;b", "say \"hi\"", "line\nbreak", "𠮷野家", "007", "é",
        "../../etc/passwd", "<b>&amp;</b>", "#1", "'quoted",
    ]

    @Test(arguments: SheetFiles.Format.allCases, Language.allCases)
    func `what is written, filled and read is what was given`(
        _ format: SheetFiles.Format, _ language: Language
    ) throws {
        var office = try MarkingOffice()
        office.record.assignments = [:]
        for (number, name) in Self.nasty.enumerated() {
            office.record.judges[JudgeID(name)] = Judge(id: JudgeID(name))
            office.add(name, title: Self.nasty[Self.nasty.count - 1 - number])
        }
        office.assign(Self.nasty, to: Self.nasty)
        let sheets = try Self.nasty.flatMap { judge in
            try Self.nasty.map { try office.sheet(judge, $0, comment: judge + " " + $0) }
        }
        let names = try office.write(format, language, sheets: sheets)
        #expect(names.count == Self.nasty.count)
        let folder = office.workshop.inside("out")
        let written = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(written.sorted() == names.sorted())
        let collected = office.collect(["out"])
        #expect(office.lines(collected) == [])
        let key = { (sheet: ScoreSheet) in "\(sheet.submission)\u{0}\(sheet.judge)" }
        let read = Dictionary(uniqueKeysWithValues: collected.sheets.map { (key($0.sheet), $0) })
        #expect(read.count == sheets.count)
        for sheet in sheets { #expect(read[key(sheet)]?.sheet == sheet) }
    }

    @Test(arguments: SheetFiles.Format.allCases)
    func `the bytes are the same for any number of threads`(_ format: SheetFiles.Format) throws {
        let office = try MarkingOffice()
        var texts: [[Data]] = []
        for width in [1, 2, 8] {
            let names = try office.write(format, .chinese, folder: "w\(width)", width: width)
            texts.append(
                try names.map {
                    try Data(
                        contentsOf: URL(filePath: office.workshop.inside("w\(width)/\($0)")))
                })
        }
        #expect(texts[0] == texts[1] && texts[1] == texts[2])
        #expect(texts[0].count == 2)
    }

    @Test func `a table carries names, levels, submissions and a check value`() throws {
        let office = try MarkingOffice()
        let name = try #require(try office.write(.csv, .english).first)
        #expect(name == "t.final.J1.csv")
        let bytes = try Files.read(office.workshop.inside("out/\(name)"))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        #expect(text.hasPrefix("stage,judge,submission,title,novelty,novelty comment,use,"))
        #expect(text.contains("Name of novelty (0 to 10 in steps of 0.5)"))
        #expect(text.contains("8–10 High: New to the field"))
        #expect(text.contains("A comment is required below 3 and above 9."))
        #expect(text.contains("\r\nt/final,J1,S1,Title of S1,,,"))
        #expect(text.contains(",r-0123456789abcdef,"))
    }

    @Test func `submissions that left and pairs with a recusal are not sent out`() throws {
        var office = try MarkingOffice()
        office.record.recusals = [Recusal(judge: "J1", stage: office.stage.id)]
        let decision = Decision(by: "o", at: Timestamp(seconds: 0), reason: "")
        office.record.exits["S1"] = .withdrawn(decision)
        let names = try office.write(.xml, .english)
        #expect(names == ["t.final.J2.xml"])
        let text = try String(
            contentsOfFile: office.workshop.inside("out/\(names[0])"), encoding: .utf8)
        #expect(!text.contains("S1") && text.contains("submission=\"S2\""))
    }

    @Test func `judges whose ids differ only in case get files that differ on every system`()
        throws
    {
        var office = try MarkingOffice()
        office.record.judges["j1"] = Judge(id: "j1", name: "j1")
        office.assign(["j1"], to: ["S3"])
        let names = try office.write(.csv, .english)
        #expect(names == ["t.final.^j1.csv", "t.final.^j2.csv", "t.final.j1.csv"])
    }
}
