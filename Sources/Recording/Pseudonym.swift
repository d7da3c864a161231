/// Stands for a text that the sealed form of a record does not show.
///
/// It is SHA-256 of a salt of 16 bytes and the text. The salt is the first 16 bytes of SHA-256 of
/// the ledger's secret (32 bytes) and the text's line from its start to the end of the text: the
/// line's name, which for a field is followed by the field's own, and the text, with tabs between
/// them. So equal texts in equal places have equal pseudonyms, nobody finds the text by trying, and
/// one text can be opened by giving its salt, which opens nothing else: where a judge and a
/// submission are both called `7`, their pseudonyms have nothing in common.
public struct Pseudonym: Sendable, Hashable {
    /// Where a text stands in a record, which decides its pseudonym with it.
    public enum Place: Sendable, Hashable {
        /// A submission's identifier.
        case submission
        /// A judge's identifier.
        case judge
        /// An entrant, by what names of one entrant have in common.
        case entrant
        /// The value of a submission's field of this name.
        case field(String)
        /// What a remark is about.
        case subject
        /// What a remark says.
        case text
        /// A result that stands in no record, to which the office commits itself.
        case result

        /// The start of the line, up to where the text begins.
        var lineStart: [UInt8] {
            var writer = FieldWriter()
            switch self {
            case .submission: writer.begin("submission")
            case .judge: writer.begin("judge")
            case .entrant: writer.begin("entrant")
            case .field(let name):
                writer.begin("field")
                writer.value(name)
            case .subject: writer.begin("subject")
            case .text: writer.begin("text")
            case .result: writer.begin("result")
            }
            return writer.bytes + [UInt8(ascii: "\t")]
        }
    }

    /// Bytes in a salt.
    public static let saltSize = 16

    /// What is shown in place of the text.
    public let hash: TreeHash
    /// What opens it together with the text.
    public let salt: [UInt8]

    /// The pseudonym of a text in a place, in a ledger that has this secret.
    init(of text: String, as place: Place, secret: [UInt8]) {
        let start = place.lineStart
        let text = Ledger.escaped(text)
        salt = (start + text).withUnsafeBytes { Self.salt(ofLine: $0, secret: secret) }
        hash = Self.opened(salt: salt, text: text)
    }

    /// The pseudonym of the text that a line, which ends with it, has from an index on.
    static func hash(
        ofLine line: UnsafeRawBufferPointer, from start: Int, secret: [UInt8]
    ) -> TreeHash {
        let seed = secret.withUnsafeBytes { TreeHash(of: $0, line) }
        return seed.withBytes { bytes in
            TreeHash(
                of: UnsafeRawBufferPointer(rebasing: bytes.prefix(saltSize)),
                UnsafeRawBufferPointer(rebasing: line[start...]))
        }
    }

    private static func salt(ofLine line: UnsafeRawBufferPointer, secret: [UInt8]) -> [UInt8] {
        let seed = secret.withUnsafeBytes { TreeHash(of: $0, line) }
        return seed.withBytes { Array($0.prefix(saltSize)) }
    }

    /// What a salt and a text make: the pseudonym or commitment that they open.
    public static func opened(salt: [UInt8], text: some Sequence<UInt8>) -> TreeHash {
        salt.withUnsafeBytes { salt in
            Array(text).withUnsafeBytes { TreeHash(of: salt, $0) }
        }
    }
}
