/// Writes JSON so that the same value gives the same bytes on every machine.
public enum JSONText {
    /// The text of a value.
    ///
    /// - Parameters:
    ///   - pretty: A member a line, indented by two blanks; else no blanks at all.
    ///   - sorted: Members by the code points of their names, in place of their own order.
    /// - Complexity: O(*n*), and O(*n* log *n*) where members are sorted.
    public static func encode(
        _ value: JSONValue, pretty: Bool = false, sorted: Bool = false
    ) -> String {
        var writer = Writer(pretty: pretty, sorted: sorted)
        writer.write(value, depth: 0)
        return writer.text
    }

    /// A text as a JSON string, with its quotation marks.
    ///
    /// `<`, `>`, `&` and the line separators are escaped too, so that JSON can stand in a page, and
    /// so are control and bidirectional characters.
    public static func quoted(_ text: String) -> String {
        var writer = Writer(pretty: false, sorted: false)
        writer.write(text)
        return writer.text
    }
}

extension JSONValue {
    /// The text of the value; the same for the same value on every machine.
    public func encoded(pretty: Bool = false, sorted: Bool = false) -> String {
        JSONText.encode(self, pretty: pretty, sorted: sorted)
    }
}

extension JSONText {
    private struct Writer {
        let pretty: Bool
        let sorted: Bool
        var text = ""

        mutating func write(_ value: JSONValue, depth: Int) {
            switch value {
            case .null: text += "null"
            case .bool(let bool): text += bool ? "true" : "false"
            case .number(let digits): text += digits
            case .string(let string): write(string)
            case .array(let elements):
                write(elements, "[", "]", depth: depth) { $0.write($1, depth: depth + 1) }
            case .object(let object):
                let members =
                    sorted
                    ? object.members.sorted { $0.name.precedesByCodePoint($1.name) }
                    : object.members
                write(members, "{", "}", depth: depth) { writer, member in
                    writer.write(member.name)
                    writer.text += writer.pretty ? ": " : ":"
                    writer.write(member.value, depth: depth + 1)
                }
            }
        }

        private mutating func write<Element>(
            _ elements: [Element], _ open: String, _ close: String, depth: Int,
            _ body: (inout Writer, Element) -> Void
        ) {
            text += open
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                breakLine(depth: depth + 1)
                body(&self, element)
            }
            if !elements.isEmpty { breakLine(depth: depth) }
            text += close
        }

        private mutating func breakLine(depth: Int) {
            if pretty { text += "\n" + String(repeating: "  ", count: depth) }
        }

        mutating func write(_ string: String) {
            text += "\""
            for scalar in string.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "\n": text += "\\n"
                case "\r": text += "\\r"
                case "\t": text += "\\t"
                case "<", ">", "&": escape(scalar)
                default:
                    if scalar.isInvisible {
                        escape(scalar)
                    } else {
                        text.unicodeScalars.append(scalar)
                    }
                }
            }
            text += "\""
        }

        private mutating func escape(_ scalar: Unicode.Scalar) {
            for unit in UTF16.encode(scalar) ?? .init([]) {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }
}
