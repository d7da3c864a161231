/// A head with its signature.
public struct SignedHead: Sendable, Hashable {
    /// The head.
    public var head: LedgerHead
    /// The public key, 32 bytes; empty where the head is not signed.
    public var key: [UInt8]
    /// The signature of the head's text, 64 bytes; empty where there is none.
    public var signature: [UInt8]

    /// A head with its signature.
    public init(head: LedgerHead, key: [UInt8], signature: [UInt8]) {
        self.head = head
        self.key = key
        self.signature = signature
    }

    /// Whether the signature is that of the key for this head.
    public var isSigned: Bool { SigningKey.isValid(signature, of: head.text, by: key) }
}
