import Contests
import Numbers

/// The decisions of people, which come in at fixed moments.
extension SubmissionWork {
    /// Whether the decisions on sheets come in before a step: the first over judges, where each
    /// sheet has one score.
    func decidesSheets(before step: ScoringStep) -> Bool {
        guard isOnSheetScores, !isDecided, !isNotScored else { return false }
        return switch step {
        case .drop: true
        case .combine(let step): step.axis == .judges
        default: false
        }
    }

    /// Whether the decisions on the submission come in now: one value has just been left.
    var penalises: Bool { isOneValue && !isPenalised && !isNotScored }

    mutating func decideSheets(before step: ScoringStep, plan: ScoringPlan) {
        guard decidesSheets(before: step) else { return }
        isDecided = true
        keepSheetScores()
        let adjustments = plan.adjustments[id] ?? []
        let reconsiderations = plan.reconsiderations[id] ?? []
        guard !adjustments.isEmpty || !reconsiderations.isEmpty else { return }
        guarded { (work) throws(NumbersError) in
            for row in work.rows.indices {
                let judge = work.score.sheets[row].judge
                try work.adjust(row, by: adjustments.filter { $0.judge == judge })
                if let last = reconsiderations.last(where: { $0.judge == judge }) {
                    work.score.sheets[row].reconsidered = last.score
                    work.cells[row] = .value(Ratio(last.score))
                }
            }
        }
    }

    mutating func penalise(_ plan: ScoringPlan) {
        guard penalises else { return }
        isPenalised = true
        guard let value = result else { return }
        let penalties = (plan.adjustments[id] ?? []).filter { $0.judge == nil }
        guard !penalties.isEmpty else { return }
        guarded { (work) throws(NumbersError) in
            work.cells[0] = .value(try value + penalties.map { Ratio($0.points) }.sum())
        }
    }

    /// Keeps what the sheets came to before people's decisions.
    mutating func keepSheetScores() {
        for row in rows.indices {
            if isStandardised {
                // A sheet whose judge has no deviation keeps its raw score and has no other.
                if let standard = cells[row].value { score.sheets[row].standard = standard }
            } else {
                score.sheets[row].raw = cells[row].value
            }
        }
    }

    private mutating func adjust(_ row: Int, by adjustments: [Adjustment]) throws(NumbersError) {
        guard !adjustments.isEmpty else { return }
        let total = try adjustments.map { Ratio($0.points) }.sum()
        guard let points = Points(exactly: total) else { throw .overflow }
        score.sheets[row].adjustment = points
        if let value = cells[row].value { cells[row] = .value(try value + total) }
    }
}
