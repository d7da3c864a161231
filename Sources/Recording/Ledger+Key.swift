public import Contests

extension Ledger {
    /// What a remark about a new key is about.
    public static let keySubject = "key"

    /// Signs from now on with the key of the file beside the ledger, whichever it is, and makes a
    /// new one where there is no file.
    ///
    /// Otherwise nothing is recorded under another key than the one before: who took the office's
    /// place, or put a wrong file there, would not be noticed. That the key changed is a fact of
    /// its own, a remark of the subject ``keySubject``.
    ///
    /// - Returns: The public key, 32 bytes, which the office should publish.
    /// - Throws: ``LedgerError``.
    public func beginKey(_ decision: Decision) throws -> [UInt8] {
        let key = try SigningKey.begun(at: keyPath)
        let hex = key.publicKey.withUnsafeBytes { TreeHash($0)?.hex ?? "" }
        let text = decision.reason.isEmpty ? hex : "\(hex): \(decision.reason)"
        try record(by: decision.by, at: decision.at) { appender in
            appender.sealer.mayBeginKey = true
            appender.append(remark: text, about: Self.keySubject)
        }
        return key.publicKey
    }
}
