/// What each further submission costs at one judge, in the prices of a market: their supply.
///
/// The costs stand in memory that the market frees.
struct LoadSteps {
    /// Judges with the same limits have the same steps.
    struct Limits: Sendable, Hashable {
        /// Submissions that the judge has already.
        var fixed: Int
        /// Submissions that they must be given beyond these.
        var least: Int
        /// The most that they may be given beyond these; at least ``least``.
        var most: Int

        init(_ limits: ClosedRange<Int>, fixed: Int) {
            self.fixed = fixed
            least = max(0, limits.lowerBound - fixed)
            most = max(least, limits.upperBound - fixed)
        }
    }

    let most: Int
    /// The cost of every one of the first submissions.
    private let single: UnsafeMutableBufferPointer<Int64>
    /// Further ones in runs of one cost: where each run ends.
    private var ends: [Int] = []
    private var costs: [Int64] = []

    init(_ limits: Limits, weights: AimWeights, scale: Int64) {
        most = limits.most
        var single = [Int64](repeating: -weights.missing * scale, count: limits.least)
        let start = limits.fixed + limits.least
        var end = limits.least
        for step in weights.loadSteps(from: start, to: limits.fixed + limits.most) {
            end += step.count
            if step.count == 1, ends.isEmpty {
                single.append(Int64(step.cost) * scale)
            } else {
                ends.append(end)
                costs.append(Int64(step.cost) * scale)
            }
        }
        self.single = .allocate(capacity: single.count)
        _ = self.single.initialize(from: single)
    }

    func deallocate() { single.deallocate() }

    /// The cost of one more where the judge holds so many; none beyond the most.
    ///
    /// Never falls as the load grows.
    @inline(__always)
    func cost(after count: Int) -> Int64? {
        if count < single.count { return single.baseAddress?[count] }
        return count < most ? lateCost(after: count) : nil
    }

    @inline(never)
    private func lateCost(after count: Int) -> Int64? {
        ends.firstIndex { count < $0 }.map { costs[$0] }
    }
}
