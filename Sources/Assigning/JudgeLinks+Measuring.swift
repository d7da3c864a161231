public import Contests

extension JudgeLinks {
    /// Measures how the panels of a solution link its judges; nothing where nobody has a
    /// submission.
    public init?(_ problem: AssignmentProblem, _ solution: AssignmentSolution) {
        let graph = LinkGraph(panels: solution.panels(problem))
        guard !graph.judges.isEmpty else { return nil }
        self.init(judges: graph.judges.count, strength: graph.strength, asked: problem.links)
        smallestCut = graph.smallestCut()
        algebraicConnectivity = graph.algebraicConnectivity()
        if let errors = graph.severityErrors() {
            severityError = SeverityError(
                mean: errors.mean, worst: errors.worst,
                worstPair: [problem.judges[errors.pair.0], problem.judges[errors.pair.1]])
        }
        price = solution.linkPrice
    }

    /// Whether the links asked for are there.
    public var areAsAsked: Bool { strength >= asked }
}
