public import Contests
import Numbers

extension ScoreTrace {
    /// Follows one submission through a stage's rule; none if it does not take part.
    ///
    /// The other parameters are those of the stage's scores. Only submissions that share a judge
    /// with it are looked at.
    ///
    /// - Complexity: O(*m*) for *m* marks of these submissions.
    public init?(
        of submission: SubmissionID, contest: Contest, stage: Stage, rubric: Rubric,
        marks: MarkTable, record: ContestRecord, earlier: [String: StageScores]
    ) {
        let neighbours = Self.neighbours(of: submission, in: marks)
        let plan = ScoringPlan(
            contest: contest, stage: stage, rubric: rubric, marks: marks, record: record,
            earlier: earlier, only: { $0 == submission || neighbours.contains($0) })
        guard let target = plan.participants.firstIndex(where: { $0.id == submission }) else {
            return nil
        }
        var tracer = Tracer(plan, target: target)
        for index in plan.steps.indices { tracer.take(index) }
        self = tracer.finish()
    }

    /// The submissions that share a judge with one.
    private static func neighbours(
        of submission: SubmissionID, in marks: MarkTable
    ) -> Set<SubmissionID> {
        let own = marks.submissionOfRow.indices.filter {
            marks.submissions[Int(marks.submissionOfRow[$0])] == submission
        }
        let judges = Set(own.map { marks.judgeOfRow[$0] })
        let shared = marks.submissionOfRow.indices.filter { judges.contains(marks.judgeOfRow[$0]) }
        return Set(shared.map { marks.submissions[Int(marks.submissionOfRow[$0])] })
    }
}

/// Takes the steps of a rule and writes down what they do to one submission.
private struct Tracer {
    let plan: ScoringPlan
    let target: Int
    let marks: [ScoreTrace.Cell]
    var works: [SubmissionWork]
    var changes: [ScoreTrace.Change] = []
    var troubles: [ScoringTrouble] = []

    init(_ plan: ScoringPlan, target: Int) {
        self.plan = plan
        self.target = target
        works = plan.participants.map { SubmissionWork($0, plan: plan) }
        marks = works[target].tracedCells(plan)
    }

    private var work: SubmissionWork { works[target] }

    mutating func take(_ index: Int) {
        let step = plan.steps[index]
        decideSheets(before: step)
        let isTraced = !work.isNotScored
        let before = work.tracedCells(plan)
        var judges: [ScoreTrace.JudgeScores] = []
        if case .standardise(let step) = step {
            judges = judgeScores(step)
            troubles += plan.standardise(&works, step, width: 1).filter { isOwn($0) }
        } else {
            for position in works.indices { works[position].take(step, plan: plan) }
        }
        if isTraced {
            changes.append(
                ScoreTrace.Change(
                    event: .step(index, step), before: before, after: work.tracedCells(plan),
                    judges: judges, carried: carried(step)))
        }
        penalise()
    }

    func finish() -> ScoreTrace {
        var work = work
        work.finish()
        return ScoreTrace(
            stage: plan.stage.id, marks: marks, changes: changes, score: work.score,
            troubles: troubles + work.troubles)
    }

    private mutating func decideSheets(before step: ScoringStep) {
        let isTraced = work.decidesSheets(before: step)
        let before = work.tracedCells(plan)
        for position in works.indices { works[position].decideSheets(before: step, plan: plan) }
        let adjustments = (plan.adjustments[work.id] ?? []).filter { $0.judge != nil }
        let reconsiderations = plan.reconsiderations[work.id] ?? []
        guard isTraced, !adjustments.isEmpty || !reconsiderations.isEmpty else { return }
        changes.append(
            ScoreTrace.Change(
                event: .sheetDecisions(adjustments, reconsiderations), before: before,
                after: work.tracedCells(plan)))
    }

    private mutating func penalise() {
        let isTraced = work.penalises
        let before = work.tracedCells(plan)
        for position in works.indices { works[position].penalise(plan) }
        let penalties = (plan.adjustments[work.id] ?? []).filter { $0.judge == nil }
        guard isTraced, !penalties.isEmpty else { return }
        changes.append(
            ScoreTrace.Change(
                event: .penalties(penalties), before: before, after: work.tracedCells(plan)))
    }

    private func judgeScores(_ step: StandardiseStep) -> [ScoreTrace.JudgeScores] {
        MarkSet.sets(of: works, step.set, plan: plan)
            .filter { $0.members.contains { $0.work == target } }
            .sorted { $0.judge < $1.judge }
            .compactMap { set in
                guard let sums = try? JudgeSums(set.members.map(\.score)), let mean = try? sums.mean
                else { return nil }
                return ScoreTrace.JudgeScores(
                    judge: plan.markers[Int(set.judge)].id, sheets: sums.count, mean: mean,
                    variance: (try? sums.variance(step.divisor)) ?? nil)
            }
    }

    private func carried(_ step: ScoringStep) -> [ScoreTrace.Carried] {
        guard case .carry(let step) = step else { return [] }
        return step.sources.map {
            ScoreTrace.Carried(source: $0, score: plan.carried($0, for: work.id))
        }
    }

    /// Whether a trouble with a judge is with one of the submission's judges.
    private func isOwn(_ trouble: ScoringTrouble) -> Bool {
        guard case .noDeviation(let judge, _) = trouble else { return true }
        return work.rows.contains { plan.markers[Int($0.judge)].id == judge }
    }
}

extension SubmissionWork {
    /// The table as a trace shows it.
    fileprivate func tracedCells(_ plan: ScoringPlan) -> [ScoreTrace.Cell] {
        cells.enumerated().map { index, cell in
            let row = rows[index / width]
            let (value, state): (Ratio?, ScoreTrace.Cell.State) =
                switch cell {
                case .value(let value): (value, .scored)
                case .absent: (nil, .notScored)
                case .notApplicable: (nil, .notApplicable)
                case .outOfScope: (nil, .outOfScope)
                case .dropped(let value): (value, .leftOut)
                }
            return ScoreTrace.Cell(
                judge: isOverJudges ? plan.markers[Int(row.judge)].id : nil,
                criterion: isOverCriteria ? plan.id(plan.columns[index % width]) : nil,
                value: value, state: state)
        }
    }
}
