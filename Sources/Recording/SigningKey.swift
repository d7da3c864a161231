import Crypto
import Formats
import Foundation
import Glibc

/// The office's key: what signs the heads of its ledger with Ed25519.
///
/// Kept beside the ledger in a file of its own that only its owner may read. Who has the file can
/// sign in the office's name; who loses it begins a new one with ``Ledger/beginKey(_:)``, which
/// the ledger notes.
///
/// > S. Josefsson, I. Liusvaara. "Edwards-Curve Digital Signature Algorithm (EdDSA)." RFC 8032,
/// > 2017. doi:10.17487/RFC8032
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// The public half: 32 bytes.
    public var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// Signs some bytes: 64 bytes.
    ///
    /// - Throws: An error of the cryptographic library, which none is known to cause.
    public func sign(_ message: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: Data(message)))
    }

    /// Whether a signature is that of a public key for some bytes.
    public static func isValid(
        _ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]
    ) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return key.isValidSignature(signature, for: message)
    }

    /// The file of the key of a ledger: `contest.key` beside `contest.banyan`.
    public static func path(beside ledger: String) -> String {
        let stem = ledger.hasSuffix(".banyan") ? String(ledger.dropLast(7)) : ledger
        return stem + ".key"
    }

    /// Reads the key of a file, and makes the file where there is none.
    ///
    /// - Throws: ``LedgerError/keyIsOpen(path:)`` where others may read it,
    ///   ``LedgerError/keyIsUnusable(path:)`` where it cannot be read or made, or is no key.
    static func begun(at path: String) throws(LedgerError) -> SigningKey {
        do { return try SigningKey(path: path) } catch .keyIsMissing {
            let key = SigningKey(key: Curve25519.Signing.PrivateKey())
            try key.write(to: path)
            return key
        }
    }

    private init(key: Curve25519.Signing.PrivateKey) {
        self.key = key
    }

    /// Reads the key of a file.
    ///
    /// - Throws: ``LedgerError/keyIsMissing(path:)`` where there is no file,
    ///   ``LedgerError/keyIsOpen(path:)`` where others may read it,
    ///   ``LedgerError/keyIsUnusable(path:)`` where it cannot be read or is no key.
    public init(path: String) throws(LedgerError) {
        var status = stat()
        if lstat(path, &status) != 0 {
            // Anything but its absence, such as a folder that may not be searched, may hide a key.
            throw errno == ENOENT ? .keyIsMissing(path: path) : .keyIsUnusable(path: path)
        }
        guard stat(path, &status) == 0 else { throw .keyIsUnusable(path: path) }
        guard status.st_mode & 0o077 == 0 else { throw .keyIsOpen(path: path) }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let seed = TreeHash(hex: text.trimmed),
            let key = try? Curve25519.Signing.PrivateKey(
                rawRepresentation: seed.withBytes { Data($0) })
        else { throw .keyIsUnusable(path: path) }
        self.key = key
    }

    /// Writes the key so that no one else can read it at any moment, and nobody sees half of it.
    private func write(to path: String) throws(LedgerError) {
        var text: [UInt8] = []
        key.rawRepresentation.withUnsafeBytes { TreeHash($0) }?.appendHex(to: &text)
        text.append(UInt8(ascii: "\n"))
        let draft = "\(path).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .keyIsUnusable(path: path) }
        let written = text.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        let isKept = written == text.count && fsync(descriptor) == 0
        close(descriptor)
        guard isKept, rename(draft, path) == 0 else {
            unlink(draft)
            throw .keyIsUnusable(path: path)
        }
        Disk.syncFolder(of: path)
    }
}
