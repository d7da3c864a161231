import Glibc

/// The rows of a sheet that is being written, as XML in a file without a name.
///
/// Decimals go into the file as they are, so that none is changed by a number in binary.
final class SheetRows {
    /// Bytes left free before the rows, for the head of the sheet.
    static let headRoom = 1 << 19

    let stream: UnsafeMutablePointer<FILE>
    private(set) var rows = 0
    private(set) var columns = 0
    private var bytes: [UInt8] = []
    private(set) var hasFailed = false

    /// Nothing where no file can be made.
    init?() {
        guard let stream = tmpfile() else { return nil }
        self.stream = stream
        bytes.reserveCapacity(1 << 17)
        hasFailed = fseek(stream, Self.headRoom, SEEK_SET) != 0
    }

    /// Adds a row.
    ///
    /// - Parameter style: The number of a cell's style.
    func append(_ cells: [SheetCell], height: Double?, style: (SheetStyle) -> Int) {
        rows += 1
        columns = max(columns, cells.count)
        put("<row r=\"\(rows)\"")
        if let height { put(" ht=\"\(height)\" customHeight=\"1\"") }
        put(">")
        for (column, cell) in cells.enumerated() { put(cell, column, style(cell.style)) }
        put("</row>")
        if bytes.count > 1 << 16 { flush() }
    }

    private func put(_ cell: SheetCell, _ column: Int, _ style: Int) {
        if cell.value == .blank, style == 0 { return }
        put("<c r=\"")
        putLetters(column + 1)
        put(rows)
        bytes.append(UInt8(ascii: "\""))
        if style > 0 {
            put(" s=\"")
            put(style)
            bytes.append(UInt8(ascii: "\""))
        }
        switch cell.value {
        case .blank: put("/>")
        case .number(let decimal):
            put("><v>")
            put(decimal)
            put("</v></c>")
        case .text(let text):
            put(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            putEscaped(text)
            put("</t></is></c>")
        case .formula(let formula, let shown):
            put(CSVWriter.isNumber(shown) ? "><f>" : " t=\"str\"><f>")
            putEscaped(formula)
            put("</f><v>")
            putEscaped(shown)
            put("</v></c>")
        }
    }

    /// Ends the rows with what stands after them in the sheet, and puts its head before them.
    ///
    /// - Returns: Where the sheet begins in the file, and its length; nothing where that failed.
    func finish(head: [UInt8], tail: [UInt8]) -> (start: Int, count: Int)? {
        guard head.count <= Self.headRoom else { return nil }
        bytes += tail
        flush()
        let end = ftell(stream)
        let start = Self.headRoom - head.count
        guard fseek(stream, start, SEEK_SET) == 0, write(head), fflush(stream) == 0,
            fseek(stream, 0, SEEK_SET) == 0, !hasFailed
        else { return nil }
        return (start, end - start)
    }

    private func flush() {
        if !write(bytes) { hasFailed = true }
        bytes.removeAll(keepingCapacity: true)
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        fwrite(bytes, 1, bytes.count, stream) == bytes.count
    }
}

extension SheetRows {
    private func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private func put(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private func put(_ number: Int) {
        var divisor = 1
        while divisor <= number / 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    private func putLetters(_ column: Int) {
        if column > 26 { putLetters((column - 1) / 26) }
        bytes.append(UInt8(ascii: "A") + UInt8((column - 1) % 26))
    }

    /// Characters that a cell can hold, counted in UTF-16.
    private static let cellRoom = 32_767

    private func putEscaped(_ text: String) {
        if text.utf8.allSatisfy(Self.isPlain), text.utf8.count < Self.cellRoom { return put(text) }
        let isLong = text.utf16.count > Self.cellRoom
        let scalars = text.unicodeScalars
        var room = isLong ? Self.cellRoom - 1 : .max
        var place = scalars.startIndex
        while place < scalars.endIndex {
            let scalar = scalars[place]
            room -= UTF16.width(scalar)
            guard room >= 0 else { break }
            switch scalar {
            case "&": put("&amp;")
            case "<": put("&lt;")
            case ">": put("&gt;")
            case "_" where Self.isEscape(scalars[place...]): put("_x005F_")
            case "\t", "\n": put(String(scalar))
            default:
                let isForbidden =
                    scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                put(isForbidden ? Self.escape(scalar) : String(scalar))
            }
            place = scalars.index(after: place)
        }
        if isLong { put("…") }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "_") && byte != 0xEF
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
    }

    /// Whether a text begins like `_x000D_`, which spreadsheets would take for one character.
    private static func isEscape(_ scalars: Substring.UnicodeScalarView) -> Bool {
        let text = String(String.UnicodeScalarView(scalars.prefix(7)))
        return text.utf8.count == 7 && text.hasPrefix("_x") && text.hasSuffix("_")
            && text.dropFirst(2).dropLast().allSatisfy(\.isHexDigit)
    }
}
