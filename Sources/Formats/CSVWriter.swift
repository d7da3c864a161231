/// Writes tables that spreadsheets open as they were meant.
public struct CSVWriter: Sendable {
    /// Whether a byte-order mark comes first, by which spreadsheets know UTF-8.
    public var hasMark: Bool
    private var text = ""

    /// - Parameter mark: Whether to begin with a byte-order mark.
    public init(header: [String], mark: Bool = true) {
        hasMark = mark
        append(header)
    }

    /// Adds a row.
    public mutating func append(_ row: [String]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { text += "," }
            text += Self.cell(cell)
        }
        // A row of one empty cell would read back as no row.
        if row == [""] { text += "\"\"" }
        text += "\r\n"
    }

    /// The whole table.
    public var string: String { (hasMark ? "\u{FEFF}" : "") + text }

    /// The whole table as UTF-8.
    public var bytes: [UInt8] { Array(string.utf8) }

    /// The text of a table.
    public static func string(header: [String], rows: [[String]], mark: Bool = true) -> String {
        var writer = CSVWriter(header: header, mark: mark)
        for row in rows { writer.append(row) }
        return writer.string
    }

    /// A cell, quoted where it needs to be, and with an apostrophe before it where a spreadsheet
    /// would take it for a formula.
    public static func cell(_ text: String) -> String {
        let safe = isFormula(text) ? "'" + text : text
        let needsQuotes = safe.unicodeScalars.contains {
            $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == ";" || $0 == "\t"
        }
        let blank = UInt8(ascii: " ")
        let hasOuterBlank = safe.utf8.first == blank || safe.utf8.last == blank
        guard needsQuotes || hasOuterBlank else { return safe }
        // Scalar by scalar: a quotation mark with a combining mark on it is one character.
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            quoted.unicodeScalars.append(scalar)
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }

    /// Whether a spreadsheet would run the text: it begins, blanks left aside, with = + - @ or with
    /// a tab or line break, full-width ones included, and is no number.
    static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if first == "\t" || first == "\r" || first == "\n" { return true }
        guard let sign = text.unicodeScalars.first(where: { !$0.isBlank })?.halfWidth,
            ["=", "+", "-", "@"].contains(sign)
        else { return false }
        return !isNumber(text)
    }

    static func isNumber(_ text: String) -> Bool {
        var digits = text.utf8[...]
        if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") {
            digits.removeFirst()
        }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            }
    }
}
