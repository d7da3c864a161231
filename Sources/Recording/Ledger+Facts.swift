public import Contests

extension Ledger {
    /// Facts in their order.
    ///
    /// - Parameters:
    ///   - after: The sequence after which they begin; 0 for the first.
    ///   - limit: How many at most.
    /// - Complexity: O(`limit`).
    /// - Throws: ``LedgerError``.
    public func facts(after: Int = 0, limit: Int = .max) throws -> [Fact] {
        try read { connection in try connection.facts(after: after, limit: limit) }
    }
}

extension Connection {
    /// Facts in their order, of all kinds.
    func facts(after: Int = 0, limit: Int = .max) throws(LedgerError) -> [Fact] {
        let rows = try prepare(
            """
            SELECT sequence, at, by, kind, detail FROM fact WHERE sequence > ?
            ORDER BY sequence LIMIT ?
            """)
        rows.bind(1, after)
        rows.bind(2, limit)
        return try facts(rows)
    }

    /// Facts of some kinds, in their order.
    func facts(kinds: [String]) throws(LedgerError) -> [Fact] {
        let rows = try prepare(
            """
            SELECT sequence, at, by, kind, detail FROM fact
            WHERE kind IN (\(kinds.map { "'\($0)'" }.joined(separator: ", "))) ORDER BY sequence
            """)
        return try facts(rows)
    }

    private func facts(_ rows: PreparedStatement) throws(LedgerError) -> [Fact] {
        defer { rows.reset() }
        var facts: [Fact] = []
        while try rows.next() { facts.append(try fact(rows)) }
        return facts
    }

    private func fact(_ row: PreparedStatement) throws(LedgerError) -> Fact {
        let sequence = row.number(0)
        guard let at = Timestamp(row.text(1)) else { throw damaged("the time of fact \(sequence)") }
        let fields = FactFields(row.text(4), by: row.text(2), at: at)
        let act = try Act(kind: row.text(3), fields) { hash throws(LedgerError) in
            try document(hash)
        }
        guard let act else { throw damaged("fact \(sequence)") }
        return Fact(sequence: sequence, at: at, by: fields.by, act: act)
    }

    /// The text of a hash.
    private func document(_ sha256: String) throws(LedgerError) -> String {
        let find = try prepare("SELECT content FROM document WHERE sha256 = ?")
        find.bind(1, sha256)
        defer { find.reset() }
        guard try find.next() else { throw damaged("document \(sha256) is missing") }
        return find.text(0)
    }

    /// Says that something in the file is not what Banyan wrote.
    func damaged(_ detail: String) -> LedgerError { .damaged(path: path, detail: detail) }
}
