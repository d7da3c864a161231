import Contests
import Numbers

/// Orders submissions by score and tells equal scores apart by a stage's chain of tie-breaks.
struct TieBreaker: Sendable {
    let stage: Stage
    let rubric: Rubric
    let record: ContestRecord
    let earlier: [String: StageScores]
    /// Whether sheets are compared by their standard scores.
    let isStandard: Bool
    /// How many judges put each submission first; counted only if a tie-break asks.
    let firstPlaces: [SubmissionID: Int]

    init(
        stage: Stage, rubric: Rubric, scores: StageScores, record: ContestRecord,
        earlier: [String: StageScores]
    ) {
        self.stage = stage
        self.rubric = rubric
        self.record = record
        self.earlier = earlier
        let isStandard = stage.scoring.steps.contains(where: \.isStandardise)
        self.isStandard = isStandard
        let isAsked = stage.ties.contains { $0.rule == .firstPlaces }
        let present =
            isAsked ? scores.submissions.filter { record.exits[$0.submission] == nil } : []
        firstPlaces = Self.firstPlaces(
            among: present.map { ($0.submission, $0.scoreByJudge(isStandard: isStandard)) },
            order: stage.scoring.order)
    }

    /// The contenders in groups of those whom nothing told apart, the best group first.
    ///
    /// Within a group they are in ascending order of submission.
    ///
    /// - Parameter contenders: In ascending order of submission.
    func groups(of contenders: [Contender]) -> [[Contender]] {
        let isUp = stage.scoring.order == .ascending
        // Contenders come in ascending order of submission; only numbers are moved about.
        let ordered = contenders.indices.map { (score: contenders[$0].score, index: $0) }
            .sorted { one, other in
                if one.score == other.score { return one.index < other.index }
                return isUp ? one.score < other.score : one.score > other.score
            }
        var groups: [[Contender]] = []
        groups.reserveCapacity(contenders.count)
        var first = 0
        while first < ordered.count {
            var end = first + 1
            while end < ordered.count, ordered[end].score == ordered[first].score { end += 1 }
            let group = ordered[first..<end].map { contenders[$0.index] }
            groups += split(group, firstPlace: first + 1, by: stage.ties[...])
            first = end
        }
        return groups
    }

    /// Splits a group by the first tie-break, and what that leaves tied by the others.
    private func split(
        _ group: [Contender], firstPlace: Int, by chain: ArraySlice<TieBreak>
    ) -> [[Contender]] {
        guard group.count > 1, let tieBreak = chain.first else { return [group] }
        let isTooLow = tieBreak.throughPlace.map { firstPlace > $0 } ?? false
        let parts = isTooLow ? [group] : split(group, by: tieBreak)
        var result: [[Contender]] = []
        var first = firstPlace
        for part in parts {
            result += split(part, firstPlace: first, by: chain.dropFirst())
            first += part.count
        }
        return result
    }

    /// The parts that one tie-break makes of a group, the best first.
    private func split(_ group: [Contender], by tieBreak: TieBreak) -> [[Contender]] {
        switch tieBreak.rule {
        case .countBack: return countBack(group, tieBreak)
        case .headToHead:
            return split(group, tieBreak, values: headToHead(group))
        case .draw(let seed):
            return split(group, tieBreak, values: drawn(group, seed: seed), isLowFirst: true)
        case .earlierSubmission:
            return split(group, tieBreak, values: moments(group), isLowFirst: true)
        default:
            return split(group, tieBreak, values: group.map { value(of: tieBreak.rule, for: $0) })
        }
    }

    /// Splits a group by a value of each; whoever has none stands last.
    ///
    /// - Parameter isLowFirst: Whether low values stand first by the rule's own meaning.
    private func split(
        _ group: [Contender], _ tieBreak: TieBreak, values: [Ratio?], isLowFirst: Bool = false
    ) -> [[Contender]] {
        let isUp = isLowFirst || tieBreak.prefersLower
        let ordered = zip(group, values).sorted { one, other in
            switch (one.1, other.1) {
            case (let left?, let right?) where left != right: isUp ? left < right : left > right
            case (.some, nil): true
            case (nil, .some): false
            default: one.0.id < other.0.id
            }
        }
        let runs = ordered.runs { $0.1 == $1.1 }
        guard runs.count > 1 else { return [group] }
        return runs.map { run in
            run.map { contender, value in
                var contender = contender
                contender.standing.decidedBy = tieBreak
                contender.standing.decidingValue = value
                return contender
            }
        }
    }

    /// Compares how many sheets have the highest score of all, then how many the next, and so on.
    private func countBack(_ group: [Contender], _ tieBreak: TieBreak) -> [[Contender]] {
        let scores = Set(group.flatMap { sheetScores(of: $0) }).sorted(by: >)
        var parts = [group]
        for score in scores {
            parts = parts.flatMap { part in
                let counts = part.map { contender in
                    Ratio(whole: sheetScores(of: contender).count { $0 == score })
                }
                return split(part, tieBreak, values: counts)
            }
        }
        return parts
    }

    private func drawn(_ group: [Contender], seed: String) -> [Ratio?] {
        let order = Draw.order(of: group.map(\.id), seed: seed)
        let place = Dictionary(
            order.enumerated().map { ($1, Ratio(whole: $0 + 1)) },
            uniquingKeysWith: { one, _ in one })
        return group.map { place[$0.id] }
    }

    /// For each of the tied, how many judges put it before another one, over all the others.
    private func headToHead(_ group: [Contender]) -> [Ratio?] {
        let isUp = stage.scoring.order == .ascending
        let scores = group.map { $0.result.scoreByJudge(isStandard: isStandard) }
        return scores.indices.map { index in
            var wins = 0
            for other in scores.indices where other != index {
                for (judge, score) in scores[index] {
                    guard let against = scores[other][judge] else { continue }
                    if isUp ? score < against : score > against { wins += 1 }
                }
            }
            return Ratio(whole: wins)
        }
    }
}

extension Array {
    /// The longest runs of neighbours that belong together.
    func runs(where belong: (Element, Element) -> Bool) -> [[Element]] {
        var runs: [[Element]] = []
        for element in self {
            if let last = runs.last?.last, belong(last, element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
        return runs
    }
}
