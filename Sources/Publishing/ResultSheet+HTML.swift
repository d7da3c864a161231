import Contests
import Formats

extension ResultSheet {
    /// The page, in both languages at once where the contest has both: paper has no switch.
    public var html: String {
        let body: Markup = """
            <header><p class="contest">\(view.contest)</p>
            <h1>\(Phrase("Result sheet: ", "评审结果确认表："))\(view.scope)</h1></header>
            <main id="main">
            <div class="scroll" tabindex="0" role="region" \
            aria-label="名次与得分 · Places and scores">\(table)</div>
            <section class="signatures">
            <h2>\(Phrase("Signatures", "签字确认"))</h2>
            <p>\(Self.confirmation)</p>
            <p class="hash">\(Phrase("SHA-256 of the result: ", "结果摘要（SHA-256）："))\
            <code>\(hash)</code></p>
            <ul>\(judges.map { line(for: $0, role: Phrase("Judge", "评委")) })\
            \(line(for: chief, role: Phrase("Chief judge", "评审组长")))</ul>
            </section>
            </main>
            """
        return Page(
            title: Phrase("Result sheet: ", "评审结果确认表：") + view.scope,
            languages: view.languages, style: PageStyle.resultSheet, body: body
        ).html
    }

    static let confirmation = Phrase(
        "We confirm that the places and scores above are the result of our judging.",
        "我们确认以上名次与得分为本次评审结果。")

    private var table: Markup {
        let rows = view.rows.map { row -> Markup in
            let place = row.placeText.map { Phrase(verbatim: $0) } ?? Phrase(verbatim: "–")
            let awards = row.awards.map(\.name).joined()
            let notes = ([row.status].compactMap(\.self) + row.overrides).joined(.clauseComma)
            return """
                <tr><td class="number">\(place)</td><td>\(row.id.text)</td>\
                <th scope="row">\(row.title)</th><td>\(row.entrant)</td>\
                <td class="number">\(row.score?.decimal ?? "–")</td><td>\(awards)</td>\
                <td>\(notes)</td></tr>

                """
        }
        return """
            <table><caption>\(view.state)</caption>
            <thead><tr><th scope="col">\(Phrase("Place", "名次"))</th>\
            <th scope="col">\(Phrase("Id", "编号"))</th>\
            <th scope="col">\(Phrase("Title", "作品名称"))</th>\
            <th scope="col">\(Phrase("Entrant", "参赛者"))</th>\
            <th scope="col">\(Phrase("Score", "得分"))</th>\
            <th scope="col">\(Phrase("Awards", "奖项"))</th>\
            <th scope="col">\(Phrase("Notes", "说明"))</th></tr></thead>
            <tbody>
            \(rows)</tbody></table>
            """
    }

    /// A line to sign on, with the name below it and a place for the date.
    private func line(for judge: Judge?, role: Phrase) -> Markup {
        let name = judge.map { $0.name.isEmpty ? $0.id.text : $0.name } ?? ""
        return """
            <li><span class="role">\(role)</span> <span class="name">\(name)</span>\
            <span class="sign"></span><span class="date">\(Phrase("Date", "日期"))</span>\
            <span class="sign short"></span></li>

            """
    }
}
