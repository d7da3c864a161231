import Contests
import Numbers

/// The steps that change single cells.
extension SubmissionWork {
    mutating func scale(_ step: ScaleStep, plan: ScoringPlan) throws(NumbersError) {
        let columns = plan.columns(of: step.of, width: width)
        guard hasValues(in: columns) else { return }
        var factor = step.factor
        if let field = step.field {
            guard let number = plan.number(in: field, of: id) else {
                return refuse(.fieldMissing(id, field: field))
            }
            factor = try factor * number
        }
        for column in columns {
            var own = factor
            if step.byWeight, isOverCriteria, plan.columns[column].role == .weighted {
                own = try own * plan.columns[column].weight
            }
            try change(column) { (value) throws(NumbersError) in try value * own }
        }
    }

    mutating func shift(_ step: ShiftStep, plan: ScoringPlan) throws(NumbersError) {
        let columns = plan.columns(of: step.of, width: width)
        guard hasValues(in: columns) else { return }
        var amount = step.amount
        if let field = step.field {
            guard let number = plan.number(in: field, of: id) else {
                return refuse(.fieldMissing(id, field: field))
            }
            amount = try amount + number
        }
        for column in columns {
            try change(column) { (value) throws(NumbersError) in try value + amount }
        }
    }

    mutating func bound(_ step: BoundStep) {
        for index in cells.indices {
            guard var value = cells[index].value else { continue }
            if let minimum = step.minimum { value = max(value, Ratio(minimum)) }
            if let maximum = step.maximum { value = min(value, Ratio(maximum)) }
            cells[index] = .value(value)
        }
    }

    mutating func round(_ step: RoundStep, plan: ScoringPlan) throws(NumbersError) {
        for column in plan.columns(of: step.of, width: width) {
            try change(column) { (value) throws(NumbersError) in try value.rounded(step.rounding) }
        }
    }

    mutating func lookUp(_ step: LookUpStep, plan: ScoringPlan) {
        let columns = plan.columns(of: step.of, width: width)
        guard hasValues(in: columns) else { return }
        guard let key = plan.record.submissions[id]?.fields[step.field] else {
            return refuse(.fieldMissing(id, field: step.field))
        }
        let row = plan.tables[step.table]?.rows[key] ?? [:]
        for column in columns {
            for (index, value) in values(inColumn: column) {
                let mark = Points(exactly: value)
                if let found = mark.flatMap({ row[$0] }) {
                    cells[index * width + column] = .value(Ratio(found))
                    continue
                }
                // A value between two decimals is told as the nearest one.
                let told = mark ?? Points(nearest: value)
                troubles.append(.notInTable(id, table: step.table, key: key, mark: told))
                cells[index * width + column] = .absent
                if plan.hasSheetScores, isOverCriteria, plan.columns[column].isRequired {
                    rows[index].isComplete = false
                }
            }
        }
    }

    /// Whether there is anything to change; where there is not, no field is missed.
    private func hasValues(in columns: [Int]) -> Bool {
        columns.contains { column in
            rows.indices.contains { cells[$0 * width + column].value != nil }
        }
    }

    private mutating func change(
        _ column: Int, by body: (Ratio) throws(NumbersError) -> Ratio
    ) throws(NumbersError) {
        for row in rows.indices {
            guard let value = cells[row * width + column].value else { continue }
            cells[row * width + column] = .value(try body(value))
        }
    }
}

extension Points {
    /// A ratio that has at most 6 decimals.
    init?(exactly ratio: Ratio) {
        let millionth: Int128 = 1_000_000
        guard millionth % ratio.denominator == 0 else { return nil }
        let (count, overflow) = ratio.numerator.multipliedReportingOverflow(
            by: millionth / ratio.denominator)
        guard !overflow, let millionths = Int64(exactly: count) else { return nil }
        self.init(millionths: millionths)
    }

    /// The nearest decimal to a ratio, for messages.
    fileprivate init(nearest ratio: Ratio) {
        let rounded = try? ratio.rounded(Rounding(digits: Points.maximumDecimals))
        self = rounded.flatMap { Points(exactly: $0) } ?? .zero
    }
}
