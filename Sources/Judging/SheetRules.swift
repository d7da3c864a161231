import Contests
import Formats
import Numbers

/// What a sheet must obey, looked up once for all sheets.
struct SheetRules: Sendable {
    let contest: Contest
    let rubrics: [StageID: Rubric]
    let record: ContestRecord
    /// The stage of sheets that name none.
    let defaultStage: StageID?
    let now: Timestamp?
    let allowsLate: Bool
    /// The latest recorded sheet of each pair.
    let recorded: [SheetKey: ScoreSheet]
    private let stages: [String: Stage]
    private let assigned: [StageID: Set<Assignment>]
    private let recusals: [JudgeID: [Recusal]]
    private let criteria: [StageID: [CriterionID: Criterion]]
    private let order: [StageID: [CriterionID: Int]]
    let submissionNames: Set<String>

    init(
        contest: Contest, rubrics: [StageID: Rubric], record: ContestRecord,
        existing: [ScoreSheet], defaultStage: StageID?, now: Timestamp?, allowsLate: Bool
    ) {
        self.contest = contest
        self.rubrics = rubrics
        self.record = record
        self.defaultStage = defaultStage
        self.now = now
        self.allowsLate = allowsLate
        recorded = Dictionary(
            existing.map { (SheetKey($0), $0) },
            uniquingKeysWith: { $0.revision < $1.revision ? $1 : $0 })
        stages = Dictionary(
            contest.stages.map { ($0.id.description, $0) }, uniquingKeysWith: { first, _ in first })
        assigned = record.assignments.mapValues(Set.init)
        recusals = Dictionary(grouping: record.recusals, by: \.judge)
        criteria = rubrics.mapValues { rubric in
            Dictionary(rubric.criteria.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        order = rubrics.mapValues { rubric in
            Dictionary(
                rubric.criteria.enumerated().map { ($1.id, $0) },
                uniquingKeysWith: { first, _ in first })
        }
        submissionNames = Set(record.submissions.keys.map(\.text))
    }

    /// The stage that a sheet means: the one it names, else the one given, else the only one in
    /// which its judge was assigned its submission, else the only one with assignments at all.
    func stage(of sheet: RawSheet) -> Stage? {
        if !sheet.stage.isEmpty { return stages[sheet.stage] }
        if let defaultStage { return contest.stage(defaultStage) }
        let pair = Assignment(
            judge: JudgeID(sheet.judge), submission: SubmissionID(sheet.submission))
        let possible = assigned.filter { $0.value.contains(pair) }.map(\.key)
        if possible.count == 1 { return contest.stage(possible[0]) }
        guard possible.isEmpty, assigned.count == 1 else { return nil }
        return assigned.keys.first.flatMap(contest.stage)
    }

    func isAssigned(_ pair: Assignment, in stage: StageID) -> Bool {
        assigned[stage]?.contains(pair) ?? false
    }

    func recusal(_ pair: Assignment, in stage: StageID) -> Recusal? {
        recusals[pair.judge]?.first { $0.covers(pair.submission, in: stage) }
    }

    func criterion(_ id: CriterionID, in stage: StageID) -> Criterion? { criteria[stage]?[id] }

    /// Where a criterion stands in its rubric.
    func position(_ id: CriterionID, in stage: StageID) -> Int { order[stage]?[id] ?? .max }

    /// Names of stages, to find the nearest.
    var stageNames: [String] { contest.stages.map(\.id.description) }

    func isLate(_ stage: Stage) -> Bool {
        guard let now, let deadline = stage.deadline else { return false }
        return deadline < now
    }
}

/// One judge's sheet for one submission in one stage.
struct SheetKey: Hashable, Comparable, Sendable {
    var stage: StageID
    var submission: SubmissionID
    var judge: JudgeID

    init(_ sheet: ScoreSheet) {
        stage = sheet.stage
        submission = sheet.submission
        judge = sheet.judge
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.stage, left.submission, left.judge) < (right.stage, right.submission, right.judge)
    }
}
