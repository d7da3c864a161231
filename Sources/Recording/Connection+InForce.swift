import Contests

extension Connection {
    /// Conflicts of interest in force, in the order in which they came into force.
    ///
    /// Conflicts of a judge with the same target are told apart by their reasons. Where those were
    /// erased, as many are in force as came into force and were not taken back, all alike.
    func conflicts() throws(LedgerError) -> [Conflict] {
        let rows = try prepare(
            """
            SELECT change, judge, kind, target, content
            FROM conflict LEFT JOIN personal ON personal.number = conflict.personal
            ORDER BY conflict.number
            """)
        defer { rows.reset() }
        var order: [Conflict: [Int]] = [:]
        var count = 0
        while try rows.next() {
            guard let target = Conflict.Target(kind: rows.text(2), target: rows.text(3)) else {
                throw damaged("a conflict's kind")
            }
            let reason = FieldReader.fields(of: rows.text(4)).first?[0] ?? ""
            let conflict = Conflict(judge: JudgeID(rows.text(1)), target: target, reason: reason)
            if rows.number(0) > 0 {
                order[conflict, default: []].append(count)
            } else if order[conflict]?.popLast() == nil {
                throw damaged("a conflict ends that was not in force")
            }
            count += 1
        }
        var inForce: [(conflict: Conflict, count: Int)] = []
        for (conflict, counts) in order {
            for count in counts { inForce.append((conflict, count)) }
        }
        return inForce.sorted { $0.count < $1.count }.map(\.conflict)
    }

    /// Recusals in the order of record.
    func recusals() throws(LedgerError) -> [Recusal] {
        let rows = try prepare(
            """
            SELECT judge, track, name, submission, content
            FROM recusal JOIN stage ON stage.number = recusal.stage
                LEFT JOIN personal ON personal.number = recusal.personal
            ORDER BY recusal.number
            """)
        defer { rows.reset() }
        var recusals: [Recusal] = []
        while try rows.next() {
            recusals.append(
                Recusal(
                    judge: JudgeID(rows.text(0)),
                    stage: StageID(track: TrackID(rows.text(1)), name: rows.text(2)),
                    submission: rows.isNull(3) ? nil : SubmissionID(rows.text(3)),
                    reason: FieldReader.fields(of: rows.text(4)).first?[0] ?? ""))
        }
        return recusals
    }

    /// Duties of a stage in force, by numbers.
    func pairs(ofStage stage: Int) throws(LedgerError) -> Set<Pair> {
        let rows = try prepare(
            """
            SELECT change, submission, judge FROM assignment WHERE stage = ? ORDER BY number
            """)
        rows.bind(1, stage)
        defer { rows.reset() }
        var pairs = Set<Pair>()
        while try rows.next() {
            let pair = Pair(submission: rows.number(1), judge: rows.number(2))
            if rows.number(0) > 0 { pairs.insert(pair) } else { pairs.remove(pair) }
        }
        return pairs
    }

    /// Duties in force, by stage, in ascending order.
    ///
    /// Each text is compared once for all duties, which are then ordered as numbers.
    func assignments() throws(LedgerError) -> [StageID: [Assignment]] {
        let stages = try stages()
        guard try number("SELECT count(*) FROM (SELECT 1 FROM assignment LIMIT 1) AS one") > 0
        else {
            return [:]
        }
        let texts = try identifiers()
        var pairs: [StageID: Set<Pair>] = [:]
        for (number, stage) in stages { pairs[stage] = try self.pairs(ofStage: number) }
        let numbers = Set(pairs.values.joined().flatMap { [$0.submission, $0.judge] })
        guard let ranks = texts.ranks(of: numbers) else {
            throw damaged("an assignment names an identifier that is missing")
        }
        var assignments: [StageID: [Assignment]] = [:]
        for (stage, pairs) in pairs where !pairs.isEmpty {
            let ordered = pairs.sorted {
                (ranks[$0.submission], ranks[$0.judge]) < (ranks[$1.submission], ranks[$1.judge])
            }
            assignments[stage] = ordered.map { pair in
                Assignment(
                    judge: JudgeID(texts[pair.judge] ?? ""),
                    submission: SubmissionID(texts[pair.submission] ?? ""))
            }
        }
        return assignments
    }

    /// Submissions that were let into a stage, by stage, in ascending order.
    func admissions() throws(LedgerError) -> [StageID: [SubmissionID]] {
        var last: [StageID: Int] = [:]
        for fact in try facts(kinds: ["advancement"]) {
            if case .advancement(let stage, _) = fact.act { last[stage] = fact.sequence }
        }
        var admissions: [StageID: [SubmissionID]] = [:]
        for (stage, fact) in last {
            let rows = try prepare("SELECT submission FROM admission WHERE fact = ?")
            rows.bind(1, fact)
            defer { rows.reset() }
            var submissions: [SubmissionID] = []
            while try rows.next() { submissions.append(SubmissionID(rows.text(0))) }
            admissions[stage] = submissions.sorted()
        }
        return admissions
    }

    /// Stages by their numbers.
    func stages() throws(LedgerError) -> [Int: StageID] {
        let rows = try prepare("SELECT number, track, name FROM stage")
        defer { rows.reset() }
        var stages: [Int: StageID] = [:]
        while try rows.next() {
            stages[rows.number(0)] = StageID(track: TrackID(rows.text(1)), name: rows.text(2))
        }
        return stages
    }

    /// All texts that rows refer to by their numbers.
    func identifiers() throws(LedgerError) -> IdentifierTexts {
        let rows = try prepare("SELECT number, text FROM identifier ORDER BY number")
        defer { rows.reset() }
        var texts = IdentifierTexts()
        while try rows.next() { texts[rows.number(0)] = rows.text(1) }
        return texts
    }
}

/// Texts by their numbers, which begin at 1 and have hardly a gap.
struct IdentifierTexts {
    private var texts: [String?] = []

    /// Numbers that may have a text are below this.
    var bound: Int { texts.count }

    /// The ranks of the texts of some numbers, by number; nothing where one has no text.
    func ranks(of numbers: Set<Int>) -> [Int]? {
        var found: [(text: String, number: Int)] = []
        for number in numbers {
            guard let text = self[number] else { return nil }
            found.append((text, number))
        }
        found.sort { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        var ranks = [Int](repeating: 0, count: bound)
        for (rank, entry) in found.enumerated() { ranks[entry.number] = rank }
        return ranks
    }

    subscript(number: Int) -> String? {
        get { texts.indices.contains(number) ? texts[number] : nil }
        set {
            // A number far beyond the others is damage, which need not take all the memory.
            guard number >= 0, number < texts.count + 1 << 20 else { return }
            while texts.count <= number { texts.append(nil) }
            texts[number] = newValue
        }
    }
}
