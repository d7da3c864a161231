import Formats
import Foundation
import TestSupport
import Testing

/// Workbooks written, and read back as tables.
struct WorkbookTests {
    private let workshop = try? ContestWorkshop()

    private func path(_ name: String = "a.xlsx") throws -> String {
        try #require(workshop).inside(name)
    }

    private func write(
        _ rows: [[SheetCell]], sheet: String = "表", to name: String = "a.xlsx"
    ) throws {
        let writer = try WorkbookWriter(path: try path(name), title: "T")
        try writer.addSheet(sheet, SheetLayout())
        for row in rows { writer.append(row) }
        try writer.finish()
    }

    private func read(
        _ search: TableSearch = .firstRow, from name: String = "a.xlsx"
    ) throws -> CSVTable {
        CSVTable(path: try path(name), file: name, search: search)
    }

    /// What XML, spreadsheets or people could stumble over.
    private static let nasty = [
        "=1+1", "+1", "-2+3", "@cmd", "'quoted", "a,b", "<b>&amp;</b>", "line\nbreak", "_x000D_",
        "tab\there", "\u{1}", "𠮷野家", "é", "007", "1E5", "TRUE", "#REF!", " blanks ", "\u{FFFE}",
        "=HYPERLINK(\"http://x\")", "🏆", "]]>",
    ]

    @Test func `every text comes back as it was, and none becomes a formula`() throws {
        try write([[.text("a")]] + Self.nasty.map { [.text($0)] })
        let table = try read()
        #expect(table.faults.isEmpty, "\(table.faults)")
        #expect(table.rows.map { $0[0] } == Self.nasty)
        #expect(table.rows.allSatisfy { $0.kind(0) == .text })
        #expect(table.rows.map(\.line) == Array(2...(Self.nasty.count + 1)))
    }

    @Test(arguments: SeededCases(20))
    func `every decimal of at most 15 digits comes back as a number that is the same`(
        _ case: SeededCases.Case
    ) throws {
        var random = `case`.random
        let decimals = (0..<200).map { _ -> String in
            let whole = random.below(100_000_000)
            let decimals = random.below(999_999) + 1
            return (random.below(2) == 0 ? "-" : "") + "\(whole).\(decimals)"
        }
        try write([[.text("n")]] + decimals.map { [.decimal($0)] })
        let table = try read()
        let expected = decimals.map { text -> String in
            var text = text
            while text.hasSuffix("0") { text.removeLast() }
            return text.hasSuffix(".") ? String(text.dropLast()) : text
        }
        #expect(table.rows.map { $0[0] } == expected)
        #expect(table.rows.allSatisfy { $0.kind(0) == .number })
    }

    @Test func `a fraction, a long decimal and a place that is shared stay texts`() throws {
        let texts = ["1/3", "0.1234567890123456", "2=", "+5", "1e3", ""]
        try write([[.text("a"), .text("b")]] + texts.map { [.decimal($0), .text("x")] })
        let table = try read()
        #expect(table.rows.map { $0[0] } == texts)
        #expect(table.rows.allSatisfy { $0.kind(0) == .text })
    }

    @Test func `the same calls give the same bytes, and name nobody`() throws {
        let rows: [[SheetCell]] = [
            [.text("编号", .title), .text("分")], [.text("S1"), .decimal("8.70")],
        ]
        try write(rows, to: "a.xlsx")
        try write(rows, to: "b.xlsx")
        let bytes = try Files.read(try path("a.xlsx"))
        #expect(try bytes == Files.read(try path("b.xlsx")))
        let names = try FileManager.default.contentsOfDirectory(atPath: try #require(workshop).path)
        #expect(names.sorted() == ["a.xlsx", "b.xlsx"])
    }

    @Test func `a table is found by its titles on any sheet, below other rows`() throws {
        let writer = try WorkbookWriter(path: try path())
        try writer.addSheet("说明", SheetLayout())
        writer.append([.text("请先阅读")])
        for (name, id) in [("甲组", "S1"), ("乙组", "S2")] {
            try writer.addSheet(name, SheetLayout())
            writer.append([.text("××大赛作品表")])
            writer.append([])
            let titles = name == "甲组" ? ["编号", "名称"] : ["名称", "编号"]
            writer.append(titles.map { .text($0) })
            writer.append(titles.map { .text($0 == "编号" ? id : "名" + id) })
        }
        try writer.finish()
        let table = try read(TableSearch(needed: [["id", "编号"], ["名称"]]))
        #expect(table.faults.isEmpty, "\(table.faults)")
        #expect(table.rows.map { $0["编号"] ?? "" } == ["S1", "S2"])
        #expect(table.rows.map { $0["名称"] ?? "" } == ["名S1", "名S2"])
        let places = table.rows.map { $0.place($0.header.index(of: "编号"))?.phrase.english }
        #expect(places == ["sheet 甲组, cell A4 (编号)", "sheet 乙组, cell B4 (编号)"])
    }

    @Test func `two columns of one title are refused by their letters`() throws {
        try write([["编号", "分", "分"].map { .text($0) }, ["S1", "1", "2"].map { .text($0) }])
        let lines = try read().faults
        #expect(
            lines.lines(in: .english)[0].hasPrefix(
                "a.xlsx: sheet 表, cell C1 (分): error: columns B and C"))
        #expect(lines.lines(in: .chinese)[0].hasPrefix("a.xlsx: 工作表 表，单元格 C1（分）: 错误: B 列和 C 列标题相同"))
    }

    @Test func `a place is told in both languages, with what does not show written out`() {
        let place = SheetPlace(sheet: "评分\u{202E}", row: 12, column: 28, title: "创新性")
        let fault = Fault(file: "scores.xlsx", problem: Phrase("wrong", "有误"), place: place)
        #expect(
            fault.description
                == "scores.xlsx: sheet 评分⟨U+202E⟩, cell AB12 (创新性): error: wrong.")
        #expect(
            fault.description(in: .chinese)
                == "scores.xlsx: 工作表 评分⟨U+202E⟩，单元格 AB12（创新性）: 错误: 有误。")
    }

    @Test func `columns have the letters that spreadsheets give them`() {
        let letters = (1...16_384).map { SheetPlace.letters(ofColumn: $0) }
        #expect(Set(letters).count == 16_384)
        #expect(
            [letters[0], letters[25], letters[26], letters[701], letters[702]] == [
                "A", "Z", "AA", "ZZ", "AAA",
            ])
        #expect(letters[16_383] == "XFD")
    }

    @Test(
        .enabled(if: Python.hasOpenpyxl && Python.hasXlsxWriter),
        arguments: ["openpyxl", "xlsxwriter"])
    func `workbooks of other programs are read as they show`(library: String) throws {
        try Python.run(.make, [library, try path()])
        let table = try read(TableSearch(needed: [["编号"]]))
        let rows = table.rows.map { Array($0.cells.prefix(5)) }
        #expect(rows[0] == ["007", "=1+1", "8.7", "2026-03-02", "TRUE"])
        // openpyxl leaves out what tells the text `_x0041_` from the character that it stands for.
        let escaped = library == "openpyxl" ? "A" : "_x0041_"
        let second = ["S2", "多行\n<b>&amp;</b> \(escaped)", "0.3", "2026-03-02 09:30:00", "FALSE"]
        #expect(rows[1] == second)
        #expect(rows[2] == ["S3", "", "-1234567890.125", "", ""])
        #expect((0..<5).map { table.rows[0].kind($0) } == [.text, .text, .number, .date, .truth])
        let told = table.faults.lines(in: .english).joined(separator: "\n")
        if library == "xlsxwriter" {
            #expect(table.rows[0][5] == "2.5")
            #expect(told.contains("cell F2 (公式): note: 2 formula(s) in the column, the first here"))
            #expect(told.contains("cell F3 (公式): error: the cell shows #DIV/0!"))
        } else {
            #expect(
                told.contains("cell F2 (公式): warning: 2 formula(s) in the column have no value"))
        }
    }

    @Test func `a name of a sheet is made to fit`() throws {
        let writer = try WorkbookWriter(path: try path())
        let names = try ["a/b", "A-B", String(repeating: "长", count: 40), ""].map {
            try writer.addSheet($0, SheetLayout())
        }
        writer.append([.text("x")])
        try writer.finish()
        #expect(names == ["a-b", "A-B (2)", String(repeating: "长", count: 31), "Sheet"])
    }

    @Test func `a folder that is not there is told`() throws {
        let writer = try WorkbookWriter(path: try path("none/a.xlsx"))
        try writer.addSheet("S", SheetLayout())
        #expect(throws: Fault.self) { try writer.finish() }
    }
}
