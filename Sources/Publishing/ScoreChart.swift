import Formats

/// Scores by place with the lines of the prizes.
enum ScoreChart {
    static func figure(_ view: LeaderboardView) -> Markup { "" }
}
