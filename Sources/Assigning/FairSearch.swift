import Contests

/// The search for the assignment whose worst panel fits best, and among these for the greatest
/// total.
///
/// Submissions that are badly off count for more, round by round, in an assignment of greatest
/// total; between the rounds chains of exchanges lift the worst panel. Every round's weights and
/// prices bound what the worst panel can have: no weighting can promise it more than their mean.
/// Then, the worst panel fixed, those who threaten to fall below it count for more until the
/// greatest total leaves them where they should be.
///
/// > I. Stelmakh, N. Shah, A. Singh. "PeerReview4All: Fair and Accurate Reviewer Assignment in Peer
/// > Review." *Journal of Machine Learning Research* 22, 2021. arXiv:1806.06237
///
/// > A. Kobren, B. Saha, A. McCallum. "Paper Matching with Local Fairness Constraints." *KDD* 2019.
/// > doi:10.1145/3292500.3330899
///
/// > S. Arora, E. Hazan, S. Kale. "The Multiplicative Weights Update Method." *Theory of Computing*
/// > 8, 2012, pp. 121–164. doi:10.4086/toc.2012.v008a006
struct FairSearch {
    private static let mostRounds = 24
    /// Units of a weight of one while totals are sought.
    private static let unit = 32

    let problem: AssignmentProblem
    let start: AssignmentSolution
    let solver: AssignmentSolver
    private let mostWeight: Int
    private var best: AssignmentSolution
    private var worstBound = Int.max
    private var worstCertificate: BoundCertificate?
    private var totalBound = Int.max
    private var totalCertificate: BoundCertificate?

    init(problem: AssignmentProblem, start: AssignmentSolution, solver: AssignmentSolver) {
        self.problem = problem
        self.start = start
        self.solver = solver
        best = start
        let largest =
            problem.candidates.lazy.flatMap { $0 }.map { Int($0.affinity.magnitude) }.max() ?? 0
        mostWeight = max(1, min(1_000, Int(Int32.max) / max(1, largest)))
    }

    /// - Complexity: At most 2 · ``mostRounds`` assignments.
    mutating func run() -> AssignmentSolution {
        guard !problem.submissions.isEmpty else { return start }
        keep(lifted(start, to: nil))
        boundAlone()
        liftWorst()
        raiseTotal()
        best.worstBound = max(worstBound, worst(best))
        best.worstCertificate = worstCertificate
        best.certificate = totalCertificate
        best.bound = max(totalBound, best.totalAffinity)
        best.prices = nil
        return best
    }

    // MARK: The worst panel

    /// No submission can have more than the best panel that it may choose for itself.
    private mutating func boundAlone() {
        let free = BoundCertificate(
            scale: 1, judgePrices: problem.judges.map { _ in 0 })
        let prices = PanelPrices(problem, start, free)
        let alone = problem.submissions.indices.map { prices.best(of: $0)?.worth ?? 0 }
        guard let least = alone.indices.min(by: { (alone[$0], $0) < (alone[$1], $1) }) else {
            return
        }
        var certificate = BoundCertificate(scale: 0, judgePrices: free.judgePrices)
        certificate.weights = problem.submissions.indices.map { $0 == least ? 1 : 0 }
        worstBound = alone[least]
        worstCertificate = certificate
    }

    private mutating func liftWorst() {
        // Logarithms of weights, so that their products stay in range.
        var logs = [Double](repeating: 0, count: problem.submissions.count)
        for round in 0..<Self.mostRounds where worst(best) < worstBound {
            let weights = Self.whole(logs, most: mostWeight)
            let solved = solve(weights)
            var certificate = BoundCertificate(solved, problem)
            certificate.scale = 0
            certificate.weights = weights
            let proved = certificate.greatestWorst(of: problem, besides: solved)
            if proved < worstBound { (worstBound, worstCertificate) = (proved, certificate) }
            let sums = affinities(solved)
            keep(lifted(plain(solved), to: nil))
            let (low, high) = (sums.min() ?? 0, sums.max() ?? 0)
            let rate = 3 / (1 + Double(round).squareRoot() / 2)
            for place in logs.indices {
                logs[place] -= rate * Double(sums[place] - low) / Double(max(1, high - low))
            }
        }
    }

    /// Weights in whole numbers, the greatest of them the one given.
    private static func whole(_ logs: [Double], most: Int) -> [Int] {
        let top = logs.max() ?? 0
        return logs.map { Int((exponential($0 - top) * Double(most)).rounded()) }
    }

    /// e to a power of 0 or less, alike on every machine: by squaring the series of a small part.
    private static func exponential(_ power: Double) -> Double {
        let part = max(power, -40) / 1_024
        var value = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
        for _ in 0..<10 { value *= value }
        return value
    }

    // MARK: The total

    private mutating func raiseTotal() {
        let least = worst(best)
        let unit = min(Self.unit, mostWeight)
        var extra = [Double](repeating: 0, count: problem.submissions.count)
        var rate = 1.0
        for _ in 0..<Self.mostRounds where best.totalAffinity < totalBound {
            let weights = extra.map { unit + min(mostWeight - unit, Int($0.rounded())) }
            let solved = solve(weights)
            var certificate = BoundCertificate(solved, problem)
            certificate.scale = unit
            certificate.weights = weights
            certificate.leastAffinity = least
            let proved = certificate.greatestTotal(of: problem, besides: solved)
            if proved < totalBound {
                (totalBound, totalCertificate) = (proved, certificate)
            } else {
                rate *= 0.8
            }
            keep(lifted(plain(solved), to: least))
            for (place, sum) in affinities(solved).enumerated() {
                let lacking = Double(least - sum) / Double(max(1, least))
                extra[place] = max(0, extra[place] + rate * Double(unit) * lacking)
            }
        }
    }

    // MARK: Parts

    /// The best assignment with the affinities of each submission counting so many times.
    private func solve(_ weights: [Int]) -> AssignmentSolution {
        var weighted = problem
        weighted.objective = .total
        for place in weighted.candidates.indices {
            weighted.candidates[place] = problem.candidates[place].map {
                .init(judge: Int($0.judge), affinity: Int($0.affinity) * weights[place])
            }
        }
        return solver.solve(weighted)
    }

    /// A solution of a weighted problem as one of the problem itself.
    private func plain(_ solved: AssignmentSolution) -> AssignmentSolution {
        AssignmentSolution(
            problem: problem, pairs: solved.pairs, weights: start.weights, prices: nil)
    }

    private func lifted(_ solution: AssignmentSolution, to least: Int?) -> AssignmentSolution {
        var chains = LiftingChains(problem: problem, solution: solution)
        chains.run(to: least)
        return AssignmentSolution(
            problem: problem, pairs: chains.pairs, weights: start.weights, prices: nil)
    }

    private mutating func keep(_ solution: AssignmentSolution) {
        if merit(best).lexicographicallyPrecedes(merit(solution)) { best = solution }
    }

    private func merit(_ solution: AssignmentSolution) -> [Int] {
        solution.wantsMet(problem) + [worst(solution), solution.totalAffinity]
    }

    private func worst(_ solution: AssignmentSolution) -> Int {
        affinities(solution).min() ?? 0
    }

    private func affinities(_ solution: AssignmentSolution) -> [Int] {
        solution.panelAffinities(problem)
    }
}

extension AssignmentSolution {
    /// The affinities of each panel together, by position of the submission.
    func panelAffinities(_ problem: AssignmentProblem) -> [Int] {
        var sums = [Int](repeating: 0, count: problem.submissions.count)
        for pair in pairs { sums[pair.submission] += problem.affinity(of: pair) ?? 0 }
        return sums
    }
}
