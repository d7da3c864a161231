import Numbers

extension ScoringRule {
    /// What does not fit in this rule, as the rule of a stage.
    ///
    /// - Parameters:
    ///   - rubric: The rubric of the stage.
    ///   - contest: The contest, for its tables and the track's earlier stages.
    ///   - stage: The stage, for its tie-breaks and its place in the track.
    ///   - judges: The judges, to find kinds that nobody is of; none where they are not known.
    /// - Returns: The problems, in the order of the steps; those of the whole rule, and then those
    ///   of the tie-breaks, come last.
    public func problems(
        rubric: Rubric, contest: Contest, stage: Stage, judges: [Judge]? = nil
    ) -> [RuleProblem] {
        var lint = RuleLint(rubric: rubric, contest: contest, stage: stage, judges: judges)
        for (index, step) in steps.enumerated() { lint.check(step, at: index) }
        lint.checkEnd()
        for (index, tieBreak) in stage.ties.enumerated() { lint.check(tieBreak, at: index) }
        return lint.problems
    }
}

/// Walks through a rule and keeps what has been combined so far.
private struct RuleLint {
    let rubric: Rubric
    let tables: Set<String>
    let earlierStages: [String]
    /// The kinds that judges of the stage are of; none where the judges are not known.
    let kinds: Set<JudgeKind>?

    var combined: [CombineStep.Axis] = []
    var hasDropped = false
    var hasSheetScores = false
    var drawAt: Int?
    var problems: [RuleProblem] = []

    init(rubric: Rubric, contest: Contest, stage: Stage, judges: [Judge]?) {
        self.rubric = rubric
        tables = Set(contest.tables.map(\.id))
        let stages = contest.track(stage.id.track)?.stages ?? []
        earlierStages = stages.prefix { $0.id != stage.id }.map(\.id.name)
        kinds = judges.map { judges in
            Set(judges.filter { $0.serves(stage.id) }.map(\.kind))
        }
    }

    var isOnSheetScores: Bool { combined == [.criteria] }

    func hasValue(_ criterion: Criterion) -> Bool {
        switch criterion.kind {
        case .gate, .text: false
        case .judgement, .measurement, .checklist, .bonus, .deduction: true
        }
    }

    /// The criteria that weights and methods are over: bonuses and deductions come on top.
    var weighted: [Criterion] {
        rubric.criteria.filter { criterion in
            switch criterion.kind {
            case .judgement, .measurement, .checklist: true
            case .gate, .text, .bonus, .deduction: false
            }
        }
    }

    mutating func check(_ step: ScoringStep, at index: Int) {
        switch step {
        case .combine(let step): check(step, at: index)
        case .drop(let step): check(step, at: index)
        case .standardise(let step):
            if step.deviation <= .zero { problems.append(.deviationNotPositive(step: index)) }
            checkOnSheetScores(at: index)
        case .range: checkOnSheetScores(at: index)
        case .scale(let step):
            check(of: step.of, at: index)
            if step.byWeight, combined.contains(.criteria) {
                problems.append(.criteriaAlreadyCombined(step: index))
            }
        case .shift(let step): check(of: step.of, at: index)
        case .round(let step): check(of: step.of, at: index)
        case .lookUp(let step):
            check(of: step.of, at: index)
            if !tables.contains(step.table) {
                problems.append(.unknownTable(step: index, step.table))
            }
        case .bound(let step):
            if let minimum = step.minimum, let maximum = step.maximum, minimum > maximum {
                problems.append(.minimumAboveMaximum(step: index))
            }
        case .carry(let step): check(step, at: index)
        }
    }

    mutating func check(_ step: CombineStep, at index: Int) {
        if combined.contains(step.axis) {
            problems.append(.combinedAgain(step: index, step.axis))
        } else {
            combined.append(step.axis)
        }
        switch step.axis {
        case .criteria:
            if combined == [.criteria] { hasSheetScores = true }
            if !step.kinds.isEmpty { problems.append(.kindsOverCriteria(step: index)) }
            checkWeights(of: step.method, at: index)
        case .judges:
            switch step.method {
            case .weightedSum, .points:
                problems.append(.methodNotOverJudges(step: index, step.method))
            case .sum, .mean, .median, .weightedMean: break
            }
            check(step.kinds, at: index)
        }
    }

    mutating func checkWeights(of method: CombineStep.Method, at index: Int) {
        switch method {
        case .sum, .mean, .median: return
        case .weightedSum, .weightedMean, .points: break
        }
        if !weighted.isEmpty, weighted.allSatisfy({ $0.weight == .zero }) {
            problems.append(.weightsAreZero(step: index))
        }
        guard method == .points else { return }
        for criterion in weighted where (criterion.maximum ?? .zero) <= .zero {
            problems.append(.pointsWithoutMaximum(step: index, criterion.id))
        }
    }

    mutating func check(_ weights: [CombineStep.KindWeight], at index: Int) {
        var seen = Set<JudgeKind>()
        for weight in weights {
            if !seen.insert(weight.kind).inserted {
                problems.append(.kindTwice(step: index, weight.kind))
            } else if let kinds, !kinds.contains(weight.kind) {
                problems.append(.kindWithoutJudge(step: index, weight.kind))
            }
        }
        if !weights.isEmpty, weights.allSatisfy({ $0.weight == .zero }) {
            problems.append(.weightsAreZero(step: index))
        }
    }

    mutating func check(_ step: DropStep, at index: Int) {
        if step.highest < 0 || step.lowest < 0 || step.highest + step.lowest == 0 {
            problems.append(.dropsNothing(step: index))
        }
        if combined.contains(.judges) { problems.append(.dropAfterJudges(step: index)) }
        check(of: step.of, at: index)
        hasDropped = true
    }

    mutating func checkOnSheetScores(at index: Int) {
        if !isOnSheetScores {
            problems.append(.notOnSheetScores(step: index))
        } else if hasDropped {
            problems.append(.afterDrop(step: index))
        }
    }

    mutating func check(of criteria: [CriterionID], at index: Int) {
        if !criteria.isEmpty, combined.contains(.criteria) {
            problems.append(.criteriaAlreadyCombined(step: index))
        }
        for id in criteria {
            let named = Set(rubric.criteria(named: id))
            if named.isEmpty {
                problems.append(.unknownCriterion(step: index, id))
            } else if !rubric.criteria.contains(where: { named.contains($0.id) && hasValue($0) }) {
                problems.append(.criterionWithoutValue(step: index, id))
            }
        }
    }

    mutating func check(_ step: CarryStep, at index: Int) {
        if Set(combined) != [.criteria, .judges] { problems.append(.carryTooEarly(step: index)) }
        for source in step.sources where !earlierStages.contains(source.stage) {
            problems.append(.carryNotFromEarlierStage(step: index, source.stage))
        }
        let weights = step.sources.map(\.weight) + [step.ownWeight]
        let isZero = weights.allSatisfy { $0 == .zero } || (try? weights.sum()) == .zero
        if step.isMean, isZero { problems.append(.weightsAreZero(step: index)) }
    }

    mutating func checkEnd() {
        for axis in CombineStep.Axis.allCases where !combined.contains(axis) {
            problems.append(.neverCombined(axis))
        }
    }

    mutating func check(_ tieBreak: TieBreak, at index: Int) {
        if drawAt != nil { problems.append(.tieBreakAfterDraw(tieBreak: index)) }
        switch tieBreak.rule {
        case .criterion(let id): check(tieBreakOn: id, at: index)
        case .earlierStage(let name):
            if !earlierStages.contains(name) {
                problems.append(.tieBreakNotOnEarlierStage(tieBreak: index, name))
            }
        case .kind(let kind):
            if let kinds, !kinds.contains(kind) {
                problems.append(.tieBreakOnKindWithoutJudge(tieBreak: index, kind))
            }
            checkSheetScores(at: index)
        case .untrimmedSum, .highestSheet, .lowestSheet, .firstPlaces, .headToHead, .countBack,
            .sheetsAbove:
            checkSheetScores(at: index)
        case .draw: if tieBreak.throughPlace == nil { drawAt = drawAt ?? index }
        case .earlierSubmission, .field: break
        }
    }

    mutating func check(tieBreakOn id: CriterionID, at index: Int) {
        let named = Set(rubric.criteria(named: id))
        if named.isEmpty {
            problems.append(.tieBreakOnUnknownCriterion(tieBreak: index, id))
        } else if !rubric.criteria.contains(where: { named.contains($0.id) && hasValue($0) }) {
            problems.append(.tieBreakOnCriterionWithoutValue(tieBreak: index, id))
        }
    }

    mutating func checkSheetScores(at index: Int) {
        if !hasSheetScores { problems.append(.tieBreakWithoutSheetScores(tieBreak: index)) }
    }
}
