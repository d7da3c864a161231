public import Contests

extension Ledger {
    /// Everything that is known of the contest but the sheets: the replay of the facts.
    ///
    /// - Complexity: O(*n*) for all that was ever recorded.
    /// - Throws: ``LedgerError``.
    public func contestRecord() throws -> ContestRecord {
        try read { connection in
            var record = ContestRecord()
            try connection.replaySubmissions(into: &record)
            record.indexTracks()
            record.judges = try connection.judges()
            var conflicts = Set<Conflict>()
            record.conflicts = try connection.conflicts().filter { conflicts.insert($0).inserted }
            record.recusals = try connection.recusals()
            record.assignments = try connection.assignments()
            record.advanced = try connection.admissions()
            for fact in try connection.decisions() { record.apply(fact.act, fact.sequence) }
            record.lastFact = try connection.lastFact()
            return record
        }
    }
}

extension Ledger {
    /// The last revision of each judge.
    ///
    /// - Throws: ``LedgerError``.
    public func judges() throws -> [JudgeID: Judge] {
        try read { try $0.judges() }
    }

    /// The identifiers of all submissions that were ever loaded.
    ///
    /// - Throws: ``LedgerError``.
    public func submissionIDs() throws -> Set<SubmissionID> {
        try read { connection in
            let rows = try connection.prepare("SELECT id FROM submission")
            defer { rows.reset() }
            var ids = Set<SubmissionID>()
            while try rows.next() { ids.insert(SubmissionID(rows.text(0))) }
            return ids
        }
    }
}

extension ContestRecord {
    /// Takes a decision into account.
    mutating func apply(_ act: Act, _ fact: Int) {
        switch act {
        case .exit(let submission, let exit): exits[submission] = exit
        case .adjustment(let adjustment): adjustments.append(adjustment)
        case .reconsideration(let reconsideration): reconsiderations.append(reconsideration)
        case .override(var override):
            override.fact = fact
            overrides.append(override)
        case .confirmation(let confirmed, let decision):
            guard let place = overrides.firstIndex(where: { $0.fact == confirmed }),
                overrides[place].decision.by != decision.by
            else { return }
            overrides[place].confirmation = decision
        case .appeal(var appeal):
            appeal.fact = fact
            appeals.append(appeal)
        case .appealOutcome(let decided, let outcome):
            guard let place = appeals.firstIndex(where: { $0.fact == decided }) else { return }
            appeals[place].outcome = outcome
        case .closing(let stage, let decision): closings[stage] = decision
        case .reopening(let stage, _): closings[stage] = nil
        default: break
        }
    }
}

extension Connection {
    /// The last revision of each submission, and the order in which they were first loaded.
    fileprivate func replaySubmissions(into record: inout ContestRecord) throws {
        let count = try number("SELECT count(DISTINCT id) FROM submission")
        record.submissions.reserveCapacity(count)
        record.loadOrder.reserveCapacity(count)
        try eachSubmission(onlyLast: false) { submission in
            if record.submissions.updateValue(submission, forKey: submission.id) == nil {
                record.loadOrder[submission.id] = record.loadOrder.count
            }
        }
    }

    /// The last revision of each judge.
    fileprivate func judges() throws(LedgerError) -> [JudgeID: Judge] {
        let rows = try prepare(
            """
            SELECT judge.number, id, body, content
            FROM judge LEFT JOIN personal ON personal.number = judge.personal
            ORDER BY judge.number
            """)
        defer { rows.reset() }
        var judges: [JudgeID: Judge] = [:]
        while try rows.next() {
            var open = FieldReader(rows.bytes(2))
            var personal = FieldReader(rows.bytes(3))
            let id = JudgeID(rows.text(1))
            guard let judge = Judge(id: id, open: &open, personal: &personal) else {
                throw damaged("judge \(id), row \(rows.number(0))")
            }
            judges[id] = judge
        }
        return judges
    }

    /// Facts that hold a decision, in their order.
    fileprivate func decisions() throws(LedgerError) -> [Fact] {
        try facts(
            kinds: [
                "withdrawal", "disqualification", "adjustment", "reconsideration", "override",
                "confirmation", "appeal", "appeal-outcome", "closing", "reopening",
            ])
    }

    /// The time of the last fact that a result can rest on: that standings were computed or
    /// published changes nothing in them.
    fileprivate func lastFact() throws(LedgerError) -> Timestamp? {
        let rows = try prepare(
            """
            SELECT at FROM fact WHERE kind NOT IN ('ranking', 'publication')
            ORDER BY sequence DESC LIMIT 1
            """)
        defer { rows.reset() }
        guard try rows.next() else { return nil }
        guard let at = Timestamp(rows.text(0)) else { throw damaged("the time of the last fact") }
        return at
    }
}
