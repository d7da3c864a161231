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
        let barriers = plan.steps.indices.filter { plan.steps[$0].isStandardise }
        var troubles: [ScoringTrouble] = []
        guard let first = barriers.first else {
            // Tables are let go submission by submission.
            self.init(
                plan.participants.indices.finished(width: width) { position in
                    var work = SubmissionWork(plan.participants[position], plan: plan)
                    work.take(plan.steps.indices, plan: plan)
                    return work
                }, stage: plan.stage.id, troubles: troubles)
            return
        }
        var works = plan.participants.concurrentMap(chunk: 64, width: width) { participant in
            var work = SubmissionWork(participant, plan: plan)
            work.take(0..<first, plan: plan)
            return work
        }
        for (barrier, end) in zip(barriers, barriers.dropFirst() + [plan.steps.count]) {
            guard case .standardise(let step) = plan.steps[barrier] else { continue }
            troubles += plan.standardise(&works, step, width: width)
            if end == plan.steps.count { break }
            works = works.concurrentMap(chunk: 64, width: width) { work in
                var work = work
                work.take(barrier + 1..<end, plan: plan)
                return work
            }
        }
        let rest = (barriers.last ?? first) + 1..<plan.steps.count
        self.init(
            works.indices.finished(width: width) { [works] position in
                var work = works[position]
                work.take(rest, plan: plan)
                return work
            }, stage: plan.stage.id, troubles: troubles)
    }

    private init(_ parts: [Finished], stage: StageID, troubles: [ScoringTrouble]) {
        self.init(
            stage: stage, submissions: parts.flatMap(\.scores),
            troubles: troubles + parts.flatMap(\.troubles))
    }
}

/// What is left of a run of submissions when their scores are made.
private struct Finished: Sendable {
    var scores: [SubmissionScore] = []
    var troubles: [ScoringTrouble] = []
}

extension Range<Int> {
    /// Makes the scores of submissions, a run at a time.
    fileprivate func finished(
        width: Int, _ work: @Sendable (Int) -> SubmissionWork
    ) -> [Finished] {
        concurrentChunks(of: 64, width: width) { positions in
            var finished = Finished()
            for position in positions {
                var work = work(position)
                work.finish()
                finished.scores.append(work.score)
                finished.troubles += work.troubles
            }
            return finished
        }
    }
}

extension ScoringStep {
    /// Whether it needs all sheets of a judge.
    var isStandardise: Bool {
        guard case .standardise = self else { return false }
        return true
    }
}
