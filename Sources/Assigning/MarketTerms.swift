import Computing

/// What all parts of a market have in common.
struct MarketTerms: Sendable {
    let problem: AssignmentProblem
    let weights: AimWeights
    /// Pairs that are in or out already.
    let decided: Set<AssignmentProblem.Pair>
    let kept: Set<AssignmentProblem.Pair>
    /// By how much costs are multiplied in the market.
    let scale: Int64
    /// What one point of affinity is worth in the market.
    let factor: Int64
    /// What keeping a pair is worth in points of affinity.
    let keptWorth: Int64
    /// About the largest size of what a pair costs, the step of load that it takes included.
    let range: Int64
    /// For each submission and judge, their pairs that are in already.
    private let fixedOfSubmission: [Int32]
    private let fixedOfJudge: [Int32]
    /// For each submission, whether some pair of it is kept or decided; empty if there is none.
    private let special: [Bool]
    private let chance: UInt64

    /// - Parameter decided: Pairs that must be (true) or must not be (false) in the assignment.
    init(
        _ problem: AssignmentProblem, _ weights: AimWeights,
        decided: [AssignmentProblem.Pair: Bool], seed: UInt64
    ) {
        self.problem = problem
        self.weights = weights
        self.decided = Set(decided.keys)
        kept = Set(problem.kept)
        scale = Self.scale(weights)
        factor = weights.affinity * scale
        keptWorth = weights.kept / weights.affinity
        let sheets = problem.demands.reduce(0) { $0 + $1.upperBound }
        let load = Int64(sheets / max(1, problem.judges.count) + 1)
        range =
            problem.largestAffinity * weights.affinity + weights.kept
            + Int64(weights.evenness) * load
        var ofSubmission = [Int32](repeating: 0, count: problem.submissions.count)
        var ofJudge = [Int32](repeating: 0, count: problem.judges.count)
        for (pair, isIn) in decided where isIn {
            ofSubmission[pair.submission] += 1
            ofJudge[pair.judge] += 1
        }
        fixedOfSubmission = ofSubmission
        fixedOfJudge = ofJudge
        var special: [Bool] = []
        if !decided.isEmpty || !problem.kept.isEmpty {
            special = [Bool](repeating: false, count: problem.submissions.count)
            for pair in decided.keys { special[pair.submission] = true }
            for pair in problem.kept { special[pair.submission] = true }
        }
        self.special = special
        var random = SeededRandom(seed: seed, label: "assign \(problem.stage)")
        chance = random.next()
    }

    /// As much below one as there is room for in numbers of 64 bits.
    private static func scale(_ weights: AimWeights) -> Int64 {
        var scale: Int64 = 64
        while scale > 1, weights.missing > Int64.max / 16 / scale { scale /= 2 }
        return scale
    }

    /// Rows up to this length are listed whole.
    private static let longestList = 64

    func listLength(of submission: Int) -> Int {
        let count = problem.candidates[submission].count
        guard !isSpecial(submission) else { return count }
        return min(count, max(Self.longestList, 2 * problem.demands[submission].upperBound + 16))
    }

    @inline(__always)
    func isSpecial(_ submission: Int) -> Bool { !special.isEmpty && special[submission] }

    /// Judges that a submission gets beyond those that are fixed.
    func demand(of submission: Int) -> ClosedRange<Int> {
        let demand = problem.demands[submission]
        let fixed = Int(fixedOfSubmission[submission])
        let least = max(0, demand.lowerBound - fixed)
        return least...max(least, demand.upperBound - fixed)
    }

    func limits(of judge: Int) -> LoadSteps.Limits {
        LoadSteps.Limits(problem.loads[judge], fixed: Int(fixedOfJudge[judge]))
    }

    /// Where a submission's row begins, which decides between equals.
    @inline(__always)
    func turn(of submission: Int, count: Int) -> Int {
        var mixed = chance ^ (UInt64(submission) &* 0x9E37_79B9_7F4A_7C15)
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int(((mixed >> 32) &* UInt64(count)) >> 32)
    }
}
