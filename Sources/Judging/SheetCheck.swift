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
        guard !isRefused, let plan = findStage() else { return }
        let stage = plan.stage
        checkDuty(plan)
        guard !isRefused else { return }
        if let reason = raw.recusal {
            recusal = Recusal(
                judge: JudgeID(raw.judge), stage: stage.id,
                submission: SubmissionID(raw.submission), reason: reason)
            return
        }
        guard let rubric = plan.rubric else {
            tell(.noRubric(stage.id))
            return
        }
        checkSeal(stage, rubric)
        readMarks(plan, rubric)
    }

    mutating func tell(_ problem: SheetProblem, in cell: RawSheet.Cell? = nil) {
        var place = cell == nil ? raw.place : cell?.place
        if case .commentMissing = problem { place = cell?.commentPlace ?? place }
        faults.append(
            problem.fault(file: file, line: cell?.line ?? raw.line, sheet: raw, place: place))
    }

    /// Whether a column that is no criterion's is put up with: in a judge's own workbook, where the
    /// criteria are known, it holds notes.
    private mutating func passesOver(_ cell: RawSheet.Cell) -> Bool {
        guard raw.check != nil, var place = cell.place ?? cell.commentPlace else { return false }
        place.row = nil
        faults.append(.extraColumn(at: place, file: file))
        return true
    }

    private mutating func findStage() -> StageRules? {
        if let plan = rules.stage(of: raw) { return plan }
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
    private mutating func checkDuty(_ plan: StageRules) {
        let stage = plan.stage.id
        let pair = Assignment(
            judge: JudgeID(raw.judge), submission: SubmissionID(raw.submission))
        if let recusal = rules.recusal(pair, in: stage) {
            if raw.recusal == nil { tell(.recused(pair, reason: recusal.reason)) }
        } else if plan.assigned?.contains(pair) != true {
            tell(.notAssigned(pair, stage: stage))
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

    private mutating func readMarks(_ plan: StageRules, _ rubric: Rubric) {
        let judge = JudgeID(raw.judge)
        var marks = [Mark?](repeating: nil, count: plan.criteria.count)
        var cells = [Int](repeating: -1, count: plan.criteria.count)
        for (index, cell) in raw.cells.enumerated() where !cell.isEmpty {
            guard let position = plan.position(of: cell.criterion) else {
                if passesOver(cell) { continue }
                tell(
                    .unknownCriterion(cell.criterion, known: rubric.criteria.map(\.id.text)),
                    in: cell)
                continue
            }
            let id = plan.criteria[position].id
            guard cells[position] < 0 else {
                let first = raw.cells[cells[position]]
                if !first.says(cell) { tell(.markedTwice(id, first: first), in: cell) }
                continue
            }
            cells[position] = index
            guard plan.isMarked(position, by: judge) else {
                tell(.notOwnCriterion(id), in: cell)
                continue
            }
            var reading = MarkReading(cell, plan.criteria[position])
            marks[position] = reading.mark()
            for problem in reading.problems { tell(problem, in: cell) }
        }
        let confidence = readConfidence()
        guard !isRefused, marks.contains(where: { $0 != nil }) else { return }
        finish(plan, rubric, marks, confidence)
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

    /// - Parameter marks: By position of the criterion.
    private mutating func finish(
        _ plan: StageRules, _ rubric: Rubric, _ marks: [Mark?], _ confidence: Points?
    ) {
        let stage = plan.stage
        var sheet = ScoreSheet(
            stage: stage.id, judge: JudgeID(raw.judge), submission: SubmissionID(raw.submission),
            rubricHash: rubric.hash, confidence: confidence, marks: marks.compactMap(\.self))
        let last = rules.lastRecorded(sheet)
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
        let missing = marks.indices.filter { position in
            plan.criteria[position].isRequired && plan.criteria[position].kind != .text
                && (marks[position]?.value ?? .text) == .text
                && plan.isMarked(position, by: sheet.judge)
        }.map { plan.criteria[$0].id }
        if !missing.isEmpty { tell(.open(missing)) }
        self.sheet = CollectedSheet(
            sheet: sheet, file: file, line: raw.line, place: raw.place, missing: missing,
            isLate: isLate,
            isKnown: isKnown)
    }
}

extension ScoreSheet {
    /// Whether two sheets say the same, whatever their revisions.
    func says(_ other: ScoreSheet) -> Bool {
        rubricHash == other.rubricHash && confidence == other.confidence && marks == other.marks
    }
}
