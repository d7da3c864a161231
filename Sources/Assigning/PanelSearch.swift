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
    private var solved = 0
    private var best: AssignmentSolution?

    init(problem: AssignmentProblem, seed: UInt64, limit: Int) {
        self.problem = problem
        self.seed = seed
        self.limit = limit
    }

    mutating func run() -> AssignmentSolution {
        let root = relaxed([:])
        guard let broken = firstBroken(root) else { return root }
        let first = dive(from: root)
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
        result.prices = nil
        let bounds = open.map(\.solution).filter { isBetter($0, result) }
        result.bound = max(result.totalAffinity, bounds.map(\.totalAffinity).max() ?? Int.min)
        return result
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
    private mutating func relaxed(_ decided: [Pair: Bool]) -> AssignmentSolution {
        while true {
            let network = AssignmentNetwork(
                problem, groups: groups, decided: decided, seed: seed)
            var solution = network.solve(decided: decided)
            solution.groups = groups
            solved += 1
            let fitting = brokenGroups(solution).filter(fits)
            guard !fitting.isEmpty else { return solution }
            for group in fitting where fits(group) { groups.append(group) }
        }
    }

    /// Whether a rule is nested in or apart from the rules of the submission in the graph.
    private func fits(_ group: Group) -> Bool {
        let members = Set(problem.panelRules[group.rule].judges)
        return groups.allSatisfy { other in
            guard other.submission == group.submission else { return true }
            guard other.rule != group.rule else { return false }
            let others = Set(problem.panelRules[other.rule].judges)
            return members.isDisjoint(with: others) || members.isStrictSubset(of: others)
                || others.isStrictSubset(of: members)
        }
    }

    private func isSound(_ solution: AssignmentSolution) -> Bool { firstBroken(solution) == nil }

    private func firstBroken(_ solution: AssignmentSolution) -> Group? {
        brokenGroups(solution).first { !isBeyondHelp($0) }
    }

    /// A rule in the graph that is broken all the same cannot be met: it is a want unmet.
    private func isBeyondHelp(_ group: Group) -> Bool { groups.contains(group) }

    /// The rules that an assignment breaks, by submission.
    private func brokenGroups(_ solution: AssignmentSolution) -> [Group] {
        guard !problem.panelRules.isEmpty else { return [] }
        let panels = solution.panels(problem)
        return panels.indices.flatMap { submission in
            problem.panelRules.indices.filter { rule in
                let members = problem.panelRules[rule].judges
                let count = panels[submission].count { members.contains($0) }
                return !problem.panelRules[rule].count.contains(count)
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

    /// The undecided pair by which a broken rule is mended at the least cost, and how.
    private func turningPair(
        _ broken: Group, _ solution: AssignmentSolution, _ decided: [Pair: Bool]
    ) -> (Pair, Bool)? {
        let rule = problem.panelRules[broken.rule]
        let members = Set(rule.judges)
        let panel = Set(
            solution.pairs.filter { $0.submission == broken.submission }.map(\.judge))
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

    /// An assignment that obeys the rules if one is found by mending all broken ones at once.
    private mutating func dive(from root: AssignmentSolution) -> AssignmentSolution {
        var decided: [Pair: Bool] = [:]
        var solution = root
        for _ in 0..<20 {
            let before = decided.count
            for group in brokenGroups(solution) where !isBeyondHelp(group) {
                guard let (pair, isIn) = turningPair(group, solution, decided) else { continue }
                decided[pair] = isIn
            }
            guard decided.count > before else { break }
            solution = relaxed(decided)
        }
        return solution
    }
}

extension AssignmentSolution {
    /// How well the aims are met, the first first; greater is better.
    fileprivate func merit(_ problem: AssignmentProblem) -> [Int] {
        let sizes = panels(problem).map(\.count)
        let loads = loads(problem)
        let missing = zip(sizes, problem.demands).reduce(0) { $0 + max(0, $1.1.lowerBound - $1.0) }
        let idle = zip(loads, problem.loads).reduce(0) { $0 + max(0, $1.1.lowerBound - $1.0) }
        let chosen = Set(pairs)
        return [-missing - idle, problem.kept.count(where: chosen.contains), totalAffinity]
    }
}
