/// The form of a record that is hashed into the ledger's tree.
///
/// It follows from the plain form, which is field lines as ``FieldWriter`` writes them: what names
/// a person, or is free text, is replaced by its ``Pseudonym``, so that the rest can be shown to
/// anyone and still be proved. The article *The record's form* describes every line.
struct SealedForm {
    private let secret: [UInt8]
    private var hidden: [UInt8] = []
    /// The last line of each kind up to its text, and the pseudonym: neighbours often share them.
    private var last: [(name: LineName, line: [UInt8], hash: TreeHash)] = []

    init(secret: [UInt8]) {
        self.secret = secret
    }

    /// Appends the sealed form of a record to some bytes.
    mutating func write(_ plain: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        let noun = LineName(plain)
        let isNoun = noun == .submission || noun == .judge
        hidden.removeAll(keepingCapacity: true)
        hidden.append(contentsOf: Self.rest)
        var start = 0
        while start < plain.count {
            let line = UnsafeBufferPointer(rebasing: plain[start...])
            let count = Self.lineLength(line)
            let content = UnsafeBufferPointer(rebasing: line[..<count])
            let name = LineName(content)
            if name == .personal { writeHidden(to: &bytes) }
            if isNoun, start > 0, name.isHidden(in: noun) {
                hidden.append(contentsOf: content)
            } else if name.isNameless {
                writeReplaced(content, name, to: &bytes)
            } else {
                bytes.append(contentsOf: content)
            }
            start += count
        }
        writeHidden(to: &bytes)
    }

    /// The length of a line with its line feed.
    private static func lineLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        (bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
    }

    /// The name of the line that stands for those that are not shown.
    private static let rest = Array("rest\t".utf8)

    /// Writes the pseudonym of the lines that are not shown.
    private mutating func writeHidden(to bytes: inout [UInt8]) {
        guard hidden.count > Self.rest.count else { return }
        bytes.append(contentsOf: Self.rest)
        hidden.withUnsafeBytes {
            Pseudonym.hash(ofLine: $0, from: Self.rest.count, secret: secret)
        }.appendHex(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        hidden.removeLast(hidden.count - Self.rest.count)
    }

    /// Writes a line with its first value, or for a field its second, replaced.
    private mutating func writeReplaced(
        _ line: UnsafeBufferPointer<UInt8>, _ name: LineName, to bytes: inout [UInt8]
    ) {
        let tab = UInt8(ascii: "\t")
        guard var start = line.firstIndex(of: tab) else {
            bytes.append(contentsOf: line)
            return
        }
        if name == .field { start = line[(start + 1)...].firstIndex(of: tab) ?? start }
        let end = line[(start + 1)...].firstIndex { $0 == tab || $0 == UInt8(ascii: "\n") }
        let known = UnsafeBufferPointer(rebasing: line[..<(end ?? line.count)])
        bytes.append(contentsOf: line[...start])
        hash(of: known, from: start + 1, name).appendHex(to: &bytes)
        bytes.append(contentsOf: line[(end ?? line.count)...])
    }

    /// The pseudonym of a value, which is hashed as it is written: with its escapes.
    ///
    /// - Parameter line: The line up to the end of the value, which begins at `start`.
    private mutating func hash(
        of line: UnsafeBufferPointer<UInt8>, from start: Int, _ name: LineName
    ) -> TreeHash {
        let known = last.firstIndex { $0.name == name }
        if let known, last[known].line.elementsEqual(line) { return last[known].hash }
        let hash = Pseudonym.hash(
            ofLine: UnsafeRawBufferPointer(line), from: start, secret: secret)
        if let known {
            last[known] = (name, Array(line), hash)
        } else {
            last.append((name, Array(line), hash))
        }
        return hash
    }
}

/// The name of a line: its first eight bytes up to the tab, which tell all names apart.
struct LineName: Equatable {
    private let key: UInt64

    /// The name at the start of a line.
    init(_ line: UnsafeBufferPointer<UInt8>) {
        self.init(bytes: line.prefix(8))
    }

    /// The name in a text.
    init(text: String) {
        self.init(bytes: text.utf8.prefix(8))
    }

    private init(_ name: StaticString) {
        let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        self.init(bytes: bytes.prefix(8))
    }

    private init(bytes: some Sequence<UInt8>) {
        var key: UInt64 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") { break }
            key = key << 8 | UInt64(byte)
        }
        self.key = key
    }

    static let submission = LineName("submission")
    static let judge = LineName("judge")
    static let field = LineName("field")
    static let personal = LineName("personal")

    // Arrays, for so few numbers are compared faster than hashed.
    private static let nameless: [LineName] = [
        submission, judge, field, LineName("by"), LineName("reason"), LineName("note"),
        LineName("text"), LineName("subject"), LineName("source"), LineName("key"),
        LineName("target"), LineName("file"),
    ]
    private static let shared: [LineName] = [personal, LineName("fact"), LineName("revision")]
    private static let ofSubmission: [LineName] =
        shared + [
            field, LineName("track"), LineName("heat"), LineName("region"), LineName("submitted"),
            LineName(text: "entrant-key"),
        ]
    private static let ofJudge: [LineName] =
        shared + [
            LineName("kind"), LineName("senior"), LineName("criterion"),
        ]

    /// Whether a value of the line is replaced by its pseudonym.
    var isNameless: Bool { Self.nameless.contains(self) }

    /// Whether the line of a submission or a judge is not shown.
    func isHidden(in noun: LineName) -> Bool {
        noun == .judge ? !Self.ofJudge.contains(self) : !Self.ofSubmission.contains(self)
    }
}
