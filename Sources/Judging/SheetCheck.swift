import Contests
import Formats
import Numbers

/// Checks one sheet against the rules; a sheet with anything wrong is refused as a whole.
struct SheetCheck {
    private let rules: SheetRules
    private let raw: RawSheet
    private let file: String
    private(set) var faults: [Fault] = []
    /// The sheet, where nothing is wrong with it.
    private(set) var sheet: CollectedSheet?
    private(set) var recusal: Recusal?
    /// Whether the sheet was refused.
    var isRefused: Bool { faults.contains { $0.severity == .error } }

    init(_ raw: RawSheet, file: String, rules: SheetRules) {
        self.rules = rules
        self.raw = raw
        self.file = file
        guard !raw.isEmpty else { return }
        checkNames()
        guard !isRefused, let stage = findStage() else { return }
        checkDuty(stage)
        guard !isRefused else { return }
        if let reason = raw.recusal {
            recusal = Recusal(
                judge: JudgeID(raw.judge), stage: stage.id,
                submission: SubmissionID(raw.submission), reason: reason)
            return
        }
        guard let rubric = rules.rubrics[stage.id] else {
            tell(.noRubric(stage.id))
            return
        }
        checkSeal(stage, rubric)
        readMarks(stage, rubric)
    }

    mutating func tell(_ problem: SheetProblem, line: Int? = nil) {
        faults.append(problem.fault(file: file, line: line ?? raw.line, sheet: raw))
    }

    private mutating func findStage() -> Stage? {
        if let stage = rules.stage(of: raw) { return stage }
        tell(
            raw.stage.isEmpty
                ? .stageNotStated : .unknownStage(raw.stage, known: rules.stageNames))
        return nil
    }

    /// Whether there are such a judge and such a submission.
    private mutating func checkNames() {
        if rules.record.judges[JudgeID(raw.judge)] == nil {
            tell(.unknownJudge(raw.judge, known: rules.record.judges.keys.map(\.text).sorted()))
        }
        let submission = SubmissionID(raw.submission)
        if rules.record.submissions[submission] == nil {
            tell(
                .unknownSubmission(
                    raw.submission, known: rules.submissionNames.sorted(),
                    habit: SpreadsheetHabits.suspectIdentifier(
                        raw.submission, known: rules.submissionNames)))
        } else if rules.record.exits[submission] != nil {
            tell(.submissionLeft(submission))
        }
    }

    /// Whether the judge is to judge the submission.
    private mutating func checkDuty(_ stage: Stage) {
        let pair = Assignment(
            judge: JudgeID(raw.judge), submission: SubmissionID(raw.submission))
        if let recusal = rules.recusal(pair, in: stage.id) {
            if raw.recusal == nil { tell(.recused(pair, reason: recusal.reason)) }
        } else if !rules.isAssigned(pair, in: stage.id) {
            tell(.notAssigned(pair, stage: stage.id))
        }
    }

    /// Whether the sheet is for this rubric and was meant for this judge and submission.
    private mutating func checkSeal(_ stage: Stage, _ rubric: Rubric) {
        if let stated = raw.rubric, !SheetSeal.matches(stated, rubric: rubric.hash) {
            tell(.otherRubric(stated: stated, rubric: rubric))
            return  // the check value covers the hash, and would only say so again
        }
        guard let stated = raw.check else { return }
        let right = SheetSeal.check(
            contest: rules.contest.id, stage: stage.id, judge: JudgeID(raw.judge),
            submission: SubmissionID(raw.submission), rubric: rubric.hash)
        if CheckValue(typed: stated) != right { tell(.wrongCheck(stated)) }
    }

    private mutating func readMarks(_ stage: Stage, _ rubric: Rubric) {
        let own = rules.record.judges[JudgeID(raw.judge)]?.criteria(of: rubric) ?? rubric.criteria
        var marks: [Mark] = []
        var seen: [CriterionID: RawSheet.Cell] = [:]
        for cell in raw.cells where !cell.value.isEmpty || !cell.comment.isEmpty || cell.isTicks {
            let id = CriterionID(cell.criterion)
            guard let criterion = rules.criterion(id, in: stage.id) else {
                tell(
                    .unknownCriterion(cell.criterion, known: rubric.criteria.map(\.id.text)),
                    line: cell.line)
                continue
            }
            if let first = seen[id] {
                let isSame = first.value == cell.value && first.comment == cell.comment
                if !isSame { tell(.markedTwice(id, first: first), line: cell.line) }
                continue
            }
            seen[id] = cell
            guard own.contains(where: { $0.id == id }) else {
                tell(.notOwnCriterion(id), line: cell.line)
                continue
            }
            var reading = MarkReading(cell, criterion)
            let mark = reading.mark()
            for problem in reading.problems { tell(problem, line: cell.line) }
            if let mark { marks.append(mark) }
        }
        let confidence = readConfidence()
        guard !isRefused, !marks.isEmpty else { return }
        finish(stage, rubric, own, marks, confidence)
    }

    private mutating func readConfidence() -> Points? {
        guard !raw.confidence.isEmpty else { return nil }
        guard let number = SpreadsheetHabits.normalisedNumber(raw.confidence),
            let points = try? Points(parsing: number.text), points > .zero
        else {
            tell(.badConfidence(raw.confidence))
            return nil
        }
        return points
    }

    private mutating func finish(
        _ stage: Stage, _ rubric: Rubric, _ own: [Criterion], _ marks: [Mark],
        _ confidence: Points?
    ) {
        let ordered = marks.sorted {
            rules.position($0.criterion, in: stage.id) < rules.position($1.criterion, in: stage.id)
        }
        var sheet = ScoreSheet(
            stage: stage.id, judge: JudgeID(raw.judge), submission: SubmissionID(raw.submission),
            rubricHash: rubric.hash, confidence: confidence, marks: ordered)
        let last = rules.recorded[SheetKey(sheet)]
        let isKnown = last.map { $0.says(sheet) } ?? false
        sheet.revision = (last?.revision ?? 0) + (isKnown ? 0 : 1)
        let isLate = rules.isLate(stage) && !isKnown
        if !isKnown {
            if isLate, let deadline = stage.deadline {
                tell(rules.allowsLate ? .lateAllowed(deadline) : .late(deadline))
            }
            if rules.record.closings[stage.id] != nil { tell(.closed(stage.id)) }
        }
        guard !isRefused else { return }
        let given = Set(marks.filter { $0.value != .text }.map(\.criterion))
        let missing = own.filter {
            $0.isRequired && $0.kind != .text && !given.contains($0.id)
        }.map(\.id)
        if !missing.isEmpty { tell(.open(missing)) }
        self.sheet = CollectedSheet(
            sheet: sheet, file: file, line: raw.line, missing: missing, isLate: isLate,
            isKnown: isKnown)
    }
}

extension ScoreSheet {
    /// Whether two sheets say the same, whatever their revisions.
    func says(_ other: ScoreSheet) -> Bool {
        rubricHash == other.rubricHash && confidence == other.confidence && marks == other.marks
    }
}
