import Recording
import TestSupport
import Testing

/// The tree's rules, against values that another program computed from the definitions of
/// RFC 9162 (section 2.1), over the eight leaves that Certificate Transparency's own logs are
/// tested with.
struct MerkleTests {
    private static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Array(0x50...0x57), Array(0x60...0x6F),
    ]
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    private static func tree(_ size: Int) -> MerkleTree {
        var tree = MerkleTree()
        for leaf in leaves.prefix(size) { tree.append(MerkleTree.leaf(leaf)) }
        return tree
    }

    /// The root of a full subtree, from the leaves.
    private static func subtree(_ level: Int, _ position: Int) -> TreeHash {
        subtree(level, position, leaves.map { MerkleTree.leaf($0) })
    }

    private static func subtree(_ level: Int, _ position: Int, _ leaves: [TreeHash]) -> TreeHash {
        var tree = MerkleTree()
        for leaf in leaves[position << level..<(position + 1) << level] { tree.append(leaf) }
        return tree.root
    }

    @Test func `roots of every size are those computed independently`() {
        for (size, root) in Self.roots.enumerated() {
            #expect(Self.tree(size).root.hex == root, "\(size) leaves")
        }
    }

    @Test func `inclusion proofs are those computed independently`() {
        let five = MerkleProof.inclusion(of: 5, size: 8, subtree: Self.subtree)
        #expect(
            five.map(\.hex) == [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", Self.roots[4],
            ])
        let six = MerkleProof.inclusion(of: 6, size: 7, subtree: Self.subtree)
        #expect(
            six.map(\.hex) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", Self.roots[4],
            ])
    }

    @Test func `consistency proofs are those computed independently`() {
        let six = MerkleProof.consistency(from: 6, to: 8, subtree: Self.subtree)
        #expect(
            six.map(\.hex) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", Self.roots[4],
            ])
        let three = MerkleProof.consistency(from: 3, to: 7, subtree: Self.subtree)
        #expect(
            three.map(\.hex) == [
                "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
                "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7", Self.roots[2],
                "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e",
            ])
    }

    @Test func `every leaf of every tree is proved, and no other hash is`() {
        let leaves = (0..<40).map { MerkleTree.leaf([UInt8($0)]) }
        for size in 1...40 {
            var tree = MerkleTree()
            for leaf in leaves.prefix(size) { tree.append(leaf) }
            for position in 0..<size {
                let proof = MerkleProof.inclusion(of: position, size: size) {
                    Self.subtree($0, $1, leaves)
                }
                func holds(_ leaf: TreeHash, _ at: Int, _ proof: [TreeHash]) -> Bool {
                    MerkleProof.includes(leaf, at: at, size: size, root: tree.root, proof: proof)
                }
                #expect(holds(leaves[position], position, proof))
                #expect(!holds(leaves[(position + 1) % 40], position, proof))
                #expect(!holds(leaves[position], position, proof + [leaves[0]]))
                if !proof.isEmpty {
                    #expect(!holds(leaves[position], position, Array(proof.dropLast())))
                    #expect(!holds(leaves[position], position ^ 1, proof))
                }
                #expect(!holds(leaves[position], size, proof))
            }
        }
    }

    @Test func `every growth is proved, and no other root is`() {
        let leaves = (0..<33).map { MerkleTree.leaf([UInt8($0)]) }
        var trees = [MerkleTree()]
        for leaf in leaves {
            var tree = trees[trees.count - 1]
            tree.append(leaf)
            trees.append(tree)
        }
        for size in 1...33 {
            for first in 1...size {
                let proof = MerkleProof.consistency(from: first, to: size) {
                    Self.subtree($0, $1, leaves)
                }
                func holds(_ old: TreeHash, _ new: TreeHash) -> Bool {
                    MerkleProof.grew(from: first, root: old, to: size, root: new, proof: proof)
                }
                #expect(holds(trees[first].root, trees[size].root), "\(first) to \(size)")
                #expect(!holds(leaves[32], trees[size].root))
                #expect(!holds(trees[first].root, trees[size - 1].root))
            }
        }
    }

    @Test func `peaks that do not fit the size are no tree`() {
        #expect(MerkleTree(size: 3, peaks: [.zero]) == nil)
        #expect(MerkleTree(size: 3, peaks: Self.tree(3).peaks)?.root.hex == Self.roots[3])
    }
}
