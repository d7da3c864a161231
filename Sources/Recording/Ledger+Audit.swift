import Contests
import Formats

extension Ledger {
    /// Checks everything in the ledger against its heads.
    ///
    /// Every record is read and hashed anew; the tree, the chain of heads, their signatures, the
    /// references between records, the counts that facts state, the commitments to personal data
    /// and the database's own structure must all hold.
    ///
    /// - Complexity: O(*n*) for all that was ever recorded; the hashing uses all cores.
    /// - Throws: ``LedgerError`` where the file cannot be read at all.
    public func audit() throws -> LedgerAudit {
        try read { connection in
            var auditor = try LedgerAuditor(connection: connection)
            try auditor.checkHeads()
            try auditor.checkPersonal()
            try auditor.checkReferences()
            try auditor.checkCounts()
            try auditor.checkDatabase()
            return auditor.finished()
        }
    }
}

/// Does the work of ``Ledger/audit()``.
struct LedgerAuditor {
    /// Findings that are told one by one; a wholly different file would have one for each row.
    static let limit = 1000

    let connection: Connection
    let name: String
    let secret: [UInt8]
    var audit = LedgerAudit()
    /// Positions of records that are not what was sealed, in ascending order, for each table.
    var differing = LedgerTable.allCases.map { _ in [Int]() }

    init(connection: Connection) throws(LedgerError) {
        self.connection = connection
        let find = try connection.prepare("SELECT name, secret FROM identity")
        defer { find.reset() }
        guard try find.next() else { throw connection.damaged("the ledger has lost its identity") }
        name = find.text(0)
        secret = find.blob(1)
        audit.facts = try connection.number("SELECT count(*) FROM fact")
    }

    mutating func found(fact: Int? = nil, _ problem: Phrase) {
        guard audit.findings.count < Self.limit else { return }
        audit.findings.append(.init(fact: fact, at: "", problem: problem, dependents: []))
    }

    /// The audit, with the time of each finding's fact and what rests on it.
    func finished() -> LedgerAudit {
        var audit = audit
        audit.findings.sort { ($0.fact ?? .max) < ($1.fact ?? .max) }
        let results = (try? resultFacts()) ?? []
        for index in audit.findings.indices {
            guard let fact = audit.findings[index].fact else { continue }
            audit.findings[index].at = (try? time(of: fact)) ?? ""
            audit.findings[index].dependents = results.filter { $0 > fact }
        }
        return audit
    }

    private func time(of fact: Int) throws(LedgerError) -> String {
        let find = try connection.prepare("SELECT at FROM fact WHERE sequence = ?")
        find.bind(1, fact)
        defer { find.reset() }
        return try find.next() ? find.text(0) : ""
    }

    /// Facts that rest on all that was recorded before them.
    private func resultFacts() throws(LedgerError) -> [Int] {
        let rows = try connection.prepare(
            """
            SELECT sequence FROM fact
            WHERE kind IN ('closing', 'advancement', 'ranking', 'publication') ORDER BY sequence
            """)
        defer { rows.reset() }
        var facts: [Int] = []
        while try rows.next() { facts.append(rows.number(0)) }
        return facts
    }
}
