import Contests

/// The search for the best assignment under panel rules.
///
/// Each node of the search is a set of pairs that must or must not be in the assignment. Its
/// relaxation leaves out the rules that cross others; rules that the relaxation breaks and that
/// fit into the graph are added to it for good.
struct PanelSearch {
    typealias Group = AssignmentNetwork.Group
    typealias Pair = AssignmentProblem.Pair

    let problem: AssignmentProblem
    let seed: UInt64
    let limit: Int
    /// Rules in the graph, for every node of the search.
    private var groups: [Group] = []
    /// The same by submission: positions of rules.
    var rulesOfSubmission: [[Int]]
    /// For each rule, which judges it is about.
    let isMember: [[Bool]]
    /// For each two rules, whether a graph can hold both: nested or apart.
    private let goTogether: [[Bool]]
    /// Whether each submission is one that everyone marks, for which no rule holds.
    let isAnchor: [Bool]
    private var solved = 0
    private var best: AssignmentSolution?

    init(problem: AssignmentProblem, seed: UInt64, limit: Int) {
        let problem = Self.withSplitLimits(problem)
        self.problem = problem
        self.seed = seed
        let pairs = problem.candidates.reduce(1) { $0 + $1.count }
        self.limit = max(Self.leastSolved, min(limit, Self.pairsToSolve / pairs))
        let members = problem.panelRules.map { Set($0.judges) }
        isMember = members.map { members in problem.judges.indices.map(members.contains) }
        goTogether = members.map { one in
            members.map { one.isDisjoint(with: $0) || one.isSubset(of: $0) || $0.isSubset(of: one) }
        }
        rulesOfSubmission = problem.submissions.map { _ in [] }
        let anchors = Set(problem.anchors)
        isAnchor = problem.submissions.indices.map(anchors.contains)
        addQuotas()
    }

    /// The problem with further limits, which follow from its own: a limit that crosses a rule
    /// about a kind also holds for its judges of the kind alone, and for its others alone. These
    /// fit into the graph beside the rule about the kind.
    private static func withSplitLimits(_ problem: AssignmentProblem) -> AssignmentProblem {
        var problem = problem
        let rules = problem.panelRules
        for quota in rules where quota.count.lowerBound > 0 {
            let kind = Set(quota.judges)
            for limit in rules where limit.count.lowerBound == 0 {
                let parts = [
                    limit.judges.filter(kind.contains), limit.judges.filter { !kind.contains($0) },
                ]
                guard !parts[0].isEmpty, !parts[1].isEmpty, parts[0].count < kind.count else {
                    continue
                }
                for part in parts where part.count > limit.count.upperBound {
                    problem.panelRules.append(.init(judges: part, count: limit.count))
                }
            }
        }
        return problem
    }

    /// The search is cut short by its size and never by a clock, so that it ends alike everywhere:
    /// after so many pairs in all circulations, or so many circulations where they are large.
    private static let pairsToSolve = 1_000_000
    private static let leastSolved = 4

    /// Puts rules that ask for judges of a kind into the graph where another rule crosses them:
    /// rules that only limit are easily mended from outside, these are not.
    private mutating func addQuotas() {
        let quotas = problem.panelRules.indices.filter { rule in
            problem.panelRules[rule].count.lowerBound > 0 && goTogether[rule].contains(false)
        }
        for submission in problem.submissions.indices {
            for rule in quotas {
                let group = Group(submission: submission, rule: rule)
                if fits(group) { add(group) }
            }
        }
    }

    private mutating func add(_ group: Group) {
        groups.append(group)
        rulesOfSubmission[group.submission].append(group.rule)
    }

    mutating func run() -> AssignmentSolution {
        var root = relaxed([:])
        guard let broken = firstBroken(root) else {
            root.certificate = BoundCertificate(root, problem)
            return root
        }
        let ascent = ascend(from: root)
        if let ascent, let found = ascent.best, found.totalAffinity >= ascent.bound,
            !found.wantsMet(problem).lexicographicallyPrecedes(root.wantsMet(problem))
        {
            return proven(found, ascent)
        }
        let first = ascent?.best ?? dive(from: root)
        best = isSound(first) ? first : nil
        var open = [Node(decided: [:], solution: root, broken: broken)]
        while let node = takeNext(&open) {
            if let best, !isBetter(node.solution, best) { break }
            guard solved < limit else {
                open.append(node)
                break
            }
            for child in children(of: node) {
                let solution = relaxed(child)
                if let best, !isBetter(solution, best) { continue }
                if let broken = firstBroken(solution) {
                    open.append(Node(decided: child, solution: solution, broken: broken))
                } else {
                    best = solution
                }
            }
        }
        var result = best ?? first
        let bounds = open.map(\.solution).filter { isBetter($0, result) }
        // A rule may have come into the graph after the assignment was found.
        if !brokenGroups(result).isEmpty { result = rescued(result) }
        result.prices = nil
        result.bound = max(result.totalAffinity, bounds.map(\.totalAffinity).max() ?? Int.min)
        if let ascent { return proven(result, ascent, searched: result.bound) }
        let certificate = BoundCertificate(root, problem)
        result.certificate = certificate
        let proved = certificate.greatestTotal(of: problem, besides: result)
        result.bound = max(result.totalAffinity, proved)
        return result
    }

    /// Prices that take the crossing rules into account; none where loads come before affinity.
    private func ascend(from root: AssignmentSolution) -> PanelAscent? {
        guard problem.objective != .evenLoads else { return nil }
        var base = root
        base.excused = brokenGroups(root).filter(isBeyondHelp)
        var ascent = PanelAscent(problem: problem, base: base)
        ascent.run()
        return ascent
    }

    /// A solution with the better of its own bound and the one that prices prove.
    ///
    /// - Parameter searched: What the search proved.
    private func proven(
        _ solution: AssignmentSolution, _ ascent: PanelAscent, searched: Int? = nil
    ) -> AssignmentSolution {
        var solution = solution
        solution.prices = nil
        solution.certificate = ascent.certificate
        let proved = ascent.certificate.greatestTotal(of: problem, besides: solution)
        solution.bound = max(solution.totalAffinity, min(searched ?? Int.max, proved))
        return solution
    }

    private struct Node {
        var decided: [Pair: Bool]
        var solution: AssignmentSolution
        var broken: Group
    }

    /// The open node whose relaxation is best; the earliest of equals.
    private func takeNext(_ open: inout [Node]) -> Node? {
        guard var place = open.indices.first else { return nil }
        for other in open.indices.dropFirst()
        where isBetter(open[other].solution, open[place].solution) {
            place = other
        }
        return open.remove(at: place)
    }

    /// Whether the first aims of one assignment are better met than those of another.
    private func isBetter(_ left: AssignmentSolution, _ right: AssignmentSolution) -> Bool {
        let (one, other) = (left.merit(problem), right.merit(problem))
        return one.lexicographicallyPrecedes(other) == false && one != other
    }

    /// The best assignment under the decisions and all rules that fit into the graph.
    mutating func relaxed(_ decided: [Pair: Bool]) -> AssignmentSolution {
        var round = 0
        while true {
            let network = AssignmentNetwork(
                problem, groups: groups, decided: decided, seed: seed)
            var solution = network.solve(decided: decided)
            solution.groups = groups
            solved += 1
            round += 1
            let fitting = brokenGroups(solution).filter(fits)
            guard !fitting.isEmpty else { return solution }
            extend(fitting, round: round)
        }
    }

    /// Puts rules into the graph: first those that were broken, then all of the submissions that
    /// broke one, then all, so that few rounds are needed.
    private mutating func extend(_ broken: [Group], round: Int) {
        for group in broken where fits(group) { add(group) }
        guard round > 1 else { return }
        let submissions =
            round > 2
            ? Array(problem.submissions.indices) : Set(broken.map(\.submission)).sorted()
        for submission in submissions {
            for rule in problem.panelRules.indices where couldBreak(rule) {
                let group = Group(submission: submission, rule: rule)
                if fits(group) { add(group) }
            }
        }
    }

    private func couldBreak(_ rule: Int) -> Bool {
        guard !problem.panelRules[rule].isAllOrNone else { return false }
        let limit = problem.panelRules[rule]
        return limit.count.lowerBound > 0 || limit.judges.count > limit.count.upperBound
    }

    /// Whether a rule is nested in or apart from the rules of the submission in the graph.
    private func fits(_ group: Group) -> Bool {
        guard !problem.panelRules[group.rule].isAllOrNone, !isAnchor[group.submission] else {
            return false
        }
        return rulesOfSubmission[group.submission].allSatisfy {
            $0 != group.rule && goTogether[group.rule][$0]
        }
    }

    private func isSound(_ solution: AssignmentSolution) -> Bool { firstBroken(solution) == nil }

    private func firstBroken(_ solution: AssignmentSolution) -> Group? {
        brokenGroups(solution).first { !isBeyondHelp($0) }
    }

    /// A rule in the graph that is broken all the same cannot be met: it is a want unmet.
    func isBeyondHelp(_ group: Group) -> Bool {
        rulesOfSubmission[group.submission].contains(group.rule)
    }

    /// The rules that an assignment breaks, by submission.
    func brokenGroups(_ solution: AssignmentSolution) -> [Group] {
        guard !problem.panelRules.isEmpty else { return [] }
        let panels = solution.panels(problem)
        return panels.indices.flatMap { submission in
            isAnchor[submission]
                ? []
                : problem.panelRules.indices.filter { rule in
                    let count = panels[submission].count { isMember[rule][$0] }
                    return !problem.panelRules[rule].isMet(by: count)
                }.map { Group(submission: submission, rule: $0) }
        }
    }

    /// Two ways on from a node: the pair that its broken rule turns on is in, or is not.
    private func children(of node: Node) -> [[Pair: Bool]] {
        guard let (pair, isIn) = turningPair(node.broken, node.solution, node.decided) else {
            return []
        }
        return [isIn, !isIn].map { choice in
            var decided = node.decided
            decided[pair] = choice
            return decided
        }
    }

    /// The undecided pair that makes the judges of a rule complete on a panel, or empties it.
    private func completingPair(
        _ broken: Group, _ panel: Set<Int>, _ decided: [Pair: Bool]
    ) -> (Pair, Bool)? {
        let candidates = problem.candidates[broken.submission].map { Int($0.judge) }
        for judge in problem.panelRules[broken.rule].judges {
            let pair = Pair(submission: broken.submission, judge: judge)
            guard decided[pair] == nil, !problem.locked.contains(pair) else { continue }
            if panel.contains(judge) || candidates.contains(judge) {
                return (pair, !panel.contains(judge))
            }
        }
        return nil
    }

    /// The undecided pair by which a broken rule is mended at the least cost, and how.
    private func turningPair(
        _ broken: Group, _ solution: AssignmentSolution, _ decided: [Pair: Bool]
    ) -> (Pair, Bool)? {
        let rule = problem.panelRules[broken.rule]
        let members = Set(rule.judges)
        let panel = Set(
            solution.pairs.filter { $0.submission == broken.submission }.map(\.judge))
        if rule.isAllOrNone { return completingPair(broken, panel, decided) }
        let isOver = panel.count(where: members.contains) > rule.count.upperBound
        let open = problem.candidates[broken.submission].filter { candidate in
            let pair = Pair(submission: broken.submission, judge: Int(candidate.judge))
            return members.contains(pair.judge) && panel.contains(pair.judge) == isOver
                && decided[pair] == nil && !problem.locked.contains(pair)
        }
        let chosen =
            isOver
            ? open.min { ($0.affinity, $0.judge) < ($1.affinity, $1.judge) }
            : open.max { ($0.affinity, $1.judge) < ($1.affinity, $0.judge) }
        return chosen.map {
            (Pair(submission: broken.submission, judge: Int($0.judge)), !isOver)
        }
    }
}

extension AssignmentSolution {
    /// How well the aims are met, the first first; greater is better.
    func merit(_ problem: AssignmentProblem) -> [Int] {
        let evenness = -loads(problem).reduce(0) { $0 + $1 * $1 }
        return wantsMet(problem)
            + (problem.objective == .evenLoads
                ? [evenness, totalAffinity] : [totalAffinity])
    }

    /// How few wants are unmet and how many pairs are kept; greater is better.
    func wantsMet(_ problem: AssignmentProblem) -> [Int] {
        let sizes = panels(problem).map(\.count)
        let loads = loads(problem)
        let missing = zip(sizes, problem.demands).reduce(0) { $0 + max(0, $1.1.lowerBound - $1.0) }
        let idle = zip(loads, problem.loads).reduce(0) { $0 + max(0, $1.1.lowerBound - $1.0) }
        let chosen = Set(pairs)
        return [-missing - idle, problem.kept.count(where: chosen.contains)]
    }
}
