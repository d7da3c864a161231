import Computing
import Contests

/// An assignment as a circulation: from a root to the submissions, to the judges, and back.
///
/// Costs put four aims in order, each so far above the next that no circuit of the graph can trade
/// one for another: as few wants unmet as possible, as many pairs kept, the greatest affinity in
/// total, loads as even as possible (the least sum of squares).
struct AssignmentNetwork {
    /// A panel rule applied to one submission.
    struct Group: Hashable, Sendable {
        var submission: Int
        var rule: Int
    }

    private let problem: AssignmentProblem
    private let groups: [Group]
    private let weights: AimWeights
    private let seed: UInt64
    private let submissionNode: [Int]
    private let judgeNode: [Int]
    private static let root = 0

    private var network: FlowNetwork
    /// For each submission, the arc of each of its candidates; negative where the pair is fixed.
    private var pairArcs: [[Int32]] = []

    /// - Parameters:
    ///   - groups: The panel rules to obey; those of one submission are nested or apart.
    ///   - decided: Pairs that must be (true) or must not be (false) in the assignment.
    ///   - seed: Orders submissions and judges, which decides between equal optima.
    init(
        _ problem: AssignmentProblem, groups: [Group],
        decided: [AssignmentProblem.Pair: Bool], seed: UInt64
    ) {
        self.problem = problem
        self.groups = groups
        self.seed = seed
        weights = AimWeights(problem, groups: groups.count)
        network = FlowNetwork(nodeCount: 1 + problem.submissions.count + problem.judges.count)
        guard !groups.isEmpty else {
            (submissionNode, judgeNode) = ([], [])
            return
        }
        var random = SeededRandom(seed: seed, label: "assign \(problem.stage)")
        let (submissions, judges) = (problem.submissions.count, problem.judges.count)
        submissionNode = Self.shuffled(submissions, from: 1, &random)
        judgeNode = Self.shuffled(judges, from: 1 + submissions, &random)
        network.reserve(arcs: problem.candidates.reduce(0) { $0 + $1.count } + 2 * submissions)
        pairArcs = problem.candidates.map { $0.map { _ in -1 } }
        build(groups, decided)
    }

    /// Numbers for nodes, in an order that the seed chooses.
    private static func shuffled(
        _ count: Int, from start: Int, _ random: inout SeededRandom
    ) -> [Int] {
        var node = [Int](repeating: 0, count: count)
        for (place, position) in random.shuffled(0..<count).enumerated() {
            node[position] = start + place
        }
        return node
    }

    private mutating func build(_ groups: [Group], _ decided: [AssignmentProblem.Pair: Bool]) {
        var decided = decided
        for pair in problem.locked { decided[pair] = true }
        var fixedOfJudge = [Int](repeating: 0, count: problem.judges.count)
        var fixedOfSubmission = [[Int]](repeating: [], count: problem.submissions.count)
        for (pair, isIn) in decided.sorted(by: { $0.key < $1.key }) where isIn {
            fixedOfJudge[pair.judge] += 1
            fixedOfSubmission[pair.submission].append(pair.judge)
        }
        let groupsOf = Dictionary(grouping: groups, by: \.submission)
        let kept = Set(problem.kept)
        // Nodes are added in the order in which the seed put them, as the arcs are.
        for submission in submissionNode.indices.sorted(by: {
            submissionNode[$0] < submissionNode[$1]
        }) {
            addDemand(submission, fixed: fixedOfSubmission[submission].count)
            let holder = addGroups(
                submission, groupsOf[submission] ?? [], fixed: fixedOfSubmission[submission])
            for (index, candidate) in problem.candidates[submission].enumerated() {
                let judge = Int(candidate.judge)
                let pair = AssignmentProblem.Pair(submission: submission, judge: judge)
                if !decided.isEmpty, decided[pair] != nil { continue }
                let isKept = !kept.isEmpty && kept.contains(pair)
                pairArcs[submission][index] = Int32(
                    network.addArc(
                        from: holder[judge] ?? submissionNode[submission], to: judgeNode[judge],
                        capacity: 1, cost: weights.cost(candidate.affinity, isKept: isKept)))
            }
        }
        for judge in judgeNode.indices.sorted(by: { judgeNode[$0] < judgeNode[$1] }) {
            addLoad(judge, fixed: fixedOfJudge[judge])
        }
    }

    private mutating func addDemand(_ submission: Int, fixed: Int) {
        let demand = problem.demands[submission]
        let node = submissionNode[submission]
        let least = max(0, demand.lowerBound - fixed)
        let most = max(0, demand.upperBound - fixed)
        if least > 0 {
            network.fix(least, from: Self.root, to: node)
            network.addArc(
                from: node, to: Self.root, capacity: least, cost: weights.missing)
        }
        if most > least {
            network.addArc(from: Self.root, to: node, capacity: most - least, cost: 0)
        }
    }

    /// Adds a node for each panel rule, and says through which node each judge is reached.
    private mutating func addGroups(
        _ submission: Int, _ groups: [Group], fixed: [Int]
    ) -> [Int: Int] {
        guard !groups.isEmpty else { return [:] }
        var holder: [Int: Int] = [:]
        // Wider rules first, so that a narrower one hangs below the wider that holds it.
        let rules = groups.map { problem.panelRules[$0.rule] }.sorted {
            ($1.judges.count, $0.judges.first ?? 0) < ($0.judges.count, $1.judges.first ?? 0)
        }
        for rule in rules {
            let node = network.addNode()
            let parent = rule.judges.first.flatMap { holder[$0] } ?? submissionNode[submission]
            let members = Set(rule.judges)
            let already = fixed.filter(members.contains).count
            let least = max(0, rule.count.lowerBound - already)
            let most = max(least, rule.count.upperBound - already)
            if least > 0 {
                network.fix(least, from: parent, to: node)
                network.addArc(from: node, to: parent, capacity: least, cost: weights.missing)
            }
            network.addArc(from: parent, to: node, capacity: most - least, cost: 0)
            for judge in rule.judges { holder[judge] = node }
        }
        return holder
    }

    /// Adds the arcs of a judge's load, each next one dearer.
    private mutating func addLoad(_ judge: Int, fixed: Int) {
        let load = problem.loads[judge]
        let node = judgeNode[judge]
        let least = max(0, load.lowerBound - fixed)
        let most = max(0, load.upperBound - fixed)
        if least > 0 {
            network.fix(least, from: node, to: Self.root)
            network.addArc(from: Self.root, to: node, capacity: least, cost: weights.missing)
        }
        for step in weights.loadSteps(from: fixed + least, to: fixed + max(least, most)) {
            network.addArc(
                from: node, to: Self.root, capacity: step.count, cost: Int64(step.cost))
        }
    }
}

extension AssignmentNetwork {
    /// Finds the best circulation and reads the assignment off it.
    ///
    /// Where no panel rule has a node, the market of judges' time finds the same sooner.
    func solve(decided: [AssignmentProblem.Pair: Bool]) -> AssignmentSolution {
        guard !groups.isEmpty else {
            return MarketSolver(problem, weights, decided: decided, seed: seed).solve()
        }
        let flow = CostScaling.solve(network)
        var pairs = problem.locked + decided.filter(\.value).map(\.key)
        for submission in pairArcs.indices {
            for (index, arc) in pairArcs[submission].enumerated()
            where arc >= 0 && flow.flows[Int(arc)] > 0 {
                pairs.append(
                    .init(
                        submission: submission,
                        judge: Int(problem.candidates[submission][index].judge)))
            }
        }
        return AssignmentSolution(
            problem: problem, pairs: Array(Set(pairs)).sorted(), weights: weights,
            prices: AssignmentSolution.Prices(
                root: flow.prices[Self.root],
                submissions: submissionNode.map { flow.prices[$0] },
                judges: judgeNode.map { flow.prices[$0] }))
    }
}
