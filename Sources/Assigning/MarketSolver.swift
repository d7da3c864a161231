import Computing

/// Solves an assignment whose panels have no rules in the graph: part by part, side by side.
struct MarketSolver {
    private let problem: AssignmentProblem
    private let decided: [AssignmentProblem.Pair: Bool]
    private let terms: MarketTerms

    /// - Parameter decided: Pairs that must be (true) or must not be (false) in the assignment;
    ///   locked ones are in anyhow.
    init(
        _ problem: AssignmentProblem, _ weights: AimWeights,
        decided: [AssignmentProblem.Pair: Bool], seed: UInt64
    ) {
        self.problem = problem
        var decided = decided
        for pair in problem.locked { decided[pair] = true }
        self.decided = decided
        terms = MarketTerms(problem, weights, decided: decided, seed: seed)
    }

    /// The best assignment with its prices, the same for any number of threads.
    func solve() -> AssignmentSolution {
        let terms = terms
        let parts = MarketPart.parts(of: problem)
        let outcomes = parts.concurrentMap { part in
            let market = AssignmentMarket(terms, part)
            market.run()
            return market.outcome()
        }
        return AssignmentSolution(
            problem: problem, pairs: pairs(parts, outcomes), weights: terms.weights,
            prices: prices(parts, outcomes))
    }

    private func pairs(
        _ parts: [MarketPart], _ outcomes: [MarketOutcome]
    ) -> [AssignmentProblem.Pair] {
        // Where each submission's pairs begin.
        var starts = [Int](repeating: 0, count: problem.submissions.count + 1)
        for (part, outcome) in zip(parts, outcomes) {
            for (number, submission) in part.submissions.enumerated() {
                starts[Int(submission) + 1] = outcome.panel(number).count
            }
        }
        for place in problem.submissions.indices { starts[place + 1] += starts[place] }
        var pairs = [AssignmentProblem.Pair](
            repeating: .init(submission: 0, judge: 0), count: starts.last ?? 0)
        for (part, outcome) in zip(parts, outcomes) {
            for (number, submission) in part.submissions.enumerated() {
                let start = starts[Int(submission)]
                for (place, judge) in outcome.panel(number).enumerated() {
                    pairs[start + place] = .init(submission: Int(submission), judge: Int(judge))
                }
            }
        }
        let fixed = decided.filter(\.value).map(\.key)
        return fixed.isEmpty ? pairs : (pairs + fixed).sorted()
    }

    private func prices(
        _ parts: [MarketPart], _ outcomes: [MarketOutcome]
    ) -> AssignmentSolution.Prices {
        var prices = AssignmentSolution.Prices(
            root: 0, submissions: [Int64](repeating: 0, count: problem.submissions.count),
            judges: [Int64](repeating: 0, count: problem.judges.count))
        for (part, outcome) in zip(parts, outcomes) {
            for (number, submission) in part.submissions.enumerated() {
                prices.submissions[Int(submission)] = outcome.submissionPrices[number]
            }
            // In the flow a judge's price counts from the root down.
            for (number, judge) in part.judges.enumerated() {
                prices.judges[Int(judge)] = -outcome.judgePrices[number]
            }
        }
        return prices
    }
}
