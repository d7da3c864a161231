import Contests
import Formats
import Numbers

/// What a sheet must obey, looked up once for all sheets.
struct SheetRules: Sendable {
    let contest: Contest
    let record: ContestRecord
    let now: Timestamp?
    let allowsLate: Bool
    private let recorded: [SheetKey: ScoreSheet]
    let submissionNames: Set<String>
    private let stages: [String: StageRules]
    /// The stage of sheets that name none.
    private let defaultStage: StageRules?
    private let recusals: [JudgeID: [Recusal]]
    private let submissionRanks: [SubmissionID: Int]
    private let judgeRanks: [JudgeID: Int]
    private let stageRanks: [StageID: Int]

    init(
        contest: Contest, rubrics: [StageID: Rubric], record: ContestRecord,
        existing: [ScoreSheet], defaultStage: StageID?, now: Timestamp?, allowsLate: Bool
    ) {
        self.contest = contest
        self.record = record
        self.now = now
        self.allowsLate = allowsLate
        recorded = Dictionary(
            existing.map { (SheetKey($0), $0) },
            uniquingKeysWith: { $0.revision < $1.revision ? $1 : $0 })
        let rules = contest.stages.map { stage in
            StageRules(
                stage: stage, rubric: rubrics[stage.id], judges: record.judges,
                assigned: record.assignments[stage.id])
        }
        stages = Dictionary(
            rules.map { ($0.stage.id.description, $0) }, uniquingKeysWith: { first, _ in first })
        self.defaultStage = defaultStage.flatMap { id in rules.first { $0.stage.id == id } }
        recusals = Dictionary(grouping: record.recusals, by: \.judge)
        submissionNames = Set(record.submissions.keys.map(\.text))
        submissionRanks = Self.ranks(record.submissions.keys)
        judgeRanks = Self.ranks(record.judges.keys)
        stageRanks = Self.ranks(contest.stages.map(\.id))
    }

    private static func ranks<Key: Hashable & Comparable>(
        _ keys: some Sequence<Key>
    ) -> [Key: Int] {
        Dictionary(keys.sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
    }

    /// Where a sheet of the contest stands by stage, submission and judge; a number for each pair.
    func rank(of sheet: ScoreSheet) -> Int {
        let stage = stageRanks[sheet.stage] ?? 0
        let submission = submissionRanks[sheet.submission] ?? 0
        return (stage * (submissionRanks.count + 1) + submission) * (judgeRanks.count + 1)
            + (judgeRanks[sheet.judge] ?? 0)
    }

    /// The latest recorded sheet of a pair.
    func lastRecorded(_ sheet: ScoreSheet) -> ScoreSheet? {
        recorded.isEmpty ? nil : recorded[SheetKey(sheet)]
    }

    /// The stage that a sheet means: the one it names, else the one given, else the only one in
    /// which its judge was assigned its submission, else the only one with assignments at all.
    func stage(of sheet: RawSheet) -> StageRules? {
        if !sheet.stage.isEmpty { return stages[sheet.stage] }
        if let defaultStage { return defaultStage }
        let pair = Assignment(
            judge: JudgeID(sheet.judge), submission: SubmissionID(sheet.submission))
        let possible = stages.values.filter { $0.assigned?.contains(pair) ?? false }
        if possible.count == 1 { return possible[0] }
        let begun = stages.values.filter { $0.assigned != nil }
        return possible.isEmpty && begun.count == 1 ? begun[0] : nil
    }

    func recusal(_ pair: Assignment, in stage: StageID) -> Recusal? {
        recusals.isEmpty
            ? nil : recusals[pair.judge]?.first { $0.covers(pair.submission, in: stage) }
    }

    /// Names of stages, to find the nearest.
    var stageNames: [String] { contest.stages.map(\.id.description) }

    /// Submissions that a judge has in a stage and of which nothing is known but those given.
    func unknownSubmissions(
        of judge: JudgeID, in stage: StageRules, besides known: Set<SubmissionID>
    ) -> [SubmissionID] {
        let own = (stage.assigned ?? []).filter { $0.judge == judge }.map(\.submission)
        return own.filter { submission in
            let pair = Assignment(judge: judge, submission: submission)
            let key = SheetKey(stage: stage.stage.id, submission: submission, judge: judge)
            return !known.contains(submission) && record.exits[submission] == nil
                && recusal(pair, in: stage.stage.id) == nil && recorded[key] == nil
        }.sorted()
    }

    func isLate(_ stage: Stage) -> Bool {
        guard let now, let deadline = stage.deadline else { return false }
        return deadline < now
    }
}

/// What the sheets of one stage must obey.
final class StageRules: Sendable {
    let stage: Stage
    let rubric: Rubric?
    /// The criteria in the order of the rubric.
    let criteria: [Criterion]
    /// Who judges what; none where nothing was assigned yet.
    let assigned: Set<Assignment>?
    private let titles: CriterionTitles
    /// Positions of the criteria that a judge marks, for judges who do not mark all.
    private let own: [JudgeID: Set<Int>]

    init(stage: Stage, rubric: Rubric?, judges: [JudgeID: Judge], assigned: [Assignment]?) {
        self.stage = stage
        self.rubric = rubric
        self.assigned = assigned.map(Set.init)
        let criteria = rubric?.criteria ?? []
        let titles = CriterionTitles(criteria)
        self.criteria = criteria
        self.titles = titles
        own = judges.filter { !$0.value.criteria.isEmpty }.mapValues { judge in
            Set(
                (rubric.map(judge.criteria(of:)) ?? []).compactMap {
                    titles.position(of: $0.id.text)
                })
        }
    }

    /// Where a criterion, given by its identifier or a name of its own, stands in the rubric.
    func position(of criterion: String) -> Int? { titles.position(of: criterion) }

    /// Whether a judge marks the criterion of a position.
    func isMarked(_ position: Int, by judge: JudgeID) -> Bool {
        own.isEmpty || own[judge]?.contains(position) ?? true
    }
}

/// One judge's sheet for one submission in one stage.
struct SheetKey: Hashable, Sendable {
    var stage: StageID
    var submission: SubmissionID
    var judge: JudgeID

    init(stage: StageID, submission: SubmissionID, judge: JudgeID) {
        (self.stage, self.submission, self.judge) = (stage, submission, judge)
    }

    init(_ sheet: ScoreSheet) {
        stage = sheet.stage
        submission = sheet.submission
        judge = sheet.judge
    }
}
