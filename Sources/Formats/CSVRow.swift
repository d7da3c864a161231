/// A row of a table: as many cells as the header has names.
///
/// A cell becomes a `String` only when it is asked for.
public struct CSVRow: Sendable {
    let batch: CSVBatch
    private let firstCell: Int
    /// The line on which the row begins, counted from 1.
    public let line: Int

    init(batch: CSVBatch, position: Int) {
        self.batch = batch
        firstCell = Int(batch.rows[position].firstCell)
        line = batch.rows[position].line
    }

    public var header: CSVHeader { batch.header }

    /// Cells, as many as columns.
    public var count: Int { batch.header.count }

    /// The cell of a column, as it was written.
    ///
    /// - Complexity: O(*n*) in the length of the cell.
    public subscript(column: Int) -> String {
        let text = withUTF8(column) { String(decoding: $0, as: UTF8.self) }
        guard cell(column).hasDoubledQuotes else { return text }
        var result = String.UnicodeScalarView()
        var skips = false
        for scalar in text.unicodeScalars {
            skips = scalar == "\"" && !skips
            if !skips { result.append(scalar) }
        }
        return String(result)
    }

    /// The cell of a column that has this name; nothing where there is no such column.
    public subscript(name: String) -> String? {
        header.index(of: name).map { self[$0] }
    }

    /// The cell of the first column that has one of these names.
    public subscript(names: [String]) -> String? {
        header.index(of: names).map { self[$0] }
    }

    /// The cell without blanks at its ends.
    public func trimmed(_ column: Int) -> String { self[column].trimmed }

    /// Whether there is nothing in a cell.
    public func isEmpty(_ column: Int) -> Bool {
        let cell = cell(column)
        return cell.start == cell.end
    }

    /// Gives the UTF-8 bytes of a cell to a closure, which must not use them after it. Quotation
    /// marks inside a quoted cell are still doubled.
    ///
    /// - Complexity: O(1).
    public func withUTF8<Result, Failure: Error>(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let cell = cell(column)
        return try batch.bytes.withUnsafeBufferPointer { bytes throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<Int(cell.end)]))
        }
    }

    /// Where the row stands in a workbook, or the cell of a column; nothing for other files.
    public func place(_ column: Int? = nil) -> SheetPlace? { header.place(row: line, column) }

    /// What a workbook says that a cell holds; text for other files.
    public func kind(_ column: Int) -> SheetCellKind { cell(column).kind }

    /// All cells.
    public var cells: [String] { (0..<count).map { self[$0] } }

    private func cell(_ column: Int) -> CSVBatch.Cell {
        precondition(column >= 0 && column < count, "no such column")
        return batch.cells[firstCell + column]
    }
}
