/// The text of a shared or inline text: its runs one after another, without readings of
/// ideographs.
enum CellText {
    /// Appends the text of `<si>` or `<is>`.
    ///
    /// - Complexity: O(*n*).
    static func append(_ record: XMLRecord, to bytes: inout [UInt8]) {
        let batch = record.batch
        guard let text = batch.name("t") else { return }
        let run = batch.name("r")
        for child in record.children {
            if child.nameNumber == text {
                append(text: child, to: &bytes)
            } else if child.nameNumber == run {
                for part in child.children where part.nameNumber == text {
                    append(text: part, to: &bytes)
                }
            }
        }
    }

    private static func append(text: XMLRecord, to bytes: inout [UInt8]) {
        if text.hasMixedText { return bytes.append(contentsOf: text.string.utf8) }
        text.text.withUTF8 { append($0, to: &bytes) }
    }

    /// Appends a text in which `_x000D_` stands for a character that XML cannot hold.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        guard text.contains(UInt8(ascii: "_")) else { return bytes.append(contentsOf: text) }
        var place = 0
        while place < text.count {
            if let scalar = escaped(text, at: place) {
                bytes.append(contentsOf: String(Character(scalar)).utf8)
                place += 7
            } else {
                bytes.append(text[place])
                place += 1
            }
        }
    }

    private static func escaped(
        _ text: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> Unicode.Scalar? {
        guard text[place] == UInt8(ascii: "_"), place + 6 < text.count,
            text[place + 1] == UInt8(ascii: "x"), text[place + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = String(decoding: text[(place + 2)..<(place + 6)], as: UTF8.self)
        guard let value = UInt32(digits, radix: 16), value != 0 else { return nil }
        return Unicode.Scalar(value)
    }
}
