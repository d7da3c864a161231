import Contests
import Formats
import Numbers

/// Tells the steps of a trace one by one, with the numbers that went in and came out.
struct TraceExplainer {
    typealias Cell = ScoreTrace.Cell

    let explainer: StageExplainer
    let trace: ScoreTrace
    let criteria: [CriterionID: Criterion]

    init(_ explainer: StageExplainer, _ trace: ScoreTrace) {
        self.explainer = explainer
        self.trace = trace
        criteria = (explainer.names.rubrics[trace.stage]?.criteria ?? []).reduce(into: [:]) {
            $0[$1.id] = $1
        }
    }

    var sections: [Explanation.Section] {
        let marks = Explanation.Section(title: Phrase("Marks", "打分"), lines: markLines)
        let steps = Explanation.Section(
            title: Phrase("Step by step", "计分过程"), lines: trace.changes.flatMap(lines))
        return [marks, steps]
    }

    /// A line for each judge, with the marks in the order of the rubric.
    private var markLines: [Phrase] {
        rows(trace.marks).map { judge, cells in
            let marks = cells.filter { $0.state != .outOfScope }.map { cell in
                name(cell, withJudge: false) + Phrase(verbatim: " ") + state(cell)
            }
            return (judge.map { explainer.judges[$0] } ?? .none) + Phrase(": ", "：")
                + marks.joined(Phrase(", ", "，"))
        }
    }

    private func lines(_ change: ScoreTrace.Change) -> [Phrase] {
        switch change.event {
        case .sheetDecisions(let adjustments, let reconsiderations):
            adjustments.map(line) + reconsiderations.map(line)
        case .penalties(let adjustments): adjustments.map(line)
        case .step(_, let step):
            [step.wording(in: trace.stage, names: explainer.names).sentence]
                + details(of: step, change).map { Phrase(verbatim: "– ") + $0 }
        }
    }

    private func details(of step: ScoringStep, _ change: ScoreTrace.Change) -> [Phrase] {
        switch step {
        case .combine(let combine): combined(combine, change)
        case .drop: dropped(change)
        case .standardise(let step): standardised(step, change)
        case .carry(let step): carried(step, change)
        case .scale, .shift, .bound, .round, .lookUp: changed(change)
        case .range: []
        }
    }

    /// Cells with the same judge, in order.
    func rows(_ cells: [Cell]) -> [(judge: JudgeID?, cells: [Cell])] {
        var rows: [(judge: JudgeID?, cells: [Cell])] = []
        for cell in cells {
            if rows.last?.judge == cell.judge, !rows.isEmpty {
                rows[rows.count - 1].cells.append(cell)
            } else {
                rows.append((cell.judge, [cell]))
            }
        }
        return rows
    }

    /// Whose value and on what.
    func name(_ cell: Cell, withJudge: Bool = true) -> Phrase {
        let judge = withJudge ? cell.judge.map { explainer.judges[$0] } : nil
        let criterion = cell.criterion.map { explainer.names.criterion($0, in: trace.stage) }
        return [judge, criterion].compactMap(\.self).joined(Phrase(", ", "，"))
    }

    /// A value, or in words why there is none.
    func state(_ cell: Cell) -> Phrase {
        switch cell.state {
        case .scored: explainer.value(cell.value)
        case .leftOut: explainer.value(cell.value) + Phrase("left out", "已去掉").bracketed
        case .notScored: Phrase("not scored", "未评分")
        case .notApplicable: Phrase("not applicable", "不适用")
        case .outOfScope: Phrase("not this judge's", "不由该评委评分")
        }
    }

    /// An adjustment; who decided it and why only for the office.
    private func line(_ adjustment: Adjustment) -> Phrase {
        let points = Phrase("\(adjustment.points.signed) points", "\(adjustment.points.signed) 分")
        let whose =
            adjustment.judge.map { explainer.judges[$0] + Phrase("'s sheet", "的评分") }
            ?? Phrase("the submission's score", "作品得分")
        return [Phrase("adjustment of ", "调整"), whose, Phrase(": ", "："), points]
            .reduce(.none) { $0 + $1 } + reason(adjustment.decision)
    }

    private func line(_ reconsideration: Reconsideration) -> Phrase {
        explainer.judges[reconsideration.judge]
            + Phrase(
                " reconsidered: \(reconsideration.score) counts in place of the first score",
                "复议：以 \(reconsideration.score) 分代替原得分") + reason(reconsideration.decision)
    }

    private func reason(_ decision: Decision) -> Phrase {
        explainer.audience == .office ? Phrase(": ", "：") + decision.wording : .none
    }
}
