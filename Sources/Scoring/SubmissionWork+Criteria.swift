import Contests
import Numbers

/// Combining over criteria.
extension SubmissionWork {
    /// What a row of criteria comes to.
    private enum Sum {
        case value(Ratio)
        /// Nothing was scored, or a required criterion has no value.
        case nothing
        /// A weight cannot be shared out.
        case stuck(position: Int)
    }

    mutating func combineCriteria(_ step: CombineStep, plan: ScoringPlan) throws(NumbersError) {
        guard isOverCriteria else { return }
        if !isOverJudges { keepCriteria(plan) }
        var combined: [Cell] = []
        for row in rows.indices {
            let cells = cells[row * width..<(row + 1) * width]
            combined.append(try combine(cells, row: row, by: step.method, plan: plan))
        }
        cells = combined
        width = 1
        isOverCriteria = false
        guard isOverJudges else { return }
        score.sheets = rows.map { SheetScore(judge: plan.markers[Int($0.judge)].id) }
    }

    /// Keeps the value of each criterion, where judges were combined first.
    private mutating func keepCriteria(_ plan: ScoringPlan) {
        guard !rows.isEmpty else { return }
        for (index, column) in plan.columns.enumerated() {
            score.criteria[column.position] = cells[index].value
        }
    }

    private mutating func combine(
        _ cells: ArraySlice<Cell>, row: Int, by method: CombineStep.Method, plan: ScoringPlan
    ) throws(NumbersError) -> Cell {
        guard rows[row].isComplete else { return .absent }
        if !isOverJudges {
            let gap = zip(cells, plan.columns).contains { cell, column in
                cell == .absent && column.isRequired
            }
            if gap { return .absent }
        }
        switch try sum(cells, by: method, plan: plan) {
        case .value(let value): return .value(value)
        case .nothing: return .absent
        case .stuck(let position):
            let criterion = plan.criteria[position].id
            let judge = isOverJudges ? plan.markers[Int(rows[row].judge)].id : nil
            troubles.append(.cannotRedistribute(id, judge, criterion))
            return .absent
        }
    }

    private func sum(
        _ cells: ArraySlice<Cell>, by method: CombineStep.Method, plan: ScoringPlan
    ) throws(NumbersError) -> Sum {
        var present: [(column: ScoringPlan.Column, value: Ratio)] = []
        var missing: [ScoringPlan.Column] = []
        var extra: Ratio?
        for (cell, column) in zip(cells, plan.columns) {
            switch (cell, column.role) {
            case (.value(let value), .weighted): present.append((column, value))
            case (.value(let value), .bonus): extra = try (extra ?? .zero) + value
            case (.value(let value), .deduction): extra = try (extra ?? .zero) - value
            case (.notApplicable, .weighted): missing.append(column)
            case (.notApplicable, _), (.absent, _), (.outOfScope, _), (.dropped, _): break
            }
        }
        guard !present.isEmpty else {
            // A rubric of bonuses and deductions alone starts from nothing.
            let isExtraAlone = !plan.columns.contains { $0.role == .weighted }
            return isExtraAlone ? extra.map(Sum.value) ?? .nothing : .nothing
        }
        let base = try Self.base(present, missing: missing, by: method)
        guard case .value(let value) = base, let extra else { return base }
        return .value(try value + extra)
    }

    private static func base(
        _ present: [(column: ScoringPlan.Column, value: Ratio)], missing: [ScoringPlan.Column],
        by method: CombineStep.Method
    ) throws(NumbersError) -> Sum {
        let weights = present.map(\.column.weight)
        var total = Ratio.zero
        switch method {
        case .mean: return .value(try present.map(\.value).mean())
        case .median: return .value(try present.map(\.value).median())
        case .weightedMean:
            for (column, value) in present { total = try total + value * column.weight }
            let sum = try weights.sum()
            return sum == .zero ? .nothing : .value(try total / sum)
        case .weightedSum:
            for (column, value) in present { total = try total + value * column.weight }
        case .points:
            for (column, value) in present {
                guard let maximum = column.maximum, maximum != .zero else { return .nothing }
                total = try total + value * column.weight / maximum
            }
        case .sum: total = try present.map(\.value).sum()
        }
        guard let first = missing.first else { return .value(total) }
        let share: (ScoringPlan.Column) -> Ratio? = {
            method == .sum ? $0.maximum : $0.weight
        }
        let kept = present.compactMap { share($0.column) }
        let lost = missing.compactMap(share)
        let all = try kept.sum() + lost.sum()
        let rest = try kept.sum()
        guard kept.count == present.count, lost.count == missing.count, rest != .zero else {
            return .stuck(position: first.position)
        }
        return .value(try total * all / rest)
    }
}
