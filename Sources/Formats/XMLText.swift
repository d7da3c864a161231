/// A text of a record, not yet turned into a `String`: an element's own text or an attribute.
public struct XMLText: Sendable {
    let batch: XMLRecordBatch
    let start: Int
    let count: Int

    /// Bytes of UTF-8.
    public var utf8Count: Int { count }

    public var isEmpty: Bool { count == 0 }

    /// Gives the UTF-8 bytes to a closure; they must not be used after it.
    ///
    /// - Complexity: O(1).
    public func withUTF8<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: batch.storage.pointee.bytes + start, count: count))
    }

    /// The text.
    ///
    /// - Complexity: O(*n*).
    public var string: String {
        withUTF8 { String(decoding: $0, as: UTF8.self) }
    }

    /// The text without blanks at its ends.
    ///
    /// - Complexity: O(*n*).
    public var trimmed: String {
        withUTF8 { bytes in
            var slice = bytes[...]
            while let first = slice.first, first <= 0x20 { slice.removeFirst() }
            while let last = slice.last, last <= 0x20 { slice.removeLast() }
            return String(decoding: slice, as: UTF8.self).trimmed
        }
    }

    /// Whether the text is exactly this one.
    public static func == (left: XMLText, right: StaticString) -> Bool {
        left.withUTF8 { bytes in
            right.withUTF8Buffer { bytes.count == $0.count && bytes.elementsEqual($0) }
        }
    }
}
