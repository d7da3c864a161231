public import Contests

/// The places of a stage.
public struct StageRanking: Sendable, Hashable {
    /// The ranked first, by place and then by identifier; then the others by identifier.
    public var standings: [Standing]

    /// Ranks the submissions of a stage.
    public init(
        stage: Stage, rubric: Rubric, scores: StageScores, record: ContestRecord,
        contest: Contest, earlier: [String: StageScores]
    ) {
        standings = []
    }
}
