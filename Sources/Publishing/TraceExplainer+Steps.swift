import Contests
import Formats
import Numbers

extension TraceExplainer {
    /// Each value that came of several, with the calculation where it can be written out.
    func combined(_ step: CombineStep, _ change: ScoreTrace.Change) -> [Phrase] {
        change.after.map { after in
            let parts = change.before.filter { before in
                step.axis == .criteria
                    ? before.judge == after.judge : before.criterion == after.criterion
            }
            let scored = parts.filter { $0.state == .scored && $0.value != nil }
            let who = name(after)
            let label = who.isEmpty ? .none : who + Phrase(": ", "：")
            guard let value = after.value, after.state == .scored else {
                return label + state(after)
            }
            let result = Phrase(verbatim: Formula.result(value))
            if let formula = formula(step, scored), formula.value == value {
                if formula.text == value.term { return label + Phrase(verbatim: formula.text) }
                return label + Phrase(verbatim: formula.text + " ") + result
            }
            let list = scored.map { part in
                name(part, withJudge: step.axis == .judges) + Phrase(verbatim: " ") + state(part)
            }.joined()
            return label + list + Phrase(verbatim: " → ")
                + Phrase(verbatim: ScoreText.short(value))
        }
    }

    private func formula(_ step: CombineStep, _ cells: [Cell]) -> Formula? {
        let values = cells.compactMap(\.value)
        guard step.kinds.isEmpty else { return kindFormula(step, cells) }
        switch (step.axis, step.method) {
        case (_, .sum), (_, .mean), (_, .median): return Formula(step.method, of: values)
        case (.judges, _): return nil
        case (.criteria, let method):
            let parts = cells.compactMap { cell -> (weight: Ratio, value: Ratio)? in
                guard let value = cell.value,
                    let criterion = cell.criterion.flatMap({ criteria[$0] })
                else { return nil }
                guard method == .points else { return (criterion.weight, value) }
                guard let maximum = criterion.maximum,
                    let weight = try? criterion.weight / Ratio(maximum)
                else { return nil }
                return (weight, value)
            }
            guard parts.count == cells.count else { return nil }
            return Formula(weighted: parts, isMean: method == .weightedMean)
        }
    }

    /// The kinds' own values with their weights.
    private func kindFormula(_ step: CombineStep, _ cells: [Cell]) -> Formula? {
        let parts = step.kinds.compactMap { kind -> (weight: Ratio, value: Ratio)? in
            let own = cells.filter { cell in
                cell.judge.flatMap { explainer.record.judges[$0] }?.kind == kind.kind
            }
            return Formula(step.method, of: own.compactMap(\.value)).map { (kind.weight, $0.value) }
        }
        return Formula(weighted: parts, isMean: true)
    }

    /// What was left out, or that nothing was.
    func dropped(_ change: ScoreTrace.Change) -> [Phrase] {
        let out = zip(change.before, change.after).filter {
            $0.state == .scored && $1.state == .leftOut
        }.map { before, _ in name(before) + Phrase(verbatim: " ") + explainer.value(before.value) }
        guard !out.isEmpty else { return [Phrase("nothing was left out", "未去分")] }
        return [Phrase("left out: ", "去掉：") + out.joined()]
    }

    /// Each judge's standard score, with the mean and deviation that it is measured by.
    func standardised(_ step: StandardiseStep, _ change: ScoreTrace.Change) -> [Phrase] {
        zip(change.before, change.after).map { before, after in
            let label = name(before) + Phrase(": ", "：")
            guard let raw = before.value, let standard = after.value,
                let own = change.judges.first(where: { $0.judge == before.judge }),
                let deviation = own.deviation
            else { return label + state(after) }
            let mean = ScoreText.short(own.mean)
            let formula =
                "\(step.mean) + \(step.deviation) × (\(ScoreText.short(raw)) − \(mean)) ÷ "
                + "\(deviation) → \(ScoreText.short(standard))"
            let basis = Phrase(
                "mean \(mean) and deviation \(deviation) of \(own.sheets) sheets",
                "该评委 \(own.sheets) 份评分的均值 \(mean)、标准差 \(deviation)")
            return label + Phrase(verbatim: formula) + basis.bracketed
        }
    }

    /// The stage's own score and what was carried, with their weights.
    func carried(_ step: CarryStep, _ change: ScoreTrace.Change) -> [Phrase] {
        var lines = change.carried.map { carried in
            let name = explainer.names.stage(
                StageID(track: trace.stage.track, name: carried.source.stage))
            return name.quoted.wrapped("carried from ", "带入") + Phrase(": ", "：")
                + explainer.value(carried.score)
        }
        guard let own = change.before.first?.value, let total = change.after.first?.value else {
            return lines
        }
        let parts = change.carried.compactMap { carried in
            carried.score.map { (weight: carried.source.weight, value: $0) }
        }
        let all = [(weight: step.ownWeight, value: own)] + parts
        if let formula = Formula(weighted: all, isMean: step.isMean), formula.value == total {
            lines.append(Phrase(verbatim: formula.text + " " + Formula.result(total)))
        } else {
            lines.append(Phrase(verbatim: "→ " + ScoreText.short(total)))
        }
        return lines
    }

    /// Values that a step changed one by one.
    func changed(_ change: ScoreTrace.Change) -> [Phrase] {
        let lines = zip(change.before, change.after).filter { $0 != $1 }.map { before, after in
            let who = name(before)
            let label = who.isEmpty ? .none : who + Phrase(": ", "：")
            return label + state(before) + Phrase(verbatim: " → ") + state(after)
        }
        return lines.isEmpty ? [Phrase("nothing changed", "无变化")] : lines
    }
}

extension ScoreTrace.JudgeScores {
    /// The deviation to four decimals, for people to read; none where there is none.
    fileprivate var deviation: String? {
        guard let variance, variance > .zero else { return nil }
        let root = RootedValue(offset: .zero, radicand: variance, isNegative: false)
        return (try? root.rounded(Rounding(digits: 4))).map { ScoreText.short($0) }
    }
}
