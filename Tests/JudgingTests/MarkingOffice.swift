import Contests
import Formats
import Judging
import Numbers
import TestSupport

/// A contest of one stage with every kind of criterion, and a folder to exchange files in.
struct MarkingOffice {
    let workshop: ContestWorkshop
    var contest: Contest
    var record = ContestRecord()
    var rubric: Rubric
    var stage: Stage { contest.tracks[0].stages[0] }

    init(deadline: String? = nil) throws {
        workshop = try ContestWorkshop()
        rubric = try Self.rubric()
        let stage = Stage(
            id: StageID(track: "t", name: "final"),
            names: LocalizedText([
                .init(language: "en", text: "Final"), .init(language: "zh", text: "决赛"),
            ]), rubric: "r.xml", panel: PanelRule(minimum: 2, maximum: 2),
            deadline: deadline.flatMap { Timestamp($0) }, scoring: ScoringRule(steps: []))
        contest = Contest(
            id: "c", names: LocalizedText("C"),
            tracks: [Track(id: "t", names: LocalizedText("T"), stages: [stage])])
        for id in ["J1", "J2"] { record.judges[JudgeID(id)] = Judge(id: JudgeID(id), name: id) }
        for id in ["S1", "S2", "S3"] { add(id, title: "Title of \(id)") }
        assign(["J1", "J2"], to: ["S1", "S2"])
    }

    mutating func add(_ id: String, title: String) {
        record.submissions[SubmissionID(id)] = Submission(
            id: SubmissionID(id), track: "t", titles: LocalizedText(title))
    }

    mutating func assign(_ judges: [String], to submissions: [String]) {
        let pairs = submissions.flatMap { submission in
            judges.map {
                Assignment(judge: JudgeID($0), submission: SubmissionID(submission))
            }
        }
        record.assignments[stage.id] = ((record.assignments[stage.id] ?? []) + pairs).sorted()
    }

    private static func rubric() throws -> Rubric {
        func criterion(
            _ id: CriterionID, _ kind: Criterion.Kind, comment: CommentRule = .optional,
            notApplicable: Criterion.NotApplicable = .refused, isRequired: Bool = true
        ) -> Rubric.Part {
            .criterion(
                Criterion(
                    id: id,
                    names: LocalizedText([
                        .init(language: "en", text: "Name of \(id)"),
                        .init(language: "zh", text: "指标 \(id)"),
                    ]), kind: kind, comment: comment, notApplicable: notApplicable,
                    isRequired: isRequired))
        }
        let scale = try Scale(
            minimum: Points(0), maximum: Points(10), step: Points(parsing: "0.5"),
            levels: [
                Level(
                    id: "high", names: LocalizedText("High"), low: Points(8), high: Points(10),
                    descriptor: LocalizedText("New to the field"))
            ])
        let boxes = try [
            ChecklistBox(id: "a", names: LocalizedText("Code"), points: Points(2)),
            ChecklistBox(id: "b", names: LocalizedText("Data"), points: Points(3)),
        ]
        return Rubric(
            id: "r", names: LocalizedText("R"),
            parts: [
                criterion(
                    "novelty", .judgement(scale),
                    comment: .outside(low: try Points(3), high: try Points(9))),
                criterion("use", .judgement(scale), notApplicable: .redistributed),
                criterion("eligible", .gate(Gate())),
                criterion("parts", .checklist(boxes), isRequired: false),
                criterion(
                    "delay", .measurement(Measurement(unit: "ms", conversion: .identity)),
                    isRequired: false),
                criterion("advice", .text, isRequired: false),
            ], hash: String(repeating: "0123456789abcdef", count: 4))
    }

    func write(
        _ format: SheetFiles.Format, _ language: Language, sheets: [ScoreSheet] = [],
        folder: String = "out", width: Int = 2
    ) throws -> [String] {
        try SheetFiles.write(
            contest: contest, stage: stage, rubric: rubric, record: record,
            folder: workshop.inside(folder), format: format, language: language, sheets: sheets,
            width: width)
    }

    func collect(
        _ names: [String], existing: [ScoreSheet] = [], now: String? = nil,
        allowsLate: Bool = false, width: Int = 2
    ) -> CollectedSheets {
        SheetCollector(
            contest: contest, rubrics: [stage.id: rubric], record: record, existing: existing,
            now: now.flatMap { Timestamp($0) }, allowsLate: allowsLate, width: width
        ).collect(paths: names.map(workshop.inside))
    }

    /// Collects one table.
    func collect(csv text: String, now: String? = nil, allowsLate: Bool = false) throws
        -> CollectedSheets
    {
        try workshop.write(text, to: "in.csv")
        return collect(["in.csv"], now: now, allowsLate: allowsLate)
    }

    /// The lines of the faults without the folder, in English.
    func lines(_ collected: CollectedSheets) -> [String] {
        collected.faults.lines(in: .english).map {
            $0.replacing(workshop.path + "/", with: "")
        }
    }

    /// A sheet with all that there is to mark.
    func sheet(_ judge: String, _ submission: String, comment: String) throws -> ScoreSheet {
        ScoreSheet(
            stage: stage.id, judge: JudgeID(judge), submission: SubmissionID(submission),
            rubricHash: rubric.hash,
            marks: [
                Mark(
                    criterion: "novelty", value: .points(try Points(parsing: "9.5")),
                    comment: comment),
                Mark(criterion: "use", value: .notApplicable),
                Mark(criterion: "eligible", value: .points(try Points(1))),
                Mark(criterion: "parts", value: .points(try Points(5)), ticks: ["a", "b"]),
                Mark(criterion: "delay", value: .points(try Points(parsing: "12.25"))),
                Mark(criterion: "advice", value: .text, comment: comment),
            ])
    }
}
