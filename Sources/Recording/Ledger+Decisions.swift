public import Contests

extension Ledger {
    /// Records that a submission left the contest.
    ///
    /// - Throws: ``LedgerError``.
    public func record(_ exit: Exit, of submission: SubmissionID) throws {
        try record(exit.decision) { $0.append(exit, of: submission) }
    }

    /// Records adjustments, all or none.
    ///
    /// - Throws: ``LedgerError``.
    public func record(_ adjustments: [Adjustment]) throws {
        guard let first = adjustments.first else { return }
        try record(first.decision) { for adjustment in adjustments { $0.append(adjustment) } }
    }

    /// Records reconsidered scores, all or none.
    ///
    /// - Throws: ``LedgerError``.
    public func record(_ reconsiderations: [Reconsideration]) throws {
        guard let first = reconsiderations.first else { return }
        try record(first.decision) { for score in reconsiderations { $0.append(score) } }
    }

    /// Records overrides, all or none.
    ///
    /// - Throws: ``LedgerError``.
    public func record(_ overrides: [Override]) throws {
        guard let first = overrides.first else { return }
        try record(first.decision) { for override in overrides { $0.append(override) } }
    }

    /// Records that a stage was closed.
    ///
    /// - Throws: ``LedgerError``.
    public func record(closing stage: StageID, _ decision: Decision) throws {
        try record(decision) { $0.append(closing: stage, decision) }
    }

    /// Records that a closed stage was opened again.
    ///
    /// - Throws: ``LedgerError``.
    public func record(reopening stage: StageID, _ decision: Decision) throws {
        try record(decision) { $0.append(reopening: stage, decision) }
    }

    /// Makes these the submissions that take part in a stage.
    ///
    /// - Returns: Whether anything changed.
    /// - Throws: ``LedgerError``.
    @discardableResult
    public func record(
        admissionsTo stage: StageID, _ submissions: [SubmissionID], by: String, at: Timestamp
    ) throws -> Bool {
        try record(by: by, at: at) { try $0.append(admissionsTo: stage, submissions) }
    }

    /// Records a ranking with its rules.
    ///
    /// - Throws: ``LedgerError``.
    public func record(_ ranking: Ranking, by: String, at: Timestamp) throws {
        try record(by: by, at: at) { try $0.append(ranking) }
    }

    /// Records a publication.
    ///
    /// - Throws: ``LedgerError``.
    public func record(_ publication: Publication, by: String, at: Timestamp) throws {
        try record(by: by, at: at) { $0.append(publication) }
    }

    /// Records something else that the office wants remembered.
    ///
    /// - Throws: ``LedgerError``.
    public func record(
        remark text: String, about subject: String, by: String, at: Timestamp
    ) throws {
        try record(by: by, at: at) { $0.append(remark: text, about: subject) }
    }

    private func record(
        _ decision: Decision, _ body: (inout Appender) throws -> Void
    ) throws {
        try record(by: decision.by, at: decision.at, body)
    }
}
