public import Formats

/// What an audit of the ledger found.
public struct LedgerAudit: Sendable {
    /// Something that is not as it was sealed, or does not hold together.
    public struct Finding: Sendable, Hashable {
        /// The fact that it belongs to, if it belongs to one.
        public var fact: Int?
        /// When that fact was recorded, as it is stored; empty where that is not known.
        public var at: String
        /// What is wrong.
        public var problem: Phrase
        /// Later facts that rest on it, in their order.
        public var dependents: [Int]
    }

    /// Facts that were checked.
    public internal(set) var facts = 0
    /// Leaves of the tree that were computed anew: the facts and all that belongs to them.
    public internal(set) var leaves = 0
    /// Heads whose chain and signature were checked.
    public internal(set) var heads = 0
    /// The last head that holds.
    public internal(set) var lastHead: LedgerHead?
    /// Public keys that signed, in hexadecimal, in the order of their first head.
    public internal(set) var keys: [String] = []
    /// Pieces of personal data that were erased, each by a recorded redaction.
    public internal(set) var erased = 0
    /// What is wrong, in the order of the facts; empty where nothing is.
    public internal(set) var findings: [Finding] = []

    /// Whether everything holds.
    public var isSound: Bool { findings.isEmpty }
}
