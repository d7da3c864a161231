/// Stands for a text that the sealed form of a record does not show.
///
/// It is SHA-256 of a salt of 16 bytes and the text. The salt is the first 16 bytes of SHA-256 of
/// the ledger's secret (32 bytes) and the text, so that equal texts have equal pseudonyms, nobody
/// finds the text by trying, and one text can be opened by giving its salt.
public struct Pseudonym: Sendable, Hashable {
    /// Bytes in a salt.
    public static let saltSize = 16

    /// What is shown in place of the text.
    public let hash: TreeHash
    /// What opens it together with the text.
    public let salt: [UInt8]

    /// The pseudonym of a text in a ledger that has this secret.
    init(of text: UnsafeRawBufferPointer, secret: [UInt8]) {
        let seed = secret.withUnsafeBytes { TreeHash(of: $0, text) }
        salt = seed.withBytes { Array($0.prefix(Self.saltSize)) }
        hash = salt.withUnsafeBytes { TreeHash(of: $0, text) }
    }

    /// The hash alone, without keeping the salt.
    static func hash(of text: UnsafeRawBufferPointer, secret: [UInt8]) -> TreeHash {
        let seed = secret.withUnsafeBytes { TreeHash(of: $0, text) }
        return seed.withBytes { bytes in
            TreeHash(of: UnsafeRawBufferPointer(rebasing: bytes.prefix(saltSize)), text)
        }
    }

    /// What a salt and a text make: the pseudonym or commitment that they open.
    public static func opened(salt: [UInt8], text: some Sequence<UInt8>) -> TreeHash {
        salt.withUnsafeBytes { salt in
            Array(text).withUnsafeBytes { TreeHash(of: salt, $0) }
        }
    }
}
