public import Contests

extension AssignmentProposal {
    /// Proposes the best assignment for a stage as things stand in the record.
    ///
    /// - Parameters:
    ///   - marked: Assignments whose sheets have come: they stay.
    ///   - seed: Decides between assignments that are equally good.
    public init(
        contest: Contest, stage: Stage, record: ContestRecord, marked: [Assignment] = [],
        seed: UInt64
    ) {
        let problem = AssignmentProblem(
            contest: contest, stage: stage, record: record, marked: marked)
        let solution = AssignmentPlanner(seed: seed).plan(problem)
        self.init(
            problem: problem, solution: solution, seed: seed,
            inForce: record.assignments[stage.id] ?? [])
    }

    /// What a solution comes to, compared with what is in force.
    public init(
        problem: AssignmentProblem, solution: AssignmentSolution, seed: UInt64,
        inForce: [Assignment]
    ) {
        let assignments = solution.pairs.map(problem.assignment).sorted()
        self.init(stage: problem.stage, seed: seed, assignments: assignments)
        let (new, old) = (Set(assignments), Set(inForce))
        added = assignments.filter { !old.contains($0) }
        removed = old.subtracting(new).sorted()
        let counts = solution.loads(problem)
        loads = counts.indices.map { judge in
            let limits = problem.loads[judge]
            let isLimited = limits.upperBound < problem.submissions.count
            return Load(
                judge: problem.judges[judge], count: counts[judge], minimum: limits.lowerBound,
                maximum: isLimited ? limits.upperBound : nil)
        }
        panels = solution.panels(problem).enumerated().map { submission, judges in
            let affinities = judges.map {
                problem.affinity(of: .init(submission: submission, judge: $0)) ?? 0
            }
            return Panel(
                submission: problem.submissions[submission], judges: judges.count,
                affinity: affinities.reduce(0, +))
        }
        totalAffinity = solution.totalAffinity
        proof = solution.isOptimal ? .optimal : .within(bound: solution.bound)
        worstBound = solution.worstBound
        avoided = problem.ruledOut.map {
            Avoided(pair: problem.assignment($0.pair), reason: $0.reason)
        }
        links = solution.islands(in: problem)
        linkage = JudgeLinks(problem, solution)
        shortfalls = problem.shortfalls(of: solution)
    }
}
