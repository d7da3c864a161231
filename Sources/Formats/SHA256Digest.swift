import Crypto
import Glibc

/// The SHA-256 digest of some bytes: 32 bytes, shown as 64 hexadecimal digits.
///
/// > National Institute of Standards and Technology. "Secure Hash Standard." FIPS 180-4, 2015.
/// > doi:10.6028/NIST.FIPS.180-4
public struct SHA256Digest: Sendable, Hashable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// The digest of bytes.
    ///
    /// - Complexity: O(*n*).
    public init(of bytes: some Sequence<UInt8>) {
        var hash = SHA256()
        let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
        }
        if isContiguous == nil { hash.update(data: Array(bytes)) }
        self.bytes = Array(hash.finalize())
    }

    /// The digest of a text as UTF-8.
    public init(of text: String) {
        self.init(of: text.utf8)
    }

    /// The digest of a file, read in pieces.
    ///
    /// - Parameter file: The path that faults name; `path` where there is none.
    /// - Throws: A fault where the file cannot be read.
    public init(ofFile path: String, file: String? = nil) throws(Fault) {
        let source = try ByteSource(path: path, file: file ?? path)
        var hash = SHA256()
        while true {
            let chunk = try source.next(file: file ?? path)
            if chunk.isEmpty { break }
            hash.update(data: chunk)
        }
        bytes = Array(hash.finalize())
    }

    /// A digest from its 64 hexadecimal digits, in either case.
    public init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            let pair = digits[index..<index + 2]
            guard pair.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
                let byte = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(byte)
        }
        self.bytes = bytes
    }

    /// The 64 hexadecimal digits, in lower case.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension SHA256Digest: CustomStringConvertible {
    public var description: String { hex }
}
