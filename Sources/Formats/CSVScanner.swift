/// Finds the cells and rows in a piece of a table, up to its last whole row.
struct CSVScanner {
    enum Failure {
        case none
        case unclosedQuote(line: Int)
        case cellTooLong(line: Int)
        case rowTooLong(line: Int)
    }

    let limits: CSVLimits
    /// The line at `position`.
    var line: Int
    /// Whether nothing follows the bytes.
    let isLast: Bool
    var delimiter = UInt8(ascii: ",")
    /// After the last whole row.
    var position = 0
    var cells: [CSVBatch.Cell] = []
    var rows: [CSVBatch.Row] = []
    /// Lines of rows that were left out, since text follows a closing quotation mark.
    var textAfterQuote: [Int] = []
    var failure = Failure.none

    init(limits: CSVLimits, line: Int, isLast: Bool) {
        self.limits = limits
        self.line = line
        self.isLast = isLast
    }

    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        cells.reserveCapacity(bytes.count / 8)
        while position < bytes.count {
            let firstCell = cells.count
            let start = position
            var row = CSVRowScanner(bytes: bytes, delimiter: delimiter, at: position, line: line)
            row.scan(into: &cells)
            let isWhole = row.isWhole || (isLast && !row.isQuoteOpen)
            if let failure = failure(of: row, start: start, isWhole: isWhole, from: firstCell) {
                self.failure = failure
            }
            guard isWhole, case .none = failure else {
                cells.removeSubrange(firstCell...)
                return
            }
            if row.hasTextAfterQuote {
                cells.removeSubrange(firstCell...)
                if textAfterQuote.count < FaultList.maximumKept { textAfterQuote.append(line) }
            } else {
                rows.append(CSVBatch.Row(firstCell: UInt32(firstCell), line: line))
            }
            position = row.position
            line = row.line
        }
    }

    private func failure(
        of row: CSVRowScanner, start: Int, isWhole: Bool, from firstCell: Int
    ) -> Failure? {
        if row.isQuoteOpen, isLast || row.position - row.cellStart > limits.cellBytes {
            return .unclosedQuote(line: row.quoteLine)
        }
        guard
            row.position - start > min(limits.cellBytes, limits.rowBytes)
                || cells.count - firstCell > limits.cells
        else { return nil }
        let longest = cells[firstCell...].map { Int($0.end - $0.start) }.max() ?? 0
        let unfinished = isWhole ? 0 : row.position - row.cellStart
        if max(longest, unfinished) > limits.cellBytes { return .cellTooLong(line: line) }
        let isLong = row.position - start > limits.rowBytes
        return isLong || cells.count - firstCell > limits.cells ? .rowTooLong(line: line) : nil
    }
}

/// Finds the cells of one row.
struct CSVRowScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private(set) var position: Int
    private(set) var line: Int
    private(set) var cellStart: Int
    /// Whether the row's end was seen.
    private(set) var isWhole = false
    private(set) var isQuoteOpen = false
    private(set) var quoteLine = 0
    private(set) var hasTextAfterQuote = false

    init(bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, at position: Int, line: Int) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.position = position
        self.line = line
        cellStart = position
    }

    /// Scans to the end of the row, or of the bytes.
    mutating func scan(into cells: inout [CSVBatch.Cell]) {
        while true {
            cellStart = position
            if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                guard let cell = scanQuoted() else { return }
                cells.append(cell)
            } else {
                cells.append(scanPlain())
            }
            guard position < bytes.count else { return }
            if bytes[position] == delimiter {
                position += 1
                continue
            }
            endRow()
            return
        }
    }

    private mutating func scanPlain() -> CSVBatch.Cell {
        var index = position
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                break
            }
            index += 1
        }
        defer { position = index }
        return CSVBatch.Cell(
            start: UInt32(position), end: UInt32(index), hasDoubledQuotes: false)
    }

    private mutating func scanQuoted() -> CSVBatch.Cell? {
        isQuoteOpen = true
        quoteLine = line
        let start = position + 1
        var index = start
        var hasDoubledQuotes = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "\"") {
                guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { break }
                hasDoubledQuotes = true
                index += 1
            }
            index += 1
        }
        guard index < bytes.count else {
            position = index
            return nil
        }
        isQuoteOpen = false
        position = index + 1
        skipAfterQuote()
        return CSVBatch.Cell(
            start: UInt32(start), end: UInt32(index), hasDoubledQuotes: hasDoubledQuotes)
    }

    /// Blanks may follow a closing quotation mark; other text may not.
    private mutating func skipAfterQuote() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                return
            }
            if byte != UInt8(ascii: " ") { hasTextAfterQuote = true }
            position += 1
        }
    }

    private mutating func endRow() {
        if bytes[position] == UInt8(ascii: "\r") {
            guard position + 1 < bytes.count else {
                position += 1
                return  // an LF may follow in the next piece
            }
            if bytes[position + 1] == UInt8(ascii: "\n") { position += 1 }
        }
        position += 1
        line += 1
        isWhole = true
    }
}
