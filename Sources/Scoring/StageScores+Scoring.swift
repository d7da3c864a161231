public import Computing
public import Contests

extension StageScores {
    /// Runs a stage's rule over its marks.
    ///
    /// Marks of submissions that do not take part are not looked at. Those of submissions that
    /// were withdrawn or disqualified are: they stay in their judges' means and deviations, so
    /// that nobody's score moves when somebody else leaves.
    ///
    /// - Parameters:
    ///   - contest: For the tables that steps look values up in.
    ///   - stage: The stage and its rule.
    ///   - rubric: The stage's rubric; the columns of `marks` are its criteria.
    ///   - marks: The marks.
    ///   - record: For participants, assignments, judges, fields of submissions and decisions.
    ///   - earlier: The scores of the track's earlier stages, by the stage's name.
    ///   - width: The most threads to use. Nothing depends on it.
    /// - Complexity: O(*m*) for *m* marks, and O(*n* log *n*) for *n* submissions, over threads.
    public init(
        contest: Contest, stage: Stage, rubric: Rubric, marks: MarkTable, record: ContestRecord,
        earlier: [String: StageScores], width: Int = Concurrency.width
    ) {
        let plan = ScoringPlan(
            contest: contest, stage: stage, rubric: rubric, marks: marks, record: record,
            earlier: earlier)
        self.init(plan, width: width)
    }

    /// Takes all steps; those between standard scores are independent for each submission.
    private init(_ plan: ScoringPlan, width: Int) {
        var troubles: [ScoringTrouble] = []
        var works = (0..<plan.participants.count).concurrentChunks(of: 64, width: width) { chunk in
            chunk.map { SubmissionWork(plan.participants[$0], plan: plan) }
        }.flatMap { $0 }
        var next = 0
        while next < plan.steps.count {
            if case .standardise(let step) = plan.steps[next] {
                troubles += plan.standardise(&works, step, width: width)
                next += 1
                continue
            }
            let end = plan.steps[next...].firstIndex(where: \.isStandardise) ?? plan.steps.count
            let taken = next..<end
            works = works.concurrentMap(chunk: 64, width: width) { work in
                var work = work
                work.take(taken, plan: plan)
                return work
            }
            next = end
        }
        for index in works.indices { works[index].finish() }
        self.init(
            stage: plan.stage.id, submissions: works.map(\.score),
            troubles: troubles + works.flatMap(\.troubles))
    }
}

extension ScoringStep {
    /// Whether it needs all sheets of a judge.
    var isStandardise: Bool {
        guard case .standardise = self else { return false }
        return true
    }
}
