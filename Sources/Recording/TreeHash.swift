import Crypto
import Glibc

/// A SHA-256 value in the ledger's tree, held without an allocation.
///
/// > National Institute of Standards and Technology. "Secure Hash Standard." FIPS 180-4, 2015.
/// > doi:10.6028/NIST.FIPS.180-4
public struct TreeHash: Sendable, Hashable {
    /// Bytes in a hash.
    public static let size = 32

    // The 32 bytes in their order in memory, whatever the machine's byte order.
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// The hash that is all zeros; it stands where there is none.
    public static let zero = TreeHash()

    private init() {}

    /// A hash from its 32 bytes; nothing where there are more or fewer.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.size else { return nil }
        self.init(copying: bytes)
    }

    /// A hash from its 64 hexadecimal digits in lower case; nothing where it is not that.
    public init?(hex: some StringProtocol) {
        let digits = Array(hex.utf8)
        guard digits.count == 2 * Self.size else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        self = bytes.withUnsafeBytes { Self(copying: $0) }
    }

    private init(copying bytes: UnsafeRawBufferPointer) {
        withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: bytes) }
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// SHA-256 of two runs of bytes, one after the other.
    init(of first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer? = nil) {
        var hash = SHA256()
        hash.update(bufferPointer: first)
        if let second { hash.update(bufferPointer: second) }
        self = hash.finalize().withUnsafeBytes { Self(copying: $0) }
    }

    /// Reads the 32 bytes.
    public func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        withUnsafeBytes(of: words, body)
    }

    /// Appends the 32 bytes.
    func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: words) { bytes.append(contentsOf: $0) }
    }

    /// Appends the 64 hexadecimal digits.
    func appendHex(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: words) { content in
            for byte in content {
                bytes.append(Self.digit(byte >> 4))
                bytes.append(Self.digit(byte & 15))
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// The 64 hexadecimal digits, in lower case.
    public var hex: String {
        var digits: [UInt8] = []
        appendHex(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension TreeHash: CustomStringConvertible {
    public var description: String { hex }
}
