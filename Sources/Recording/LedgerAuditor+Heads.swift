import Formats

/// A cursor over a table's records that knows whether it stands on one.
private struct RecordCursor {
    let table: LedgerTable
    let records: StoredRecords
    var hasRow: Bool
    /// Rows that were passed.
    var passed = 0

    /// Hashes the records up to a fact.
    mutating func leaves(upTo fact: Int, secret: [UInt8]) throws(LedgerError) -> [TreeHash] {
        var buffer = LeafBuffer(secret: secret)
        while hasRow, records.fact <= fact {
            records.write(to: &buffer.record)
            buffer.end()
            passed += 1
            hasRow = try records.next()
        }
        return buffer.takeHashes()
    }
}

extension LedgerAuditor {
    /// Computes the tree anew, head by head.
    mutating func checkHeads() throws(LedgerError) {
        let texts = try StoredTexts(of: connection)
        var cursors: [RecordCursor] = []
        for table in LedgerTable.allCases {
            let records = try StoredRecords(table, of: connection, texts: texts)
            cursors.append(
                RecordCursor(table: table, records: records, hasRow: try records.next()))
        }
        var tree = MerkleTree()
        var previous: LedgerHead?
        for stored in try storedSeals() {
            guard let head = checkChain(stored, after: previous) else { continue }
            let kept = try storedLeaves(head.newLeaves)
            var computed: [TreeHash] = []
            for index in cursors.indices {
                let first = cursors[index].passed
                let leaves = try cursors[index].leaves(upTo: head.fact, secret: secret)
                compare(
                    leaves, with: kept, at: computed.count, from: first, cursors[index].table,
                    head: head)
                computed.append(contentsOf: leaves)
            }
            audit.leaves += computed.count
            try grow(&tree, computed, kept, head, stored)
            previous = head
        }
        try tellDiffering()
        for cursor in cursors where cursor.hasRow {
            found(
                fact: cursor.records.fact,
                Phrase(
                    "\(cursor.table.name) row \(cursor.records.number) was never sealed",
                    "\(cursor.table.name) 第 \(cursor.records.number) 行未经封存"))
        }
        audit.lastHead = previous
    }

    private struct StoredSeal {
        var number: Int
        var head: [UInt8]
        var peaks: [TreeHash]
        var key: [UInt8]
        var signature: [UInt8]
    }

    private func storedSeals() throws(LedgerError) -> [StoredSeal] {
        let rows = try connection.prepare(
            """
            SELECT seal.number, head, peaks, public, signature
            FROM seal LEFT JOIN key ON key.number = seal.key ORDER BY seal.number
            """)
        defer { rows.reset() }
        var seals: [StoredSeal] = []
        while try rows.next() {
            seals.append(
                StoredSeal(
                    number: rows.number(0), head: rows.blob(1), peaks: rows.hashes(2) ?? [],
                    key: rows.blob(3), signature: rows.blob(4)))
        }
        return seals
    }

    /// Checks that a head follows the one before and is signed; nothing where it is no head.
    private mutating func checkChain(
        _ stored: StoredSeal, after previous: LedgerHead?
    ) -> LedgerHead? {
        audit.heads += 1
        guard let head = LedgerHead(text: stored.head) else {
            found(Phrase("head \(stored.number) cannot be read", "第 \(stored.number) 个封印无法读取"))
            return nil
        }
        let isNext =
            head.number == (previous?.number ?? 0) + 1 && head.number == stored.number
            && head.previous == (previous?.hash ?? .zero) && head.ledger == name
            && head.newLeaves.lowerBound == (previous?.leaves ?? 0)
        if !isNext {
            found(
                fact: head.fact,
                Phrase(
                    "head \(stored.number) does not follow the head before it",
                    "第 \(stored.number) 个封印与前一个不相接"))
        }
        let signed = SignedHead(head: head, key: stored.key, signature: stored.signature)
        if !signed.isSigned {
            found(
                fact: head.fact,
                Phrase(
                    "the signature of head \(stored.number) is not valid",
                    "第 \(stored.number) 个封印的签名无效"))
        }
        let key = stored.key.withUnsafeBytes { TreeHash($0)?.hex ?? "" }
        if audit.keys.last != key { audit.keys.append(key) }
        return head
    }

    /// Leaf hashes as they are stored.
    private func storedLeaves(_ range: Range<Int>) throws(LedgerError) -> [TreeHash] {
        try connection.leaves(range)
    }

    /// Notes which records are not those that were sealed.
    private mutating func compare(
        _ leaves: [TreeHash], with kept: [TreeHash], at offset: Int, from first: Int,
        _ table: LedgerTable, head: LedgerHead
    ) {
        let count = head.rows[table.rawValue]
        if leaves.count != count {
            found(
                fact: head.fact,
                Phrase(
                    "table \(table.name) has \(leaves.count) records up to this fact; "
                        + "\(count) were sealed",
                    "截至该事实，\(table.name) 表有 \(leaves.count) 条记录，封存时为 \(count) 条"))
        }
        let start = head.rows[..<table.rawValue].reduce(0, +)
        for index in 0..<min(leaves.count, count) where start + index < kept.count {
            guard leaves[index] != kept[start + index] else { continue }
            guard differing[table.rawValue].count < Self.limit else { return }
            differing[table.rawValue].append(first + index)
        }
    }

    /// Tells the rows that are not what was sealed, reading each table once.
    private mutating func tellDiffering() throws(LedgerError) {
        for table in LedgerTable.allCases where !differing[table.rawValue].isEmpty {
            let key = table == .fact ? "sequence" : "number"
            let fact = table == .fact ? "sequence" : "fact"
            let rows = try connection.prepare(
                "SELECT \(key), \(fact) FROM \(table.name) ORDER BY \(key)")
            defer { rows.reset() }
            var position = -1
            for wanted in differing[table.rawValue] {
                while position < wanted, try rows.next() { position += 1 }
                guard position == wanted else { break }
                found(
                    fact: rows.number(1),
                    Phrase(
                        "\(table.name) row \(rows.number(0)) is not what was sealed",
                        "\(table.name) 第 \(rows.number(0)) 行与封存内容不符"))
            }
        }
    }

    /// Grows the tree by the computed leaves, or by the stored ones where those do not make
    /// the head's root.
    private mutating func grow(
        _ tree: inout MerkleTree, _ computed: [TreeHash], _ kept: [TreeHash], _ head: LedgerHead,
        _ stored: StoredSeal
    ) throws(LedgerError) {
        var grown = tree
        var nodes: [(level: Int, position: Int, hash: TreeHash)] = []
        for leaf in computed {
            grown.append(leaf) { level, position, hash in
                if level % Sealer.keptLevel == 0 { nodes.append((level, position, hash)) }
            }
        }
        if grown.size == head.leaves, grown.root == head.root {
            if kept != computed {
                found(
                    fact: head.fact,
                    Phrase(
                        "stored hashes of leaves are damaged; the records are intact",
                        "存储的叶哈希已损坏，记录本身完好"))
            }
            try check(nodes)
        } else {
            found(
                fact: head.fact,
                Phrase(
                    "the records do not make the root of head \(head.number)",
                    "记录算不出第 \(head.number) 个封印的根哈希"))
            grown = tree
            for leaf in kept { grown.append(leaf) }
        }
        tree = grown
        if stored.peaks != tree.peaks {
            found(
                fact: head.fact,
                Phrase(
                    "the stored edge of the tree at head \(head.number) is damaged",
                    "第 \(head.number) 个封印存储的树边缘已损坏"))
        }
    }

    private mutating func check(
        _ nodes: [(level: Int, position: Int, hash: TreeHash)]
    ) throws(LedgerError) {
        for node in nodes
        where try connection.node(node.level, node.position) != node.hash {
            found(
                Phrase(
                    "the stored hash of subtree \(node.level)/\(node.position) is damaged",
                    "存储的子树哈希 \(node.level)/\(node.position) 已损坏"))
        }
    }
}
