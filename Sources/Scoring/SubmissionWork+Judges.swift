import Contests
import Numbers

/// Combining over judges.
extension SubmissionWork {
    mutating func combineJudges(_ step: CombineStep, plan: ScoringPlan) throws(NumbersError) {
        guard isOverJudges else { return }
        if isOnSheetScores { keepCounted(step, plan: plan) }
        var combined: [Cell] = []
        for column in 0..<width {
            combined.append(try combine(column, step, plan: plan))
        }
        let hadRows = !rows.isEmpty
        cells = combined
        rows = hadRows ? [Row(judge: 0, confidence: nil)] : []
        isOverJudges = false
        // One row is left even of no sheets, so that what follows always finds a cell.
        if rows.isEmpty {
            rows = [Row(judge: 0, confidence: nil)]
            isNotScored = true
        }
    }

    /// Keeps, for each sheet, the score that is combined; that of a dropped one is kept already.
    private mutating func keepCounted(_ step: CombineStep, plan: ScoringPlan) {
        for row in rows.indices where !score.sheets[row].isDropped {
            let kind = plan.markers[Int(rows[row].judge)].kind
            let isOfKind = step.kinds.isEmpty || step.kinds.contains { $0.kind == kind }
            score.sheets[row].counted = isOfKind ? cells[row].value : nil
        }
    }

    private mutating func combine(
        _ column: Int, _ step: CombineStep, plan: ScoringPlan
    ) throws(NumbersError) -> Cell {
        let values = values(inColumn: column)
        guard !values.isEmpty else {
            let isOutside = rows.indices.contains { cells[$0 * width + column] == .notApplicable }
            return isOutside ? .notApplicable : .absent
        }
        let value =
            step.kinds.isEmpty
            ? try combine(values, by: step.method, plan: plan)
            : try combineKinds(values, step, plan: plan)
        return value.map(Cell.value) ?? .absent
    }

    /// Each kind's judges by the method, and then the mean of the kinds with their weights.
    private mutating func combineKinds(
        _ values: [(row: Int, value: Ratio)], _ step: CombineStep, plan: ScoringPlan
    ) throws(NumbersError) -> Ratio? {
        var total = Ratio.zero
        var weights = Ratio.zero
        for kind in step.kinds {
            let own = values.filter { plan.markers[Int(rows[$0.row].judge)].kind == kind.kind }
            guard let value = try combine(own, by: step.method, plan: plan) else {
                if step.missingKind == .notScored { refuse(.kindMissing(id, kind.kind)) }
                continue
            }
            total = try total + value * kind.weight
            weights = try weights + kind.weight
        }
        return weights == .zero ? nil : try total / weights
    }

    private mutating func combine(
        _ values: [(row: Int, value: Ratio)], by method: CombineStep.Method, plan: ScoringPlan
    ) throws(NumbersError) -> Ratio? {
        guard !values.isEmpty else { return nil }
        switch method {
        case .sum: return try values.map(\.value).sum()
        case .mean: return try values.map(\.value).mean()
        case .median: return try values.map(\.value).median()
        case .weightedMean: return try combineByConfidence(values, plan: plan)
        case .weightedSum, .points: return nil  // no meaning over judges; the rule's check says so
        }
    }

    /// The mean with the judges' confidence as weights; all count alike where no sheet states any.
    private mutating func combineByConfidence(
        _ values: [(row: Int, value: Ratio)], plan: ScoringPlan
    ) throws(NumbersError) -> Ratio? {
        guard !plan.marks.confidenceOfRow.isEmpty else { return try values.map(\.value).mean() }
        var total = Ratio.zero
        var weights = Ratio.zero
        for (row, value) in values {
            guard let confidence = rows[row].confidence.map({ Ratio($0) }) else {
                let judge = plan.markers[Int(rows[row].judge)].id
                let trouble = ScoringTrouble.confidenceMissing(id, judge)
                if !troubles.contains(trouble) { troubles.append(trouble) }
                if isOnSheetScores { score.sheets[row].counted = nil }
                continue
            }
            total = try total + value * confidence
            weights = try weights + confidence
        }
        return weights == .zero ? nil : try total / weights
    }
}
