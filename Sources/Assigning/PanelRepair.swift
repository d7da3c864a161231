/// Makes an assignment of panels that each chose for themselves: judges with too much give up the
/// submissions that lose least by it, judges with too little come where that costs least.
struct PanelRepair {
    private static let mostRounds = 4

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
    /// - Complexity: O(*n* *p*) for *n* pairs of judges with too much and *p* for one panel.
    mutating func run() -> Bool {
        // Where no panel obeys the rules, the panel is the best without them.
        guard zip(panels, prices.sizes).allSatisfy({ $1.contains($0.count) }),
            panels.indices.allSatisfy({ prices.obeysRules(panels[$0], of: $0) })
        else { return false }
        for judge in loads.indices where loads[judge] > problem.loads[judge].upperBound {
            guard change(for: judge, isComing: false) else { return false }
        }
        for judge in loads.indices where loads[judge] < problem.loads[judge].lowerBound {
            guard change(for: judge, isComing: true) else { return false }
        }
        return true
    }

    /// What a panel becomes when a judge leaves it or comes to it.
    private struct Offer {
        let loss: Int
        let submission: Int
        let panel: [Int]
    }

    /// Gives submissions better panels of judges who have room, until none is to be had.
    ///
    /// - Parameter free: The panels at no prices.
    /// - Complexity: O(*r* *s* *p*) for *r* rounds, at most ``mostRounds``, *s* submissions and *p*
    ///   for one panel.
    mutating func improve(_ free: PanelPrices) {
        for _ in 0..<Self.mostRounds {
            var hasImproved = false
            for submission in panels.indices where improve(submission, free) { hasImproved = true }
            guard hasImproved else { return }
        }
    }

    private mutating func improve(_ submission: Int, _ free: PanelPrices) -> Bool {
        let panel = panels[submission]
        var closed = zip(loads, problem.loads).map { $0 >= $1.upperBound }
        for judge in panel { closed[judge] = false }
        guard let judges = free.best(of: submission, closed: closed, keepsRules: true)?.judges,
            judges.count >= panel.count || free.sizes[submission].contains(judges.count),
            free.worth(of: judges, submission) > free.worth(of: panel, submission),
            panel.allSatisfy({ judges.contains($0) || loads[$0] > problem.loads[$0].lowerBound })
        else { return false }
        put(judges, on: submission)
        return true
    }

    /// Takes a judge off panels, or puts them onto some, until the load is within its limits; says
    /// whether it could be done.
    ///
    /// Of all panels those are changed that lose least. Judges who are full do not come, judges at
    /// their least do not go. Panels are priced once, and again only where a judge has become full
    /// who was to come: that can only make the loss greater.
    private mutating func change(for judge: Int, isComing: Bool) -> Bool {
        let submissions =
            isComing
            ? problem.submissions.indices.filter { !panels[$0].contains(judge) }
            : submissionsOfJudge[judge].sorted()
        let closed = closed(for: judge, isComing: isComing)
        var offers = submissions.compactMap { offer($0, judge, isComing, closed) }
        while isComing
            ? loads[judge] < problem.loads[judge].lowerBound
            : loads[judge] > problem.loads[judge].upperBound
        {
            let least = offers.indices.min {
                (offers[$0].loss, offers[$0].submission) < (offers[$1].loss, offers[$1].submission)
            }
            guard let least else { return false }
            let best = offers[least]
            if isStillPossible(best, for: judge) {
                put(best.panel, on: best.submission)
                offers.remove(at: least)
            } else {
                let closed = self.closed(for: judge, isComing: isComing)
                if let next = offer(best.submission, judge, isComing, closed) {
                    offers[least] = next
                } else {
                    offers.remove(at: least)
                }
            }
        }
        return true
    }

    /// Whether judges may not come: those who are full, and the one who is to go.
    private func closed(for judge: Int, isComing: Bool) -> [Bool] {
        var closed = zip(loads, problem.loads).map { $0 >= $1.upperBound }
        closed[judge] = !isComing
        return closed
    }

    private func offer(
        _ submission: Int, _ judge: Int, _ isComing: Bool, _ closed: [Bool]
    ) -> Offer? {
        let pair = AssignmentProblem.Pair(submission: submission, judge: judge)
        guard isComing ? problem.affinity(of: pair) != nil : !locked.contains(pair),
            let panel = changed(submission, judge, isComing, closed), let judges = panel.judges
        else { return nil }
        let loss = prices.worth(of: panels[submission], submission) - panel.worth
        return Offer(loss: loss, submission: submission, panel: judges)
    }

    private func isStillPossible(_ offer: Offer, for judge: Int) -> Bool {
        let panel = panels[offer.submission]
        return offer.panel.allSatisfy {
            panel.contains($0) || $0 == judge || loads[$0] < problem.loads[$0].upperBound
        }
            && panel.allSatisfy {
                offer.panel.contains($0) || $0 == judge
                    || loads[$0] > problem.loads[$0].lowerBound
            }
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
