public import Contests

/// Checks an assignment without the solver: that it obeys the rules, that its numbers are right,
/// and that its prices prove it best.
public struct AssignmentAudit: Sendable, Hashable {
    /// What is wrong, in a fixed order; empty where all is well.
    public var findings: [Finding] = []
    /// Whether the prices prove that no assignment is better.
    public var isProven = false

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
        guard let prices = solution.prices, solution.groups.isEmpty else { return }
        let before = findings.count
        checkPrices(problem, solution, prices)
        isProven = findings.count == before
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
        let panels = solution.panels(problem)
        for (position, panel) in panels.enumerated() {
            let id = problem.submissions[position]
            if !problem.demands[position].contains(panel.count) {
                findings.append(
                    .demand(id, found: panel.count, allowed: problem.demands[position]))
            }
            for (number, rule) in problem.panelRules.enumerated() {
                let count = panel.count { rule.judges.contains($0) }
                if !rule.count.contains(count) {
                    findings.append(.panel(id, rule: number, found: count, allowed: rule.count))
                }
            }
        }
        for (position, load) in solution.loads(problem).enumerated()
        where !problem.loads[position].contains(load) {
            findings.append(
                .load(problem.judges[position], found: load, allowed: problem.loads[position]))
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
            let isSound =
                isShort
                ? value == -solution.weights.missing || demand.lowerBound <= fixed
                : (!mayGrow || value >= 0) && (!mayShrink || value <= 0)
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
            guard loads[position] >= start else { continue }
            let most = fixed + max(start - fixed, max(0, limits.upperBound - fixed))
            let room = prices.judges[position] - prices.root
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
    func assignment(_ pair: Pair) -> Assignment {
        Assignment(judge: judges[pair.judge], submission: submissions[pair.submission])
    }
}
