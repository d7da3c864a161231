public import Contests

extension Ledger {
    /// Goes through the submissions that are in the contest, the last revision of each, without
    /// holding more than a batch of them.
    ///
    /// - Parameters:
    ///   - size: Submissions of a batch.
    ///   - body: Called with each batch, in the order of record.
    /// - Complexity: O(*n*) for all that was ever recorded of submissions.
    /// - Throws: ``LedgerError``.
    public func eachSubmission(
        batch size: Int = 4_096, _ body: ([Submission]) throws -> Void
    ) throws {
        try read { connection in
            let gone = try connection.exits()
            var batch: [Submission] = []
            try connection.eachSubmission(onlyLast: true) { submission in
                guard !gone.contains(submission.id) else { return }
                batch.append(submission)
                guard batch.count == size else { return }
                try body(batch)
                batch.removeAll(keepingCapacity: true)
            }
            if !batch.isEmpty { try body(batch) }
        }
    }
}

extension Connection {
    /// Goes through the revisions of submissions in the order of record.
    func eachSubmission(onlyLast: Bool, _ body: (Submission) throws -> Void) throws {
        let rows = try prepare(
            """
            SELECT submission.number, id, body, content
            FROM submission LEFT JOIN personal ON personal.number = submission.personal
            \(onlyLast ? Self.lastRevisions : "")
            ORDER BY submission.number
            """)
        defer { rows.reset() }
        while try rows.next() {
            var open = FieldReader(rows.bytes(2))
            var personal = FieldReader(rows.bytes(3))
            let id = SubmissionID(rows.text(1))
            guard let submission = Submission(id: id, open: &open, personal: &personal) else {
                throw damaged("submission \(id), row \(rows.number(0))")
            }
            try body(submission)
        }
    }

    private static let lastRevisions = """
        WHERE NOT EXISTS (
            SELECT 1 FROM submission AS later
            WHERE later.id = submission.id AND later.revision > submission.revision)
        """

    /// Submissions that left the contest.
    fileprivate func exits() throws(LedgerError) -> Set<SubmissionID> {
        var gone = Set<SubmissionID>()
        for fact in try facts(kinds: ["withdrawal", "disqualification"]) {
            if case .exit(let submission, _) = fact.act { gone.insert(submission) }
        }
        return gone
    }
}
