/// A text file, or bytes, as chunks of UTF-8 without a byte-order mark.
///
/// A file is read twice where it has no mark: once to tell its encoding, which only all of it can.
struct TextSource {
    private let input: ByteSource
    private let file: String
    let encoding: TextEncoding
    /// Says which encoding was guessed, where none was marked and it is not UTF-8.
    let note: Fault?
    private var toSkip: Int
    private let transcoder: Transcoder?
    private var isDone = false

    init(path: String, file: String) throws(Fault) {
        try self.init(ByteSource(path: path, file: file), file: file)
    }

    init(bytes: [UInt8], file: String) throws(Fault) {
        try self.init(ByteSource(bytes: bytes), file: file)
    }

    private init(_ input: ByteSource, file: String) throws(Fault) {
        let found = try Self.detect(input, file: file)
        try input.rewind(file: file)
        encoding = found.encoding
        toSkip = found.markBytes
        note = found.encoding == .gb18030 ? .guessedEncoding(file: file) : nil
        transcoder = encoding == .utf8 ? nil : Transcoder(from: encoding.rawValue)
        if encoding != .utf8, transcoder == nil { throw .unknownEncoding(encoding, file: file) }
        self.input = input
        self.file = file
    }

    /// The next bytes of the text, which may end inside a character; nothing after the last.
    mutating func next() throws(Fault) -> [UInt8]? {
        while !isDone {
            var chunk = try input.next(file: file)
            isDone = chunk.isEmpty
            chunk.removeFirst(min(toSkip, chunk.count))
            toSkip = 0
            guard let transcoder else { return isDone ? nil : chunk }
            switch transcoder.convert(chunk, isLast: isDone) {
            case .success(let text): if !text.isEmpty { return text }
            case .failure(let failure):
                throw .notText(encoding, at: failure.offset, line: nil, file: file)
            }
        }
        return nil
    }
}

extension TextSource {
    /// All bytes that are left.
    mutating func rest() throws(Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try next() { bytes += chunk }
        return bytes
    }
}

extension TextSource {
    private struct Found {
        var encoding: TextEncoding
        var markBytes = 0
    }

    /// Tells the encoding by the mark, else by reading all of the file.
    private static func detect(
        _ input: ByteSource, file: String
    ) throws(Fault) -> Found {
        let head = try input.next(file: file)
        try input.rewind(file: file)
        let mark = TextEncoding.marked(by: head)
        if let mark, mark.encoding != .utf8 {
            return Found(encoding: mark.encoding, markBytes: mark.markBytes)
        }
        let markBytes = mark?.markBytes ?? 0
        guard let wrong = try firstNotUTF8(input, file: file) else {
            return Found(encoding: .utf8, markBytes: markBytes)
        }
        if mark == nil, try isGB18030(input, file: file) { return Found(encoding: .gb18030) }
        let line = try line(at: wrong, input, file: file)
        throw .notText(.utf8, at: wrong, line: line, file: file)
    }

    /// The offset of the first byte that is not UTF-8.
    private static func firstNotUTF8(
        _ input: ByteSource, file: String
    ) throws(Fault) -> Int? {
        var (offset, rest) = (0, [UInt8]())
        while true {
            let chunk = try input.next(file: file)
            if chunk.isEmpty { return rest.isEmpty ? nil : offset }
            let bytes = rest.isEmpty ? chunk : rest + chunk
            let count = bytes.withUnsafeBufferPointer(UTF8Check.validCount)
            offset += count
            rest = Array(bytes[count...])
            if !rest.isEmpty, !UTF8Check.isCutCharacter(rest) { return offset }
        }
    }

    private static func isGB18030(_ input: ByteSource, file: String) throws(Fault) -> Bool {
        try input.rewind(file: file)
        guard let transcoder = Transcoder(from: TextEncoding.gb18030.rawValue) else { return false }
        while true {
            let chunk = try input.next(file: file)
            guard case .success(let text) = transcoder.convert(chunk, isLast: chunk.isEmpty),
                !text.contains(0)
            else { return false }
            if chunk.isEmpty { return true }
        }
    }

    private static func line(
        at offset: Int, _ input: ByteSource, file: String
    ) throws(Fault) -> Int {
        try input.rewind(file: file)
        var (line, left) = (1, offset)
        while left > 0 {
            let chunk = try input.next(file: file)
            if chunk.isEmpty { break }
            for byte in chunk.prefix(left) where byte == UInt8(ascii: "\n") { line += 1 }
            left -= chunk.count
        }
        return line
    }
}
