import Contests
import Formats

/// A leaderboard as one page of HTML that needs nothing beside it.
///
/// The page has no script and no external reference. Both languages are in it; which one is seen is
/// chosen by two radio buttons and a rule of style, so a keyboard reaches it and a printer prints
/// the one that was chosen. It is well-formed XML too.
public enum LeaderboardPage {
    /// The page; the same bytes for the same leaderboard.
    ///
    /// - Complexity: O(*n*) for *n* rows.
    public static func html(_ view: LeaderboardView) -> String {
        let main: Markup = """
            \(header(view))
            <main id="main">
            \(summary(view))
            \(openQuestions(view))
            \(contents(view))
            \(ScoreChart.figure(view))
            \(LeaderboardRows.table(view))
            \(awards(view))
            \(rules(view))
            </main>
            <footer><p>\(footnote(view))</p></footer>
            """
        return Page(
            title: view.contest + Phrase(": ", "：") + view.scope, languages: view.languages,
            style: PageStyle.leaderboard,
            body: main
        ).html
    }

    private static let officeOnly = Phrase(
        "For the contest office only: names judges", "仅供组委会内部使用：含评委信息")

    private static func header(_ view: LeaderboardView) -> Markup {
        let audience: Markup =
            view.audience == .office
            ? "<p class=\"office\">\(officeOnly)</p>" : ""
        return """
            <header>
            \(audience)<p class="contest">\(view.contest)</p>
            <h1>\(view.scope)</h1>
            </header>
            """
    }

    /// State, time of the last fact and progress.
    private static func summary(_ view: LeaderboardView) -> Markup {
        let kind: Markup = view.isOfficial ? "official" : "provisional"
        var facts: [Markup] = ["<strong class=\"\(kind)\">\(view.result)</strong>"]
        if let revised = view.revised { facts.append("\(revised)") }
        if let asOf = view.asOf {
            facts.append("\(Phrase("as of ", "截至 "))\(asOf.markup)")
        }
        let (ranked, others) = (view.ranked.count, view.rows.count - view.ranked.count)
        facts.append("\(Phrase("\(ranked) ranked", "排名作品 \(ranked) 件"))")
        if others > 0 { facts.append("\(Phrase("\(others) not ranked", "未排名 \(others) 件"))") }
        if let progress = view.progress { facts.append("\(progress)") }
        let items = facts.map { "<li>\($0)</li>" as Markup }
        return "<ul class=\"facts\">\(items)</ul>"
    }

    private static func openQuestions(_ view: LeaderboardView) -> Markup {
        let questions = view.openQuestions.map { "<p class=\"office\">\($0)</p>" as Markup }
        return "\(questions)"
    }

    /// Links to the parts of the page, for those who would have to pass hundreds of rows.
    private static func contents(_ view: LeaderboardView) -> Markup {
        var links: [Markup] = ["<a href=\"#standings\">\(Phrase("Standings", "排名"))</a>"]
        if !view.awards.isEmpty {
            links.append("<a href=\"#awards\">\(Phrase("Awards", "奖项"))</a>")
        }
        if !view.rules.isEmpty {
            links.append("<a href=\"#rules\">\(Phrase("Rules", "规则"))</a>")
        }
        return "<nav class=\"sections\" aria-label=\"本页内容 · On this page\">\(links)</nav>"
    }

    private static func awards(_ view: LeaderboardView) -> Markup {
        guard !view.awards.isEmpty else { return "" }
        let titles = Dictionary(
            view.rows.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let items = view.awards.map { award($0, titles: titles) }
        return """
            <section aria-labelledby="awards"><h2 id="awards">\(Phrase("Awards", "奖项"))</h2>
            <ul class="awards">
            \(items)</ul></section>
            """
    }

    private static func award(_ award: AwardSummary, titles: [SubmissionID: Phrase]) -> Markup {
        let list = winners(of: award, titles: titles)
        let prize: Markup = award.prize.map { "<p class=\"prize\">\($0)</p>" } ?? ""
        let vacant: Markup =
            award.vacancies.map { count in
                count > 0
                    ? "<p class=\"vacant\">\(Phrase("\(count) vacant", "空缺 \(count) 项"))</p>" : ""
            } ?? ""
        return """
            <li><h3>\(award.name)</h3>\(prize)
            <p class="terms">\(award.terms.joined(.clauseComma))</p>
            \(list)\(vacant)</li>

            """
    }

    /// The winners' titles, or their identifiers alone where the titles would fill the page again.
    private static func winners(
        of award: AwardSummary, titles: [SubmissionID: Phrase]
    ) -> Markup {
        guard award.winners.count <= 10 else {
            let ids = award.winners.map(\.text).joined(separator: ", ")
            let count = award.winners.count
            return """
                <p>\(Phrase("\(count) winners", "\(count) 项"))</p>
                <p class="id">\(ids)</p>
                """
        }
        let items = award.winners.map { id in
            "<li>\(titles[id] ?? .none) <span class=\"id\">\(id.text)</span></li>\n" as Markup
        }
        return items.isEmpty ? "" : "<ol>\(items)</ol>"
    }

    private static func rules(_ view: LeaderboardView) -> Markup {
        guard !view.rules.isEmpty else { return "" }
        let parts = view.rules.map { rule($0, isAlone: view.rules.count == 1) }
        return """
            <section aria-labelledby="rules">
            <h2 id="rules">\(Phrase("How the result was made", "计分与排名规则"))</h2>
            \(parts)</section>
            """
    }

    private static func rule(_ rule: LeaderboardView.RuleText, isAlone: Bool) -> Markup {
        let heading: Markup = isAlone ? "" : "<h3>\(rule.stage)</h3>\n"
        let steps = rule.steps.map { "<li>\($0.sentence)</li>\n" as Markup }
        let clauses = rule.clauses.map { "<li>\($0.sentence)</li>\n" as Markup }
        return "\(heading)<ol>\(steps)</ol>\n<ul>\(clauses)</ul>\n"
    }

    private static func footnote(_ view: LeaderboardView) -> Phrase {
        let order = Phrase(
            "What nothing tells apart is ordered by identifier, code point by code point. "
                + "A dash means that there is no score; it never means zero.",
            "仍无法区分者按编号的字符编码顺序排列。“–”表示没有得分，不表示零分。")
        return order
    }
}

extension Timestamp {
    /// The time as it was written, without the letter between day and time.
    var readable: String {
        text.replacing("T", with: " ", maxReplacements: 1)
    }

    /// The time for a page, with what a program reads.
    var markup: Markup { "<time datetime=\"\(text)\">\(readable)</time>" }
}
