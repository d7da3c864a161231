/// One request and what is heard in answer to it.
struct ProgramTalk {
    /// Bytes that a reply may have.
    static let longestReply = 1 << 20
    /// Bytes that a program may write to its standard error for one request; they are not kept.
    static let mostNoise = 16 << 20

    private let request: [UInt8]
    private var sentCount = 0
    private var heard: [UInt8] = []
    private var noiseCount = 0
    private(set) var isOutputOver = false
    private(set) var isNoiseOver = false

    init(request: String) {
        self.request = Array(request.utf8) + [UInt8(ascii: "\n")]
    }

    var isSent: Bool { sentCount == request.count }

    /// What is still to be sent.
    var unsent: ArraySlice<UInt8> { request[sentCount...] }

    /// Whether a whole line was heard.
    var hasLine: Bool { heard.contains(UInt8(ascii: "\n")) }

    mutating func sent(_ count: Int) { sentCount += count }

    /// The program reads no more.
    mutating func isNotReadTo() { sentCount = request.count }

    /// Takes what was read of the standard output; no bytes at its end.
    mutating func hear(_ bytes: [UInt8]) throws(ProgramFault) {
        guard !bytes.isEmpty else {
            isOutputOver = true
            return
        }
        heard += bytes
        guard heard.count <= Self.longestReply else { throw .flood(bytes: Self.longestReply) }
    }

    /// Takes what was read of the standard error; no bytes at its end.
    mutating func hearNoise(_ bytes: [UInt8]) throws(ProgramFault) {
        guard !bytes.isEmpty else {
            isNoiseOver = true
            return
        }
        noiseCount += bytes.count
        guard noiseCount <= Self.mostNoise else { throw .flood(bytes: Self.mostNoise) }
    }

    /// The reply; nothing where none came.
    func reply() throws(ProgramFault) -> [UInt8]? {
        let lines = heard.split(separator: UInt8(ascii: "\n")).filter { line in
            !line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
        }
        guard lines.count < 2 else { throw .tooManyReplies }
        return lines.first.map { Array($0) }
    }
}
