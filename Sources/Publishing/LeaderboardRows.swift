import Contests
import Formats

/// The table of a leaderboard's page.
enum LeaderboardRows {
    /// The table in a container that scrolls by itself where the page is narrow.
    static func table(_ view: LeaderboardView) -> Markup {
        ""
    }
}
