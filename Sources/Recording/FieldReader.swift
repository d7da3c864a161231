/// Reads what ``FieldWriter`` writes, line by line.
struct FieldReader {
    /// A field: its name and its values, each a range of the text with its escapes.
    struct Field {
        /// The field's name.
        var name: String
        /// The values.
        var values: [String]

        /// A value by its position; empty where there are fewer.
        subscript(position: Int) -> String { position < values.count ? values[position] : "" }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// A reader of a text, which must outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Reads all fields of a text.
    static func fields(of text: String) -> [Field] {
        var text = text
        return text.withUTF8 { bytes in
            var reader = FieldReader(bytes)
            var fields: [Field] = []
            while let field = reader.next() { fields.append(field) }
            return fields
        }
    }

    /// The next field; nothing at the end.
    mutating func next() -> Field? {
        guard position < bytes.count else { return nil }
        let (name, delimiter) = part()
        var field = Field(name: name, values: [])
        var isOpen = delimiter == UInt8(ascii: "\t")
        while isOpen {
            let (value, delimiter) = part()
            field.values.append(value)
            isOpen = delimiter == UInt8(ascii: "\t")
        }
        return field
    }

    /// A name or value and what ended it.
    private mutating func part() -> (String, UInt8) {
        let start = position
        var isEscaped = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") { break }
            isEscaped = isEscaped || byte == UInt8(ascii: "\\")
            position += 1
        }
        let content = UnsafeBufferPointer(rebasing: bytes[start..<position])
        let delimiter = position < bytes.count ? bytes[position] : UInt8(ascii: "\n")
        position += 1
        return (isEscaped ? Self.unescaped(content) : text(content), delimiter)
    }

    private func text(_ content: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: content, as: UTF8.self)
    }

    private static func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(content.count)
        var isEscape = false
        for byte in content {
            if isEscape {
                isEscape = false
                switch byte {
                case UInt8(ascii: "t"): plain.append(UInt8(ascii: "\t"))
                case UInt8(ascii: "n"): plain.append(UInt8(ascii: "\n"))
                case UInt8(ascii: "r"): plain.append(UInt8(ascii: "\r"))
                default: plain.append(byte)
                }
            } else if byte == UInt8(ascii: "\\") {
                isEscape = true
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
