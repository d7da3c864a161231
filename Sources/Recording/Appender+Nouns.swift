public import Contests

extension Appender {
    /// Appends a submission unless its last revision is the same.
    ///
    /// - Complexity: O(log *n*).
    /// - Throws: ``LedgerError``.
    @discardableResult
    public mutating func append(_ submission: Submission) throws(LedgerError) -> Change {
        openText.removeAll()
        personalText.removeAll()
        submission.write(open: &openText)
        openText.field("entrant-key", ifPresent: sealer.pseudonym(of: submission.entrant))
        submission.write(personal: &personalText)
        return try appendRevision(
            .submissions, table: .submission, id: submission.id.text, noun: "submission")
    }

    /// Appends a judge unless the last revision is the same.
    ///
    /// - Complexity: O(log *n*).
    /// - Throws: ``LedgerError``.
    @discardableResult
    public mutating func append(_ judge: Judge) throws(LedgerError) -> Change {
        openText.removeAll()
        personalText.removeAll()
        judge.write(open: &openText)
        judge.write(personal: &personalText)
        return try appendRevision(.judges, table: .judge, id: judge.id.text, noun: "judge")
    }

    /// Says which files the submissions of this transaction come from.
    public mutating func note(submissionsFrom files: [SourceFile]) {
        note(.submissions, files: files)
    }

    /// Says which files the judges of this transaction come from.
    public mutating func note(judgesFrom files: [SourceFile]) {
        note(.judges, files: files)
    }

    /// What this transaction has loaded of submissions so far.
    public var submissionLoad: Act.Load { load(of: .submissions) }

    /// What this transaction has loaded of judges so far.
    public var judgeLoad: Act.Load { load(of: .judges) }

    /// What this transaction has loaded of sheets so far.
    public var sheetLoad: Act.Load { load(of: .sheets) }

    /// The SQL of a table of revisions.
    private struct RevisionTable {
        var find: String
        var insert: String

        init(_ name: String) {
            find = """
                SELECT revision, body, content
                FROM \(name) LEFT JOIN personal ON personal.number = \(name).personal
                WHERE id = ? ORDER BY revision DESC LIMIT 1
                """
            insert = """
                INSERT INTO \(name)(fact, id, revision, body, personal) VALUES (?, ?, ?, ?, ?)
                """
        }

        static let submission = RevisionTable("submission")
        static let judge = RevisionTable("judge")
    }

    /// Appends ``openText`` and ``personalText`` as a revision, unless the last one is the same.
    private mutating func appendRevision(
        _ kind: LoadKind, table: RevisionTable, id: String, noun: String
    ) throws(LedgerError) -> Change {
        guard !openText.hasNul, !personalText.hasNul, !id.utf8.contains(0) else {
            throw .nulCharacter(in: "\(noun) \(id)")
        }
        let last = try lastRevision(table, id: id)
        guard !last.isSame else {
            count(.unchanged, in: kind)
            return .unchanged
        }
        let fact = sequence(of: kind)
        let personal = try append(personal: personalText.bytes, fact: fact)
        let insert = try connection.prepare(table.insert)
        insert.bind(1, fact)
        insert.bind(2, id)
        insert.bind(3, last.revision + 1)
        insert.bind(4, openText.bytes)
        insert.bind(5, personal?.number)
        try insert.run()
        openText.bytes.withUnsafeBufferPointer { body in
            sealer.add(kind == .judges ? .judge : .submission) {
                $0.revision(
                    of: kind == .judges ? .judge : .submission, id, fact: fact,
                    revision: last.revision + 1, body: body, personal: personal?.commitment)
            }
        }
        let change: Change = last.revision == 0 ? .new : .revised
        count(change, in: kind)
        return change
    }

    private func lastRevision(
        _ table: RevisionTable, id: String
    ) throws(LedgerError) -> (revision: Int, isSame: Bool) {
        let find = try connection.prepare(table.find)
        find.bind(1, id)
        defer { find.reset() }
        guard try find.next() else { return (0, false) }
        let isSame =
            find.holds(1, openText.bytes) && find.holds(2, personalText.bytes)
        return (find.number(0), isSame)
    }
}
