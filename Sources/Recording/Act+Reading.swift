import Contests
import Numbers

/// The fields of a fact, by name.
struct FactFields {
    let by: String
    let at: Timestamp
    private var all: [FieldReader.Field]

    /// Fields of a fact.
    init(_ text: String, by: String, at: Timestamp) {
        all = FieldReader.fields(of: text)
        self.by = by
        self.at = at
    }

    /// Fields that were read already.
    init(_ fields: [FieldReader.Field], by: String, at: Timestamp) {
        all = fields
        self.by = by
        self.at = at
    }

    subscript(name: String) -> String? { all.first { $0.name == name }?[0] }

    func has(_ name: String) -> Bool { all.contains { $0.name == name } }

    func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

    func numbers(_ name: String) -> [Int] {
        all.filter { $0.name == name }.compactMap { Int($0[0]) }
    }

    var stage: StageID? {
        guard let field = all.first(where: { $0.name == "stage" }) else { return nil }
        return StageID(track: TrackID(field[0]), name: field[1])
    }

    var submission: SubmissionID? { self["submission"].map { SubmissionID($0) } }

    var judge: JudgeID? { self["judge"].map { JudgeID($0) } }

    var points: Points? { self["points"].flatMap { Points(recorded: $0) } }

    var files: [SourceFile] {
        all.filter { $0.name == "file" }.map { SourceFile(name: $0[0], sha256: $0[1]) }
    }

    var decision: Decision { Decision(by: by, at: at, reason: self["reason"] ?? "") }

    var load: Act.Load {
        Act.Load(
            files: files, new: number("new") ?? 0, revised: number("revised") ?? 0,
            removed: number("removed") ?? 0, unchanged: number("unchanged") ?? 0,
            note: self["note"] ?? "")
    }

    var scope: Leaderboard.Scope? {
        if let stage { return .stage(stage) }
        if let track = self["track"] { return .track(TrackID(track)) }
        return has("overall") ? .overall : nil
    }
}

extension Act {
    /// Reads an act of a kind; nothing where it is not one.
    ///
    /// - Parameter document: Gives the text of a hash.
    init?(
        kind: String, _ fields: FactFields,
        document: (String) throws(LedgerError) -> String
    ) throws(LedgerError) {
        switch kind {
        case "submissions": self = .submissions(fields.load)
        case "judges": self = .judges(fields.load)
        case "conflicts": self = .conflicts(fields.load)
        case "recusals": self = .recusals(fields.load)
        case "sheets": self = .sheets(fields.load)
        case "ranking":
            guard let rule = fields["rule"], let scope = fields.scope else { return nil }
            self = .ranking(
                Ranking(
                    scope: scope, isOfficial: fields["official"] == "yes",
                    sha256: fields["sha256"] ?? "", rule: try document(rule),
                    engine: fields["engine"] ?? ""))
        case "publication":
            guard let scope = fields.scope, let file = fields.files.first else { return nil }
            self = .publication(
                Publication(scope: scope, view: fields["view"] ?? "", file: file))
        case "redaction":
            self = .redaction(
                Redaction(
                    subject: fields["subject"] ?? "", pieces: fields.numbers("erased"),
                    decision: fields.decision))
        case "confirmation":
            guard let fact = fields.number("of") else { return nil }
            self = .confirmation(of: fact, fields.decision)
        case "appeal-outcome":
            guard let fact = fields.number("of") else { return nil }
            self = .appealOutcome(
                of: fact,
                Appeal.Outcome(
                    isUpheld: fields["upheld"] == "yes", decision: fields.decision))
        case "remark":
            self = .remark(subject: fields["subject"] ?? "", text: fields["text"] ?? "")
        default:
            guard let act = Self.decision(kind, fields) ?? Self.ofStage(kind, fields) else {
                return nil
            }
            self = act
        }
    }

    /// An act about one submission.
    private static func decision(_ kind: String, _ fields: FactFields) -> Act? {
        guard let submission = fields.submission else { return nil }
        let decision = fields.decision
        switch kind {
        case "withdrawal": return .exit(submission, .withdrawn(decision))
        case "disqualification": return .exit(submission, .disqualified(decision))
        case "adjustment":
            guard let stage = fields.stage, let points = fields.points else { return nil }
            return .adjustment(
                Adjustment(
                    stage: stage, submission: submission, judge: fields.judge, points: points,
                    decision: decision))
        case "reconsideration":
            guard let stage = fields.stage, let judge = fields.judge, let score = fields.points
            else { return nil }
            return .reconsideration(
                Reconsideration(
                    stage: stage, submission: submission, judge: judge, score: score,
                    decision: decision))
        case "appeal":
            guard let stage = fields.stage else { return nil }
            return .appeal(Appeal(submission: submission, stage: stage, decision: decision))
        case "override":
            guard let setting = Override.Setting(fields) else { return nil }
            return .override(
                Override(submission: submission, setting: setting, decision: decision))
        default: return nil
        }
    }

    /// An act about a stage.
    private static func ofStage(_ kind: String, _ fields: FactFields) -> Act? {
        guard let stage = fields.stage else { return nil }
        switch kind {
        case "assignment":
            return .assignment(
                stage, added: fields.number("added") ?? 0, removed: fields.number("removed") ?? 0,
                note: fields["note"] ?? "")
        case "closing": return .closing(stage, fields.decision)
        case "reopening": return .reopening(stage, fields.decision)
        case "advancement": return .advancement(to: stage, count: fields.number("count") ?? 0)
        default: return nil
        }
    }
}

extension Override.Setting {
    fileprivate init?(_ fields: FactFields) {
        if let place = fields.number("place"), let stage = fields.stage {
            self = .place(place, in: stage)
        } else if let award = fields["award"] {
            self = .award(AwardID(award))
        } else if fields.has("no-award") {
            self = .award(nil)
        } else {
            return nil
        }
    }
}
