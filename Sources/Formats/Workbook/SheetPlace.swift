/// A place in a workbook: a sheet, and in it a row, a column or a cell.
public struct SheetPlace: Sendable, Hashable {
    /// The name of the sheet.
    public var sheet: String
    /// The row, counted from 1; nothing for a whole column or sheet.
    public var row: Int?
    /// The column, counted from 1; nothing for a whole row or sheet.
    public var column: Int?
    /// What stands above the column; may be empty.
    public var title: String

    public init(sheet: String, row: Int? = nil, column: Int? = nil, title: String = "") {
        self.sheet = sheet
        self.row = row
        self.column = column
        self.title = title
    }

    /// The letters of a column: `A` for 1, `AA` for 27.
    ///
    /// - Complexity: O(log *n*).
    public static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            letters = String(Character(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// `sheet 评分, cell F12 (创新性)`.
    public var phrase: Phrase {
        let name = sheet.shown
        guard let inside else { return Phrase("sheet \(name)", "工作表 \(name)") }
        return Phrase("sheet \(name), \(inside.english)", "工作表 \(name)，\(inside.chinese)")
    }

    private var inside: Phrase? {
        let letters = column.map { Self.letters(ofColumn: $0) }
        let shown = title.shown
        let (english, chinese) = title.isEmpty ? ("", "") : (" (\(shown))", "（\(shown)）")
        switch (row, letters) {
        case (let row?, let letters?):
            return Phrase("cell \(letters)\(row)\(english)", "单元格 \(letters)\(row)\(chinese)")
        case (let row?, nil): return Phrase("row \(row)", "第 \(row) 行")
        case (nil, let letters?):
            return Phrase("column \(letters)\(english)", "\(letters) 列\(chinese)")
        case (nil, nil): return nil
        }
    }
}
