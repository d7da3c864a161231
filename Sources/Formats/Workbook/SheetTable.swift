import CXML

/// A table on a sheet: looks for its header, then turns the rows below it into batches.
struct SheetTable {
    let name: String
    let book: WorkbookFile
    let search: TableSearch
    let headerAtFirstRow: Bool
    /// The header of an earlier sheet, whose columns this one must have.
    let model: CSVHeader?
    var header: CSVHeader?
    /// Rows that were delivered.
    private(set) var rows = 0
    var faults = FaultList()
    /// Whether nothing more of the sheet is wanted.
    var isOver = false
    var habits = SheetHabits()
    /// By column of the sheet, counted from 0, the column of the table; below 0 for none.
    var places: [Int] = []

    private var bytes: [UInt8] = []
    private var cells: [CSVBatch.Cell] = []
    private var lines: [CSVBatch.Row] = []
    private var pending: (batch: XMLRecordBatch, scanner: SheetScanner, next: Int)?
    private var rowsSeen = 0
    private var lastRow = 0
    private var total = 0

    init(
        _ name: String, of book: WorkbookFile, search: TableSearch, headerAtFirstRow: Bool,
        model: CSVHeader?
    ) {
        self.name = name
        self.book = book
        self.search = search
        self.headerAtFirstRow = headerAtFirstRow
        self.model = model
    }

    var file: String { book.archive.file }

    /// Takes records of the sheet in, to be made rows of by ``nextBatch()``.
    mutating func take(_ batch: XMLRecordBatch) {
        pending = (batch, SheetScanner(batch, book: book), 0)
    }

    /// The next rows of what was taken in, about 1 MiB of them: a text that many cells share can
    /// make much of a few records.
    mutating func nextBatch() -> CSVBatch? {
        guard let (batch, scanner, first) = pending else { return nil }
        var index = first
        while index < batch.count, !isOver {
            let node = Int(batch.storage.pointee.records[index])
            switch scanner.kind(ofRecord: node) {
            case .row: takeRow(node, scanner)
            case .column: habits.add(column: batch[index])
            case .merge: if header != nil { habits.add(merge: batch[index]) }
            }
            index += 1
            guard bytes.count < 1 << 20 else {
                pending = (batch, scanner, index)
                return flush()
            }
        }
        pending = nil
        return flush()
    }

    private mutating func flush() -> CSVBatch? {
        guard let header, !lines.isEmpty else { return nil }
        let batch = CSVBatch(bytes: bytes, cells: cells, rows: lines, header: header)
        rows += lines.count
        (bytes, cells, lines) = ([], [], [])
        return batch
    }

    private mutating func takeRow(_ node: Int, _ scanner: SheetScanner) {
        let line = scanner.number(ofRow: node) ?? lastRow + 1
        lastRow = line
        guard let header else { return lookForHeader(node, line, scanner) }
        let (firstCell, firstByte) = (cells.count, bytes.count)
        cells.append(
            contentsOf: repeatElement(
                CSVBatch.Cell(start: 0, end: 0, hasDoubledQuotes: false), count: header.count))
        var isEmpty = true
        scanner.forEachCell(ofRow: node) { cell in
            let place = places.indices.contains(cell.column) ? places[cell.column] : -1
            guard place >= 0 else {
                if !cell.isEmpty { habits.add(untitled: cell.column, line: line) }
                return
            }
            let start = bytes.count
            let kind = scanner.append(cell, to: &bytes)
            if cell.isFormula { habits.add(formula: place, line: line, gives: bytes.count > start) }
            guard bytes.count > start else { return }
            cells[firstCell + place] = CSVBatch.Cell(
                start: UInt32(start), end: UInt32(bytes.count), hasDoubledQuotes: false, kind: kind)
            isEmpty = false
            if kind == .failure, search.tellsFailures { tellFailure(place, line, start) }
        }
        guard !isEmpty else { return cells.removeSubrange(firstCell...) }
        if scanner.isHidden(row: node) { habits.add(hiddenRow: line) }
        lines.append(CSVBatch.Row(firstCell: UInt32(firstCell), line: line))
        total += bytes.count - firstByte
        if total > book.archive.limits.tableBytes { tellTooLong(line) }
    }

    private mutating func lookForHeader(_ node: Int, _ line: Int, _ scanner: SheetScanner) {
        rowsSeen += 1
        var titles: [(column: Int, title: String)] = []
        scanner.forEachCell(ofRow: node) { cell in
            var text: [UInt8] = []
            _ = scanner.append(cell, to: &text)
            let title = String(decoding: text, as: UTF8.self).trimmed
            if !title.isEmpty { titles.append((cell.column, title)) }
        }
        let isHeader =
            headerAtFirstRow ? !titles.isEmpty : search.isHeader(titles.map(\.title))
        if isHeader {
            takeHeader(titles, line)
        } else if rowsSeen >= book.archive.limits.headerRows {
            isOver = true
        }
    }
}

extension SheetTable {
    private mutating func takeHeader(_ titles: [(column: Int, title: String)], _ line: Int) {
        let read = titles.filter { !search.unread.contains($0.title.foldedForLookup) }
        places = [Int](repeating: -1, count: (titles.map(\.column).max() ?? 0) + 1)
        for title in titles { habits.titled.insert(title.column) }
        var seen: [String: Int] = [:]
        for (column, title) in read {
            guard let first = seen.updateValue(column, forKey: title.foldedForLookup) else {
                continue
            }
            faults.append(repeatedTitle(title, first, column, line))
            isOver = true
        }
        guard let model else {
            for (place, title) in read.enumerated() { places[title.column] = place }
            header = CSVHeader(
                names: read.map(\.title), line: line, sheet: name,
                sheetColumns: read.map { $0.column + 1 })
            return
        }
        var columns = [Int](repeating: 0, count: model.count)
        for (column, title) in read {
            guard let place = model.index(of: title) else {
                faults.append(unknownTitle(title, column, line, model))
                continue
            }
            places[column] = place
            columns[place] = column + 1
        }
        header = CSVHeader(names: model.names, line: line, sheet: name, sheetColumns: columns)
    }

    private func repeatedTitle(_ title: String, _ first: Int, _ second: Int, _ line: Int) -> Fault {
        var fault = Fault.repeatedColumn(
            title, columns: (first + 1, second + 1), line: line, file: file)
        fault.place = SheetPlace(sheet: name, row: line, column: second + 1, title: title)
        let letters = [first, second].map { SheetPlace.letters(ofColumn: $0 + 1) }
        fault.problem = Phrase(
            "columns \(letters[0]) and \(letters[1]) have the same title",
            "\(letters[0]) 列和 \(letters[1]) 列标题相同")
        return fault
    }

    private func unknownTitle(
        _ title: String, _ column: Int, _ line: Int, _ model: CSVHeader
    ) -> Fault {
        Fault(
            file: file, severity: .warning,
            problem: Phrase("the column is not read", "没有读取此列"),
            rule: Phrase(
                "sheets of one table have the columns of the first, \((model.sheet ?? "").shown)",
                "同一表格的各工作表以第一个（\((model.sheet ?? "").shown)）的列为准"),
            remedy: Phrase("Give the columns the same titles", "请统一各工作表的列标题"),
            place: SheetPlace(sheet: name, row: line, column: column + 1, title: title))
    }

    private mutating func tellFailure(_ column: Int, _ line: Int, _ start: Int) {
        let text = String(decoding: bytes[start...], as: UTF8.self).shown
        faults.append(
            Fault(
                file: file, problem: Phrase("the cell shows \(text)", "单元格显示 \(text)"),
                rule: Phrase("its formula fails, so it has no value", "公式出错，没有值"),
                remedy: Phrase("Correct the formula, or type the value", "请改正公式，或直接填写值"),
                place: header?.place(row: line, column)))
    }

    private mutating func tellTooLong(_ line: Int) {
        isOver = true
        let limit = book.archive.limits.tableBytes
        faults.append(
            Fault(
                file: file, problem: Phrase("the table is too long", "表格过长"),
                rule: Phrase(
                    "its texts have at most \(limit) bytes", "全部文字最多 \(limit) 字节"),
                remedy: Phrase(
                    "Split it; nothing from row \(line) on was read", "请拆分；自第 \(line) 行起没有读入"),
                place: SheetPlace(sheet: name, row: line)))
    }

    /// What a person did that was put up with, for notes.
    var notes: [Fault] { header.map { habits.notes($0, file: file) } ?? [] }
}
