/// What people do to sheets: it is put up with, counted and told.
struct SheetHabits {
    private struct Formulas {
        var count = 0
        var first = 0
        /// Those without a value: they were never computed.
        var empty = 0
        var firstEmpty = 0
    }

    /// Columns of the sheet, counted from 0, that have a title.
    var titled: Set<Int> = []
    private var hidden: [ClosedRange<Int>] = []
    private var merged: [(columns: ClosedRange<Int>, rows: ClosedRange<Int>, text: String)] = []
    private var formulas: [Int: Formulas] = [:]
    private var hiddenRows = (count: 0, first: 0)
    private var untitled: [Int: Int] = [:]

    /// Takes `<col min max hidden>` in.
    mutating func add(column record: XMLRecord) {
        guard let hides = record.attribute("hidden"), hides == "1" || hides == "true",
            let low = record.attribute("min").flatMap({ Int($0) }),
            let high = record.attribute("max").flatMap({ Int($0) }), low <= high,
            hidden.count < 1_000
        else { return }
        hidden.append(low...high)
    }

    /// Takes `<mergeCell ref>` in.
    mutating func add(merge record: XMLRecord) {
        guard merged.count < 1_000, let text = record.attribute("ref") else { return }
        let corners = text.split(separator: ":").compactMap { Self.corner($0) }
        guard corners.count == 2, corners[0].column <= corners[1].column,
            corners[0].row <= corners[1].row
        else { return }
        merged.append(
            (corners[0].column...corners[1].column, corners[0].row...corners[1].row, text))
    }

    private static func corner(_ text: Substring) -> (column: Int, row: Int)? {
        let letters = text.prefix { $0.isASCII && $0.isUppercase }
        guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count)) else {
            return nil
        }
        return (letters.utf8.reduce(0) { $0 * 26 + Int($1) - 0x40 }, row)
    }

    mutating func add(formula column: Int, line: Int, gives value: Bool) {
        var known = formulas[column] ?? Formulas()
        if value {
            if known.count == 0 { known.first = line }
            known.count += 1
        } else {
            if known.empty == 0 { known.firstEmpty = line }
            known.empty += 1
        }
        formulas[column] = known
    }

    mutating func add(hiddenRow line: Int) {
        hiddenRows = (hiddenRows.count + 1, hiddenRows.count == 0 ? line : hiddenRows.first)
    }

    mutating func add(untitled column: Int, line: Int) {
        if !titled.contains(column), untitled[column] == nil { untitled[column] = line }
    }
}

extension SheetHabits {
    /// Notes and warnings, in the order of rows and columns.
    func notes(_ header: CSVHeader, file: String) -> [Fault] {
        guard let sheet = header.sheet else { return [] }
        var notes = mergeNotes(header, sheet, file)
        for (column, found) in formulas.sorted(by: { $0.key < $1.key }) {
            notes += formulaNotes(found, column, header, file)
        }
        for (place, column) in header.sheetColumns.enumerated()
        where hidden.contains(where: { $0.contains(column) }) {
            notes.append(
                Fault(
                    file: file, severity: .note,
                    problem: Phrase("the column is hidden", "此列被隐藏"),
                    rule: Phrase("it was read all the same", "仍已读取"),
                    place: SheetPlace(sheet: sheet, column: column, title: header.names[place])))
        }
        for (column, line) in untitled.sorted(by: { $0.key < $1.key }) {
            notes.append(
                Fault(
                    file: file, severity: .note,
                    problem: Phrase(
                        "something stands in a column without a title, and was not read",
                        "无标题的列中有内容，没有读取"),
                    place: SheetPlace(sheet: sheet, row: line, column: column + 1)))
        }
        guard hiddenRows.count > 0 else { return notes }
        notes.append(
            Fault(
                file: file, severity: .note,
                problem: Phrase(
                    "\(hiddenRows.count) row(s) are hidden from here on",
                    "自此起有 \(hiddenRows.count) 行被隐藏"),
                rule: Phrase("they were read all the same", "仍已读取"),
                place: SheetPlace(sheet: sheet, row: hiddenRows.first)))
        return notes
    }

    private func mergeNotes(_ header: CSVHeader, _ sheet: String, _ file: String) -> [Fault] {
        merged.compactMap { merge in
            let column = header.sheetColumns.firstIndex { merge.columns.contains($0) }
            guard merge.rows.upperBound > header.line, let column else { return nil }
            let isInHeader = merge.rows.lowerBound <= header.line
            guard !isInHeader || merge.rows.count > 1 else { return nil }
            return Fault(
                file: file, severity: .warning,
                problem: Phrase(
                    "the cells \(merge.text) are merged", "单元格 \(merge.text) 已合并"),
                rule: Phrase(
                    "what stands in them counts for the first alone, and the others are empty",
                    "其中的内容只算第一个单元格的，其余视为空"),
                remedy: Phrase("Unmerge them, and fill in each", "请取消合并，逐格填写"),
                place: SheetPlace(
                    sheet: sheet, row: merge.rows.lowerBound,
                    column: header.sheetColumns[column], title: header.names[column]))
        }
    }

    private func formulaNotes(
        _ found: Formulas, _ column: Int, _ header: CSVHeader, _ file: String
    ) -> [Fault] {
        var notes: [Fault] = []
        if found.count > 0 {
            notes.append(
                Fault(
                    file: file, severity: .note,
                    problem: Phrase(
                        "\(found.count) formula(s) in the column, the first here",
                        "此列有 \(found.count) 个公式，这是第一个"),
                    rule: Phrase(
                        "the values that they last gave were read", "读取的是公式上次算出的值"),
                    place: header.place(row: found.first, column)))
        }
        if found.empty > 0 {
            notes.append(
                Fault(
                    file: file, severity: .warning,
                    problem: Phrase(
                        "\(found.empty) formula(s) in the column have no value, the first here",
                        "此列有 \(found.empty) 个公式没有值，这是第一个"),
                    rule: Phrase(
                        "a formula that was never computed counts as empty", "从未计算过的公式视为空"),
                    remedy: Phrase(
                        "Open the workbook in a spreadsheet and save it, or type the values",
                        "请用电子表格打开并保存一次，或直接填写值"),
                    place: header.place(row: found.firstEmpty, column)))
        }
        return notes
    }
}
