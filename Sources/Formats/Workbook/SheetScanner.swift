import CXML

/// Looks at the rows and cells of a batch where they lie, without copies.
///
/// Reading a sheet is mostly this, so nothing here makes a `String` of a plain cell.
struct SheetScanner {
    enum RecordKind {
        case row, column, merge
    }

    /// A cell as it stands in the file.
    struct Cell {
        /// Counted from 0.
        var column: Int
        /// The first letter of the cell's type; 0 for a number. `i` is an inline text, `t` the text
        /// that a formula gives.
        var type: UInt8
        var style: Int
        /// The nodes of its value and of its inline text; 0 for none.
        var value: Int
        var inline: Int
        var isFormula: Bool

        var isEmpty: Bool { value == 0 && inline == 0 && !isFormula }
    }

    private let batch: XMLRecordBatch
    private let book: WorkbookFile
    private let names: [XMLName?]

    init(_ batch: XMLRecordBatch, book: WorkbookFile) {
        self.batch = batch
        self.book = book
        names = ["row", "col", "c", "v", "is", "f", "r", "s", "t", "hidden"].map { batch.name($0) }
    }

    private func isNamed(_ name: UInt32, _ place: Int) -> Bool { names[place]?.index == name }

    func kind(ofRecord node: Int) -> RecordKind {
        let name = batch.storage.pointee.nodes[node].name
        return isNamed(name, 0) ? .row : isNamed(name, 1) ? .column : .merge
    }

    /// The row's own number, where it states one that can be.
    func number(ofRow node: Int) -> Int? {
        attribute(6, of: node).flatMap(Self.number).flatMap {
            (1...1_048_576).contains($0) ? $0 : nil
        }
    }

    func isHidden(row node: Int) -> Bool {
        guard let value = attribute(9, of: node), let first = value.first else { return false }
        return first == UInt8(ascii: "1") || first == UInt8(ascii: "t")
    }

    private func attribute(_ place: Int, of index: Int) -> UnsafeBufferPointer<UInt8>? {
        let storage = batch.storage.pointee
        let node = storage.nodes[index]
        for offset in 0..<Int(node.attribute_count) {
            let attribute = storage.attributes[Int(node.attributes) + offset]
            guard isNamed(attribute.name, place) else { continue }
            return UnsafeBufferPointer(
                start: storage.bytes + Int(attribute.value), count: Int(attribute.value_length))
        }
        return nil
    }

    private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...9).contains(digits.count) else { return nil }
        var number = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }
}

extension SheetScanner {
    /// Gives the cells of a row, in the order of the file.
    func forEachCell(ofRow row: Int, _ body: (Cell) -> Void) {
        let storage = batch.storage.pointee
        guard let nodes = storage.nodes, let cell = names[2]?.index else { return }
        let end = Int(nodes[row].end)
        var next = row + 1
        var column = -1
        while next < end {
            if nodes[next].name == cell {
                var found = self.cell(next, storage)
                column = found.column < 0 ? column + 1 : found.column
                found.column = column
                if column < book.archive.limits.columns { body(found) }
            }
            next = Int(nodes[next].end)
        }
    }

    private func cell(_ index: Int, _ storage: cxml_batch) -> Cell {
        var cell = Cell(column: -1, type: 0, style: 0, value: 0, inline: 0, isFormula: false)
        let node = storage.nodes[index]
        for offset in 0..<Int(node.attribute_count) {
            let attribute = storage.attributes[Int(node.attributes) + offset]
            let value = UnsafeBufferPointer(
                start: storage.bytes + Int(attribute.value), count: Int(attribute.value_length))
            if isNamed(attribute.name, 6) {
                cell.column = Self.column(value)
            } else if isNamed(attribute.name, 7) {
                cell.style = Self.number(value) ?? 0
            } else if isNamed(attribute.name, 8), let first = value.first {
                let isFormulaText = first == UInt8(ascii: "s") && value.count > 1
                cell.type =
                    isFormulaText
                    ? UInt8(ascii: "t") : first == UInt8(ascii: "n") ? 0 : first
            }
        }
        var child = index + 1
        while child < Int(node.end) {
            let name = storage.nodes[child].name
            if isNamed(name, 3) {
                cell.value = child
            } else if isNamed(name, 4) {
                cell.inline = child
            } else if isNamed(name, 5) {
                cell.isFormula = true
            }
            child = Int(storage.nodes[child].end)
        }
        return cell
    }

    /// The column of `F12`, counted from 0; below 0 where it states none.
    private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int {
        var column = 0
        for letter in reference.prefix(4) {
            guard letter >= 0x41, letter <= 0x5A else { break }
            column = column * 26 + Int(letter - 0x40)
        }
        return column - 1
    }
}

extension SheetScanner {
    /// Appends what a cell shows, and says what it is.
    func append(_ cell: Cell, to bytes: inout [UInt8]) -> SheetCellKind {
        if cell.inline > 0 {
            CellText.append(XMLRecord(batch: batch, index: UInt32(cell.inline)), to: &bytes)
            return .text
        }
        guard cell.value > 0 else { return .text }
        let node = batch.storage.pointee.nodes[cell.value]
        guard node.more == 0, let start = batch.storage.pointee.bytes else { return .text }
        let value = UnsafeBufferPointer(start: start + Int(node.text), count: Int(node.text_length))
        switch cell.type {
        case UInt8(ascii: "s"):
            if let range = Self.number(value).flatMap({ book.texts[$0] }) {
                bytes.append(contentsOf: book.texts.bytes[range])
            }
            return .text
        case UInt8(ascii: "t"), UInt8(ascii: "i"):
            CellText.append(value, to: &bytes)
            return .text
        case UInt8(ascii: "b"):
            bytes.append(contentsOf: (value.first == UInt8(ascii: "1") ? "TRUE" : "FALSE").utf8)
            return .truth
        case UInt8(ascii: "e"):
            bytes.append(contentsOf: value)
            return .failure
        case UInt8(ascii: "d"):
            bytes.append(contentsOf: value)
            return .date
        default: return append(number: value, style: book.styles[cell.style], to: &bytes)
        }
    }

    private func append(
        number: UnsafeBufferPointer<UInt8>, style: CellStyles.Number, to bytes: inout [UInt8]
    ) -> SheetCellKind {
        if style == .plain, CellNumber.isPlain(number) {
            bytes.append(contentsOf: number)
            return .number
        }
        if style == .plain, CellNumber.append(number, to: &bytes) { return .number }
        let text = String(decoding: number, as: UTF8.self).trimmed
        switch style {
        case .plain: bytes.append(contentsOf: text.utf8)
        case .percentage:
            bytes.append(contentsOf: (CellNumber.percentage(text) ?? text).utf8)
            return .percentage
        case .date, .time, .dateTime:
            let date = CellNumber.date(text, style, from1904: book.countsFrom1904)
            bytes.append(contentsOf: (date ?? text).utf8)
            return .date
        }
        return .number
    }
}
