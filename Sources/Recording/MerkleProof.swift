/// Short proofs about a Merkle tree: that a leaf is in it, and that it only grew.
///
/// > B. Laurie, E. Messeri, R. Stradling. "Certificate Transparency Version 2.0." RFC 9162, 2021,
/// > sections 2.1.3 and 2.1.4. doi:10.17487/RFC9162
public enum MerkleProof {
    /// Gives the root of a full subtree of 2^`level` leaves, by its position among those.
    public typealias FullSubtree<Failure: Error> = (
        _ level: Int, _ position: Int
    ) throws(Failure) -> TreeHash

    /// The hashes by which a leaf leads to the root, the lowest first.
    ///
    /// - Parameters:
    ///   - leaf: The leaf's position, below `size`.
    ///   - size: Leaves in the tree.
    /// - Complexity: O(log *n*) calls for each of O(log *n*) hashes.
    public static func inclusion<Failure: Error>(
        of leaf: Int, size: Int, subtree: FullSubtree<Failure>
    ) throws(Failure) -> [TreeHash] {
        try path(to: leaf, in: 0..<size, subtree)
    }

    /// Whether a leaf and its hashes lead to a root.
    public static func includes(
        _ leaf: TreeHash, at position: Int, size: Int, root: TreeHash, proof: [TreeHash]
    ) -> Bool {
        guard position >= 0, position < size else { return false }
        var (node, last) = (position, size - 1)
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                hash = MerkleTree.node(sibling, hash)
                while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                hash = MerkleTree.node(hash, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && hash == root
    }

    /// The hashes by which the tree's state at an earlier size leads to its later one.
    ///
    /// - Parameters:
    ///   - first: The earlier size, from 1 to `size`.
    ///   - size: The later size.
    public static func consistency<Failure: Error>(
        from first: Int, to size: Int, subtree: FullSubtree<Failure>
    ) throws(Failure) -> [TreeHash] {
        guard first > 0, first < size else { return [] }
        return try growth(first, in: 0..<size, isKnown: true, subtree)
    }

    /// Whether a tree of an earlier size and root grew into a later one.
    public static func grew(
        from first: Int, root firstRoot: TreeHash, to size: Int, root: TreeHash, proof: [TreeHash]
    ) -> Bool {
        guard first > 0, first <= size else { return false }
        if first == size { return proof.isEmpty && firstRoot == root }
        var path = proof[...]
        if first & (first - 1) == 0 { path = [firstRoot] + path }
        guard var earlier = path.popFirst() else { return false }
        var later = earlier
        var (node, last) = (first - 1, size - 1)
        while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
        for sibling in path {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                earlier = MerkleTree.node(sibling, earlier)
                later = MerkleTree.node(sibling, later)
                while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                later = MerkleTree.node(later, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && earlier == firstRoot && later == root
    }
}

extension MerkleProof {
    /// The largest power of two below a count of 2 or more.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }

    private static func path<Failure: Error>(
        to leaf: Int, in range: Range<Int>, _ subtree: FullSubtree<Failure>
    ) throws(Failure) -> [TreeHash] {
        guard range.count > 1 else { return [] }
        let middle = range.lowerBound + split(range.count)
        if leaf < middle {
            let below = try path(to: leaf, in: range.lowerBound..<middle, subtree)
            return below + [try root(of: middle..<range.upperBound, subtree)]
        }
        let below = try path(to: leaf, in: middle..<range.upperBound, subtree)
        return below + [try root(of: range.lowerBound..<middle, subtree)]
    }

    private static func growth<Failure: Error>(
        _ first: Int, in range: Range<Int>, isKnown: Bool, _ subtree: FullSubtree<Failure>
    ) throws(Failure) -> [TreeHash] {
        guard first < range.upperBound else {
            return isKnown ? [] : [try root(of: range, subtree)]
        }
        let middle = range.lowerBound + split(range.count)
        if first <= middle {
            let below = try growth(
                first, in: range.lowerBound..<middle, isKnown: isKnown, subtree)
            return below + [try root(of: middle..<range.upperBound, subtree)]
        }
        let below = try growth(first, in: middle..<range.upperBound, isKnown: false, subtree)
        return below + [try root(of: range.lowerBound..<middle, subtree)]
    }

    /// The root over a run of leaves that begins where a subtree of its size may begin.
    private static func root<Failure: Error>(
        of range: Range<Int>, _ subtree: FullSubtree<Failure>
    ) throws(Failure) -> TreeHash {
        if range.count & (range.count - 1) == 0 {
            let level = range.count.trailingZeroBitCount
            return try subtree(level, range.lowerBound >> level)
        }
        let middle = range.lowerBound + split(range.count)
        return MerkleTree.node(
            try root(of: range.lowerBound..<middle, subtree),
            try root(of: middle..<range.upperBound, subtree))
    }
}
