import Computing
import Contests
import Numbers
import Scoring

/// A small contest of one track, from the marks that a test states.
struct ScoringCase {
    static let track: TrackID = "t"

    var stages: [Stage]
    var rubric: Rubric
    var record = ContestRecord()
    var tables: [LookupTable] = []
    var sheets: [ScoreSheet] = []
    var earlier: [String: StageScores] = [:]

    /// A contest whose stages have these rules, the last one being scored.
    init(
        _ steps: [ScoringStep], criteria: [Criterion] = [ScoringCase.criterion("c")],
        earlier: [String] = [], order: ScoringRule.Order = .descending
    ) {
        rubric = Rubric(
            id: "r", names: LocalizedText("r"), parts: criteria.map { .criterion($0) })
        stages = (earlier + ["s"]).map { name in
            Stage(
                id: StageID(track: Self.track, name: name), names: LocalizedText(name),
                rubric: "r.xml", panel: PanelRule(minimum: 1, maximum: 9),
                scoring: ScoringRule(steps: steps, order: order))
        }
    }

    var contest: Contest {
        Contest(
            id: "c", names: LocalizedText("c"),
            tracks: [Track(id: Self.track, names: LocalizedText("t"), stages: stages)],
            tables: tables)
    }

    /// The stage that is scored.
    var stage: Stage {
        get { stages[stages.count - 1] }
        set { stages[stages.count - 1] = newValue }
    }

    static func criterion(
        _ id: CriterionID, weight: Int = 1, maximum: Int = 100,
        notApplicable: Criterion.NotApplicable = .refused, isRequired: Bool = true
    ) -> Criterion {
        Criterion(
            id: id, names: LocalizedText(id.text),
            kind: .judgement(
                Scale(
                    minimum: .zero, maximum: points("\(maximum)"),
                    step: Points(millionths: 1))), weight: Ratio(whole: weight),
            notApplicable: notApplicable, isRequired: isRequired)
    }

    static func criterion(_ id: CriterionID, kind: Criterion.Kind) -> Criterion {
        Criterion(id: id, names: LocalizedText(id.text), kind: kind)
    }

    /// Adds a submission without sheets.
    mutating func enter(
        _ id: SubmissionID, heat: HeatID? = nil, region: String = "", entrant: String = "",
        submitted: Timestamp? = nil, fields: [String: String] = [:]
    ) {
        guard record.submissions[id] == nil else { return }
        record.submissions[id] = Submission(
            id: id, track: Self.track, heat: heat, region: region, entrant: Entrant(name: entrant),
            submitted: submitted, fields: fields)
        record.loadOrder[id] = record.loadOrder.count
        record.advanced[stage.id, default: []].append(id)
    }

    /// Adds a sheet; `NA` is not applicable, an empty text not scored.
    mutating func mark(
        _ submission: SubmissionID, by judge: JudgeID, _ marks: [String], confidence: String? = nil,
        kind: JudgeKind = "expert"
    ) {
        enter(submission)
        if record.judges[judge] == nil { record.judges[judge] = Judge(id: judge, kind: kind) }
        let given = zip(rubric.criteria, marks).compactMap { criterion, text -> Mark? in
            if text.isEmpty { return nil }
            return Mark(
                criterion: criterion.id,
                value: text == "NA" ? .notApplicable : .points(points(text)))
        }
        sheets.append(
            ScoreSheet(
                stage: stage.id, judge: judge, submission: submission, rubricHash: "",
                confidence: confidence.map { points($0) }, marks: given))
    }

    /// Adds sheets of judges J1, J2 … with one mark each.
    mutating func mark(_ submission: SubmissionID, _ marks: String...) {
        for (index, mark) in marks.enumerated() {
            self.mark(submission, by: JudgeID("J\(index + 1)"), [mark])
        }
    }

    mutating func adjust(_ submission: SubmissionID, judge: JudgeID?, by amount: String) {
        record.adjustments.append(
            Adjustment(
                stage: stage.id, submission: submission, judge: judge, points: points(amount),
                decision: Self.decision))
    }

    mutating func reconsider(_ submission: SubmissionID, judge: JudgeID, _ score: String) {
        record.reconsiderations.append(
            Reconsideration(
                stage: stage.id, submission: submission, judge: judge, score: points(score),
                decision: Self.decision))
    }

    static let decision = Decision(by: "chief", at: Timestamp(seconds: 0), reason: "because")

    var marks: MarkTable { MarkTable(sheets, criteria: rubric.criteria.map(\.id)) }

    func scores(width: Int = 1) -> StageScores {
        StageScores(
            contest: contest, stage: stage, rubric: rubric, marks: marks, record: record,
            earlier: earlier, width: width)
    }

    /// The score of one submission as a text, `-` without one.
    func score(_ submission: SubmissionID) -> String {
        scores()[submission]?.score.map { "\($0)" } ?? "-"
    }

    func trace(_ submission: SubmissionID) -> ScoreTrace? {
        ScoreTrace(
            of: submission, contest: contest, stage: stage, rubric: rubric, marks: marks,
            record: record, earlier: earlier)
    }

    func standings() -> [Standing] {
        StageRanking(
            stage: stage, rubric: rubric, scores: scores(), record: record, contest: contest,
            earlier: earlier
        ).standings
    }

    /// The places as a text such as `1:a 2:b 2:c -:d`.
    func places() -> String { Self.places(standings()) }

    static func places(_ standings: [Standing]) -> String {
        standings.map { "\($0.place.map { "\($0)" } ?? "-"):\($0.submission)" }
            .joined(separator: " ")
    }
}

/// A decimal that a test states.
func points(_ text: String) -> Points {
    guard let points = try? Points(parsing: text) else {
        preconditionFailure("no decimal: \(text)")
    }
    return points
}

/// A ratio that a test states, such as `1/3`.
func ratio(_ text: String) -> Ratio {
    guard let ratio = try? Ratio(parsing: text) else { preconditionFailure("no ratio: \(text)") }
    return ratio
}

/// Steps as tests write them.
extension ScoringStep {
    static func criteria(_ method: CombineStep.Method) -> ScoringStep {
        .combine(CombineStep(axis: .criteria, method: method))
    }

    static func judges(_ method: CombineStep.Method) -> ScoringStep {
        .combine(CombineStep(axis: .judges, method: method))
    }
}
