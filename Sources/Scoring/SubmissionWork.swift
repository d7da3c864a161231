import Contests
import Numbers

/// A submission's table while its score is made: a row for each sheet, a column for each criterion.
struct SubmissionWork: Sendable {
    /// What there is in a cell.
    enum Cell: Sendable, Hashable {
        case value(Ratio)
        /// Nothing was given, or nothing that can be used.
        case absent
        /// "Not applicable": the other criteria share out the weight.
        case notApplicable
        /// The judge does not mark this criterion.
        case outOfScope
        /// Left out as one of the highest or lowest.
        case dropped(Ratio)

        var value: Ratio? {
            guard case .value(let value) = self else { return nil }
            return value
        }
    }

    /// A sheet.
    struct Row: Sendable {
        /// Its judge, as an index into the marks' judges.
        let judge: Int32
        let confidence: Points?
        /// Whether it can have a score: no required mark is missing or useless.
        var isComplete = true
    }

    let participant: ScoringPlan.Participant
    var score: SubmissionScore
    var troubles: [ScoringTrouble] = []

    /// The sheets, in ascending order of judge; one row is left after judges were combined.
    var rows: [Row] = []
    /// The cells, row by row.
    var cells: [Cell] = []
    /// Columns of the table: one after criteria were combined.
    var width: Int
    var isOverCriteria = true
    var isOverJudges = true
    /// Whether sheet scores are standard scores by now.
    var isStandardised = false
    /// Whether the decisions on sheets have come in.
    var isDecided = false
    /// Whether the decisions on the submission have come in.
    var isPenalised = false
    /// Whether it is certain that there is no score.
    var isNotScored = false

    var id: SubmissionID { participant.id }

    /// Whether each sheet has one score.
    var isOnSheetScores: Bool { !isOverCriteria && isOverJudges }

    /// Whether one value is left.
    var isOneValue: Bool { !isOverCriteria && !isOverJudges }

    /// The value that is left; none before, or if there is none.
    var result: Ratio? { isOneValue && !isNotScored ? cells.first?.value : nil }

    /// The table of a participant's marks.
    init(_ participant: ScoringPlan.Participant, plan: ScoringPlan) {
        self.participant = participant
        width = plan.columns.count
        score = SubmissionScore(submission: participant.id)
        for row in participant.rows {
            let confidence =
                plan.marks.confidenceOfRow.isEmpty ? nil : plan.marks.confidenceOfRow[row]
            rows.append(Row(judge: plan.marks.judgeOfRow[row], confidence: confidence))
        }
        cells.reserveCapacity(rows.count * width)
        guarded { (work) throws(NumbersError) in try work.read(plan) }
        findMissing(plan)
        checkGates(plan)
        readCriteria(plan)
    }

    /// Does something that may overflow; then there is no score, and that is told.
    mutating func guarded(_ body: (inout Self) throws(NumbersError) -> Void) {
        do {
            try body(&self)
        } catch {
            isNotScored = true
            troubles.append(.overflow(id))
        }
    }

    /// The values of a column, with their rows.
    func values(inColumn column: Int) -> [(row: Int, value: Ratio)] {
        rows.indices.compactMap { row in
            cells[row * width + column].value.map { (row, $0) }
        }
    }
}

// MARK: - Reading the marks

extension SubmissionWork {
    private mutating func read(_ plan: ScoringPlan) throws(NumbersError) {
        let marks = plan.marks
        for index in rows.indices {
            for column in plan.columns {
                let mark = column.markColumn.flatMap {
                    marks[participant.rows.lowerBound + index, $0]
                }
                let cell = try cell(mark, column: column, of: rows[index].judge, plan: plan)
                cells.append(cell)
                if plan.hasSheetScores, cell == .absent, mark != nil, column.isRequired {
                    rows[index].isComplete = false
                }
            }
        }
    }

    private mutating func cell(
        _ mark: Mark.Value?, column: ScoringPlan.Column, of judge: Int32, plan: ScoringPlan
    ) throws(NumbersError) -> Cell {
        switch mark {
        case .points(let points):
            guard column.isMeasured else { return .value(Ratio(points)) }
            if let value = try plan.points(for: points, in: column) { return .value(value) }
            troubles.append(.notMeasurable(id, plan.id(column), value: points))
            return .absent
        case .notApplicable:
            switch column.notApplicable {
            case .counted(let points): return .value(Ratio(points))
            case .redistributed: return .notApplicable
            case .refused: return .absent
            }
        case nil, .text: return plan.isInScope(judge, column.position) ? .absent : .outOfScope
        }
    }

    /// Counts assigned sheets that did not come, and those that came without a required mark.
    private mutating func findMissing(_ plan: ScoringPlan) {
        // Rows and assignments are both in ascending order of judge.
        var row = 0
        for assignment in participant.assignments {
            let judge = plan.assignments[assignment].judge
            while row < rows.count, plan.markers[Int(rows[row].judge)].id < judge { row += 1 }
            if row == rows.count || plan.markers[Int(rows[row].judge)].id != judge {
                score.missingSheets += 1
            }
        }
        if plan.hasSheetScores { findIncomplete(plan) }
        score.completeSheets = rows.count(where: \.isComplete)
    }

    /// Where a sheet has a score of its own, it has none without a required mark.
    private mutating func findIncomplete(_ plan: ScoringPlan) {
        for (index, row) in participant.rows.enumerated() {
            let judge = rows[index].judge
            var isMissing = false
            for (position, column, criterion) in plan.required {
                guard plan.isInScope(judge, position) else { continue }
                if column.flatMap({ plan.marks[row, $0] }) != nil { continue }
                isMissing = true
                troubles.append(
                    .incompleteSheet(id, plan.markers[Int(judge)].id, criterion))
            }
            if isMissing {
                score.missingSheets += 1
                rows[index].isComplete = false
            }
        }
    }

    private mutating func checkGates(_ plan: ScoringPlan) {
        for gate in plan.gates where score.failedGate == nil {
            let looks = participant.rows.compactMap { row -> Points? in
                guard case .points(let points) = plan.marks[row, gate.markColumn] else {
                    return nil
                }
                return points
            }
            let failing = looks.count { $0 == .zero }
            let isFailed =
                switch gate.gate.failing {
                case .any: failing > 0
                case .majority: 2 * failing > looks.count
                case .all: failing > 0 && failing == looks.count
                }
            if isFailed { score.failedGate = gate.id }
        }
    }

    /// Keeps the best marks and, for rules that combine criteria first, each criterion's mean.
    private mutating func readCriteria(_ plan: ScoringPlan) {
        score.criteria = [Ratio?](repeating: nil, count: plan.criteria.count)
        score.bestMarks = [Points?](repeating: nil, count: score.criteria.count)
        for (index, column) in plan.columns.enumerated() {
            if let markColumn = column.markColumn {
                score.bestMarks[column.position] = participant.rows.compactMap { row -> Points? in
                    guard case .points(let points) = plan.marks[row, markColumn] else { return nil }
                    return points
                }.max()
            }
            if plan.hasSheetScores { keepMean(ofColumn: index, at: column.position) }
        }
    }

    private mutating func keepMean(ofColumn column: Int, at position: Int) {
        guard cells.count == rows.count * width else { return }  // reading overflowed
        let values = values(inColumn: column).map(\.value)
        guard !values.isEmpty else { return }
        guarded { (work) throws(NumbersError) in work.score.criteria[position] = try values.mean() }
    }
}
