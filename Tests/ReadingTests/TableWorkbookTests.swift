import Contests
import Formats
import Reading
import TestSupport
import Testing

/// The office's tables as workbooks: read as from CSV, and refused by the cell.
struct TableWorkbookTests {
    private static let above = ["2026 年名单", "", "制表：办公室"]

    private func submissions(
        csv: String, mapping: String = "", language: Language = .english
    ) throws -> (csv: SubmissionLoad, workbook: SubmissionLoad) {
        let folder = try TestFolder()
        try folder.makeFolder("submissions")
        try TestWorkbook.write(
            csv: csv, to: "\(folder.path)/submissions/x.xlsx", above: Self.above)
        return (
            try SubmissionLoad([("x.csv", csv)], mapping: mapping, language: language),
            try SubmissionLoad(folder, mapping: mapping, language: language)
        )
    }

    @Test func `submissions in a workbook are read through a mapping as from CSV`() throws {
        let mapping = """
            <mapping id="old" of="submissions" files="submissions/*">
              <field name="id" from="No."/><field name="title" from="Name" xml:lang="zh"/>
              <field name="organisations" from="Firm"/><field name="track" from="Kind">
              <value from="T1" to="open"/></field>
              <field name="submitted" from="At"/><constant name="heat" value="east"/>
            </mapping>
            """
        let csv = """
            No.,Name,Phone,Firm,Kind,At
            007,"=题目, 一",1,A大学; B,T1,2026-03-01T09:00:00Z
            S𠮷2,榕 😀,,,T1,
            """
        let loads = try submissions(csv: csv, mapping: mapping)
        #expect(loads.workbook.lines == [])
        #expect(loads.workbook.submissions.map(\.id) == ["007", "S𠮷2"])
        #expect(loads.workbook.submissions == loads.csv.submissions)
    }

    @Test(arguments: [
        (",open,east,题,", "cell A5 (id): error: the id is empty"),
        ("S1,opne,east,题,", "cell B5 (track): error: the submission \"S1\" is in the unknown"),
        ("S1,open,west,题,", "cell C5 (heat): error: the submission \"S1\" is in the unknown"),
        ("S1,open,east,题,noon", "cell E5 (submitted): error: the time \"noon\" of the"),
        ("S1,open,east,,", "row 5: error: the submission \"S1\" has no title"),
        ("2-Mar,open,east,题,", "cell A5 (id): error: '2-Mar' is a date"),
    ])
    func `a refusal of a submission tells the sheet, the cell and its title`(
        _ row: String, _ message: String
    ) throws {
        let loads = try submissions(
            csv: "id,track,heat,title:zh,submitted\n\(row)\nS9,open,east,好,\n")
        #expect(loads.workbook.submissions.map(\.id) == ["S9"])
        #expect(loads.workbook.lines.count == 1)
        let line = try #require(loads.workbook.lines.first)
        #expect(line.hasPrefix("x.xlsx: sheet 名单, \(message)"), "\(line)")
        #expect(loads.csv.submissions == loads.workbook.submissions)
        #expect(loads.csv.lines.first?.hasPrefix("x.csv:2: error: ") == true)
    }

    @Test func `a row that repeats another names its sheet`() throws {
        let csv = "id,track,heat,title:zh\nS1,open,east,题\nS1,open,east,题\n"
        let english = try submissions(csv: csv).workbook
        #expect(
            english.lines == [
                "x.xlsx: sheet 名单, cell A6 (id): error: the submission \"S1\" again; row 5 of "
                    + "sheet 名单 has the same id, and is kept. Give one of them another id, or "
                    + "take it out."
            ])
        let chinese = try submissions(csv: csv, language: .chinese).workbook
        #expect(chinese.lines.first?.contains("；工作表 名单 第 5 行已有该编号，保留该行。") == true)
    }

    @Test func `judges and conflicts in workbooks are read as from CSV, and refused by the cell`()
        throws
    {
        let folder = try TestFolder()
        let contest = try #require(try folder.load(ContestTexts.contest).contest)
        let judges = "编号,姓名,赛道,上限,组长\n007,张三,open,２０,是\nJ2,李,opne,,\n007,王,,,\n"
        try folder.write(judges, to: "judges.csv")
        let workbook = "\(folder.path)/judges.xlsx"
        try TestWorkbook.write(csv: judges, to: workbook, sheet: "评委", above: Self.above)
        let plain = JudgeReader.read(
            path: "\(folder.path)/judges.csv", file: "judges.csv", contest: contest)
        let read = JudgeReader.read(path: workbook, file: "judges.xlsx", contest: contest)
        #expect(read.judges == plain.judges)
        #expect(read.judges.map(\.name) == ["张三"])
        let starts = read.faults.lines(in: .chinese).map { String($0.prefix { $0 != ")" }) }
        #expect(
            starts.map { String($0.split(separator: ":", maxSplits: 2)[1]) } == [
                " 工作表 评委，单元格 D5（上限）", " 工作表 评委，单元格 C6（赛道）",
                " 工作表 评委，单元格 A7（编号）",
            ])
        let conflicts = "评委,作品,单位,地区\n007,S1,,\n007,,A大学,\n7,S1,,\n007,S9,,\n"
        try folder.write(conflicts, to: "conflicts.csv")
        let avoided = "\(folder.path)/conflicts.xlsx"
        try TestWorkbook.write(csv: conflicts, to: avoided, sheet: "回避", above: Self.above)
        let files = ["conflicts.csv", "conflicts.xlsx"].map { name in
            ConflictReader.read(
                path: "\(folder.path)/\(name)", file: name, contest: contest, judges: read.judges,
                submissions: ["S1"])
        }
        #expect(files[0].conflicts == files[1].conflicts && files[1].conflicts.count == 2)
        let cells = files[1].faults.faults.map { $0.location(in: .english) }
        #expect(
            cells == [
                "conflicts.xlsx: sheet 回避, cell A7 (评委)", "conflicts.xlsx: sheet 回避, cell B8 (作品)",
            ])
    }
}
