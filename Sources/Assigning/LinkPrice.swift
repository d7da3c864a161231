/// What linking islands must cost at least, proven by the prices of the best assignment.
///
/// An assignment that links the islands has a panel that brings two of them together, so it holds
/// pairs of a submission of one island and a judge of another. Each of these costs at least its
/// reduced cost, and together they form a connected graph over the islands: they cost no less than
/// the cheapest tree that spans it.
struct LinkPrice {
    private let problem: AssignmentProblem
    private let certificate: BoundCertificate
    private let panels: [[Int]]

    /// - Parameter solution: The best assignment, proven by its certificate.
    init?(problem: AssignmentProblem, solution: AssignmentSolution) {
        // With panel rules a panel is no longer the best few judges, and reduced costs say less;
        // where pairs are kept, what is given up for links is first of all pairs.
        guard problem.panelRules.isEmpty, problem.anchors.isEmpty, problem.kept.isEmpty,
            solution.isOptimal,
            problem.objective == .total, let certificate = solution.certificate
        else { return nil }
        self.problem = problem
        self.certificate = certificate
        panels = solution.panels(problem)
    }

    /// The least price, in points of affinity: 0 where nothing can be proven.
    ///
    /// - Complexity: O(*n* + *k*² log *k*) for *n* allowed pairs and *k* islands.
    func least() -> Int {
        let islands = LinkGraph(panels: panels).components()
        var island = [Int](repeating: -1, count: problem.judges.count)
        for (number, judges) in islands.enumerated() {
            for judge in judges { island[judge] = number }
        }
        // A judge or a submission without any could join islands for less than a tree of them.
        guard islands.count > 1, !island.contains(-1), !panels.contains(where: \.isEmpty) else {
            return 0
        }
        let count = islands.count
        var cost = [Int](repeating: Int.max, count: count * count)
        for (submission, panel) in panels.enumerated() {
            let home = island[panel[0]]
            let least = panel.map { worth($0, submission) }.min() ?? 0
            let mayGrow = panel.count < problem.demands[submission].upperBound
            for candidate in problem.candidates[submission] {
                let judge = Int(candidate.judge)
                let other = island[judge]
                guard other != home else { continue }
                let worth = worth(judge, submission)
                let reduced = max(0, mayGrow ? min(least - worth, -worth) : least - worth)
                let place = min(home, other) * count + max(home, other)
                cost[place] = min(cost[place], reduced)
            }
        }
        let edges = cost.indices.filter { cost[$0] < Int.max }
            .sorted { (cost[$0], $0) < (cost[$1], $1) }
        var sets = DisjointSets(count)
        let tree = edges.filter { sets.join($0 / count, $0 % count) }
        // Prices are in units of the certificate's scale; a price is told in whole points.
        let sum = tree.reduce(0) { $0 + cost[$1] }
        return -(-sum).flooredOver(certificate.scale)
    }

    private func worth(_ judge: Int, _ submission: Int) -> Int {
        let pair = AssignmentProblem.Pair(submission: submission, judge: judge)
        return (problem.affinity(of: pair) ?? 0) * certificate.scale
            - certificate.judgePrices[judge]
    }
}
