public import Formats

extension Table {
    /// Rows of one sheet; a longer table goes on on another.
    private static let rowsOfSheet = 1_000_000

    /// Writes tables as a workbook, each on a sheet of its own.
    ///
    /// Decimals are numbers that show all their digits; texts stay texts whatever they begin with.
    /// The titles stay in view and can be filtered by.
    ///
    /// - Parameters:
    ///   - path: The file to write.
    ///   - title: The workbook's title; no person's name.
    ///   - language: The language of titles and words.
    /// - Throws: A fault where the file cannot be written.
    public static func write(
        _ tables: [Table], to path: String, title: String = "", language: Language
    ) throws(Fault) {
        let writer = try WorkbookWriter(path: path, title: title)
        for table in tables { try table.write(to: writer, heading: [], language: language) }
        if tables.isEmpty { try writer.addSheet("Banyan", SheetLayout()) }
        try writer.finish()
    }

    /// Adds the table to a workbook, below lines that say what it is.
    func write(
        to writer: WorkbookWriter, heading: [String], language: Language
    ) throws(Fault) {
        let name = name ?? columns.first?.title ?? .none
        let starts = stride(from: 0, to: max(1, rows.count), by: Self.rowsOfSheet)
        for start in starts {
            let part = start..<min(rows.count, start + Self.rowsOfSheet)
            try writer.addSheet(
                name[language], layout(heading, rows: part.count, language))
            for (index, line) in heading.enumerated() {
                writer.append([.text(line, index == 0 ? .heading : .hint)])
            }
            writer.append(columns.map { .text($0.title[language], .title) })
            for row in part { append(row, to: writer, language) }
        }
    }

    private func append(_ row: Int, to writer: WorkbookWriter, _ language: Language) {
        writer.append(
            columns.indices.map { column in
                let isNumber = columns[column].alignment == .trailing
                let style = isNumber ? SheetStyle.number : .words
                switch cell(row, column) {
                case .none: return SheetCell(.blank, style)
                case .whole(let number): return .decimal(String(number), style)
                case .decimal(let text): return .decimal(text, style)
                case .text(let text) where isNumber: return .decimal(text, style)
                case let cell: return .text(cell.text(in: language).visibleKeepingBreaks, style)
                }
            })
    }

    private func layout(_ heading: [String], rows: Int, _ language: Language) -> SheetLayout {
        var layout = SheetLayout()
        layout.widths = widths(language)
        layout.frozenRows = heading.count + 1
        layout.frozenColumns = columns.count > 4 ? min(3, frozenColumns) : 0
        layout.filter = SheetRange(
            rows: heading.count...(heading.count + rows), columns: 0...max(0, columns.count - 1))
        layout.isLandscape = layout.widths.reduce(0, +) > 85
        layout.repeatedRows = heading.count...heading.count
        layout.footer = heading.first ?? ""
        return layout
    }

    /// Columns up to the first title of a submission, which say what a row is about.
    private var frozenColumns: Int {
        (columns.firstIndex { $0.isFlexible } ?? 0) + 1
    }

    /// As wide as the widest of the title and the first thousand cells, within bounds.
    private func widths(_ language: Language) -> [Double] {
        // Where many columns are wide, the words of some go on below, so that a page can be read.
        let room = columns.count { $0.isFlexible } > 3 ? 24 : 40
        return columns.indices.map { column in
            let cells = rows.indices.prefix(1_000).map { row in
                let lines = cell(row, column).text(in: language).split(whereSeparator: \.isNewline)
                return lines.map { DisplayWidth.of(String($0)) }.max() ?? 0
            }
            let title = DisplayWidth.of(columns[column].title[language]) + 4
            let widest = max(title, (cells.max() ?? 0) + 4)
            return Double(min(columns[column].isFlexible ? room : 30, max(8, widest)))
        }
    }
}

extension SheetStyle {
    /// The top line of a sheet.
    static let heading = SheetStyle().with {
        $0.isBold = true
        $0.size = 15
        $0.color = 0x1F4E5F
    }

    /// A line that explains.
    static let hint = SheetStyle().with { $0.color = 0x5B6B73 }

    static let words = SheetStyle().with {
        $0.hasBorder = true
        $0.isWrapped = true
        $0.isIndented = true
    }

    static let number = SheetStyle().with {
        $0.hasBorder = true
        $0.side = .trailing
        $0.isIndented = true
    }
}
