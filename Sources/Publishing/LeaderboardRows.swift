import Contests
import Formats

/// The table of a leaderboard's page.
///
/// Roles are written out, for a table that is laid out as cards on a phone would lose them.
struct LeaderboardRows {
    private let view: LeaderboardView
    private let hasResults: Bool
    private let hasNotes: Bool
    private let hasSheets: Bool
    /// Rows under which a line is drawn, counted in ranked rows.
    private let lines: Set<Int>

    /// The table of a view.
    static func table(_ view: LeaderboardView) -> Markup {
        LeaderboardRows(view).table
    }

    private init(_ view: LeaderboardView) {
        self.view = view
        hasResults = view.rows.contains { !$0.awards.isEmpty || $0.advances == true }
        hasNotes = view.rows.contains { !$0.notes.isEmpty || !$0.decisions.isEmpty }
        hasSheets = view.rows.contains { !$0.sheets.isEmpty }
        lines = Set(view.lines.map(\.rowsAbove))
    }

    private var table: Markup {
        let rows = view.rows.enumerated().map { row($1, isAboveLine: lines.contains($0 + 1)) }
        return """
            <section aria-labelledby="standings">
            <h2 id="standings">\(Phrase("Standings", "排名"))</h2>
            <table role="table" aria-labelledby="standings">
            <caption class="hidden">\(view.scope)\(Phrase(": ", "："))\(view.state)</caption>
            <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>
            <tbody role="rowgroup">
            \(rows)</tbody></table></section>
            """
    }

    private var heads: [Markup] {
        var heads = [
            head(Phrase("Place", "名次"), isNumber: true), head(Phrase("Submission", "作品")),
        ]
        heads += view.scoreColumns.map { head($0.title, isNumber: true) }
        heads.append(head(Phrase("Score", "得分"), isNumber: true))
        if hasResults { heads.append(head(Phrase("Result", "结果"))) }
        if hasSheets { heads.append(head(Phrase("Sheets", "评委评分"))) }
        if hasNotes { heads.append(head(Phrase("Notes", "说明"))) }
        return heads
    }

    private func head(_ title: Phrase, isNumber: Bool = false) -> Markup {
        let number: Markup = isNumber ? " class=\"number\"" : ""
        return "<th role=\"columnheader\" scope=\"col\"\(number)>\(title)</th>"
    }

    private func row(_ row: LeaderboardRow, isAboveLine: Bool) -> Markup {
        let line: Markup = isAboveLine ? " class=\"line\"" : ""
        let further = zip(view.scoreColumns, row.scores).map { column, score in
            self.score(score, kind: "further", label: column.title)
        }
        return """
            <tr role="row"\(line)>\(place(row))\(who(row))\(further)\
            \(score(row.score, kind: "score", label: nil))\
            \(hasResults ? results(row) : "")\(hasSheets ? sheets(row) : "")\
            \(hasNotes ? notes(row) : "")</tr>

            """
    }

    private func place(_ row: LeaderboardRow) -> Markup {
        guard let place = row.place else {
            return "<td role=\"cell\" class=\"number place\">\(Self.dash)</td>"
        }
        let shared: Markup =
            row.isShared
            ? """
            <span class="equal" aria-hidden="true">=</span>\
            <span class="hidden">\(Phrase(" shared", " 并列"))</span>
            """ : ""
        return "<td role=\"cell\" class=\"number place\">\(place)\(shared)</td>"
    }

    private func who(_ row: LeaderboardRow) -> Markup {
        var parts: [Markup] = ["\(row.id.text)"]
        if !row.entrant.isEmpty { parts.append(.ofUnknownLanguage(row.entrant)) }
        parts += row.organisations.map { .ofUnknownLanguage($0) }
        parts += [row.track, row.stage, row.heat].compactMap(\.self).map { "\($0)" }
        if !row.region.isEmpty { parts.append(.ofUnknownLanguage(row.region)) }
        let meta = parts.map { "<span>\($0)</span>" as Markup }
        return """
            <th role="rowheader" scope="row"><span class="title">\(row.title)</span>\
            <span class="meta">\(meta)</span></th>
            """
    }

    /// A score, with the exact fraction below it where the decimal is rounded.
    private func score(_ score: ScoreText?, kind: String, label: Phrase?) -> Markup {
        let name: Markup = label.map { "<span class=\"label\">\($0) </span>" } ?? ""
        guard let score else {
            return "<td role=\"cell\" class=\"number \(kind)\">\(name)\(Self.dash)</td>"
        }
        let exact: Markup =
            score.isRounded && kind == "score" && score.exact.utf8.count <= 24
            ? "<span class=\"exact\">\(score.exact)</span>" : ""
        return "<td role=\"cell\" class=\"number \(kind)\">\(name)\(score.decimal)\(exact)</td>"
    }

    private func results(_ row: LeaderboardRow) -> Markup {
        var chips = row.awards.map { "<span class=\"award\">\($0.name)</span>" as Markup }
        if row.advances == true {
            chips.append("<span class=\"on\">\(Phrase("goes on", "晋级"))</span>")
        }
        return "<td role=\"cell\" class=\"results\(emptiness(chips))\">\(chips)</td>"
    }

    private func sheets(_ row: LeaderboardRow) -> Markup {
        let lines = row.sheets.map { "<p>\($0.wording)</p>" as Markup }
        return "<td role=\"cell\" class=\"sheets\(emptiness(lines))\">\(lines)</td>"
    }

    private func notes(_ row: LeaderboardRow) -> Markup {
        var lines: [Markup] = []
        if let status = row.status { lines.append("<p class=\"status\">\(status)</p>") }
        lines += row.notes.dropFirst(row.status == nil ? 0 : 1).map { "<p>\($0)</p>" }
        lines += row.decisions.map { "<p>\($0)</p>" }
        return "<td role=\"cell\" class=\"notes\(emptiness(lines))\">\(lines)</td>"
    }

    /// A class by which a card leaves out what is empty.
    private func emptiness(_ pieces: [Markup]) -> Markup {
        pieces.isEmpty ? " none" : ""
    }

    /// Stands where there is no number; screen readers say it in words.
    private static let dash: Markup = """
        <span aria-hidden="true">–</span><span class="hidden">\(Phrase("none", "无"))</span>
        """
}
