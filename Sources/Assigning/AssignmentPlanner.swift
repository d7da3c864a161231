/// Finds the assignment that a stage asks for: the best by the stage's objective, and linked.
///
/// The solver gives the best assignment; where islands of judges remain that the stage wants
/// linked, they are joined afterwards by exchanges of judges, and the price is told.
public struct AssignmentPlanner: Sendable {
    /// Decides between assignments that are equally good.
    public var seed: UInt64
    /// Circulations that the search for panels may solve.
    public var searchLimit: Int

    /// A planner.
    public init(seed: UInt64, searchLimit: Int = 200) {
        self.seed = seed
        self.searchLimit = searchLimit
    }

    /// The assignment to propose.
    ///
    /// Always finds one; what cannot be met is left, as little as possible. Between equals the seed
    /// decides, then the lowest identifiers: never the order of submissions and judges as given.
    public func plan(_ problem: AssignmentProblem) -> AssignmentSolution {
        guard let ordered = OrderedProblem(problem) else { return planned(problem) }
        return ordered.restored(planned(ordered.problem))
    }

    private func planned(_ problem: AssignmentProblem) -> AssignmentSolution {
        let solver = AssignmentSolver(seed: seed, searchLimit: searchLimit)
        var solution = solver.solve(problem)
        if problem.objective == .worstFirst {
            var search = FairSearch(problem: problem, start: solution, solver: solver)
            solution = search.run()
        }
        return linked(solution, problem)
    }

    /// The solution with its islands joined, as far as the stage asks and judges allow.
    private func linked(
        _ solution: AssignmentSolution, _ problem: AssignmentProblem
    ) -> AssignmentSolution {
        guard problem.links > 0, problem.judges.count <= LinkMending.mostJudges else {
            return solution
        }
        var mending = LinkMending(problem: problem, solution: solution, asked: problem.links)
        _ = mending.run()
        let pairs = mending.pairs
        guard pairs != solution.pairs else { return solution }
        let least = LinkPrice(problem: problem, solution: solution)?.least() ?? 0
        var linked = AssignmentSolution(
            problem: problem, pairs: pairs, weights: solution.weights, prices: nil)
        linked.certificate = solution.certificate
        linked.worstCertificate = solution.worstCertificate
        linked.worstBound = solution.worstBound
        linked.unlinked = solution.pairs
        let price = solution.totalAffinity - linked.totalAffinity
        linked.linkPrice = .init(affinity: price, atLeast: min(least, max(0, price)))
        linked.bound = max(linked.totalAffinity, solution.bound - least)
        return linked
    }
}
