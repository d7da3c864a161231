/// A plan in chances as a circulation: every judge and demand counted as often as the limit's whole
/// has units, every pair with room for the limit's share.
struct ChanceNetwork {
    private let problem: AssignmentProblem
    private let limit: ChanceLimit
    private let missingCost: Int64
    private var network: FlowNetwork
    /// By submission, the arc of each candidate; negative where the pair is fixed.
    private var pairArcs: [[Int]] = []
    private var missingArcs: [Int] = []

    init(_ problem: AssignmentProblem, _ rest: ChanceRest, _ limit: ChanceLimit) {
        self.problem = problem
        self.limit = limit
        let (submissions, judges) = (problem.submissions.count, problem.judges.count)
        // More than any circuit of the graph can gain in affinity.
        let longest = Int64(2 * min(submissions, judges) + 2)
        missingCost = longest * max(1, problem.largestAffinity) + 1
        network = FlowNetwork(nodeCount: 1 + submissions + judges)
        addSubmissions(rest)
        for judge in rest.loads.indices { addJudge(judge, rest.loads[judge]) }
    }

    private func judgeNode(_ judge: Int) -> Int { 1 + problem.submissions.count + judge }

    private mutating func addSubmissions(_ rest: ChanceRest) {
        let fixed = Set(rest.fixed)
        for (submission, demand) in rest.demands.enumerated() {
            let node = 1 + submission
            let (least, most) = (demand.lowerBound * limit.whole, demand.upperBound * limit.whole)
            network.fix(least, from: 0, to: node)
            missingArcs.append(
                network.addArc(from: node, to: 0, capacity: least, cost: missingCost))
            network.addArc(from: 0, to: node, capacity: most - least, cost: 0)
            var arcs: [Int] = []
            for candidate in problem.candidates[submission] {
                let judge = Int(candidate.judge)
                let isFixed =
                    !fixed.isEmpty && fixed.contains(.init(submission: submission, judge: judge))
                arcs.append(
                    isFixed
                        ? -1
                        : network.addArc(
                            from: node, to: judgeNode(judge), capacity: limit.share,
                            cost: -candidate.affinity))
            }
            pairArcs.append(arcs)
        }
    }

    private mutating func addJudge(_ judge: Int, _ load: ClosedRange<Int>) {
        let node = judgeNode(judge)
        let (least, most) = (load.lowerBound * limit.whole, load.upperBound * limit.whole)
        network.fix(least, from: node, to: 0)
        missingArcs.append(network.addArc(from: 0, to: node, capacity: least, cost: missingCost))
        network.addArc(from: node, to: 0, capacity: most - least, cost: 0)
    }

    /// The shares of the pairs, the prices of the judges, and the units that are missing.
    mutating func solve() -> (shares: [[Int]], judgePrices: [Int], missing: Int) {
        let flow = CostScaling.solve(network)
        let shares = pairArcs.map { $0.map { $0 < 0 ? 0 : Int(flow.flows[$0]) } }
        let prices = problem.judges.indices.map { judge in
            Int(flow.prices[0] - flow.prices[judgeNode(judge)])
        }
        let missing = missingArcs.reduce(0) { $0 + Int(flow.flows[$1]) }
        return (shares, prices, missing)
    }
}
