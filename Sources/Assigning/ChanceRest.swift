/// What pairs in force leave of the demands and loads, to be drawn.
struct ChanceRest {
    /// Pairs that stay: what is locked, and what is in force and fits, in ascending order.
    private(set) var fixed: [AssignmentProblem.Pair]
    /// Judges that each submission still gets.
    private(set) var demands: [ClosedRange<Int>]
    /// Submissions that each judge still gets.
    private(set) var loads: [ClosedRange<Int>]

    init(_ problem: AssignmentProblem) {
        fixed = []
        (demands, loads) = (problem.demands, problem.loads)
        var seen = Set<AssignmentProblem.Pair>()
        for pair in problem.locked where seen.insert(pair).inserted { take(pair) }
        for pair in problem.kept.sorted() where problem.affinity(of: pair) != nil {
            let hasRoom =
                demands[pair.submission].upperBound > 0 && loads[pair.judge].upperBound > 0
            if hasRoom, seen.insert(pair).inserted { take(pair) }
        }
        fixed.sort()
    }

    private mutating func take(_ pair: AssignmentProblem.Pair) {
        fixed.append(pair)
        demands[pair.submission] = demands[pair.submission].lessOne
        loads[pair.judge] = loads[pair.judge].lessOne
    }
}

extension ClosedRange<Int> {
    /// Both ends one lower, and not below 0.
    fileprivate var lessOne: ClosedRange<Int> {
        Swift.max(0, lowerBound - 1)...Swift.max(0, upperBound - 1)
    }
}
