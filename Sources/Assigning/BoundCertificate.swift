public import Computing

/// Prices that prove that no assignment under the rules can be better than a bound, panel rules
/// included.
///
/// Every judge has a price for each place on a panel. For any prices, no assignment is worth more
/// than the best panels together, each submission choosing for itself at these prices, and what the
/// judges' limits let the prices bring in. Anyone can work this out again: it takes one pass over
/// the submissions, and no solver.
///
/// In numbers: with scale *D*, weights *w*, prices *p*, and a least affinity *t* that every panel
/// must have, each total *T* obeys *D T* ≤ Σ max over panels Σ (*w a* − *p*) + Σ max over loads
/// *p n* − *t* Σ (*w* − *D*). With *D* = 0 the same sum bounds *t* itself. Where even loads come
/// first, a load of *n* costs *c*(*n*), and Σ max over loads (*p n* − *c*(*n*)) bounds the total
/// less the cost of all loads.
///
/// > A. M. Geoffrion. "Lagrangean Relaxation for Integer Programming." *Mathematical Programming
/// > Studies* 2, 1974, pp. 82–114. doi:10.1007/BFb0120690
public struct BoundCertificate: Sendable, Hashable {
    /// What one point of affinity is worth in the units of the prices; 0 where the worst panel is
    /// bounded and not the total.
    public var scale: Int
    /// What one point of a submission's affinity is worth, by position, where some count for more;
    /// empty where each counts ``scale``.
    public var weights: [Int] = []
    /// The affinity that every panel must have; counts only with ``weights``.
    public var leastAffinity = 0
    /// The price of a place with each judge, by position.
    public var judgePrices: [Int]
    /// What keeping a pair in force is worth, in points of affinity.
    public var keptWorth = 0
    /// Whether loads come before affinity: then each judge's load costs what evenness makes it
    /// cost, and the bound is for assignments whose loads are as even.
    public var countsLoads = false

    /// A certificate.
    public init(scale: Int, judgePrices: [Int]) {
        self.scale = scale
        self.judgePrices = judgePrices
    }
}

extension BoundCertificate {
    /// What the prices come to in a problem.
    struct Value: Sendable {
        /// The sum, in the units of the prices.
        var sum: Int
        /// The best panels; what was chosen is empty where the search for one was cut short.
        var panels: [[Int]]
    }

    /// The greatest total affinity that any assignment can have which leaves no more unmet than
    /// the one given, and keeps as many pairs.
    ///
    /// - Complexity: O(*n* log *n*) for *n* allowed pairs where panel rules seldom bind.
    public func greatestTotal(
        of problem: AssignmentProblem, besides solution: AssignmentSolution,
        width: Int = Concurrency.width
    ) -> Int {
        greatestTotal(
            value(of: problem, besides: solution, width: width), of: problem, besides: solution)
    }

    /// The greatest affinity that the worst panel can have in any assignment which leaves no more
    /// unmet than the one given.
    public func greatestWorst(
        of problem: AssignmentProblem, besides solution: AssignmentSolution,
        width: Int = Concurrency.width
    ) -> Int {
        let sum = value(of: problem, besides: solution, width: width).sum
        return sum.flooredOver(max(1, weights.reduce(0, +)))
    }

    func value(
        of problem: AssignmentProblem, besides solution: AssignmentSolution,
        width: Int = Concurrency.width
    ) -> Value {
        let search = PanelPrices(problem, solution, self)
        let results = problem.submissions.indices.concurrentMap(chunk: 64, width: width) {
            search.best(of: $0) ?? .init(worth: 0, judges: [])
        }
        return Value(
            sum: results.reduce(search.loadsWorth) { $0 + $1.worth },
            panels: results.map { $0.judges ?? [] })
    }
}

extension Int {
    /// The quotient rounded down.
    func flooredOver(_ divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
