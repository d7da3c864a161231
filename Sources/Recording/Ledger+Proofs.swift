extension Connection {
    /// Leaf hashes by their positions; fewer where some are missing.
    func leaves(_ range: Range<Int>) throws(LedgerError) -> [TreeHash] {
        guard !range.isEmpty else { return [] }
        let rows = try prepare(
            """
            SELECT first, hashes FROM leaf
            WHERE first >= (SELECT max(first) FROM leaf WHERE first <= ?1) AND first < ?2
            ORDER BY first
            """)
        rows.bind(1, range.lowerBound)
        rows.bind(2, range.upperBound)
        defer { rows.reset() }
        var leaves: [TreeHash] = []
        leaves.reserveCapacity(min(range.count, 1 << 16))  // a damaged head may state any count
        while try rows.next() {
            let (first, hashes) = (rows.number(0), rows.hashes(1) ?? [])
            guard first + hashes.count > range.lowerBound else { continue }
            let skipped = max(range.lowerBound - first, 0)
            guard first + skipped == range.lowerBound + leaves.count else { break }
            leaves.append(contentsOf: hashes[skipped...].prefix(range.count - leaves.count))
        }
        return leaves
    }

    /// The kept root of a full subtree.
    func node(_ level: Int, _ position: Int) throws(LedgerError) -> TreeHash? {
        let find = try prepare("SELECT hash FROM node WHERE level = ? AND position = ?")
        find.bind(1, level)
        find.bind(2, position)
        defer { find.reset() }
        return try find.next() ? find.hash(0) : nil
    }

    /// The root of a full subtree, from kept ones or from its leaves.
    func subtree(_ level: Int, _ position: Int) throws(LedgerError) -> TreeHash {
        if level > 0, level % Sealer.keptLevel == 0, let node = try node(level, position) {
            return node
        }
        let below = level - (level - 1) % Sealer.keptLevel - 1  // the next kept level
        let first = position << (level - below)
        let count = 1 << (level - below)
        var hashes: [TreeHash] = []
        if level == 0 || below == 0 {
            hashes = try leaves(position << level..<(position + 1) << level)
        } else {
            for child in first..<first + count { hashes.append(try subtree(below, child)) }
        }
        guard hashes.count == (level == 0 ? 1 : count) else { throw damaged("leaves are missing") }
        var tree = MerkleTree()
        for hash in hashes { tree.append(hash) }
        return tree.root
    }
}

extension Ledger {
    /// A proof that a record is in the ledger as a head has it.
    public struct Inclusion: Sendable, Hashable {
        /// The leaf's position in the tree.
        public var position: Int
        /// The leaf's hash.
        public var leaf: TreeHash
        /// The hashes that lead from it to the root, the lowest first.
        public var proof: [TreeHash]
        /// The head.
        public var head: SignedHead

        /// Whether the proof leads to the head's root.
        public var holds: Bool {
            MerkleProof.includes(
                leaf, at: position, size: head.head.leaves, root: head.head.root, proof: proof)
        }
    }

    /// The proof that the leaf at a position is under the last head; nothing where there is none.
    ///
    /// - Complexity: O(log *n*) besides at most 256 hashes for each of its steps.
    /// - Throws: ``LedgerError``.
    public func inclusion(ofLeaf position: Int) throws -> Inclusion? {
        try read { connection in
            guard let head = try connection.heads(last: 1).last, position >= 0,
                position < head.head.leaves,
                let leaf = try connection.leaves(position..<position + 1).first
            else { return nil }
            let proof = try MerkleProof.inclusion(of: position, size: head.head.leaves) {
                level, position throws(LedgerError) in try connection.subtree(level, position)
            }
            return Inclusion(position: position, leaf: leaf, proof: proof, head: head)
        }
    }

    /// The hashes that show that the tree of an earlier size grew into the present one.
    ///
    /// - Throws: ``LedgerError``.
    public func consistency(from size: Int) throws -> [TreeHash] {
        try read { connection in
            let last = try connection.heads(last: 1).last?.head.leaves ?? 0
            return try MerkleProof.consistency(from: size, to: last) {
                level, position throws(LedgerError) in try connection.subtree(level, position)
            }
        }
    }

    /// The heads in their order.
    ///
    /// - Throws: ``LedgerError``.
    public func heads() throws -> [SignedHead] {
        try read { try $0.heads(last: .max) }
    }
}

extension Connection {
    /// The last heads, in their order.
    func heads(last count: Int) throws(LedgerError) -> [SignedHead] {
        let rows = try prepare(
            """
            SELECT head, public, signature FROM seal LEFT JOIN key ON key.number = seal.key
            ORDER BY seal.number DESC LIMIT ?
            """)
        rows.bind(1, count)
        defer { rows.reset() }
        var heads: [SignedHead] = []
        while try rows.next() {
            guard let head = LedgerHead(text: rows.blob(0)) else { throw damaged("a head") }
            heads.append(SignedHead(head: head, key: rows.blob(1), signature: rows.blob(2)))
        }
        return heads.reversed()
    }
}
