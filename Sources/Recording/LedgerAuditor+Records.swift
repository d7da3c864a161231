import Formats

extension LedgerAuditor {
    /// Checks that personal data are what was committed to, or erased by a recorded redaction.
    mutating func checkPersonal() throws(LedgerError) {
        let redacted = try connection.redactedNumbers()
        let rows = try connection.prepare(
            "SELECT number, fact, content, salt, commitment FROM personal ORDER BY number")
        defer { rows.reset() }
        while try rows.next() {
            let number = rows.number(0)
            if rows.isNull(3) {
                audit.erased += 1
                guard !redacted.contains(number) || !rows.bytes(2).isEmpty else { continue }
                found(
                    fact: rows.number(1),
                    Phrase(
                        "personal data \(number) were erased without a recorded redaction",
                        "第 \(number) 条个人信息被删除，但没有删除记录"))
            } else {
                let hash = rows.blob(3).withUnsafeBytes {
                    TreeHash(of: $0, UnsafeRawBufferPointer(rows.bytes(2)))
                }
                guard hash != rows.hash(4) || redacted.contains(number) else { continue }
                found(
                    fact: rows.number(1),
                    Phrase(
                        "personal data \(number) are not what was recorded",
                        "第 \(number) 条个人信息与记录时不符"))
            }
        }
    }

    /// Checks that what records refer to is there.
    mutating func checkReferences() throws(LedgerError) {
        for table in ["judge", "submission", "conflict", "recusal", "sheet"] {
            try tell(
                """
                SELECT \(table).number, \(table).fact FROM \(table)
                LEFT JOIN personal ON personal.number = \(table).personal
                WHERE \(table).personal IS NOT NULL
                    AND (personal.number IS NULL OR personal.fact <> \(table).fact)
                """,
                Phrase("\(table): its personal data are missing", "\(table)：个人信息缺失"))
        }
        for (table, column) in [
            ("assignment", "submission"), ("assignment", "judge"), ("sheet", "submission"),
            ("sheet", "judge"), ("sheet", "source"), ("sheet", "rubric"),
        ] {
            try tell(
                """
                SELECT number, fact FROM \(table)
                WHERE \(column) NOT IN (SELECT number FROM identifier)
                """,
                Phrase("\(table): its \(column) is missing", "\(table)：缺少 \(column)"))
        }
        for table in ["recusal", "assignment", "sheet", "admission"] {
            try tell(
                "SELECT number, fact FROM \(table) WHERE stage NOT IN (SELECT number FROM stage)",
                Phrase("\(table): its stage is missing", "\(table)：缺少阶段"))
        }
        try tell(
            "SELECT number, fact FROM sheet WHERE layout NOT IN (SELECT number FROM layout)",
            Phrase("sheet: its criteria are missing", "sheet：缺少指标"))
        try checkDocuments()
    }

    /// Tells a problem of each row that a query gives as its number and its fact.
    private mutating func tell(_ sql: String, _ problem: Phrase) throws(LedgerError) {
        let rows = try connection.prepare(sql)
        defer { rows.reset() }
        while try rows.next() {
            found(
                fact: rows.number(1),
                Phrase(
                    "row \(rows.number(0)) of \(problem.english)",
                    "第 \(rows.number(0)) 行 \(problem.chinese)"))
        }
    }

    /// Checks the texts that facts name by their hash.
    private mutating func checkDocuments() throws(LedgerError) {
        var known = Set<String>()
        let rows = try connection.prepare("SELECT sha256, content FROM document")
        defer { rows.reset() }
        while try rows.next() {
            let hash = TreeHash(of: UnsafeRawBufferPointer(rows.bytes(1))).hex
            if hash == rows.text(0) {
                known.insert(hash)
            } else {
                found(
                    Phrase(
                        "the text of rules \(rows.text(0)) was changed",
                        "规则文本 \(rows.text(0)) 被改动"))
            }
        }
        let facts = try connection.prepare(
            "SELECT sequence, detail FROM fact WHERE kind = 'ranking' ORDER BY sequence")
        defer { facts.reset() }
        while try facts.next() {
            let rule = FieldReader.fields(of: facts.text(1)).first { $0.name == "rule" }?[0]
            guard let rule, !known.contains(rule) else { continue }
            found(
                fact: facts.number(0),
                Phrase("the rules of this ranking are missing", "缺少该次排名所用的规则"))
        }
    }

    /// Checks that each fact has as many records as it says.
    mutating func checkCounts() throws(LedgerError) {
        let counts: [(kinds: String, table: String, fields: [String])] = [
            ("submissions", "submission", ["new", "revised"]),
            ("judges", "judge", ["new", "revised"]),
            ("conflicts", "conflict", ["new", "removed"]),
            ("recusals", "recusal", ["new"]), ("sheets", "sheet", ["new", "revised"]),
            ("assignment", "assignment", ["added", "removed"]),
            ("advancement", "admission", ["count"]),
        ]
        for (kind, table, fields) in counts {
            let rows = try connection.prepare(
                """
                SELECT sequence, detail, coalesce(n, 0) FROM fact LEFT JOIN
                    (SELECT fact, count(*) AS n FROM \(table) GROUP BY fact) AS counted
                    ON fact = sequence
                WHERE kind = '\(kind)' ORDER BY sequence
                """)
            defer { rows.reset() }
            while try rows.next() {
                let stated = FieldReader.fields(of: rows.text(1))
                    .filter { fields.contains($0.name) }.compactMap { Int($0[0]) }
                    .reduce(0) { $0.addingReportingOverflow($1).partialValue }
                guard stated != rows.number(2) else { continue }
                found(
                    fact: rows.number(0),
                    Phrase(
                        "the fact states \(stated) records of \(table); there are "
                            + "\(rows.number(2))",
                        "该事实写明 \(table) 记录 \(stated) 条，实有 \(rows.number(2)) 条"))
            }
        }
    }

    /// Lets the database check its own structure, indexes and triggers.
    mutating func checkDatabase() throws(LedgerError) {
        try connection.probe?()
        for fault in try connection.session.structuralFaults() {
            found(Phrase("the database: \(fault)", "数据库：\(fault)"))
        }
    }
}
