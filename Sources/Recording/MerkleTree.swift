/// The right edge of a Merkle tree that grows: the roots of its full subtrees, the largest first.
///
/// Enough to append leaves and to know the root, in O(log *n*) memory. Leaves and nodes are hashed
/// apart: a leaf is SHA-256 of a zero byte and its bytes, a node SHA-256 of a one byte and its
/// children. The tree over *n* leaves splits at the largest power of two below *n*.
///
/// > B. Laurie, E. Messeri, R. Stradling. "Certificate Transparency Version 2.0." RFC 9162, 2021,
/// > section 2.1. doi:10.17487/RFC9162
public struct MerkleTree: Sendable, Hashable {
    /// Leaves in the tree.
    public private(set) var size: Int
    /// The roots of the full subtrees, the largest and leftmost first.
    public private(set) var peaks: [TreeHash]

    /// A tree without leaves.
    public init() {
        size = 0
        peaks = []
    }

    /// A tree that was kept; nothing where the peaks are not as many as the size has ones.
    public init?(size: Int, peaks: [TreeHash]) {
        guard size >= 0, peaks.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// The hash of a leaf.
    public static func leaf(_ bytes: some Sequence<UInt8>) -> TreeHash {
        ([0] + Array(bytes)).withUnsafeBytes { TreeHash(of: $0) }
    }

    /// The hash of a node from those of its children.
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var content: [65 of UInt8] = .init(repeating: 1)
        return withUnsafeMutableBytes(of: &content) { bytes in
            left.withBytes { bytes[1..<33].copyBytes(from: $0) }
            right.withBytes { bytes[33..<65].copyBytes(from: $0) }
            return TreeHash(of: UnsafeRawBufferPointer(bytes))
        }
    }

    /// The root; of no leaves, SHA-256 of nothing.
    ///
    /// - Complexity: O(log *n*).
    public var root: TreeHash {
        guard var root = peaks.last else {
            return TreeHash(of: UnsafeRawBufferPointer(start: nil, count: 0))
        }
        for peak in peaks.dropLast().reversed() { root = Self.node(peak, root) }
        return root
    }

    /// Appends a leaf by its hash.
    ///
    /// - Parameter full: Told of each subtree of 2^`level` leaves that became full, and its
    ///   position among those of its level.
    /// - Complexity: O(1) amortised.
    public mutating func append(
        _ leaf: TreeHash, full: (_ level: Int, _ position: Int, _ hash: TreeHash) -> Void
    ) {
        var hash = leaf
        var level = 0
        var position = size
        while position & 1 == 1, let left = peaks.popLast() {
            hash = Self.node(left, hash)
            level += 1
            position >>= 1
            full(level, position, hash)
        }
        peaks.append(hash)
        size += 1
    }

    /// Appends a leaf by its hash.
    public mutating func append(_ leaf: TreeHash) { append(leaf) { _, _, _ in } }
}
