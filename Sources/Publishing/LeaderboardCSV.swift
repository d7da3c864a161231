import Contests
import Formats

/// A leaderboard for spreadsheets.
public enum LeaderboardCSV {
    /// The table with titles in the view's language: UTF-8 with a byte-order mark, CRLF.
    ///
    /// Cells that a spreadsheet would take for a formula are neutralised.
    public static func text(_ view: LeaderboardView) -> String {
        view.table.csv(in: view.language)
    }
}
