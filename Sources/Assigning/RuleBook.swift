package import Contests

/// The rules of a problem by name, so that some of them can be left out.
package struct RuleBook: Sendable {
    private let problem: AssignmentProblem
    /// Every rule that could stand in the way: those first that people look at first.
    package let rules: [CollidingRule]
    /// Pairs that a rule keeps from being.
    private let closed: [CollidingRule: [AssignmentProblem.Pair]]

    /// The rules of a problem.
    ///
    /// - Complexity: O(*s* · *j*) for *s* submissions and *j* judges.
    package init(_ problem: AssignmentProblem) {
        self.problem = problem
        let anchors = Set(problem.anchors)
        let demands = problem.demands.indices.filter { !anchors.contains($0) }
            .map { problem.demands[$0] }
        var rules = Set(demands.map(\.lowerBound)).subtracting([0]).sorted()
            .map(CollidingRule.panelMinimum)
        if !anchors.isEmpty { rules.append(Self.anchors(problem)) }
        rules += problem.panelRules.compactMap { Self.quota($0, problem) }
        let limits = problem.loads.indices.compactMap { Self.limit(of: $0, problem) }
        rules += limits.filter { if case .stageLoad = $0 { true } else { false } }.prefix(1)
        rules += limits.filter { if case .ownLoad = $0 { true } else { false } }
        rules += Set(problem.loads.map(\.lowerBound)).subtracting([0]).sorted()
            .map(CollidingRule.minimumLoad)
        rules += Set(demands.map(\.upperBound)).filter { $0 < problem.judges.count }.sorted()
            .map(CollidingRule.panelMaximum)
        rules += problem.panelRules.compactMap { Self.limit($0, problem) }
        let closed = Self.closedPairs(problem)
        rules += closed.map(\.rule)
        if !problem.locked.isEmpty { rules.append(.marked(problem.locked.count)) }
        self.rules = rules
        self.closed = Dictionary(closed.map { ($0.rule, $0.pairs) }, uniquingKeysWith: { $1 })
    }

    private static func anchors(_ problem: AssignmentProblem) -> CollidingRule {
        .anchors(problem.anchors.map { problem.submissions[$0] })
    }

    /// The rule that limits a judge's load; none where there is not more to judge.
    private static func limit(of judge: Int, _ problem: AssignmentProblem) -> CollidingRule? {
        let most = problem.loads[judge].upperBound
        guard most < problem.submissions.count else { return nil }
        return most == problem.stageLoad ? .stageLoad(most) : .ownLoad(problem.judges[judge], most)
    }

    /// A rule of the panels by name; none where it limits nothing.
    static func name(
        _ rule: AssignmentProblem.PanelLimit, _ problem: AssignmentProblem
    ) -> CollidingRule? {
        quota(rule, problem) ?? limit(rule, problem)
    }

    /// What a rule of the panels asks for; none where it only limits.
    private static func quota(
        _ rule: AssignmentProblem.PanelLimit, _ problem: AssignmentProblem
    ) -> CollidingRule? {
        if let kind = rule.kind { return .atLeast(rule.count.lowerBound, kind) }
        return rule.isAboutSeniors ? .seniors(rule.count.lowerBound) : nil
    }

    /// What a rule of the panels limits; none where it does not.
    private static func limit(
        _ rule: AssignmentProblem.PanelLimit, _ problem: AssignmentProblem
    ) -> CollidingRule? {
        let judges = rule.judges.map { problem.judges[$0] }
        if rule.isAllOrNone { return .together(judges) }
        guard rule.kind == nil, !rule.isAboutSeniors, judges.count > rule.count.upperBound else {
            return nil
        }
        return .atMost(rule.count.upperBound, judges)
    }

    /// The pairs that are not allowed, by the rule that forbids them and its judge.
    private static func closedPairs(
        _ problem: AssignmentProblem
    ) -> [(rule: CollidingRule, pairs: [AssignmentProblem.Pair])] {
        var open = problem.candidates.map { Set($0.map { Int($0.judge) }) }
        var closed: [[Ineligibility.Rule: [Int]]] = problem.judges.map { _ in [:] }
        for ruled in problem.ruledOut where !open[ruled.pair.submission].contains(ruled.pair.judge)
        {
            closed[ruled.pair.judge][ruled.reason.rule, default: []].append(ruled.pair.submission)
            open[ruled.pair.submission].insert(ruled.pair.judge)
        }
        for submission in open.indices where open[submission].count < problem.judges.count {
            for judge in problem.judges.indices where !open[submission].contains(judge) {
                closed[judge][.wrongHeat, default: []].append(submission)
            }
        }
        return closed.indices.flatMap { judge in
            closed[judge].sorted { $0.key < $1.key }.map { reason, submissions in
                let (id, works) = (
                    problem.judges[judge], submissions.map { problem.submissions[$0] }
                )
                return (
                    reason == .wrongHeat ? .heats(id, works) : .conflicts(id, reason, works),
                    submissions.map { .init(submission: $0, judge: judge) }
                )
            }
        }
    }
}

extension RuleBook {
    /// The problem with only some of its rules, and without affinities.
    package func problem(obeying rules: [CollidingRule]) -> AssignmentProblem {
        let kept = Set(rules)
        var other = problem
        (other.objective, other.links, other.kept) = (.total, 0, [])
        if !kept.contains(Self.anchors(problem)) { other.anchors = [] }
        setDemands(&other, kept)
        for judge in problem.loads.indices {
            let range = problem.loads[judge]
            let least = kept.contains(.minimumLoad(range.lowerBound)) ? range.lowerBound : 0
            let isLimited = Self.limit(of: judge, problem).map(kept.contains) ?? false
            let most = isLimited ? range.upperBound : problem.submissions.count
            other.loads[judge] = least...max(least, most)
        }
        other.panelRules = problem.panelRules.filter { rule in
            Self.name(rule, problem).map(kept.contains) ?? false
        }
        if !kept.contains(.marked(problem.locked.count)) { other.locked = [] }
        openPairs(&other, kept)
        return other
    }

    private func setDemands(_ other: inout AssignmentProblem, _ kept: Set<CollidingRule>) {
        let anchors = Set(problem.anchors)
        let usual =
            problem.demands.indices.filter { !anchors.contains($0) }
            .map { problem.demands[$0].lowerBound }.min() ?? 0
        for submission in problem.demands.indices {
            let range = problem.demands[submission]
            let isAnchor = anchors.contains(submission)
            var least = isAnchor ? usual : range.lowerBound
            if !kept.contains(.panelMinimum(least)) { least = 0 }
            if isAnchor, !other.anchors.isEmpty { least = range.lowerBound }
            let isLimited = !isAnchor && kept.contains(.panelMaximum(range.upperBound))
            let most = isLimited ? range.upperBound : problem.judges.count
            other.demands[submission] = least...max(least, most)
        }
    }

    /// Allows the pairs of rules that are left out, and takes all affinities away.
    private func openPairs(_ other: inout AssignmentProblem, _ kept: Set<CollidingRule>) {
        var judges = problem.candidates.map { $0.map { Int($0.judge) } }
        for (rule, pairs) in closed where !kept.contains(rule) {
            for pair in pairs { judges[pair.submission].append(pair.judge) }
        }
        other.candidates = judges.map { $0.sorted().map { .init(judge: $0, affinity: 0) } }
        other.ruledOut = []
    }

    /// Whether some assignment obeys the rules.
    package func canObey(_ rules: [CollidingRule]) -> Bool {
        let problem = problem(obeying: rules)
        let solution = AssignmentSolver(seed: 0, searchLimit: 40).solve(problem)
        let audit = AssignmentAudit(problem, solution)
        return audit.unmet.isEmpty && audit.findings.isEmpty
    }
}
