public import Contests

/// An assignment that a solver found, with the prices that prove how good it is.
public struct AssignmentSolution: Sendable, Hashable {
    /// The pairs, in ascending order of position.
    public var pairs: [AssignmentProblem.Pair]
    /// The affinities of all pairs together.
    public var totalAffinity: Int
    /// No assignment that obeys the rules, wants met as far as here, has a greater total.
    public var bound: Int
    /// Prices that prove the assignment best; none where panel rules had to be searched for.
    public var prices: Prices?
    /// Prices of judges that prove the bound, panel rules included; none where loads come first.
    public var certificate: BoundCertificate?
    /// The greatest affinity that the worst panel could have; none unless that comes first.
    public var worstBound: Int?
    /// Weights and prices that prove ``worstBound``.
    public var worstCertificate: BoundCertificate?
    /// What linking the judges cost; none where nothing had to be mended.
    public var linkPrice: JudgeLinks.Price?
    /// The best assignment before its islands of judges were joined; none where it had none.
    var unlinked: [AssignmentProblem.Pair]?
    /// The panel rules, each with its submission, that the prices take into account.
    var groups: [AssignmentNetwork.Group] = []
    /// Panel rules that are known not to be met, for a bound to leave aside; nothing where these
    /// are all that the pairs break.
    var excused: [AssignmentNetwork.Group]?
    /// The units that put the aims in order.
    let weights: AimWeights

    /// What a sheet is worth at each end: the dual of the flow.
    ///
    /// For a pair that is not assigned, the cost and the submission's price are together at least
    /// the judge's price; for one that is, at most.
    public struct Prices: Sendable, Hashable {
        /// The price at the root, from which loads and demands are counted.
        public var root: Int64
        /// By position of the submission.
        public var submissions: [Int64]
        /// By position of the judge.
        public var judges: [Int64]
    }

    /// Whether no assignment that obeys the rules can be better.
    public var isOptimal: Bool { totalAffinity == bound }

    init(
        problem: AssignmentProblem, pairs: [AssignmentProblem.Pair], weights: AimWeights,
        prices: Prices?
    ) {
        self.pairs = pairs
        self.weights = weights
        self.prices = prices
        totalAffinity = pairs.reduce(0) { $0 + (problem.affinity(of: $1) ?? 0) }
        bound = totalAffinity
    }
}

extension AssignmentSolution {
    /// Submissions that each judge is given.
    func loads(_ problem: AssignmentProblem) -> [Int] {
        var loads = [Int](repeating: 0, count: problem.judges.count)
        for pair in pairs { loads[pair.judge] += 1 }
        return loads
    }

    /// What all loads cost, where even loads come before affinity.
    func loadsCost(_ problem: AssignmentProblem) -> Int {
        var locked = [Int](repeating: 0, count: problem.judges.count)
        for pair in problem.locked { locked[pair.judge] += 1 }
        return loads(problem).enumerated().reduce(0) { sum, load in
            let start = max(locked[load.offset], problem.loads[load.offset].lowerBound)
            return sum + weights.loadCost(load.element, from: start)
        }
    }

    /// Judges that each submission is given, in ascending order.
    func panels(_ problem: AssignmentProblem) -> [[Int]] {
        var panels = [[Int]](repeating: [], count: problem.submissions.count)
        for pair in pairs { panels[pair.submission].append(pair.judge) }
        return panels
    }
}

extension AssignmentSolution {
    /// Judges joined by shared submissions, directly or through others: a list for each group.
    public func islands(in problem: AssignmentProblem) -> [[JudgeID]] {
        LinkGraph(panels: panels(problem)).components().map { $0.map { problem.judges[$0] } }
    }

    /// Other pairs, to be held against what the certificate of this solution proves.
    ///
    /// Pairs of judges or submissions that the problem does not have are left out.
    public func replacingPairs(
        with assignments: [Assignment], in problem: AssignmentProblem
    ) -> AssignmentSolution {
        let submissions = AssignmentProblem.places(problem.submissions)
        let judges = AssignmentProblem.places(problem.judges)
        let pairs = assignments.compactMap { assignment in
            submissions[assignment.submission].flatMap { submission in
                judges[assignment.judge].map {
                    AssignmentProblem.Pair(submission: submission, judge: $0)
                }
            }
        }
        var other = AssignmentSolution(
            problem: problem, pairs: pairs.sorted(), weights: weights, prices: nil)
        other.certificate = certificate
        other.worstCertificate = worstCertificate
        other.worstBound = worstBound
        other.unlinked = unlinked
        if let unlinked, let linkPrice {
            let best = unlinked.reduce(0) { $0 + (problem.affinity(of: $1) ?? 0) }
            other.linkPrice = .init(
                affinity: best - other.totalAffinity, atLeast: linkPrice.atLeast)
        }
        other.bound = Swift.max(bound, other.totalAffinity)
        return other
    }
}
