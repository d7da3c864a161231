public import Contests

extension Ledger {
    /// Whose personal data are to be erased.
    public enum RedactionSubject: Sendable, Hashable {
        /// A judge: the name in every revision, the reasons of conflicts and recusals, and every
        /// comment that the judge wrote.
        case judge(JudgeID)
        /// The people behind a submission: their names in every revision; and, where asked for,
        /// every comment on it.
        case submission(SubmissionID, comments: Bool)
    }

    /// What erasing did.
    public struct RedactionResult: Sendable, Hashable {
        /// Pieces of personal data that were erased; 0 where there was nothing left to erase.
        public var pieces: Int
        /// Whether nothing of them is left in the files; false while another program that has the
        /// ledger open keeps its log from being emptied.
        public var isGone: Bool

        /// A result from its parts.
        public init(pieces: Int, isGone: Bool) {
            self.pieces = pieces
            self.isGone = isGone
        }
    }

    /// Erases personal data for good, and records that it was done.
    ///
    /// The commitments stay, so every proof still holds. The texts are overwritten, the file is
    /// written anew without what SQLite had left in unused places, and its log is emptied.
    ///
    /// - Throws: ``LedgerError``.
    public func redact(
        _ subject: RedactionSubject, decision: Decision
    ) throws -> RedactionResult {
        try engine.beginErasing()
        let (count, erased) = try record(by: decision.by, at: decision.at) { appender in
            (
                try appender.redact(subject, decision: decision),
                try appender.pieces(of: subject, areThere: false).count
            )
        }
        // What was erased before may have left traces then, and is written over now.
        guard erased > 0 else { return RedactionResult(pieces: 0, isGone: true) }
        return RedactionResult(pieces: count, isGone: try engine.removeTraces())
    }
}

extension Appender {
    /// Erases what is there of a subject, and gives how many pieces that was.
    fileprivate mutating func redact(
        _ subject: Ledger.RedactionSubject, decision: Decision
    ) throws(LedgerError) -> Int {
        let pieces = try Set(self.pieces(of: subject, areThere: true)).sorted()
        guard !pieces.isEmpty else { return 0 }
        for piece in pieces {
            let erase = try connection.prepare(
                "UPDATE personal SET content = '', salt = NULL WHERE number = ?")
            erase.bind(1, piece)
            try erase.run()
        }
        append(
            .redaction(Redaction(subject: subject.words, pieces: pieces, decision: decision)),
            decision: decision)
        return pieces.count
    }

    /// Numbers of a subject's personal data that are still there, or that were erased.
    fileprivate func pieces(
        of subject: Ledger.RedactionSubject, areThere: Bool
    ) throws(LedgerError) -> [Int] {
        let comments = "SELECT sheet.personal FROM sheet JOIN identifier ON identifier.number = "
        var pieces: [Int] = []
        func numbers(_ sql: String, _ text: String) throws(LedgerError) -> [Int] {
            try self.numbers(
                "SELECT number FROM personal WHERE content \(areThere ? "<>" : "=") '' "
                    + "AND number IN (\(sql))", text)
        }
        switch subject {
        case .judge(let id):
            for table in ["judge WHERE id", "conflict WHERE judge", "recusal WHERE judge"] {
                pieces += try numbers("SELECT personal FROM \(table) = ?", id.text)
            }
            pieces += try numbers(comments + "sheet.judge WHERE text = ?", id.text)
        case .submission(let id, let alsoComments):
            pieces += try numbers("SELECT personal FROM submission WHERE id = ?", id.text)
            if alsoComments {
                pieces += try numbers(comments + "sheet.submission WHERE text = ?", id.text)
            }
        }
        return pieces
    }

    /// Numbers that a query gives.
    private func numbers(_ sql: String, _ text: String) throws(LedgerError) -> [Int] {
        let rows = try connection.prepare(sql)
        rows.bind(1, text)
        defer { rows.reset() }
        var numbers: [Int] = []
        while try rows.next() { numbers.append(rows.number(0)) }
        return numbers
    }
}

extension Ledger.RedactionSubject {
    /// The subject as the record names it.
    fileprivate var words: String {
        switch self {
        case .judge(let id): "judge \(id)"
        case .submission(let id, _): "submission \(id)"
        }
    }
}

extension Connection {
    /// The numbers of all personal data that recorded redactions erased.
    func redactedNumbers() throws(LedgerError) -> Set<Int> {
        var numbers = Set<Int>()
        for fact in try facts(kinds: ["redaction"]) {
            if case .redaction(let redaction) = fact.act { numbers.formUnion(redaction.pieces) }
        }
        return numbers
    }
}
