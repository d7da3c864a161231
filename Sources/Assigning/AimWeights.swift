/// The unit of each aim in the costs of an assignment, so that a higher aim is never traded for a
/// lower one.
///
/// Two assignments differ by circuits of the graph, and a circuit passes each submission and each
/// judge at most once: so it has at most `2 · min(s, j) + 2` pairs, and at most one step of load up
/// and one down. A unit above all that a circuit can change below it is enough.
struct AimWeights: Sendable, Hashable {
    /// What one point of affinity is worth.
    let affinity: Int64
    /// What one kept pair is worth.
    let kept: Int64
    /// What one missing sheet costs.
    let missing: Int64
    /// What a step of load costs, times the load that it brings the judge to.
    let evenness: Int
    /// Loads up to which every step has its own cost; beyond it steps grow.
    private let exactLoads: Int

    /// - Parameter groups: Panel rules that the graph has nodes for.
    init(_ problem: AssignmentProblem, groups: Int) {
        let (submissions, judges) = (problem.submissions.count, problem.judges.count)
        let demand = problem.demands.reduce(0) { $0 + $1.upperBound }
        exactLoads = 4 * (demand / max(1, judges) + 4)
        let longest = problem.loads.map(\.upperBound).max() ?? 0
        let largest = problem.largestAffinity
        let pairs = Int64(2 * min(submissions + groups, judges) + 2)
        let isEvenFirst = problem.objective == .evenLoads
        affinity = isEvenFirst ? 1 : Int64(longest + 2)
        // A circuit changes the affinity by less than this, if loads come first.
        evenness = isEvenFirst ? Int(pairs * largest) + 1 : 1
        let below = (pairs * largest + 1) * affinity + Int64(evenness * (longest + 2))
        kept = problem.kept.isEmpty ? 0 : isEvenFirst ? below : (pairs * largest + 1) * affinity
        missing =
            isEvenFirst
            ? pairs * (largest + kept) + below
            : pairs * (largest * affinity + kept) + affinity
    }

    /// What a pair costs.
    func cost(_ value: Int64, isKept: Bool) -> Int64 {
        -value * affinity - (isKept ? kept : 0)
    }

    /// Steps of a judge's load, each with what one submission in it costs: the load that it brings
    /// the judge to, times ``evenness``.
    ///
    /// Up to four times the mean load every submission is a step of its own. Beyond, each step is
    /// twice as long as the last, and loads within one count as equally even.
    func loadSteps(from low: Int, to high: Int) -> [(count: Int, cost: Int)] {
        var steps: [(count: Int, cost: Int)] = []
        var load = low
        var length = 1
        while load < high {
            let count = min(length, high - load)
            steps.append((count, (load + 1) * evenness))
            load += count
            if load >= exactLoads { length *= 2 }
        }
        return steps
    }
}
