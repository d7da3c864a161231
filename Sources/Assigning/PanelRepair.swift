/// Makes an assignment of panels that each chose for themselves: judges with too much give up the
/// submissions that lose least by it, judges with too little come where that costs least.
struct PanelRepair {
    private let problem: AssignmentProblem
    private let prices: PanelPrices
    private var panels: [[Int]]
    private var loads: [Int]
    private var submissionsOfJudge: [Set<Int>]
    private let locked: Set<AssignmentProblem.Pair>

    init(
        problem: AssignmentProblem, base: AssignmentSolution, prices: BoundCertificate,
        panels: [[Int]]
    ) {
        self.problem = problem
        self.prices = PanelPrices(problem, base, prices)
        self.panels = panels
        loads = [Int](repeating: 0, count: problem.judges.count)
        submissionsOfJudge = [Set<Int>](repeating: [], count: problem.judges.count)
        locked = Set(problem.locked)
        for (submission, panel) in panels.enumerated() {
            for judge in panel {
                loads[judge] += 1
                submissionsOfJudge[judge].insert(submission)
            }
        }
    }

    /// The pairs as they stand, in ascending order.
    var pairs: [AssignmentProblem.Pair] {
        panels.indices.flatMap { submission in
            panels[submission].sorted().map { .init(submission: submission, judge: $0) }
        }
    }

    /// Says whether all loads could be brought within their limits.
    ///
    /// - Complexity: O(*e* *p*) for loads that are *e* too high or too low in sum and *p* for one
    ///   panel.
    mutating func run() -> Bool {
        guard zip(panels, prices.sizes).allSatisfy({ $1.contains($0.count) }) else { return false }
        for judge in loads.indices {
            while loads[judge] > problem.loads[judge].upperBound {
                guard change(for: judge, isComing: false) else { return false }
            }
        }
        for judge in loads.indices {
            while loads[judge] < problem.loads[judge].lowerBound {
                guard change(for: judge, isComing: true) else { return false }
            }
        }
        return true
    }

    /// Takes a judge off one panel, or puts them onto one; says whether it could be done.
    ///
    /// Of all panels the one is changed that loses least. Judges who are full do not come, judges
    /// at their least do not go.
    private mutating func change(for judge: Int, isComing: Bool) -> Bool {
        var closed = zip(loads, problem.loads).map { $0 >= $1.upperBound }
        closed[judge] = !isComing
        var best: (loss: Int, submission: Int, panel: [Int])?
        let submissions =
            isComing
            ? problem.submissions.indices.filter { !panels[$0].contains(judge) }
            : submissionsOfJudge[judge].sorted()
        for submission in submissions {
            let pair = AssignmentProblem.Pair(submission: submission, judge: judge)
            if isComing ? problem.affinity(of: pair) == nil : locked.contains(pair) { continue }
            guard let panel = changed(submission, judge, isComing, closed) else { continue }
            let loss = prices.worth(of: panels[submission], submission) - panel.worth
            guard best.map({ loss < $0.loss }) ?? true, let judges = panel.judges else { continue }
            best = (loss, submission, judges)
        }
        guard let best else { return false }
        put(best.panel, on: best.submission)
        return true
    }

    private func changed(
        _ submission: Int, _ judge: Int, _ isComing: Bool, _ closed: [Bool]
    ) -> PanelPricing.Result? {
        var closed = closed
        for other in panels[submission] where other != judge { closed[other] = false }
        guard
            let result = prices.best(
                of: submission, closed: closed, fixing: isComing ? judge : nil, keepsRules: true),
            let judges = result.judges,
            judges.count <= problem.demands[submission].upperBound
        else { return nil }
        let leaving = panels[submission].filter { !judges.contains($0) && $0 != judge }
        return leaving.allSatisfy { loads[$0] > problem.loads[$0].lowerBound } ? result : nil
    }

    private mutating func put(_ panel: [Int], on submission: Int) {
        for judge in panels[submission] {
            loads[judge] -= 1
            submissionsOfJudge[judge].remove(submission)
        }
        for judge in panel {
            loads[judge] += 1
            submissionsOfJudge[judge].insert(submission)
        }
        panels[submission] = panel
    }
}

extension PanelPrices {
    /// What a panel is worth at these prices.
    func worth(of panel: [Int], _ submission: Int) -> Int {
        let weight =
            certificate.weights.isEmpty ? certificate.scale : certificate.weights[submission]
        return panel.reduce(0) { sum, judge in
            let pair = AssignmentProblem.Pair(submission: submission, judge: judge)
            let kept = self.kept.contains(pair) ? certificate.keptWorth * certificate.scale : 0
            return sum + (problem.affinity(of: pair) ?? 0) * weight
                - certificate.judgePrices[judge] + kept
        }
    }
}
