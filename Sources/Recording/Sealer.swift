import Contests

/// Seals what a transaction appended: hashes its records into the tree, and chains and signs the
/// head that they make.
struct Sealer {
    /// The level of the subtrees that are kept, and of every second kept level: 2^8 leaves.
    static let keptLevel = 8
    /// Leaf hashes to a row.
    private static let rowSize = 1024

    /// Whether the head may be signed by another key than the head before.
    var mayBeginKey = false
    private let connection: Connection
    private let name: String
    private(set) var secret: [UInt8]
    private var buffers: [LeafBuffer]
    private var random = RandomBytes()

    /// Reads the ledger's name and secret.
    init(connection: Connection) throws(LedgerError) {
        self.connection = connection
        let find = try connection.prepare("SELECT name, secret FROM identity")
        defer { find.reset() }
        guard try find.next() else { throw connection.damaged("the ledger has lost its identity") }
        name = find.text(0)
        let secret = find.blob(1)
        self.secret = secret
        buffers = LedgerTable.allCases.map { _ in LeafBuffer(secret: secret) }
    }

    /// A salt, and what it and a content commit to.
    mutating func commitment(to content: [UInt8]) -> (salt: [UInt8], hash: TreeHash) {
        let salt = random.take(Pseudonym.saltSize)
        return (salt, Pseudonym.opened(salt: salt, text: content))
    }

    /// What stands for an entrant in the records of all its submissions; empty without a name.
    func pseudonym(of entrant: Entrant) -> String {
        let named = Entrant(name: entrant.name)
        return named.identity.map { Pseudonym(of: $0, as: .entrant, secret: secret).hash.hex } ?? ""
    }

    /// Adds a record of a table in its plain form.
    mutating func add(_ table: LedgerTable, _ write: (inout FieldWriter) -> Void) {
        write(&buffers[table.rawValue].record)
        buffers[table.rawValue].end()
    }

    /// Seals what was added since the last head; nothing where nothing was.
    ///
    /// - Parameter keyPath: The file of the signing key, made where it is missing.
    mutating func seal(lastFact: Int, keyPath: String) throws(LedgerError) {
        let rows = buffers.map(\.count)
        guard rows.contains(where: { $0 > 0 }) else { return }
        let (last, oldTree) = try connection.lastSeal()
        var tree = oldTree
        var leaves: [TreeHash] = []
        for index in buffers.indices { leaves.append(contentsOf: buffers[index].takeHashes()) }
        try write(leaves, from: tree.size)
        try grow(&tree, by: leaves)
        let head = LedgerHead(
            number: (last?.number ?? 0) + 1, ledger: name, fact: lastFact, leaves: tree.size,
            rows: rows, root: tree.root, previous: last?.hash ?? .zero)
        try write(head, tree, keyPath: keyPath)
    }

    /// The key to sign with: that of the last head, unless another may begin.
    private func key(path: String) throws(LedgerError) -> SigningKey {
        guard let signer = try connection.lastSigner(), !mayBeginKey else {
            return try SigningKey.begun(at: path)
        }
        let key = try SigningKey(path: path)
        guard key.publicKey == signer else { throw .keyIsAnother(path: path) }
        return key
    }

    private func write(_ leaves: [TreeHash], from first: Int) throws(LedgerError) {
        for start in stride(from: 0, to: leaves.count, by: Self.rowSize) {
            var bytes: [UInt8] = []
            for leaf in leaves[start..<min(start + Self.rowSize, leaves.count)] {
                leaf.append(to: &bytes)
            }
            let insert = try connection.prepare("INSERT INTO leaf(first, hashes) VALUES (?, ?)")
            insert.bind(1, first + start)
            insert.bind(blob: 2, bytes)
            try insert.run()
        }
    }

    private func grow(_ tree: inout MerkleTree, by leaves: [TreeHash]) throws(LedgerError) {
        var kept: [(level: Int, position: Int, hash: TreeHash)] = []
        for leaf in leaves {
            tree.append(leaf) { level, position, hash in
                if level % Self.keptLevel == 0 { kept.append((level, position, hash)) }
            }
        }
        for node in kept {
            let insert = try connection.prepare(
                "INSERT INTO node(level, position, hash) VALUES (?, ?, ?)")
            insert.bind(1, node.level)
            insert.bind(2, node.position)
            insert.bind(blob: 3, node.hash)
            try insert.run()
        }
    }

    private func write(
        _ head: LedgerHead, _ tree: MerkleTree, keyPath: String
    ) throws(LedgerError) {
        let text = head.text
        let key = try key(path: keyPath)
        guard let signature = try? key.sign(text) else { throw .keyIsUnusable(path: keyPath) }
        let number = try connection.number(ofKey: key.publicKey)
        let insert = try connection.prepare(
            "INSERT INTO seal(number, head, peaks, key, signature) VALUES (?, ?, ?, ?, ?)")
        insert.bind(1, head.number)
        insert.bind(blob: 2, text)
        var peaks: [UInt8] = []
        for peak in tree.peaks { peak.append(to: &peaks) }
        insert.bind(blob: 3, peaks)
        insert.bind(4, number)
        insert.bind(blob: 5, signature)
        try insert.run()
    }
}

extension Connection {
    /// The last head and its tree.
    func lastSeal() throws(LedgerError) -> (head: LedgerHead?, tree: MerkleTree) {
        let find = try prepare("SELECT head, peaks FROM seal ORDER BY number DESC LIMIT 1")
        defer { find.reset() }
        guard try find.next() else { return (nil, MerkleTree()) }
        guard let head = LedgerHead(text: find.blob(0)), let peaks = find.hashes(1),
            let tree = MerkleTree(size: head.leaves, peaks: peaks)
        else { throw damaged("the last seal") }
        return (head, tree)
    }

    /// The public key that signed the last head; nothing where there is no head.
    fileprivate func lastSigner() throws(LedgerError) -> [UInt8]? {
        let find = try prepare(
            """
            SELECT public FROM seal LEFT JOIN key ON key.number = seal.key
            ORDER BY seal.number DESC LIMIT 1
            """)
        defer { find.reset() }
        return try find.next() ? find.blob(0) : nil
    }

    /// The number of a public key, given on first use.
    fileprivate func number(ofKey key: [UInt8]) throws(LedgerError) -> Int {
        let find = try prepare("SELECT number FROM key WHERE public = ?")
        find.bind(blob: 1, key)
        if try find.next() {
            defer { find.reset() }
            return find.number(0)
        }
        let insert = try prepare("INSERT INTO key(public) VALUES (?)")
        insert.bind(blob: 1, key)
        try insert.run()
        return insert.insertedNumber
    }
}
