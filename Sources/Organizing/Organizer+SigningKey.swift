import Formats
import Publishing
import Recording

extension Organizer {
    /// Signs from now on with the key beside the ledger, and makes one where there is none; that
    /// the key changed is recorded.
    ///
    /// - Throws: ``Refusal`` where the key cannot be read or made, or nothing can be recorded.
    public func beginKey(reason: String) throws(Refusal) -> Report {
        let key: [UInt8]
        do { key = try ledger.beginKey(decision(reason)) } catch { throw Refusal(wrapping: error) }
        let hex = Bundle.hex(key)
        return Report(lines: [
            Phrase("heads are signed from now on by \(hex)", "从现在起，封印由公钥 \(hex) 签名"),
            Phrase(
                "publish this key, and keep the ones before it published: who checks the record "
                    + "needs each of them",
                "请公布此公钥，并保留此前公布的公钥：核对记录时每一个都需要"),
        ])
    }
}
