public import Contests

/// Checks an assignment without the solver: that it obeys the rules, that its numbers are right,
/// and that its prices prove it best.
public struct AssignmentAudit: Sendable, Hashable {
    /// What is wrong, in a fixed order; empty where all is well.
    public var findings: [Finding] = []
    /// Wants that the assignment leaves unmet, in a fixed order: too few judges or submissions,
    /// and limits that pairs which stay exceed already. Not wrong where nothing better is possible.
    public var unmet: [Finding] = []
    /// Whether the prices prove that no assignment is better.
    public var isProven = false
    /// The greatest total that the certificate allows, worked out again; none without one.
    public var bound: Int?
    /// What linking the judges must cost at least, worked out again; none where nothing had to be.
    public var leastLinkPrice: Int?
    /// The greatest affinity of the worst panel that its certificate allows; none without one.
    public var worstBound: Int?

    /// Something wrong with an assignment.
    public enum Finding: Sendable, Hashable {
        /// A pair stands twice.
        case doubled(Assignment)
        /// A pair that is not allowed.
        case notAllowed(Assignment)
        /// A pair that was to stay and is gone.
        case lockedPairGone(Assignment)
        /// A submission has fewer or more judges than it should.
        case demand(SubmissionID, found: Int, allowed: ClosedRange<Int>)
        /// A judge has fewer or more submissions than they should.
        case load(JudgeID, found: Int, allowed: ClosedRange<Int>)
        /// A panel breaks the panel rule of this position.
        case panel(SubmissionID, rule: Int, found: Int, allowed: ClosedRange<Int>)
        /// The total is not that of the pairs.
        case total(stated: Int, found: Int)
        /// Links are said to cost more at least than the prices prove.
        case linkPrice(stated: Int, proven: Int)
        /// A bound is below what was reached.
        case bound(stated: Int, reached: Int)
        /// The prices do not agree with a pair.
        case pricePair(Assignment)
        /// The prices do not agree with a submission's demand.
        case priceOfSubmission(SubmissionID)
        /// The prices do not agree with a judge's load.
        case priceOfJudge(JudgeID)
    }

    /// Checks an assignment.
    ///
    /// - Complexity: O(*n*) for *n* allowed pairs.
    public init(_ problem: AssignmentProblem, _ solution: AssignmentSolution) {
        checkPairs(problem, solution)
        checkCounts(problem, solution)
        let total = solution.pairs.reduce(0) { $0 + (problem.affinity(of: $1) ?? 0) }
        if total != solution.totalAffinity {
            findings.append(.total(stated: solution.totalAffinity, found: total))
        }
        bound = solution.certificate?.greatestTotal(of: problem, besides: solution)
        worstBound = solution.worstCertificate?.greatestWorst(of: problem, besides: solution)
        checkLinkPrice(problem, solution)
        checkBounds(problem, solution, total: total)
        guard let prices = solution.prices, solution.groups.isEmpty else {
            let isWorstProven =
                problem.objective != .worstFirst
                || worstBound == solution.panelAffinities(problem).min()
            isProven = findings.isEmpty && bound == total && isWorstProven
            return
        }
        let before = findings.count
        checkPrices(problem, solution, prices)
        isProven = findings.count == before
    }

    /// Works out what links must cost from the best assignment without them, once the prices have
    /// proved that it is: an assignment that links all judges has so much less at least.
    private mutating func checkLinkPrice(
        _ problem: AssignmentProblem, _ solution: AssignmentSolution
    ) {
        guard let pairs = solution.unlinked else { return }
        var best = AssignmentSolution(
            problem: problem, pairs: pairs, weights: solution.weights, prices: nil)
        best.certificate = solution.certificate
        best.bound = solution.certificate?.greatestTotal(of: problem, besides: best) ?? Int.max
        let price = LinkPrice(problem: problem, solution: best)
        let least = price?.least() ?? 0
        leastLinkPrice = least
        if let stated = solution.linkPrice?.atLeast, stated > least {
            findings.append(.linkPrice(stated: stated, proven: least))
        }
        guard price != nil, solution.islands(in: problem).count == 1, let bound else { return }
        self.bound = min(bound, best.totalAffinity - least)
    }

    /// A bound below what was reached is no bound.
    private mutating func checkBounds(
        _ problem: AssignmentProblem, _ solution: AssignmentSolution, total: Int
    ) {
        if let bound, bound < total {
            findings.append(.bound(stated: bound, reached: total))
        }
        let worst = solution.panelAffinities(problem).min() ?? 0
        if let worstBound, worstBound < worst {
            findings.append(.bound(stated: worstBound, reached: worst))
        }
    }

    private mutating func checkPairs(_ problem: AssignmentProblem, _ solution: AssignmentSolution) {
        let chosen = Set(solution.pairs)
        let locked = Set(problem.locked)
        var seen = Set<AssignmentProblem.Pair>()
        for pair in solution.pairs {
            if !seen.insert(pair).inserted { findings.append(.doubled(problem.assignment(pair))) }
            if problem.affinity(of: pair) == nil, !locked.contains(pair) {
                findings.append(.notAllowed(problem.assignment(pair)))
            }
        }
        for pair in problem.locked where !chosen.contains(pair) {
            findings.append(.lockedPairGone(problem.assignment(pair)))
        }
    }

    private mutating func checkCounts(
        _ problem: AssignmentProblem, _ solution: AssignmentSolution
    ) {
        let anchors = Set(problem.anchors)
        var locked = [[Int]](repeating: [], count: problem.submissions.count)
        var lockedOfJudge = [Int](repeating: 0, count: problem.judges.count)
        for pair in problem.locked {
            locked[pair.submission].append(pair.judge)
            lockedOfJudge[pair.judge] += 1
        }
        for (position, panel) in solution.panels(problem).enumerated() {
            let (id, demand) = (problem.submissions[position], problem.demands[position])
            note(
                .demand(id, found: panel.count, allowed: demand), panel.count, demand,
                locked: locked[position].count)
            guard !anchors.contains(position) else { continue }
            for (number, rule) in problem.panelRules.enumerated() {
                let count = panel.count { rule.has($0) }
                let marked = locked[position].count { rule.has($0) }
                let finding = Finding.panel(
                    id, rule: number, found: count, allowed: rule.count)
                if rule.isAllOrNone, !rule.isMet(by: count) {
                    if marked > 0 { unmet.append(finding) } else { findings.append(finding) }
                }
                note(finding, count, rule.count, locked: marked)
            }
        }
        for (position, load) in solution.loads(problem).enumerated() {
            let allowed = problem.loads[position]
            note(
                .load(problem.judges[position], found: load, allowed: allowed), load, allowed,
                locked: lockedOfJudge[position])
        }
    }

    /// Notes a count outside its range: too few is a want unmet; too many is one only where pairs
    /// that stay are too many alone.
    private mutating func note(
        _ finding: Finding, _ found: Int, _ allowed: ClosedRange<Int>, locked: Int
    ) {
        guard !allowed.contains(found) else { return }
        if found < allowed.lowerBound || found <= locked {
            unmet.append(finding)
        } else {
            findings.append(finding)
        }
    }

    /// Complementary slackness: what could carry more costs no less than the prices say, what could
    /// carry less no more.
    private mutating func checkPrices(
        _ problem: AssignmentProblem, _ solution: AssignmentSolution,
        _ prices: AssignmentSolution.Prices
    ) {
        let chosen = Set(solution.pairs)
        let kept = Set(problem.kept)
        let locked = Set(problem.locked)
        for submission in problem.candidates.indices {
            for candidate in problem.candidates[submission] {
                let pair = AssignmentProblem.Pair(
                    submission: submission, judge: Int(candidate.judge))
                guard !locked.contains(pair) else { continue }
                let cost = solution.weights.cost(candidate.affinity, isKept: kept.contains(pair))
                let reduced = cost + prices.submissions[submission] - prices.judges[pair.judge]
                if chosen.contains(pair) ? reduced > 0 : reduced < 0 {
                    findings.append(.pricePair(problem.assignment(pair)))
                }
            }
        }
        checkDemandPrices(problem, solution, prices)
        checkLoadPrices(problem, solution, prices)
    }

    private mutating func checkDemandPrices(
        _ problem: AssignmentProblem, _ solution: AssignmentSolution,
        _ prices: AssignmentSolution.Prices
    ) {
        let panels = solution.panels(problem)
        let locked = Dictionary(grouping: problem.locked, by: \.submission).mapValues(\.count)
        for (position, demand) in problem.demands.enumerated() {
            let size = panels[position].count
            // What one judge more is worth to the submission.
            let value = prices.root - prices.submissions[position]
            let isShort = size < demand.lowerBound
            let fixed = locked[position] ?? 0
            let mayGrow = size < demand.upperBound
            let mayShrink = size > max(demand.lowerBound, fixed)
            // A missing sheet is dearer than anything else, and as dear where some came.
            let missing = solution.weights.missing
            let isSound =
                isShort
                ? (size > fixed ? value == missing : value >= missing)
                : (!mayGrow || value >= 0) && (!mayShrink || value <= 0)
                    && (demand.lowerBound <= fixed || value <= missing)
            if !isSound { findings.append(.priceOfSubmission(problem.submissions[position])) }
        }
    }

    private mutating func checkLoadPrices(
        _ problem: AssignmentProblem, _ solution: AssignmentSolution,
        _ prices: AssignmentSolution.Prices
    ) {
        let loads = solution.loads(problem)
        let locked = Dictionary(grouping: problem.locked, by: \.judge).mapValues(\.count)
        for (position, limits) in problem.loads.enumerated() {
            let fixed = locked[position] ?? 0
            let start = max(fixed, limits.lowerBound)
            let most = fixed + max(start - fixed, max(0, limits.upperBound - fixed))
            let room = prices.judges[position] - prices.root
            let missing = solution.weights.missing
            if start > fixed {
                let load = loads[position]
                let isSound =
                    load >= start
                    ? room <= missing : (load > fixed ? room == missing : room >= missing)
                if !isSound { findings.append(.priceOfJudge(problem.judges[position])) }
            }
            guard loads[position] >= start else { continue }
            var reached = start
            for step in solution.weights.loadSteps(from: start, to: most) {
                let cost = Int64(step.cost)
                // The step holds loads from `reached` to `reached + step.count`.
                if loads[position] < reached + step.count, cost + room < 0 {
                    findings.append(.priceOfJudge(problem.judges[position]))
                }
                if loads[position] > reached, cost + room > 0 {
                    findings.append(.priceOfJudge(problem.judges[position]))
                }
                reached += step.count
            }
        }
    }
}

extension AssignmentProblem {
    /// A pair by its identifiers.
    public func assignment(_ pair: Pair) -> Assignment {
        Assignment(judge: judges[pair.judge], submission: submissions[pair.submission])
    }
}
