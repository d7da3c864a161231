import Foundation
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
            .fill, [file, back, "Marks", "C5=20", "E5=19", "F5=20", "G5=15.5", "C6=20", "E6=40"])
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
        #expect(collected.status == 1)
    }

    @Test(arguments: [
        ["status"], ["score", "party-building/final"], ["rank", "party-building"], ["log"],
    ])
    func `tables are printed as a workbook into a file`(arguments: [String]) throws {
        let demo = try SampleContestTests.demo.get()
        let workshop = try ContestWorkshop()
        let path = workshop.inside("table.xlsx")
        try workshop.write(
            "cd \(demo.folder)\n\(Program.path) \(arguments.joined(separator: " ")) --lang zh "
                + "--format xlsx > \(path)", to: "print.sh")
        let output = try Program.run(
            script: workshop.inside("print.sh"), [],
            environment: ["BANYAN_NOW": "2026-05-01T09:00:00+08:00"])
        #expect(output.status == 0, "\(output.errors)")
        let text = try Program.text(ofWorkbook: path)
        #expect(text.contains("<v>"))
        #expect(text.contains("frozen"))
        #expect(text.contains("<autoFilter"))
        #expect(text.contains("<dc:creator></dc:creator>"))
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
