/// A short code by which a person sees that a sheet is the one that was sent out: ten letters and
/// digits, 50 bits of a SHA-256 digest.
///
/// The letters are Crockford's: none of I, L, O and U, so that nothing is misread.
public struct CheckValue: Sendable, Hashable {
    /// Characters of a code.
    public static let length = 10

    /// The code, in upper case.
    public let text: String

    /// The code of a digest.
    public init(_ digest: SHA256Digest) {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        var (bits, count, code) = (UInt32(0), 0, [UInt8]())
        for byte in digest.bytes where code.count < Self.length {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5, code.count < Self.length {
                count -= 5
                code.append(alphabet[Int(bits >> UInt32(count) & 31)])
            }
        }
        text = String(decoding: code, as: UTF8.self)
    }

    /// The code of bytes.
    ///
    /// - Complexity: O(*n*).
    public init(of bytes: some Sequence<UInt8>) {
        self.init(SHA256Digest(of: bytes))
    }

    /// The code of a text as UTF-8.
    public init(of text: String) {
        self.init(SHA256Digest(of: text))
    }

    /// A code that a person typed: in either case, with hyphens, and with O, I and L for 0 and 1.
    public init?(typed: String) {
        var code = ""
        for character in typed.halfWidth.uppercased() where character != "-" && character != " " {
            switch character {
            case "O": code += "0"
            case "I", "L": code += "1"
            case "0"..."9", "A"..."H", "J"..."K", "M"..."N", "P"..."T", "V"..."Z":
                code.append(character)
            default: return nil
            }
        }
        guard code.count == Self.length, code.utf8.count == Self.length else { return nil }
        text = code
    }
}

extension CheckValue: CustomStringConvertible {
    public var description: String { text }
}
