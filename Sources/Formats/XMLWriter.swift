/// Writes well-formed XML, indented by two blanks.
///
/// ```swift
/// var writer = XMLWriter()
/// writer.element("sheet", ["judge": "J1"]) { writer in
///     writer.text("comment", "clear & short")
/// }
/// ```
public struct XMLWriter: Sendable {
    /// The document so far, beginning with its declaration.
    public private(set) var string = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    public init() {}

    /// Writes an element with what `content` writes inside it; attributes in the order given.
    ///
    /// Names must be XML names: they are ours and not data.
    public mutating func element<Failure: Error>(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
        content: (inout XMLWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(name, attributes)
        let start = string.utf8.count
        string += ">\n"
        depth += 1
        try content(&self)
        depth -= 1
        if string.utf8.count == start + 2 {
            string.removeLast(2)
            string += "/>\n"
        } else {
            string += indentation + "</\(name)>\n"
        }
    }

    /// Writes an element without content.
    public mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:]
    ) {
        open(name, attributes)
        string += "/>\n"
    }

    /// Writes an element that holds a text, on one line.
    public mutating func text(
        _ name: String, _ attributes: KeyValuePairs<String, String?>, _ text: String
    ) {
        open(name, attributes)
        string += ">\(Self.escaped(text))</\(name)>\n"
    }

    /// Writes an element without attributes that holds a text, on one line.
    public mutating func text(_ name: String, _ text: String) {
        self.text(name, [:], text)
    }

    /// Writes a comment; `--` cannot stand in one and is pulled apart.
    public mutating func comment(_ text: String) {
        var safe = Self.legal(text)
        while let range = safe.range(of: "--") { safe.replaceSubrange(range, with: "- -") }
        string += indentation + "<!-- \(safe) -->\n"
    }

    private var indentation: String { String(repeating: "  ", count: depth) }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        string += indentation + "<\(name)"
        for (name, value) in attributes {
            if let value { string += " \(name)=\"\(Self.escaped(value, isAttribute: true))\"" }
        }
    }
}

extension XMLWriter {
    /// A text that can stand in an element or a quoted attribute, and reads back as it was, but for
    /// characters that XML cannot hold: they become U+FFFD.
    ///
    /// - Parameter isAttribute: Whether line breaks and tabs must be escaped too.
    /// - Complexity: O(*n*).
    public static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += isAttribute ? "&quot;" : "\""
            case "\r": result += "&#13;"
            case "\n": result += isAttribute ? "&#10;" : "\n"
            case "\t": result += isAttribute ? "&#9;" : "\t"
            default: result.unicodeScalars.append(scalar.isLegalXML ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    static func legal(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(scalar.isLegalXML ? scalar : "\u{FFFD}") }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether XML 1.0 can hold the character.
    var isLegalXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
