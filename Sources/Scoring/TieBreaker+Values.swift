import Contests
import Numbers

/// What the tie-breaks compare.
extension TieBreaker {
    /// The value of a rule that looks at one submission alone; none if there is none.
    func value(of rule: TieBreak.Rule, for contender: Contender) -> Ratio? {
        let scores = sheetScores(of: contender)
        switch rule {
        case .criterion(let id): return criterion(id, for: contender)
        case .untrimmedSum: return scores.isEmpty ? nil : try? scores.sum()
        case .highestSheet: return scores.max()
        case .lowestSheet: return scores.min()
        case .firstPlaces: return Ratio(whole: firstPlaces[contender.id] ?? 0)
        case .sheetsAbove(let limit): return Ratio(whole: scores.count { $0 > Ratio(limit) })
        case .kind(let kind): return mean(of: kind, for: contender)
        case .earlierStage(let name): return earlier[name]?[contender.id]?.score
        case .field(let name):
            let text = record.submissions[contender.id]?.fields[name]
            return text.flatMap { try? Ratio(parsing: $0) }
        // These look at all of the tied, or at the clock: TieBreaker asks for them by name.
        case .headToHead, .countBack, .earlierSubmission, .draw: return nil
        }
    }

    /// The scores of all sheets that have one, none left out.
    func sheetScores(of contender: Contender) -> [Ratio] {
        contender.result.sheets.compactMap { $0.wholeScore(isStandard: isStandard) }
    }

    /// When each was handed in, in seconds since 1970.
    ///
    /// Where any of them has no time, the order of loading counts for all, so that times and
    /// orders are never compared with each other.
    func moments(_ group: [Contender]) -> [Ratio?] {
        let times = group.map { record.submissions[$0.id]?.submitted }
        guard times.contains(where: { $0 == nil }) else {
            return times.map { time in time.map { Ratio(whole: Int($0.seconds)) } }
        }
        return group.map { record.loadOrder[$0.id].map { Ratio(whole: $0) } }
    }

    private func criterion(_ id: CriterionID, for contender: Contender) -> Ratio? {
        let named = Set(rubric.criteria(named: id))
        let values = zip(rubric.criteria, contender.result.criteria).compactMap {
            criterion, value in
            named.contains(criterion.id) ? value : nil
        }
        return values.isEmpty ? nil : try? values.sum()
    }

    private func mean(of kind: JudgeKind, for contender: Contender) -> Ratio? {
        let scores = contender.result.sheets.compactMap { sheet in
            record.judges[sheet.judge]?.kind == kind
                ? sheet.wholeScore(isStandard: isStandard) : nil
        }
        return scores.isEmpty ? nil : try? scores.mean()
    }

    /// How many judges put each submission first among all of their submissions in the contest.
    ///
    /// A judge who puts several first counts for each of them.
    static func firstPlaces(
        among scores: [(SubmissionID, [JudgeID: Ratio])], order: ScoringRule.Order
    ) -> [SubmissionID: Int] {
        var best: [JudgeID: Ratio] = [:]
        for (_, sheets) in scores {
            for (judge, value) in sheets {
                let known = best[judge] ?? value
                best[judge] = order == .ascending ? min(known, value) : max(known, value)
            }
        }
        let firsts = scores.map { id, sheets in (id, sheets.count { best[$0.key] == $0.value }) }
        return Dictionary(firsts, uniquingKeysWith: { one, _ in one })
    }
}

extension SheetScore {
    /// The sheet's score, also where it was left out or its kind does not count; none without one.
    func wholeScore(isStandard: Bool) -> Ratio? {
        if let score = counted ?? reconsidered.map({ Ratio($0) }) { return score }
        guard let score = isStandard ? standard : raw, let adjustment else {
            return isStandard ? standard : raw
        }
        return try? score + Ratio(adjustment)
    }
}

extension SubmissionScore {
    /// The sheets' scores by judge, none left out.
    func scoreByJudge(isStandard: Bool) -> [JudgeID: Ratio] {
        Dictionary(
            sheets.compactMap { sheet in
                sheet.wholeScore(isStandard: isStandard).map { (sheet.judge, $0) }
            }, uniquingKeysWith: { one, _ in one })
    }
}
