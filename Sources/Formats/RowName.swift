/// A row of a table, as a message about another row names it.
public struct RowName: Sendable, Hashable {
    /// The line of the file, or the row of the sheet, counted from 1.
    public var line: Int
    /// The sheet of a workbook; none in other files.
    public var sheet: String?

    /// A row by its parts.
    public init(line: Int, sheet: String? = nil) {
        self.line = line
        self.sheet = sheet
    }

    /// `line 4`, and in a workbook `row 4 of sheet 评委`.
    public var phrase: Phrase {
        guard let name = sheet?.shown else { return Phrase("line \(line)", "第 \(line) 行") }
        return Phrase("row \(line) of sheet \(name)", "工作表 \(name) 第 \(line) 行")
    }
}

extension CSVRow {
    /// The row, as a message about another names it.
    public var name: RowName { RowName(line: line, sheet: header.sheet) }
}
