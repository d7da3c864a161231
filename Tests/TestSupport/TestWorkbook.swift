public import Formats

/// Tables as workbooks, for tests of what reads both.
public enum TestWorkbook {
    /// Writes CSV as the only table of a workbook, with other lines above it, as offices have.
    public static func write(
        csv: String, to path: String, sheet: String = "名单", above: [String] = []
    ) throws(Fault) {
        let table = CSVTable(bytes: Array(csv.utf8), file: path)
        let writer = try WorkbookWriter(path: path)
        try writer.addSheet(sheet, SheetLayout())
        for line in above { writer.append([.text(line)]) }
        writer.append((table.header?.names ?? []).map { .text($0) })
        for row in table.rows { writer.append(row.cells.map { .text($0) }) }
        try writer.finish()
    }

    /// The table of a CSV file or a workbook, its titles first.
    public static func rows(_ path: String) -> [[String]] {
        let table = CSVTable(path: path)
        return [table.header?.names ?? []] + table.rows.map(\.cells)
    }
}
