/// Finds the best assignment.
///
/// Best means, in this order: the fewest wants unmet; the most pairs in force kept; the greatest
/// affinity in total; loads as even as possible; and between equals, what the seed decides. The
/// same seed gives the same assignment on any machine.
///
/// Without panel rules this is one circulation of least cost, and its prices prove it. Panel rules
/// are added where the best assignment breaks them, submission by submission: as further nodes of
/// the same graph where they are nested or apart, which keeps the proof; and where they cross, by
/// branching on single pairs, until the best is proven or ``searchLimit`` is reached and the gap
/// is told in numbers.
public struct AssignmentSolver: Sendable {
    /// Decides between assignments that are equally good.
    public var seed: UInt64
    /// Circulations that branching may solve.
    public var searchLimit: Int

    /// A solver.
    public init(seed: UInt64, searchLimit: Int = 200) {
        self.seed = seed
        self.searchLimit = searchLimit
    }

    /// The best assignment.
    ///
    /// Always finds one: wants that cannot be met are left, as few as possible.
    ///
    /// - Complexity: Practically linear in the pairs allowed; times the rounds that panel rules
    ///   need.
    public func solve(_ problem: AssignmentProblem) -> AssignmentSolution {
        var search = PanelSearch(problem: problem, seed: seed, limit: searchLimit)
        return search.run()
    }
}
