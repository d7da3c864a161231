/// The unit of each aim in the costs of an assignment, so that a higher aim is never traded for a
/// lower one.
///
/// Two assignments differ by circuits of the graph, and a circuit passes each submission and each
/// judge at most once: so it has at most `2 · min(s, j) + 2` pairs, and at most one step of load up
/// and one down. A unit above all that a circuit can change below it is enough. On problems so
/// large that the units would pass 64 bits, evenness no longer decides between equals; beyond that,
/// units stop at the greatest number, and the audit tells what that costs.
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

    /// Costs and the prices that are added up from them must fit 64 bits.
    private static let greatest = Int128(Int64.max / 256)

    /// - Parameter groups: Panel rules that the graph has nodes for.
    init(_ problem: AssignmentProblem, groups: Int) {
        let (submissions, judges) = (problem.submissions.count, problem.judges.count)
        let demand = problem.demands.reduce(0) { $0 + $1.upperBound }
        exactLoads = 4 * (demand / max(1, judges) + 4)
        let longest = Int128(problem.loads.map(\.upperBound).max() ?? 0) + 2
        let pairs = Int128(2 * min(submissions + groups, judges) + 2)
        let change = pairs * Int128(problem.largestAffinity)  // in affinity, by one circuit
        let hasKept = !problem.kept.isEmpty
        let isEvenFirst = problem.objective == .evenLoads
        let units =
            isEvenFirst
            ? Units(evennessFirst: change + 1, longest, change, pairs, hasKept)
            : Units(affinityFirst: longest, evenness: 1, change, pairs, hasKept)
        // Where even loads only decide between equals, they are given up before the numbers are.
        let plain = Units(affinityFirst: 1, evenness: 0, change, pairs, hasKept)
        let isTooGreat = units.missing > Self.greatest && !isEvenFirst
        let chosen = isTooGreat ? plain : units
        affinity = Int64(chosen.affinity)
        evenness = Int(min(chosen.evenness, Self.greatest))
        kept = Int64(min(chosen.kept, Self.greatest / 2))
        missing = Int64(min(chosen.missing, Self.greatest))
    }

    /// The units, before they are fitted into 64 bits.
    private struct Units {
        let affinity, evenness, kept, missing: Int128

        init(
            affinityFirst affinity: Int128, evenness: Int128, _ change: Int128, _ pairs: Int128,
            _ hasKept: Bool
        ) {
            (self.affinity, self.evenness) = (affinity, evenness)
            kept = hasKept ? (change + 1) * affinity : 0
            missing = change * affinity + pairs * kept + affinity
        }

        init(
            evennessFirst evenness: Int128, _ longest: Int128, _ change: Int128, _ pairs: Int128,
            _ hasKept: Bool
        ) {
            (affinity, self.evenness) = (1, evenness)
            let below = change + 1 + evenness * longest
            kept = hasKept ? below : 0
            missing = change + pairs * kept + below
        }
    }

    /// What a load costs beyond the least that the judge must have, by all its steps.
    func loadCost(_ load: Int, from start: Int) -> Int {
        loadSteps(from: start, to: max(start, load)).reduce(0) { $0 + $1.count * $1.cost }
    }

    /// The most that a price for each submission brings in less what the load costs, over all loads
    /// from a least to a greatest; those below `start` cost nothing.
    func bestLoad(from least: Int, start: Int, to most: Int, price: Int) -> Int {
        var load = min(start, most)
        var (worth, best) = (price * load, max(price * least, price * load))
        for step in loadSteps(from: load, to: most) {
            load += step.count
            worth += step.count * (price - step.cost)
            best = max(best, worth)
        }
        return best
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
