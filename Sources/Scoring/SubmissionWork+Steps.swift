import Contests
import Numbers

extension SubmissionWork {
    /// Takes steps of the rule, with the decisions that come in between; none may be standardise.
    mutating func take(_ steps: Range<Int>, plan: ScoringPlan) {
        for index in steps {
            decideSheets(before: plan.stage.scoring.steps[index], plan: plan)
            take(plan.stage.scoring.steps[index], plan: plan)
            penalise(plan)
        }
    }

    /// Takes one step, unless it is already certain that there is no score.
    mutating func take(_ step: ScoringStep, plan: ScoringPlan) {
        guard !isNotScored else { return }
        guarded { (work) throws(NumbersError) in
            switch step {
            case .combine(let step):
                switch step.axis {
                case .criteria: try work.combineCriteria(step, plan: plan)
                case .judges: try work.combineJudges(step, plan: plan)
                }
            case .drop(let step): work.drop(step, plan: plan)
            case .standardise: break  // needs all sheets of a judge: Standardisation does it
            case .scale(let step): try work.scale(step, plan: plan)
            case .shift(let step): try work.shift(step, plan: plan)
            case .bound(let step): work.bound(step)
            case .round(let step): try work.round(step, plan: plan)
            case .lookUp(let step): work.lookUp(step, plan: plan)
            case .range(let step): try work.measureSpan(step)
            case .carry(let step): try work.carry(step, plan: plan)
            }
        }
    }

    /// Says that the submission has no score, and why.
    mutating func refuse(_ trouble: ScoringTrouble) {
        isNotScored = true
        if !troubles.contains(trouble) { troubles.append(trouble) }
    }

    /// The score and what it came from.
    mutating func finish() {
        if isOnSheetScores, !isDecided { keepSheetScores() }
        if score.failedGate != nil { isNotScored = true }
        score.score = result
        score.own = isNotScored ? nil : score.own ?? result
    }

    private mutating func drop(_ step: DropStep, plan: ScoringPlan) {
        for column in plan.columns(of: step.of, width: width) {
            let values = values(inColumn: column)
            guard values.count >= step.atLeast else {
                if step.fewer == .notScored, !values.isEmpty {
                    refuse(.tooFewSheets(id, found: values.count, needed: step.atLeast))
                }
                continue
            }
            // Rows are in ascending order of judge: of equal values the lowest judge's is left
            // out as lowest, the highest judge's as highest.
            let ordered = values.sorted { ($0.value, $0.row) < ($1.value, $1.row) }
            let left = ordered.prefix(max(step.lowest, 0)) + ordered.suffix(max(step.highest, 0))
            for (row, value) in left {
                cells[row * width + column] = .dropped(value)
                guard isOnSheetScores else { continue }
                score.sheets[row].isDropped = true
                score.sheets[row].counted = value
            }
        }
    }

    private mutating func measureSpan(_ step: RangeStep) throws(NumbersError) {
        guard isOnSheetScores else { return }
        let values = cells.compactMap(\.value)
        guard let lowest = values.min(), let highest = values.max() else { return }
        let span = try highest - lowest
        score.span = span
        score.isSentBack = span > Ratio(step.limit)
    }

    private mutating func carry(_ step: CarryStep, plan: ScoringPlan) throws(NumbersError) {
        guard let own = result else { return }
        score.own = score.own ?? own
        var total = try own * step.ownWeight
        var weights = step.ownWeight
        for source in step.sources {
            guard let carried = plan.carried(source, for: id) else {
                refuse(.nothingToCarry(id, stage: source.stage))
                continue
            }
            total = try total + carried * source.weight
            weights = try weights + source.weight
        }
        guard !isNotScored else { return }
        cells[0] = .value(step.isMean ? try total / weights : total)
    }
}

extension ScoringPlan {
    /// The score that a carry takes from an earlier stage.
    func carried(_ source: CarryStep.Source, for submission: SubmissionID) -> Ratio? {
        let score = earlier[source.stage]?[submission]
        return switch source.score {
        case .total: score?.score
        case .own: score?.own
        }
    }
}
