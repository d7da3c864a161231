/// Writes the canonical text of a noun: the form that is stored, compared and hashed.
///
/// A line for each field that is not empty: its name, then its values, each after a tab, then a
/// line feed. In a value, backslash, tab, line feed and carriage return are written `\\`, `\t`,
/// `\n` and `\r`; every other character stands for itself, as UTF-8. The order of the lines is
/// fixed for each noun, so equal nouns have equal bytes. U+0000 is not allowed.
struct FieldWriter {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []
    /// Whether a value held the character U+0000.
    private(set) var hasNul = false

    /// Begins anew and keeps the memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        hasNul = false
    }

    /// Writes a field with one value, or nothing where the value is empty.
    mutating func field(_ name: StaticString, ifPresent value: String?) {
        guard let value, !value.isEmpty else { return }
        field(name, value)
    }

    /// Writes a field with its values.
    mutating func field(_ name: StaticString, _ values: String...) {
        begin(name)
        for value in values { self.value(value) }
        end()
    }

    /// Writes a field of one value, also an empty one.
    mutating func field(_ name: StaticString, _ value: String) {
        begin(name)
        self.value(value)
        end()
    }

    /// Writes the name of a field, whose values follow.
    mutating func begin(_ name: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// Ends a field.
    mutating func end() { bytes.append(UInt8(ascii: "\n")) }

    /// Writes one value of a field.
    mutating func value(_ text: String) {
        bytes.append(UInt8(ascii: "\t"))
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Writes one value of a field from its UTF-8.
    mutating func value(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\t"))
        append(text)
    }

    /// Writes a field whose value is a hash.
    mutating func field(_ name: StaticString, _ hash: TreeHash) {
        begin(name)
        bytes.append(UInt8(ascii: "\t"))
        hash.appendHex(to: &bytes)
        end()
    }

    /// Takes over lines that a writer wrote before.
    mutating func lines(_ lines: some Sequence<UInt8>) { bytes.append(contentsOf: lines) }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var special: UInt8 = 0
        for byte in text { special |= byte < 0x20 || byte == UInt8(ascii: "\\") ? 1 : 0 }
        guard special != 0 else {
            bytes.append(contentsOf: text)
            return
        }
        for byte in text { appendEscaped(byte) }
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        let escape: UInt8? =
            switch byte {
            case UInt8(ascii: "\\"): UInt8(ascii: "\\")
            case UInt8(ascii: "\t"): UInt8(ascii: "t")
            case UInt8(ascii: "\n"): UInt8(ascii: "n")
            case UInt8(ascii: "\r"): UInt8(ascii: "r")
            default: nil
            }
        if byte == 0 { hasNul = true }
        guard let escape else {
            bytes.append(byte)
            return
        }
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(escape)
    }
}
