public import Contests

extension Appender {
    /// Appends what differs between conflicts of interest and those in force.
    ///
    /// - Parameter isComplete: Whether the list is all there is, so that what it lacks is taken
    ///   back.
    /// - Throws: ``LedgerError``.
    public mutating func append(
        _ conflicts: [Conflict], isComplete: Bool, from files: [SourceFile] = []
    ) throws(LedgerError) {
        note(.conflicts, files: files)
        let inForce = try connection.conflicts()
        let known = Set(inForce)
        var seen = Set<Conflict>()
        for conflict in conflicts where seen.insert(conflict).inserted {
            if known.contains(conflict) {
                count(.unchanged, in: .conflicts)
            } else {
                try write(conflict, change: 1)
                count(.new, in: .conflicts)
            }
        }
        guard isComplete else { return }
        for conflict in inForce where !seen.contains(conflict) {
            try write(conflict, change: -1)
            loads[.conflicts]?.load.removed += 1
        }
    }

    private mutating func write(_ conflict: Conflict, change: Int) throws(LedgerError) {
        let (kind, target) = conflict.target.parts
        let reason = try writeReason(conflict.reason, kind: .conflicts)
        guard !conflict.judge.text.utf8.contains(0), !target.utf8.contains(0) else {
            throw .nulCharacter(in: "conflict")
        }
        let insert = try connection.prepare(
            """
            INSERT INTO conflict(fact, change, judge, kind, target, personal)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        insert.bind(1, sequence(of: .conflicts))
        insert.bind(2, change)
        insert.bind(3, conflict.judge.text)
        insert.bind(4, kind)
        insert.bind(5, target)
        insert.bind(6, reason?.number)
        try insert.run()
        let fact = sequence(of: .conflicts)
        sealer.add(.conflict) {
            $0.conflict(
                fact: fact, change: change, judge: conflict.judge.text, kind: kind,
                target: target, reason: reason?.commitment)
        }
    }

    /// Appends recusals that are not known yet; one that has another reason counts as known.
    ///
    /// - Throws: ``LedgerError``.
    public mutating func append(
        _ recusals: [Recusal], from files: [SourceFile] = []
    ) throws(LedgerError) {
        note(.recusals, files: files)
        var known = Set(try connection.recusals().map(\.withoutReason))
        for recusal in recusals {
            guard known.insert(recusal.withoutReason).inserted else {
                count(.unchanged, in: .recusals)
                continue
            }
            try write(recusal)
            count(.new, in: .recusals)
        }
    }

    private mutating func write(_ recusal: Recusal) throws(LedgerError) {
        let reason = try writeReason(recusal.reason, kind: .recusals)
        guard !recusal.judge.text.utf8.contains(0),
            recusal.submission?.text.utf8.contains(0) != true
        else { throw .nulCharacter(in: "recusal") }
        let stage = try number(of: recusal.stage)
        let insert = try connection.prepare(
            """
            INSERT INTO recusal(fact, judge, stage, submission, personal) VALUES (?, ?, ?, ?, ?)
            """)
        insert.bind(1, sequence(of: .recusals))
        insert.bind(2, recusal.judge.text)
        insert.bind(3, stage)
        insert.bind(4, recusal.submission?.text)
        insert.bind(5, reason?.number)
        try insert.run()
        let fact = sequence(of: .recusals)
        sealer.add(.recusal) {
            $0.recusal(
                fact: fact, judge: recusal.judge.text, stage: recusal.stage,
                submission: recusal.submission?.text, reason: reason?.commitment)
        }
    }

    private mutating func writeReason(
        _ reason: String, kind: LoadKind
    ) throws(LedgerError) -> Personal? {
        personalText.removeAll()
        personalText.field("reason", ifPresent: reason)
        guard !personalText.hasNul else { throw .nulCharacter(in: "reason") }
        return try append(personal: personalText.bytes, fact: sequence(of: kind))
    }
}

extension Recusal {
    fileprivate var withoutReason: Recusal {
        var recusal = self
        recusal.reason = ""
        return recusal
    }
}

extension Conflict.Target {
    /// The target as two columns.
    var parts: (kind: String, target: String) {
        switch self {
        case .submission(let id): ("submission", id.text)
        case .organisation(let name): ("organisation", name)
        case .region(let name): ("region", name)
        }
    }

    /// Reads two columns; nothing where the kind is not known.
    init?(kind: String, target: String) {
        switch kind {
        case "submission": self = .submission(SubmissionID(target))
        case "organisation": self = .organisation(target)
        case "region": self = .region(target)
        default: return nil
        }
    }
}
