/// The panels of a problem at given prices.
struct PanelPrices: Sendable {
    let problem: AssignmentProblem
    let certificate: BoundCertificate
    private let families: PanelFamilies
    /// Of no rules.
    private let unruled: PanelFamilies
    /// Sizes that panels may have: as the rules say, but no more than the assignment managed.
    let sizes: [ClosedRange<Int>]
    let loadsWorth: Int
    let locked: [[Int]]
    let kept: Set<AssignmentProblem.Pair>
    let isAnchor: [Bool]
    /// The rules of submissions where some are not met: as far as the assignment meets them.
    let easedRules: [Int: [AssignmentProblem.PanelLimit]]

    init(
        _ problem: AssignmentProblem, _ solution: AssignmentSolution,
        _ certificate: BoundCertificate
    ) {
        self.problem = problem
        self.certificate = certificate
        families = PanelFamilies(problem.panelRules, judges: problem.judges.count)
        unruled = PanelFamilies([], judges: problem.judges.count)
        let isMember = problem.panelRules.map { rule in
            var isMember = [Bool](repeating: false, count: problem.judges.count)
            for judge in rule.judges { isMember[judge] = true }
            return isMember
        }
        var locked = [[Int]](repeating: [], count: problem.submissions.count)
        var lockedOfJudge = [Int](repeating: 0, count: problem.judges.count)
        for pair in problem.locked {
            locked[pair.submission].append(pair.judge)
            lockedOfJudge[pair.judge] += 1
        }
        self.locked = locked
        kept = Set(problem.kept)
        var isAnchor = [Bool](repeating: false, count: problem.submissions.count)
        for anchor in problem.anchors { isAnchor[anchor] = true }
        self.isAnchor = isAnchor
        easedRules = Self.easedRules(problem, solution, isMember, isAnchor)
        sizes = zip(solution.panels(problem), problem.demands).enumerated().map { place, pair in
            let most = max(pair.1.upperBound, locked[place].count)
            return min(pair.0.count, pair.1.lowerBound, most)...most
        }
        var worth = 0
        for (judge, load) in solution.loads(problem).enumerated() {
            let limits = problem.loads[judge]
            let (least, most) = (
                min(load, limits.lowerBound), max(limits.upperBound, lockedOfJudge[judge])
            )
            let price = certificate.judgePrices[judge]
            guard certificate.countsLoads else {
                worth += max(price * least, price * most)
                continue
            }
            let start = max(lockedOfJudge[judge], limits.lowerBound)
            worth += solution.weights.bestLoad(from: least, start: start, to: most, price: price)
        }
        loadsWorth = worth
    }

    private static func easedRules(
        _ problem: AssignmentProblem, _ solution: AssignmentSolution, _ isMember: [[Bool]],
        _ isAnchor: [Bool]
    ) -> [Int: [AssignmentProblem.PanelLimit]] {
        guard !problem.panelRules.isEmpty else { return [:] }
        var eased: [Int: [AssignmentProblem.PanelLimit]] = [:]
        let excused = solution.excused.map { Set($0) }
        for (submission, panel) in solution.panels(problem).enumerated()
        where !isAnchor[submission] {
            for (number, rule) in problem.panelRules.enumerated() {
                let count = panel.count { isMember[number][$0] }
                guard !rule.isMet(by: count),
                    excused?.contains(.init(submission: submission, rule: number)) ?? true
                else { continue }
                let (least, most) = (rule.count.lowerBound, rule.count.upperBound)
                eased[submission, default: problem.panelRules][number] = .init(
                    judges: rule.judges, count: min(least, count)...max(most, count))
            }
        }
        return eased
    }

    /// The best panel of a submission.
    ///
    /// - Parameters:
    ///   - closed: Judges who may not come onto the panel, by position; empty for none.
    ///   - fixing: A judge who must be on it.
    /// - Returns: Nothing where there is no panel of a size allowed.
    func best(
        of submission: Int, closed: [Bool] = [], fixing: Int? = nil, keepsRules: Bool = false
    ) -> PanelPricing.Result? {
        let seats = seats(of: submission, closed: closed, fixing: fixing)
        let (size, hasRules) = (
            sizes[submission], !isAnchor[submission] && !problem.panelRules.isEmpty
        )
        if hasRules,
            let result = PanelPricing.best(
                size: size, seats: seats, rules: easedRules[submission] ?? problem.panelRules,
                families: families)
        {
            return result
        }
        guard !keepsRules || !hasRules else { return nil }
        // Without rules, or where no panel obeys them all: without them the bound still holds.
        return PanelPricing.best(size: size, seats: seats, rules: [], families: unruled)
    }

    /// Whether a panel obeys the rules, as far as the assignment that eased them does.
    func obeysRules(_ panel: [Int], of submission: Int) -> Bool {
        guard !isAnchor[submission] else { return true }
        let rules = easedRules[submission] ?? problem.panelRules
        var counts = rules.map { _ in 0 }
        for judge in panel { for rule in families.rulesOfJudge[judge] { counts[rule] += 1 } }
        return zip(rules, counts).allSatisfy { $0.isMet(by: $1) }
    }

    private func seats(
        of submission: Int, closed: [Bool], fixing: Int?
    ) -> [PanelPricing.Seat] {
        let weight =
            certificate.weights.isEmpty ? certificate.scale : certificate.weights[submission]
        var seats: [PanelPricing.Seat] = []
        seats.reserveCapacity(problem.candidates[submission].count)
        let fixed = Set(locked[submission])
        for candidate in problem.candidates[submission] {
            let judge = Int(candidate.judge)
            guard closed.isEmpty || !closed[judge] else { continue }
            var worth = Int(candidate.affinity) * weight - certificate.judgePrices[judge]
            if !kept.isEmpty, kept.contains(.init(submission: submission, judge: judge)) {
                worth += certificate.keptWorth * certificate.scale
            }
            seats.append(
                .init(judge: judge, worth: worth, isFixed: judge == fixing || fixed.contains(judge))
            )
        }
        // What was marked stays even where the rules of today would not allow it.
        for judge in locked[submission]
        where problem.affinity(
            of: .init(submission: submission, judge: judge)) == nil
        {
            seats.append(
                .init(judge: judge, worth: -certificate.judgePrices[judge], isFixed: true))
        }
        return seats
    }
}
