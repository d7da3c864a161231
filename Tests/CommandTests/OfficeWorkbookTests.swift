import Formats
import Foundation
import Numbers
import TestSupport
import Testing

/// The office's and the judges' workbooks, by the built program and by LibreOffice.
struct OfficeWorkbookTests {
    /// A copy of the sample contest's files, with nothing recorded yet.
    private func sample() throws -> ContestWorkshop {
        let workshop = try ContestWorkshop()
        try FileManager.default.copyItem(
            atPath: Program.checkout + "/Submissions/dcic-sample", toPath: workshop.inside("c"))
        return workshop
    }

    private func run(_ arguments: [String], in workshop: ContestWorkshop) throws -> Program.Output {
        try Program.run(
            arguments, in: workshop.inside("c"),
            environment: ["BANYAN_NOW": "2026-04-01T09:00:00+08:00"])
    }

    /// Saves tables as workbooks, as a person would.
    private func save(_ names: [String], in workshop: ContestWorkshop) throws {
        let command = """
            cd c && soffice --headless -env:UserInstallation=file://$PWD/../office \
            --infilter="CSV:44,34,76,1,,0,false,true" --convert-to xlsx \
            \(names.joined(separator: " ")) && rm \(names.joined(separator: " ")) \
            && rm -rf ../office
            """
        try workshop.write("cd \(workshop.path)\n" + command, to: "save.sh")
        let output = try Program.run(
            script: workshop.inside("save.sh"), [], environment: [:])
        #expect(output.status == 0, "\(output.errors)")
    }

    @Test(.enabled(if: Python.hasLibreOffice))
    func `judges and conflicts saved as workbooks are read as the CSV was`() throws {
        let workshop = try sample()
        let before = try run(["check", "--lang", "en"], in: workshop)
        try save(["judges.csv", "conflicts.csv"], in: workshop)
        let after = try run(["check", "--lang", "en"], in: workshop)
        #expect(after.text == before.text)
        #expect(after.status == before.status)
        #expect(try run(["load", "--as", "office"], in: workshop).status == 0)
    }

    @Test(.enabled(if: Python.hasLibreOffice))
    func `a judge's workbook that LibreOffice opened, filled and saved is collected`() throws {
        let workshop = try sample()
        #expect(try run(["load", "--as", "office"], in: workshop).status == 0)
        let assigned = try run(
            ["assign", "party-building/preliminary", "--seed", "7", "--as", "office"],
            in: workshop)
        #expect(assigned.status == 0, "\(assigned.errors)")
        let written = try run(
            ["sheets", "party-building/preliminary", "--format", "xlsx", "--lang", "en"],
            in: workshop)
        #expect(written.status == 0, "\(written.errors)")
        let file = workshop.inside("c/sheets/party-building.preliminary.J01.xlsx")
        let back = workshop.inside("c/back.xlsx")
        let shown = try Python.run(
            .fill, [file, back, "Marks", "C5==16+4", "E5=19", "F5=20", "G5=15.5", "C6=20", "E6=40"])
        // What the spreadsheet computes for the judge: the total and what is missing.
        let lines = shown.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("74.5") && $0.contains("complete") }, "\(shown)")
        #expect(lines.contains { $0.contains("missing: 2") }, "\(shown)")
        let collected = try run(
            ["collect", "back.xlsx", "--as", "office", "--lang", "en"], in: workshop)
        #expect(collected.text.contains("1 sheet(s) collected"), "\(collected.errors)")
        #expect(
            collected.errors.contains("back.xlsx: sheet Marks, cell E6 ("), "\(collected.errors)")
        #expect(collected.errors.contains("is off the scale"), "\(collected.errors)")
        let formula = "back.xlsx: sheet Marks, cell C5 ("
        #expect(collected.errors.contains(formula), "\(collected.errors)")
        #expect(collected.errors.contains("1 formula(s) in the column, the first here"))
        #expect(collected.status == 1)
    }

    /// Every verb that prints tables, in a stage with marks.
    static let tables = [
        ["status"], ["score", "party-building/final"], ["score", "data-intelligence/jury"],
        ["rank", "party-building"], ["rank", "xinchuang/final"], ["log"],
        ["report", "party-building/final"],
    ]

    @Test(arguments: tables)
    func `a table that is printed is the same in a workbook as in CSV`(_ arguments: [String]) throws
    {
        let demo = try SampleContestTests.demo.get()
        let workshop = try ContestWorkshop()
        let words = arguments.joined(separator: " ")
        try workshop.write(
            """
            set -e
            cd \(demo.folder)
            \(Program.path) \(words) --lang zh --format xlsx > \(workshop.inside("table.xlsx"))
            \(Program.path) \(words) --lang zh --format csv > \(workshop.inside("table.csv"))
            """, to: "print.sh")
        let output = try Program.run(
            script: workshop.inside("print.sh"), [],
            environment: ["BANYAN_NOW": "2026-05-01T09:00:00+08:00"])
        #expect(output.status == 0, "\(output.errors)")
        let text = try Program.text(ofWorkbook: workshop.inside("table.xlsx"))
        #expect(text.contains("frozen") && text.contains("<autoFilter"))
        #expect(text.contains("<dc:creator></dc:creator>"))
        // Several tables follow one another in the CSV, and stand on sheets of their own here.
        let printed = try String(
            contentsOfFile: workshop.inside("table.csv"), encoding: .utf8)
        let tables = TestWorkbook.tables(csv: printed)
        #expect(!tables.isEmpty)
        for table in tables {
            let titles = table.header?.names ?? []
            let read = CSVTable(
                path: workshop.inside("table.xlsx"),
                search: TableSearch(needed: titles.map { [$0] }))
            #expect(read.header?.names == titles)
            #expect(TestWorkbook.values(read) == TestWorkbook.values(table))
        }
    }

    @Test func `an assignment is written as a workbook and read back from it`() throws {
        let workshop = try sample()
        #expect(try run(["load", "--as", "office"], in: workshop).status == 0)
        let stage = "party-building/preliminary"
        for form in ["csv", "xlsx"] {
            let output = try run(
                ["assign", stage, "--seed", "7", "--dry-run", "--out", "out.\(form)"],
                in: workshop)
            #expect(output.status == 0, "\(output.errors)")
        }
        let rows = ["csv", "xlsx"].map { TestWorkbook.rows(workshop.inside("c/out.\($0)")) }
        #expect(rows[0].dropFirst() == rows[1].dropFirst() && rows[1].count > 20)
        let read = try run(
            ["assign", stage, "--from", "out.xlsx", "--as", "office", "--lang", "en"],
            in: workshop)
        #expect(read.status == 0, "\(read.errors)")
        #expect(read.text.contains("\(rows[1].count - 1) pair(s) read from out.xlsx"))
    }

    @Test func `decisions are read from a workbook, and refused by the cell`() throws {
        let workshop = try sample()
        let stage = "party-building/preliminary"
        #expect(try run(["load", "--as", "office"], in: workshop).status == 0)
        try workshop.write("judge,submission\nJ01,PB-003\n", to: "c/pairs.csv")
        let assigned = try run(
            ["assign", stage, "--from", "pairs.csv", "--as", "office"], in: workshop)
        #expect(assigned.status == 0, "\(assigned.errors)")
        try TestWorkbook.write(
            csv: "作品,评委,得分,理由\nPB-0x9,J01,5,重看\nPB-003,J01,5x,重看\nPB-003,J01,5,\n"
                + "PB-003,J99,5,重看\n", to: workshop.inside("c/again.xlsx"), sheet: "裁定",
            above: ["复议"])
        let output = try run(
            ["reconsider", stage, "--from", "again.xlsx", "--lang", "en", "--as", "office"],
            in: workshop)
        #expect(output.status == 1)
        let cells = output.errors.split(separator: "\n").compactMap { line in
            line.split(separator: ",").dropFirst().first?.prefix { $0 != ":" }
        }
        let wanted = [
            "cell A3 (作品)", "cell B3 (评委)", "cell C4 (得分)", "cell D5 (理由)", "cell B6 (评委)",
        ]
        #expect(cells.map { $0.dropFirst() } == wanted.map { $0[...] }, "\(output.errors)")
    }

    @Test func `leaderboards, awards and result sheets are published as workbooks`() throws {
        let demo = try SampleContestTests.demo.get()
        let office = demo.folder + "/published/office/"
        let board = try Program.text(ofWorkbook: office + "party-building.final.xlsx")
        #expect(board.contains("name=\"排名\"") && board.contains("name=\"评委评分\""))
        #expect(board.contains("<v>85.50</v>"))
        let track = try Program.text(ofWorkbook: office + "track-party-building.xlsx")
        #expect(track.contains("name=\"奖项\""))
        let sheet = try Program.text(ofWorkbook: office + "party-building.final.signature.xlsx")
        #expect(sheet.contains("签名：") && sheet.contains("结果摘要（SHA-256）："))
        let open = try Program.text(
            ofWorkbook: demo.folder + "/published/public/party-building.final.xlsx")
        #expect(!open.contains("name=\"评委评分\""))
    }

    @Test func `every published leaderboard is the same in a workbook as in CSV`() throws {
        let demo = try SampleContestTests.demo.get()
        var boards = 0
        for audience in ["public", "office"] {
            let folder = demo.folder + "/published/\(audience)/"
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            for name in files.filter({ $0.hasSuffix(".csv") }).sorted() {
                let printed = CSVTable(path: folder + name)
                // Each judge's sheet has a row of its own there, on a sheet of its own.
                var titles = printed.header?.names ?? []
                let sheets = titles.firstIndex(of: "评分")
                if let sheets { titles.remove(at: sheets) }
                let read = CSVTable(
                    path: folder + name.dropLast(4) + ".xlsx",
                    search: TableSearch(needed: titles.map { [$0] }))
                #expect(read.header?.names == titles, "\(name)")
                let values = TestWorkbook.values(printed).map { row in
                    row.enumerated().filter { $0.offset != sheets }.map(\.element)
                }
                #expect(TestWorkbook.values(read) == values, "\(name)")
                boards += 1
            }
        }
        #expect(boards >= 20)
    }
}

extension TestWorkbook {
    /// Tables that follow one another in a text, each as CSV.
    static func tables(csv: String) -> [CSVTable] {
        csv.split(separator: "\u{FEFF}").map {
            CSVTable(bytes: Array($0.utf8), file: "table.csv")
        }
    }

    /// The rows of a table, numbers without the zeros that only a number's form shows.
    static func values(_ table: CSVTable) -> [[String]] {
        table.rows.map { row in
            row.cells.map { cell in (try? Points(parsing: cell))?.description ?? cell }
        }
    }
}

extension Program {
    /// All parts of a workbook as text.
    static func text(ofWorkbook path: String) throws -> String {
        let script = """
            import sys, zipfile
            archive = zipfile.ZipFile(sys.argv[1])
            for name in archive.namelist(): print(archive.read(name).decode())
            """
        return try run(python: ["-c", script, path], in: "/").text
    }
}
