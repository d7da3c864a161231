/// Turns chunks of UTF-8 into batches of rows.
struct CSVParser {
    let file: String
    let limits: CSVLimits
    var summary = CSVSummary()
    /// Whether nothing after this can be told apart.
    private(set) var isStopped = false

    private var rest: [UInt8] = []
    private var line = 1
    private var delimiter = UInt8(ascii: ",")

    init(file: String, limits: CSVLimits) {
        self.file = file
        self.limits = limits
    }

    /// Takes a chunk in, and gives the rows that are whole now.
    mutating func take(_ chunk: [UInt8], isLast: Bool) -> CSVBatch? {
        let bytes = rest.isEmpty ? chunk : rest + chunk
        var scanner = CSVScanner(limits: limits, line: line, isLast: isLast)
        if summary.header == nil {
            scanner.position = readSeparatorLine(bytes)
            scanner.line += scanner.position > 0 ? 1 : 0
        }
        scanner.delimiter = delimiter
        bytes.withUnsafeBufferPointer { scanner.scan($0) }
        let isWaiting = summary.header == nil && scanner.rows.isEmpty && !isLast
        rest = isWaiting ? bytes : Array(bytes[scanner.position...])
        line = isWaiting ? 1 : scanner.line
        return finish(bytes, scanner, isLast: isLast)
    }

    private mutating func finish(
        _ bytes: [UInt8], _ scanner: CSVScanner, isLast: Bool
    ) -> CSVBatch? {
        var rows = scanner.rows
        var cells = scanner.cells
        if summary.header == nil {
            while let first = rows.first, isEmptyLine(first, cells, rows) { rows.removeFirst() }
            if let line = scanner.textAfterQuote.first, line < rows.first?.line ?? .max {
                stop(.textAfterQuote(line: line, file: file))
                return nil
            }
            guard let first = rows.first else {
                tell(scanner, isEmpty: isLast)
                return nil
            }
            takeHeader(bytes, cells, first, end: rows.count > 1 ? rows[1].firstCell : nil)
            rows.removeFirst()
        }
        guard let header = summary.header, !isStopped else { return nil }
        let kept = keepRegular(rows, &cells, header)
        tell(scanner, isEmpty: false)
        return CSVBatch(bytes: bytes, cells: cells, rows: kept, header: header)
    }

    private mutating func tell(_ scanner: CSVScanner, isEmpty: Bool) {
        switch scanner.failure {
        case .none: if isEmpty { stop(.emptyTable(file: file)) }
        case .unclosedQuote(let line): stop(.unclosedQuote(line: line, limits, file: file))
        case .cellTooLong(let line): stop(.cellTooLong(limits, line: line, file: file))
        case .rowTooLong(let line): stop(.rowTooLong(limits, line: line, file: file))
        }
        for line in scanner.textAfterQuote {
            summary.faults.append(.textAfterQuote(line: line, file: file))
        }
    }

    private mutating func stop(_ fault: Fault) {
        summary.faults.append(fault)
        isStopped = true
    }
}

extension CSVParser {
    private func isEmptyLine(
        _ row: CSVBatch.Row, _ cells: [CSVBatch.Cell], _ rows: [CSVBatch.Row]
    ) -> Bool {
        let end = rows.count > 1 ? Int(rows[1].firstCell) : cells.count
        return cells[Int(row.firstCell)..<end].allSatisfy { $0.start == $0.end }
    }

    /// Tells the delimiter from the header, or from a line `sep=;` that a spreadsheet puts first.
    ///
    /// - Returns: The bytes of that line, to be passed over; 0 where there is none.
    private mutating func readSeparatorLine(_ bytes: [UInt8]) -> Int {
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
        if first.starts(with: "sep=".utf8), first.count > 4, first.count < 7 {
            delimiter = first[4]
            return min(first.count + 1, bytes.count)
        }
        delimiter = Self.delimiter(of: bytes)
        return 0
    }

    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        let lineEnds = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        for byte in bytes.drop(while: lineEnds.contains).prefix(1 << 16) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if lineEnds.contains(byte) { break }
            counts[byte, default: 0] += 1
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let most = candidates.map { counts[$0] ?? 0 }.max() ?? 0
        return candidates.first { counts[$0] ?? 0 == most } ?? candidates[0]
    }

    private mutating func takeHeader(
        _ bytes: [UInt8], _ cells: [CSVBatch.Cell], _ row: CSVBatch.Row, end: UInt32?
    ) {
        let end = end.map(Int.init) ?? cells.count
        var names = cells[Int(row.firstCell)..<end].map { cell in
            String(decoding: bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self).trimmed
        }
        // Spreadsheets write empty columns that were once in use.
        while names.count > 1, names.last == "" { names.removeLast() }
        let header = CSVHeader(names: names, line: row.line)
        let faults = header.faults(file: file)
        summary.faults.append(contentsOf: faults)
        if names.count == 1, names[0].contains("，") {
            return stop(.fullWidthCommas(line: row.line, file: file))
        }
        isStopped = !faults.isEmpty
        summary.header = header
    }

    /// Leaves out the rows that do not have a cell for each column, and tells them.
    ///
    /// Rows that are empty are passed over, and empty cells after the last column are too.
    private mutating func keepRegular(
        _ rows: [CSVBatch.Row], _ cells: inout [CSVBatch.Cell], _ header: CSVHeader
    ) -> [CSVBatch.Row] {
        var kept: [CSVBatch.Row] = []
        kept.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            let first = Int(row.firstCell)
            let end = index + 1 < rows.count ? Int(rows[index + 1].firstCell) : cells.count
            if cells[first].start == cells[first].end,
                cells[first..<end].allSatisfy({ $0.start == $0.end })
            {
                continue
            }
            let surplus = cells[min(first + header.count, end)..<end]
            if end - first < header.count || !surplus.allSatisfy({ $0.start == $0.end }) {
                summary.faults.append(
                    .wrongCellCount(end - first, header: header, line: row.line, file: file))
                continue
            }
            kept.append(row)
        }
        return kept
    }
}
