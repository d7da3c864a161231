import Contests
import Formats
import Foundation
import Judging
import Numbers
import TestSupport
import Testing

struct SheetCollectorTests {
    @Test func `a long table is read, and sheets come in a fixed order`() throws {
        let office = try MarkingOffice()
        let collected = try office.collect(
            csv: """
                评委,作品,指标,分数,评语
                J2,S1,novelty,8,
                J1,S1,use,7.5,fine
                J2,S1,use,不适用,
                J2,S1,eligible,通过,
                J1,S1,novelty,2,too thin
                J1,S1,eligible,0,
                """)
        #expect(office.lines(collected) == [])
        #expect(collected.sheets.map(\.sheet.judge) == ["J1", "J2"])
        #expect(collected.sheets.map(\.line) == [3, 2])
        let marks = collected.sheets[0].sheet.marks
        #expect(marks.map(\.criterion) == ["novelty", "use", "eligible"])
        #expect(marks[0].comment == "too thin")
        #expect(marks[2].value == .points(.zero))
        #expect(collected.sheets[1].sheet.marks[1].value == .notApplicable)
        #expect(collected.files.map(\.sha256.count) == [64])
    }

    @Test func `a wide table is read, and what was not marked is not scored`() throws {
        let office = try MarkingOffice()
        let collected = try office.collect(
            csv: "judge,submission,novelty,novelty comment,use,eligible,parts,delay,confidence\n"
                + "J1,S1,8,good,,pass,b;a,-3.5,2.5\nJ1,S2,,,,,,,\n")
        #expect(
            office.lines(collected) == [
                "in.csv:2: note: sheet of 'J1' for 'S1': kept open: no mark yet on use."
            ])
        #expect(collected.sheets.count == 1)
        let sheet = collected.sheets[0]
        #expect(sheet.missing == ["use"])
        let confidence = try Points(parsing: "2.5")
        #expect(sheet.sheet.confidence == confidence)
        #expect(sheet.sheet.marks.map(\.criterion) == ["novelty", "eligible", "parts", "delay"])
        #expect(sheet.sheet.marks[2].ticks == ["a", "b"])
        let five = try Points(5)
        #expect(sheet.sheet.marks[2].value == .points(five))
    }

    @Test func `habits of spreadsheets are forgiven with a note`() throws {
        let office = try MarkingOffice()
        let collected = try office.collect(
            csv: "judge,submission,novelty,use,eligible\nJ1,S1,８．５, 7 ,PASS\n")
        #expect(
            office.lines(collected) == [
                "in.csv:2: note: sheet of 'J1' for 'S1': '８．５' on 'novelty' was read as 8.5: "
                    + "full-width characters were read as ASCII."
            ])
        let read = try Points(parsing: "8.5")
        #expect(collected.sheets.first?.sheet.marks.first?.value == .points(read))
    }

    @Test func `a mapping reads another system's columns`() throws {
        var office = try MarkingOffice()
        office.contest.mappings = [
            Mapping(
                id: "old", noun: .marks, files: "in*.csv in*.xlsx",
                fields: [
                    .init(name: "judge", source: "Reviewer"),
                    .init(name: "submission", source: "Paper", values: ["one": "S1"]),
                    .init(name: "criterion", source: "Aspect"),
                    .init(name: "mark", source: "Points"),
                ], constants: ["stage": "t/final"])
        ]
        let text = "Paper,Reviewer,Aspect,Points\none,J1,novelty,5\none,J1,use,6\n"
        let collected = try office.collect(csv: text)
        #expect(collected.sheets.map(\.sheet.submission) == ["S1"])
        #expect(collected.sheets.first?.sheet.marks.count == 2)
        try TestWorkbook.write(
            csv: text, to: office.workshop.inside("in.xlsx"), sheet: "Scores", above: ["2026"])
        let workbook = office.collect(["in.xlsx"])
        #expect(
            office.lines(workbook).filter { !$0.contains("stands as text") }
                == office.lines(collected).map {
                    $0.replacing("in.csv:2:", with: "in.xlsx: sheet Scores, row 3:")
                })
        #expect(workbook.sheets.map(\.sheet) == collected.sheets.map(\.sheet))
        let wrong = text.replacing("novelty,5", with: "novelty,5x")
        try TestWorkbook.write(csv: wrong, to: office.workshop.inside("in2.xlsx"), sheet: "Scores")
        let line = office.lines(office.collect(["in2.xlsx"])).first ?? ""
        #expect(line.hasPrefix("in2.xlsx: sheet Scores, cell D2 (Points): error: "), "\(line)")
        let broken = try office.collect(csv: "Paper,Reviewer,Aspects,Points\none,J1,use,6\n")
        #expect(
            office.lines(broken).contains {
                $0.hasPrefix("in.csv:1: error: there is no column Aspect;")
            })
    }

    @Test(arguments: [1, 2, 8])
    func `reading repeatedly, in any order and width, changes nothing`(_ width: Int) throws {
        let office = try MarkingOffice()
        let sheets = try [("J1", "S1"), ("J1", "S2"), ("J2", "S2")].map {
            try office.sheet($0.0, $0.1, comment: "why")
        }
        let names = try office.write(.csv, .chinese, sheets: sheets).map { "out/" + $0 }
        let first = office.collect(names, width: 1)
        let again = office.collect(
            names.reversed() + ["out"], existing: first.sheets.map(\.sheet), width: width)
        #expect(again.sheets.map(\.sheet) == first.sheets.map(\.sheet))
        #expect(!again.sheets.contains { !$0.isKnown })
        #expect(again.files == first.files)
    }

    @Test func `a sheet that changed is the next revision`() throws {
        let office = try MarkingOffice()
        let old = try office.sheet("J1", "S1", comment: "why")
        try office.workshop.write(
            "judge,submission,novelty,use,eligible\nJ1,S1,8,7,pass\n", to: "in.csv")
        let collected = office.collect(["in.csv"], existing: [old])
        #expect(collected.sheets.map(\.sheet.revision) == [2])
        #expect(collected.sheets.map(\.isKnown) == [false])
    }

    @Test func `a recusal in a sheet is taken, and its marks are not`() throws {
        let office = try MarkingOffice()
        let collected = try office.collect(
            csv: "judge,submission,novelty,recuse\nJ1,S1,8,my student\nJ1,S2,8,\n")
        #expect(
            collected.recusals == [
                Recusal(
                    judge: "J1", stage: office.stage.id, submission: "S1", reason: "my student")
            ])
        #expect(collected.sheets.map(\.sheet.submission) == ["S2"])
    }

    @Test func `two files that disagree are told, and neither counts`() throws {
        let office = try MarkingOffice()
        let head = "judge,submission,novelty,use,eligible\n"
        try office.workshop.write(head + "J1,S1,8,7,pass\nJ1,S2,5,5,pass\n", to: "a.csv")
        try office.workshop.write(head + "J1,S1,6,7,pass\nJ1,S2,5,,\n", to: "b.csv")
        let collected = office.collect(["b.csv", "a.csv"])
        #expect(collected.sheets.map(\.sheet.submission) == ["S2"])
        #expect(collected.sheets.first?.missing == [])
        #expect(collected.disagreements.count == 1 && collected.refused == 2)
        #expect(
            office.lines(collected).contains(
                "b.csv:2: error: sheet of 'J1' for 'S1' disagrees with the one at a.csv:2; a judge "
                    + "has one sheet for each submission. Neither counts; ask the judge which "
                    + "holds, and collect that one alone."))
        let recorded = try #require(office.collect(["a.csv"]).sheets.first?.sheet)
        let revised = office.collect(["b.csv", "a.csv"], existing: [recorded])
        #expect(revised.disagreements.isEmpty)
        #expect(revised.sheets.first?.sheet.revision == 2)
    }
}
