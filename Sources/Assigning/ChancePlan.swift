/// The chance of every pair of being assigned: the best in expectation under a limit on each.
///
/// Nobody can aim for a submission then: however they tell their expertise or bid, the draw gives
/// them no pair with more than the limit's chance. Pairs in force have been drawn before, and stay;
/// the plan is for what is left of the demands and the loads.
///
/// The plan is a flow of least cost in whole numbers, each judge counted ``ChanceLimit/whole``
/// times, and ``judgePrices`` prove it: see ``bound(of:)``. It knows demands, loads and allowed
/// pairs; panel rules, links, anchors and other aims than the total do not go with it.
///
/// > S. Jecmen, H. Zhang, R. Liu, N. B. Shah, V. Conitzer, F. Fang. "Mitigating Manipulation in
/// > Peer Review via Randomized Reviewer Assignments." *NeurIPS* 2020. arXiv:2006.16437
public struct ChancePlan: Sendable, Hashable {
    /// The limit on each pair that is drawn.
    public let limit: ChanceLimit
    /// Pairs that stay and are not drawn, in ascending order.
    public let fixed: [AssignmentProblem.Pair]
    /// By submission and place among its candidates, the chance in units of the limit's whole; 0
    /// for a pair that is fixed.
    public internal(set) var shares: [[Int]]
    /// Units of sheets that the limit leaves wanting.
    public internal(set) var missing = 0
    /// What a place with each judge costs, by position: the proof of the plan.
    public internal(set) var judgePrices: [Int]

    /// The best plan under a limit.
    ///
    /// - Parameter problem: Submissions and judges in ascending order; its panel rules, links,
    ///   anchors and objective are left aside.
    /// - Complexity: One flow of least cost over the allowed pairs.
    public init(_ problem: AssignmentProblem, limit: ChanceLimit) {
        self.limit = limit
        let rest = ChanceRest(problem)
        fixed = rest.fixed
        shares = problem.candidates.map { $0.map { _ in 0 } }
        judgePrices = [Int](repeating: 0, count: problem.judges.count)
        var network = ChanceNetwork(problem, rest, limit)
        (shares, judgePrices, missing) = network.solve()
    }

    /// Whether every demand and every load is met in every draw.
    public var isComplete: Bool { missing == 0 }
}

extension ChancePlan {
    /// The affinity to be expected, in units of affinity over the limit's whole.
    public func expectedAffinity(_ problem: AssignmentProblem) -> Int {
        var sum = fixed.reduce(0) { $0 + (problem.affinity(of: $1) ?? 0) * limit.whole }
        for (candidates, shares) in zip(problem.candidates, shares) {
            for (candidate, share) in zip(candidates, shares) {
                sum += Int(candidate.affinity) * share
            }
        }
        return sum
    }

    /// No plan under the limit can expect more than this; in the units of
    /// ``expectedAffinity(_:)``.
    ///
    /// Worked out from the prices alone: each submission takes what is best for it at these prices,
    /// and each judge the load that the price asks for (Lagrangian duality).
    ///
    /// - Complexity: O(*n* log *n*) for *n* allowed pairs.
    public func bound(of problem: AssignmentProblem) -> Int {
        let rest = ChanceRest(problem)
        let fixed = Set(rest.fixed)
        var sum = rest.fixed.reduce(0) { $0 + (problem.affinity(of: $1) ?? 0) * limit.whole }
        for (judge, load) in rest.loads.enumerated() {
            let price = judgePrices[judge]
            sum += price * (price > 0 ? load.upperBound : load.lowerBound) * limit.whole
        }
        for (submission, demand) in rest.demands.enumerated() {
            var worths: [Int] = []
            for candidate in problem.candidates[submission] {
                let judge = Int(candidate.judge)
                guard fixed.isEmpty || !fixed.contains(.init(submission: submission, judge: judge))
                else { continue }
                worths.append(Int(candidate.affinity) - judgePrices[judge])
            }
            sum += best(of: worths.sorted(by: >), demand)
        }
        return sum
    }

    /// What the best shares of one submission are worth, given what each place is worth.
    private func best(of worths: [Int], _ demand: ClosedRange<Int>) -> Int {
        var (sum, taken) = (0, 0)
        let (least, most) = (demand.lowerBound * limit.whole, demand.upperBound * limit.whole)
        for worth in worths {
            let room = (worth > 0 ? most : least) - taken
            guard room > 0 else { break }
            let share = min(limit.share, room)
            sum += worth * share
            taken += share
        }
        return sum
    }

    /// The chance of a pair in thousandths: 1,000 where it stays, 0 where it is not allowed.
    public func thousandths(of pair: AssignmentProblem.Pair, in problem: AssignmentProblem) -> Int {
        if fixed.contains(pair) { return 1_000 }
        let place = problem.candidates[pair.submission].firstIndex { $0.judge == pair.judge }
        return place.map { limit.thousandths(of: shares[pair.submission][$0]) } ?? 0
    }

    /// The least limit in thousandths under which every demand and load can be met; none where not
    /// even certainty would do.
    ///
    /// - Complexity: Eleven flows.
    public static func leastThousandths(_ problem: AssignmentProblem) -> Int? {
        func isEnough(_ thousandths: Int) -> Bool {
            ChanceLimit(thousandths: thousandths).map { ChancePlan(problem, limit: $0).isComplete }
                ?? false
        }
        guard isEnough(1_000) else { return nil }
        var (low, high) = (0, 1_000)
        while high - low > 1 {
            let middle = (low + high) / 2
            if isEnough(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
