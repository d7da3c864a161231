/// A line of the ledger as anyone may see it.
public enum SealedLine: Sendable, Hashable {
    /// The sealed form of a record: a leaf of the tree.
    case leaf([UInt8])
    /// A head over all leaves before it.
    case head(SignedHead)
}
