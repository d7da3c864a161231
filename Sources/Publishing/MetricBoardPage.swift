public import Contests
public import Formats

/// The page of a metric's boards: what submissions reached on the public answers and on the private
/// ones, in one file of HTML that needs nothing beside it.
public enum MetricBoardPage {
    /// The page; the same bytes for the same board.
    ///
    /// - Parameters:
    ///   - board: A row for each submission; its name is the page's.
    ///   - language: The language that comes first.
    public static func html(
        _ board: Table, names: ContestNames, asOf: Timestamp?, language: Language
    ) -> String {
        let time: Markup = asOf.map { "<p>\(Phrase("As of ", "截至 "))\($0.markup)</p>" } ?? ""
        let title = board.name ?? Phrase("Board", "榜单")
        let main: Markup = """
            <header><p class="contest">\(names.title)</p>
            <h1 id="board">\(title)</h1>
            \(time)</header>
            <main id="main">
            <p>\(explanation)</p>
            \(board.markup(label: "board"))</main>
            """
        return Page(
            title: names.title + Phrase(": ", "：") + title,
            languages: LeaderboardView.languages(of: names.contest, first: language),
            style: PageStyle.leaderboard, body: main
        ).html
    }

    private static let explanation = Phrase(
        "Board A goes by the public part of the answers while submissions may still be handed in, "
            + "board B by the other part after that. Equal values share a place.",
        "A 榜在提交期间按答案的公开部分测量；B 榜在截止后按其余部分测量。数值相同则名次并列。")
}
