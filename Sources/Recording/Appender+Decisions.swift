public import Contests
import Formats

extension Appender {
    /// Appends that a submission left the contest; a later exit replaces an earlier.
    public mutating func append(_ exit: Exit, of submission: SubmissionID) {
        append(.exit(submission, exit), decision: exit.decision)
    }

    /// Appends an adjustment.
    public mutating func append(_ adjustment: Adjustment) {
        append(.adjustment(adjustment), decision: adjustment.decision)
    }

    /// Appends a reconsidered score.
    public mutating func append(_ reconsideration: Reconsideration) {
        append(.reconsideration(reconsideration), decision: reconsideration.decision)
    }

    /// Appends an override.
    ///
    /// - Returns: The sequence of its fact.
    @discardableResult
    public mutating func append(_ override: Override) -> Int {
        append(.override(override), decision: override.decision)
    }

    /// Appends that a second person confirmed the override of a fact.
    public mutating func append(confirmationOf fact: Int, _ decision: Decision) {
        append(.confirmation(of: fact, decision), decision: decision)
    }

    /// Appends an appeal.
    ///
    /// - Returns: The sequence of its fact.
    public mutating func append(_ appeal: Appeal) -> Int {
        append(.appeal(appeal), decision: appeal.decision)
    }

    /// Appends what the office made of the appeal of a fact.
    public mutating func append(_ outcome: Appeal.Outcome, ofAppeal fact: Int) {
        append(.appealOutcome(of: fact, outcome), decision: outcome.decision)
    }

    /// Appends that a stage was closed.
    public mutating func append(closing stage: StageID, _ decision: Decision) {
        append(.closing(stage, decision), decision: decision)
    }

    /// Appends that a closed stage was opened again.
    public mutating func append(reopening stage: StageID, _ decision: Decision) {
        append(.reopening(stage, decision), decision: decision)
    }

    /// Appends a publication.
    public mutating func append(_ publication: Publication) {
        append(.publication(publication))
    }

    /// Appends a remark.
    public mutating func append(remark text: String, about subject: String) {
        append(.remark(subject: subject, text: text))
    }

    /// Appends a ranking, and its rules unless an earlier one had the same.
    ///
    /// - Throws: ``LedgerError``.
    public mutating func append(_ ranking: Ranking) throws(LedgerError) {
        try append(document: ranking.rule)
        append(.ranking(ranking))
    }

    /// Makes these the submissions that take part in a stage, unless they are already.
    ///
    /// - Returns: Whether anything changed.
    /// - Throws: ``LedgerError``.
    @discardableResult
    public mutating func append(
        admissionsTo stage: StageID, _ submissions: [SubmissionID]
    ) throws(LedgerError) -> Bool {
        let admitted = Set(submissions).sorted()
        let last = try connection.admissions()[stage]
        guard last != admitted else { return false }
        let number = try number(of: stage)
        let fact = append(.advancement(to: stage, count: admitted.count))
        for submission in admitted {
            guard !submission.text.utf8.contains(0) else { throw .nulCharacter(in: "submission") }
            let insert = try connection.prepare(
                "INSERT INTO admission(fact, stage, submission) VALUES (?, ?, ?)")
            insert.bind(1, fact)
            insert.bind(2, number)
            insert.bind(3, submission.text)
            try insert.run()
            sealer.add(.admission) {
                $0.admission(fact: fact, stage: stage, submission: submission.text)
            }
        }
        return true
    }

    /// Keeps a text that facts name by its hash.
    func append(document text: String) throws(LedgerError) {
        guard !text.utf8.contains(0) else { throw .nulCharacter(in: "rule") }
        let insert = try connection.prepare(
            """
            INSERT INTO document(sha256, content) SELECT ?1, ?2
            WHERE NOT EXISTS (SELECT 1 FROM document WHERE sha256 = ?1)
            """)
        insert.bind(1, SHA256Digest(of: text).hex)
        insert.bind(2, text)
        try insert.run()
    }
}
