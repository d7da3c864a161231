/// An encoding that a table or a list may be in.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// The Chinese national encoding; GBK and GB2312 are parts of it.
    case gb18030 = "GB18030"

    /// The encoding that a byte-order mark tells, and the length of the mark in bytes.
    ///
    /// - Parameter bytes: The first bytes of a file, at least 3 where it has them.
    public static func marked(
        by bytes: some Collection<UInt8>
    ) -> (encoding: TextEncoding, markBytes: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }
}

extension TextEncoding {
    /// Turns bytes into text: by their byte-order mark, else as UTF-8 where they are that, else as
    /// GB18030.
    ///
    /// - Returns: The text without its mark, the encoding, and a note where it was guessed.
    /// - Complexity: O(*n*).
    /// - Throws: A fault that names the first byte that is no text.
    public static func decode(
        _ bytes: [UInt8], file: String
    ) throws(Fault) -> (text: String, encoding: TextEncoding, note: Fault?) {
        var source = try TextSource(bytes: bytes, file: file)
        let text = String(decoding: try source.rest(), as: UTF8.self)
        return (text, source.encoding, source.note)
    }

    /// The bytes of a text in this encoding, without a mark; nothing where it cannot hold the text.
    ///
    /// - Complexity: O(*n*).
    public func encode(_ text: String) -> [UInt8]? {
        if self == .utf8 { return Array(text.utf8) }
        guard let transcoder = Transcoder(from: "UTF-8", to: rawValue) else { return nil }
        return try? transcoder.convert(Array(text.utf8), isLast: true).get()
    }
}
