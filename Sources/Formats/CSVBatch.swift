/// Some rows of a table, whole and in the order of the file; can be kept and shared by threads.
public final class CSVBatch: Sendable {
    struct Cell {
        var start: UInt32
        var end: UInt32
        /// Whether quotation marks inside are written twice.
        var hasDoubledQuotes: Bool
        /// What a workbook says that it is.
        var kind = SheetCellKind.text
    }

    struct Row {
        var firstCell: UInt32
        var line: Int
    }

    let bytes: [UInt8]
    let cells: [Cell]
    let rows: [Row]
    public let header: CSVHeader

    init(bytes: [UInt8], cells: [Cell], rows: [Row], header: CSVHeader) {
        self.bytes = bytes
        self.cells = cells
        self.rows = rows
        self.header = header
    }
}

extension CSVBatch: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { rows.count }

    public subscript(position: Int) -> CSVRow {
        CSVRow(batch: self, position: position)
    }
}
