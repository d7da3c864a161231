import Contests

/// Finds prices of judges at which the bound on the total is low, and an assignment that comes near
/// it, where panel rules cross.
///
/// Judges that too many submissions choose become dearer, others cheaper, in steps that grow with
/// the distance to the best assignment known. From the panels chosen an assignment is made in which
/// no judge has too much: of an overloaded judge's submissions, those go elsewhere that lose least.
///
/// > M. Held, P. Wolfe, H. P. Crowder. "Validation of Subgradient Optimization." *Mathematical
/// > Programming* 6, 1974, pp. 62–88. doi:10.1007/BF01580223
struct PanelAscent {
    /// Units of price in a point of affinity.
    private static let scale = 64
    private static let mostRounds = 90
    /// Rounds without a better bound after which steps are halved.
    private static let patience = 6

    let problem: AssignmentProblem
    /// The best assignment of the relaxed problem, which says what wants are met.
    let base: AssignmentSolution
    private(set) var certificate: BoundCertificate
    private(set) var bound: Int
    private(set) var best: AssignmentSolution?
    /// Panels at no prices.
    private let free: PanelPrices

    init(problem: AssignmentProblem, base: AssignmentSolution) {
        self.problem = problem
        self.base = base
        certificate = BoundCertificate(base, problem).scaled(Self.scale)
        bound = Int.max
        var none = BoundCertificate(
            scale: 1, judgePrices: [Int](repeating: 0, count: problem.judges.count))
        none.keptWorth = certificate.keptWorth
        free = PanelPrices(problem, base, none)
    }

    /// - Complexity: O(*r* *n* log *n*) for *n* allowed pairs and *r* rounds, at most
    ///   ``mostRounds``.
    mutating func run() {
        var current = certificate
        var (step, idle) = (1.0, 0)
        for _ in 0..<Self.mostRounds {
            let value = current.value(of: problem, besides: base)
            let total = current.greatestTotal(value, of: problem, besides: base)
            if total < bound {
                (bound, certificate, idle) = (total, current, 0)
                keepRepaired(value.panels, current)
            } else {
                idle += 1
                if idle % Self.patience == 0 { step /= 2 }
            }
            guard step > 1e-3, best.map({ $0.totalAffinity < bound }) ?? true else { break }
            let gap = Double(total - (best?.totalAffinity ?? total - total.magnitude.gapGuess))
            guard move(&current, value.panels, length: step * max(1, gap) * Double(Self.scale))
            else { break }
        }
    }

    /// Moves prices against the loads that the panels give; says whether any moved.
    private func move(_ prices: inout BoundCertificate, _ panels: [[Int]], length: Double) -> Bool {
        var loads = [Int](repeating: 0, count: problem.judges.count)
        for panel in panels { for judge in panel { loads[judge] += 1 } }
        let pulls = loads.indices.map { judge -> Int in
            let (limits, price) = (problem.loads[judge], prices.judgePrices[judge])
            if price > 0 || loads[judge] > limits.upperBound {
                return loads[judge] - limits.upperBound
            }
            return price < 0 || loads[judge] < limits.lowerBound
                ? loads[judge] - limits.lowerBound : 0
        }
        let norm = pulls.reduce(0) { $0 + $1 * $1 }
        guard norm > 0 else { return false }
        let factor = length / Double(norm)
        for judge in pulls.indices where pulls[judge] != 0 {
            let old = prices.judgePrices[judge]
            let change = Int((factor * Double(pulls[judge])).rounded())
            // A price comes to rest at nothing before it changes its sign.
            let new = old + (change == 0 ? pulls[judge].signum() : change)
            prices.judgePrices[judge] = old.signum() * new.signum() < 0 ? 0 : new
        }
        return true
    }

    /// Keeps the assignment that panels lead to, if it is the best so far.
    private mutating func keepRepaired(_ panels: [[Int]], _ prices: BoundCertificate) {
        var repair = PanelRepair(problem: problem, base: base, prices: prices, panels: panels)
        guard repair.run() else { return }
        repair.improve(free)
        let found = AssignmentSolution(
            problem: problem, pairs: repair.pairs, weights: base.weights, prices: nil)
        let (new, old) = (found.merit(problem), best?.merit(problem) ?? [])
        if old.lexicographicallyPrecedes(new) { best = found }
    }
}

extension UInt {
    /// A first guess of the gap, where no assignment is known yet: a hundredth.
    fileprivate var gapGuess: Int { Int(self / 100) + 1 }
}

extension BoundCertificate {
    /// Whole prices in points of affinity, as a circulation of least cost gives them.
    ///
    /// Circulations count affinity in units above all steps of load; rounding their prices to whole
    /// units towards the root keeps every inequality between whole numbers.
    init(_ solution: AssignmentSolution, _ problem: AssignmentProblem) {
        let unit = Int(solution.weights.affinity)
        self.init(
            scale: 1,
            judgePrices: problem.judges.indices.map { judge in
                guard let prices = solution.prices else { return 0 }
                let price = (Int(prices.root) - Int(prices.judges[judge])).flooredOver(unit)
                return problem.loads[judge].lowerBound == 0 ? Swift.max(0, price) : price
            })
        keptWorth = Int(solution.weights.kept) / unit
        countsLoads = problem.objective == .evenLoads
    }

    /// The same prices in smaller units.
    func scaled(_ factor: Int) -> BoundCertificate {
        var scaled = self
        scaled.scale *= factor
        scaled.judgePrices = judgePrices.map { $0 * factor }
        scaled.weights = weights.map { $0 * factor }
        return scaled
    }

    func greatestTotal(
        _ value: Value, of problem: AssignmentProblem, besides solution: AssignmentSolution
    ) -> Int {
        let extra = weights.reduce(0) { $0 + $1 - scale } * leastAffinity
        let chosen = Set(solution.pairs)
        let kept = problem.kept.count(where: chosen.contains) * keptWorth
        let loads = countsLoads ? solution.loadsCost(problem) : 0
        return (value.sum - extra).flooredOver(max(1, scale)) - kept + loads
    }
}
