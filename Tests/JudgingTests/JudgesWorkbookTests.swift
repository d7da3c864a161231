import Contests
import Formats
import Foundation
import Judging
import Numbers
import TestSupport
import Testing

/// What people do to the workbooks that judges get, each with what is told of it.
struct JudgesWorkbookTests {
    struct Habit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [String]
        /// What must be told, in both languages; nothing where all is well.
        let messages: [(english: String, chinese: String)]
        /// Sheets that count.
        let sheets: Int
        /// The mark on novelty of the first submission; nothing where it must not count.
        let mark: String?

        init(
            _ description: String, _ steps: [String], sheets: Int = 2, mark: String? = "8.5",
            _ messages: [(String, String)] = []
        ) {
            testDescription = description
            (self.steps, self.messages, self.sheets, self.mark) = (steps, messages, sheets, mark)
        }
    }

    static let habits = [
        Habit("filled in as it was meant", ["fill"]),
        Habit("rows sorted", ["fill", "sort"]),
        Habit(
            "a row deleted", ["fill", "delete"], sheets: 1,
            [
                (
                    "in.xlsx: sheet Marks: note: 1 row(s) that were sent out are not there: S2",
                    "in.xlsx: 工作表 Marks: 提示: 缺少已下发的 1 行：S2"
                )
            ]),
        Habit("columns moved", ["fill", "move"]),
        Habit(
            "a column hidden", ["fill", "hide"],
            [
                (
                    "in.xlsx: sheet Marks, column E (Name of use): note: the column is hidden",
                    "in.xlsx: 工作表 Marks，E 列（Name of use）: 提示: 此列被隐藏"
                )
            ]),
        Habit(
            "a row hidden", ["fill", "hide_row"],
            [
                (
                    "sheet Marks, row 6: note: 1 row(s) are hidden from here on",
                    "工作表 Marks，第 6 行: 提示: 自此起有 1 行被隐藏"
                )
            ]),
        Habit(
            "notes beside and below", ["fill", "notes"],
            [
                (
                    "(my notes): warning: the column is no criterion's, and was not read",
                    "（my notes）: 警告: 此列不是指标，没有读取"
                ),
                (
                    "sheet Marks, row 9: note: the row names no judge, and was not read: "
                        + "'Remember lunch at noon'",
                    "工作表 Marks，第 9 行: 提示: 此行没有评委，没有读取：“Remember lunch at noon”"
                ),
            ]),
        Habit(
            "a mark pasted as text", ["fill", "text"],
            [
                (
                    "sheet Marks, cell C5 (Name of novelty): note: sheet of 'J1' for 'S1': '8.5' "
                        + "on 'novelty' stands as text",
                    "工作表 Marks，单元格 C5（Name of novelty）: 提示: 评委“J1”对作品“S1”的评分表："
                        + "指标“novelty”的“8.5”是文本格式"
                )
            ]),
        Habit(
            "full-width digits", ["fill", "full_width"],
            [
                (
                    "cell C5 (Name of novelty): note: sheet of 'J1' for 'S1': '８．５' on 'novelty' "
                        + "was read as 8.5: full-width characters were read as ASCII",
                    "单元格 C5（Name of novelty）: 提示: 评委“J1”对作品“S1”的评分表：指标“novelty”的“８．５”按 8.5 读取"
                )
            ]),
        Habit(
            "cells merged", ["fill", "merge"],
            [
                (
                    "cell C5 (Name of novelty): warning: the cells C5:C6 are merged; what stands "
                        + "in them counts for the first alone",
                    "单元格 C5（Name of novelty）: 警告: 单元格 C5:C6 已合并"
                ),
                ("kept open: no mark yet on novelty", "暂为未完成：尚未对 novelty 打分"),
            ]),
        Habit(
            "a date where a number was meant", ["fill", "date"], sheets: 1, mark: nil,
            [
                (
                    "in.xlsx: sheet Marks, cell C5 (Name of novelty): error: sheet of 'J1' for "
                        + "'S1': the cell on 'novelty' holds a date, 2026-03-02",
                    "in.xlsx: 工作表 Marks，单元格 C5（Name of novelty）: 错误: 评委“J1”对作品“S1”的评分表："
                        + "指标“novelty”的单元格是日期 2026-03-02"
                )
            ]),
        Habit(
            "a percentage", ["fill", "percent"], sheets: 1, mark: nil,
            [
                (
                    "cell C5 (Name of novelty): error: sheet of 'J1' for 'S1': '85%' on 'novelty' "
                        + "is no number",
                    "“85%”不是数字"
                )
            ]),
        Habit(
            "a formula that was never computed", ["fill", "formula"], mark: nil,
            [
                (
                    "cell C5 (Name of novelty): warning: 1 formula(s) in the column have no value",
                    "单元格 C5（Name of novelty）: 警告: 此列有 1 个公式没有值"
                ),
                ("kept open: no mark yet on novelty", "暂为未完成：尚未对 novelty 打分"),
            ]),
        Habit(
            "a formula that fails", ["fill", "error"], sheets: 1, mark: nil,
            [
                (
                    "cell C5 (Name of novelty): error: sheet of 'J1' for 'S1': the cell on "
                        + "'novelty' shows #REF!",
                    "指标“novelty”的单元格显示 #REF!"
                )
            ]),
        Habit(
            "a mark off the scale", ["fill", "beyond"], sheets: 1, mark: nil,
            [
                (
                    "cell C5 (Name of novelty): error: sheet of 'J1' for 'S1': the mark 11 on "
                        + "'novelty' is off the scale",
                    "指标“novelty”的分数 11 超出量程"
                )
            ]),
        Habit("a sheet copied within the workbook", ["fill", "copy"]),
        Habit(
            "a copy that says something else", ["fill", "contradict"], sheets: 1, mark: nil,
            [
                (
                    "in.xlsx: sheet Marks (2), row 5: error: sheet of 'J1' for 'S1' disagrees with "
                        + "the one at ",
                    "工作表 Marks (2)，第 5 行: 错误: 评委“J1”对作品“S1”的评分表与"
                )
            ]),
        Habit("a sheet renamed", ["fill", "rename"]),
        Habit(
            "check values mixed up", ["fill", "swap"], sheets: 0, mark: nil,
            [("does not belong to this judge, stage and submission", "与该评委、阶段和作品不符")]),
    ]

    @Test(.enabled(if: Python.hasOpenpyxl), arguments: habits)
    func `a person's habit is put up with or told`(habit: Habit) throws {
        let office = try MarkingOffice()
        let name = try #require(try office.write(.xlsx, .english).first)
        let path = office.workshop.inside("in.xlsx")
        try Python.run(.habits, [office.workshop.inside("out/" + name), path] + habit.steps)
        let collected = office.collect(["in.xlsx"])
        let english = office.lines(collected)
        let chinese = collected.faults.lines(in: .chinese).joined(separator: "\n")
        for message in habit.messages {
            #expect(english.contains { $0.contains(message.english) }, "\(english)")
            #expect(chinese.contains(message.chinese), "\(chinese)")
        }
        if habit.messages.isEmpty { #expect(english == []) }
        #expect(collected.sheets.count == habit.sheets, "\(english)")
        let first = collected.sheets.first { $0.sheet.submission == "S1" }
        let mark = first?.sheet.marks.first { $0.criterion == "novelty" }
        #expect(mark?.value == (try habit.mark.map { .points(try Points(parsing: $0)) }))
    }

    @Test(.enabled(if: Python.hasOpenpyxl))
    func `a recusal on its own sheet counts, and the marks beside it do not`() throws {
        let office = try MarkingOffice()
        let name = try #require(try office.write(.xlsx, .english).first)
        let path = office.workshop.inside("in.xlsx")
        try Python.run(.habits, [office.workshop.inside("out/" + name), path, "fill", "recuse"])
        let collected = office.collect(["in.xlsx"])
        #expect(office.lines(collected) == [])
        #expect(collected.recusals.map(\.reason) == ["I taught the team"])
        #expect(collected.recusals.map(\.submission) == ["S1"])
        #expect(collected.sheets.map(\.sheet.submission) == ["S2"])
    }

    @Test(.enabled(if: Python.hasOpenpyxl))
    func `a second copy of a file under another name changes nothing`() throws {
        let office = try MarkingOffice()
        let name = try #require(try office.write(.xlsx, .english).first)
        let path = office.workshop.inside("back/in.xlsx")
        try office.workshop.write("", to: "back/~$in.xlsx")
        try Python.run(.habits, [office.workshop.inside("out/" + name), path, "fill"])
        try FileManager.default.copyItem(
            atPath: path, toPath: office.workshop.inside("back/in (2) final.xlsx"))
        let collected = office.collect(["back"])
        #expect(office.lines(collected) == [])
        #expect(collected.sheets.count == 2)
    }

    @Test(arguments: Language.allCases)
    func `an empty workbook gives nothing, and what was given already stands in it`(
        _ language: Language
    ) throws {
        let office = try MarkingOffice()
        _ = try office.write(.xlsx, language)
        let empty = office.collect(["out"])
        #expect(office.lines(empty) == [])
        #expect(empty.sheets.isEmpty && empty.recusals.isEmpty)
        let sheet = try office.sheet("J1", "S1", comment: "=HYPERLINK(\"x\")")
        _ = try office.write(.xlsx, language, sheets: [sheet], folder: "again")
        #expect(office.collect(["again"]).sheets.map(\.sheet) == [sheet])
    }

    @Test func `a workbook tells the marks, and names nobody in its properties`() throws {
        let office = try MarkingOffice()
        let name = try #require(try office.write(.xlsx, .chinese).first)
        #expect(name == "t.final.J1.xlsx")
        let path = office.workshop.inside("out/" + name)
        var rows: [String] = []
        let summary = TableReader.readBatches(
            path: path, search: TableSearch(needed: [["评审指标"], ["评分说明"]])
        ) { batch in rows += batch.map { $0.cells.joined(separator: "|") } }
        #expect(summary.header?.sheet == "说明")
        #expect(rows[0].contains("指标 novelty|0–10，步长 0.5|8–10 High: New to the field"))
        #expect(rows[0].contains("低于 3 或高于 9 时必须填写评语。"))
        #expect(rows.count == 6)
    }

    @Test func `an old workbook is refused with the way out`() throws {
        let office = try MarkingOffice()
        let bytes = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        try bytes.write(to: URL(filePath: office.workshop.inside("in.xls")))
        let line = office.lines(office.collect(["in.xls"])).first ?? ""
        #expect(line.hasPrefix("in.xls: error: it is an old .xls or .et workbook, or one locked"))
        #expect(line.contains("save it again as .xlsx"))
    }
}
