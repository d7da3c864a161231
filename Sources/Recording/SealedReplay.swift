public import Contests
import Numbers

/// What sealed records add up to, read without the ledger that they come from.
///
/// Texts that were opened stand for themselves; where one was not, its pseudonym stands for it.
public struct SealedReplay: Sendable {
    /// All but the sheets.
    public private(set) var record = ContestRecord()
    /// Every revision of every sheet, in the order of record.
    public private(set) var sheets: [ScoreSheet] = []
    /// The leaf of each sheet by its position among ``sheets``.
    public private(set) var sheetLeaves: [Int] = []
    /// Leaves that were read.
    public private(set) var leaves = 0
    private var remarks: [(subject: String, text: String)] = []
    private var openings: [String: String]
    private var duties: [StageID: Set<Assignment>] = [:]
    private var admissions: [StageID: (fact: Int, submissions: [SubmissionID])] = [:]

    /// A replay that knows some texts by their pseudonyms in hexadecimal.
    public init(openings: [String: String]) {
        self.openings = openings
    }

    /// Takes the next leaf.
    ///
    /// - Returns: The table that it belongs to; nothing where it is no record.
    public mutating func add(_ leaf: [UInt8]) -> LedgerTable? {
        defer { leaves += 1 }
        let fields = FieldReader.fields(of: String(decoding: leaf, as: UTF8.self)).map(opened)
        guard let first = fields.first, let table = LedgerTable(name: first.name),
            add(SealedFields(fields), to: table)
        else { return nil }
        return table
    }

    /// The texts of remarks about a subject, in the order of record.
    public func remarks(about subject: String) -> [String] {
        remarks.filter { $0.subject == subject }.map(\.text)
    }

    /// What all leaves add up to.
    public mutating func finish() -> ContestRecord {
        record.assignments = duties.mapValues { $0.sorted() }.filter { !$0.value.isEmpty }
        record.advanced = admissions.mapValues { $0.submissions.sorted() }
        return record
    }

    private func opened(_ field: FieldReader.Field) -> FieldReader.Field {
        var field = field
        let index = field.name == "field" ? 1 : 0
        if LineName(text: field.name).isNameless, index < field.values.count {
            field.values[index] = openings[field.values[index]] ?? field.values[index]
        }
        return field
    }

    private mutating func add(_ fields: SealedFields, to table: LedgerTable) -> Bool {
        switch table {
        case .judge: addJudge(fields)
        case .submission: return addSubmission(fields)
        case .conflict, .recusal: break
        case .assignment: return addDuty(fields)
        case .sheet: return addSheet(fields)
        case .admission:
            guard let stage = fields.stage, let fact = fields.number("fact") else { return false }
            if admissions[stage]?.fact != fact { admissions[stage] = (fact, []) }
            admissions[stage]?.submissions.append(SubmissionID(fields["submission"]))
        case .fact: return addFact(fields)
        }
        return true
    }

    private mutating func addJudge(_ fields: SealedFields) {
        var judge = Judge(id: JudgeID(fields["judge"]))
        judge.kind = JudgeKind(fields["kind"])
        judge.isSenior = fields["senior"] == "yes"
        judge.criteria = fields.all("criterion").map { CriterionID($0[0]) }
        record.judges[judge.id] = judge
    }

    private mutating func addSubmission(_ fields: SealedFields) -> Bool {
        var submission = Submission(
            id: SubmissionID(fields["submission"]), track: TrackID(fields["track"]))
        submission.heat = fields.first("heat").map { HeatID($0[0]) }
        submission.region = fields["region"]
        submission.entrant.pseudonym = fields["entrant-key"]
        if let time = fields.first("submitted") {
            guard let submitted = Timestamp(time[0]) else { return false }
            submission.submitted = submitted
        }
        for field in fields.all("field") { submission.fields[field[0]] = field[1] }
        if record.submissions.updateValue(submission, forKey: submission.id) == nil {
            record.loadOrder[submission.id] = record.loadOrder.count
        }
        return true
    }

    private mutating func addDuty(_ fields: SealedFields) -> Bool {
        guard let stage = fields.stage, let change = fields.number("change") else { return false }
        let duty = Assignment(
            judge: JudgeID(fields["judge"]), submission: SubmissionID(fields["submission"]))
        if change > 0 {
            duties[stage, default: []].insert(duty)
        } else {
            duties[stage]?.remove(duty)
        }
        return true
    }

    private mutating func addSheet(_ fields: SealedFields) -> Bool {
        let layout = fields.first("criteria")?.values.map { CriterionID($0) } ?? []
        let text = Array(fields["marks"].utf8)
        let marks = text.withUnsafeBufferPointer { MarksText.read($0, layout: layout) }
        guard let stage = fields.stage, let marks, let revision = fields.number("revision") else {
            return false
        }
        sheetLeaves.append(leaves)
        sheets.append(
            ScoreSheet(
                stage: stage, judge: JudgeID(fields["judge"]),
                submission: SubmissionID(fields["submission"]), revision: revision,
                rubricHash: fields["rubric"],
                confidence: fields.first("confidence").flatMap { Points(recorded: $0[0]) },
                marks: marks))
        return true
    }

    private mutating func addFact(_ fields: SealedFields) -> Bool {
        guard let at = Timestamp(fields["at"]) else { return false }
        let known = FactFields(fields.fields, by: fields["by"], at: at)
        let kind = fields["kind"]
        guard let act = try? Act(kind: kind, known, document: { _ in "" }) else { return false }
        record.apply(act, fields.number("fact") ?? 0)
        if case .remark(let subject, let text) = act { remarks.append((subject, text)) }
        if case .advancement(let stage, _) = act, let fact = fields.number("fact"),
            fact > admissions[stage]?.fact ?? 0
        {
            admissions[stage] = (fact, [])  // it admitted nobody, or its admissions came before it
        }
        if kind != "ranking", kind != "publication" { record.lastFact = at }
        return true
    }
}

/// The fields of a sealed record, by name.
private struct SealedFields {
    let fields: [FieldReader.Field]

    init(_ fields: [FieldReader.Field]) {
        self.fields = fields
    }

    func first(_ name: String) -> FieldReader.Field? { fields.first { $0.name == name } }

    func all(_ name: String) -> [FieldReader.Field] { fields.filter { $0.name == name } }

    subscript(name: String) -> String { first(name)?[0] ?? "" }

    func number(_ name: String) -> Int? { Int(self[name]) }

    var stage: StageID? { first("stage").map { StageID(track: TrackID($0[0]), name: $0[1]) } }
}
