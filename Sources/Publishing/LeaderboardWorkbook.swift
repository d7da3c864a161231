public import Formats

/// A leaderboard as a workbook: the standings, the awards, and for the office every sheet.
public enum LeaderboardWorkbook {
    /// Writes the workbook.
    ///
    /// What the public must not see is not in the public's view, so it cannot be in its workbook.
    ///
    /// - Throws: A fault where the file cannot be written.
    public static func write(_ view: LeaderboardView, to path: String) throws(Fault) {
        let language = view.language
        let title = "\(view.contest[language])  \(view.scope[language])".trimmed
        let writer = try WorkbookWriter(path: path, title: title)
        let heading = [title, view.state[language]]
        var bare = view
        // Sheets have a table of their own.
        for row in bare.rows.indices { bare.rows[row].sheets = [] }
        var standings = bare.table
        standings.name = Phrase("Standings", "排名")
        try standings.write(to: writer, heading: heading, language: language)
        if !view.awards.isEmpty {
            try awards(view).write(to: writer, heading: heading, language: language)
        }
        if view.rows.contains(where: { !$0.sheets.isEmpty }) {
            try sheets(view).write(to: writer, heading: heading, language: language)
        }
        try writer.finish()
    }

    /// A row for each winner of each award, and one for places that stayed vacant.
    static func awards(_ view: LeaderboardView) -> Table {
        var table = Table(
            columns: [
                .init("award", Phrase("Award", "奖项")),
                .init("prize", Phrase("Prize", "奖金")),
                .init("place", Phrase("Place", "名次"), alignment: .trailing),
                .init("submission", Phrase("Id", "编号")),
                .init("title", Phrase("Title", "作品名称"), isFlexible: true),
                .init("entrant", Phrase("Entrant", "参赛者"), isFlexible: true),
                .init("organisations", Phrase("Organisation", "单位"), isFlexible: true),
                .init("score", Phrase("Score", "得分"), alignment: .trailing),
            ], name: Phrase("Awards", "奖项"))
        let rows = Dictionary(
            view.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for award in view.awards {
            for winner in award.winners {
                let row = rows[winner]
                let organisations = (row?.organisations ?? []).map { Phrase(verbatim: $0) }
                table.rows.append([
                    .phrase(award.name), .optional(award.prize), .optional(row?.placeText),
                    .text(winner.text), .optional(row?.title), .optional(row?.entrant),
                    .optional(organisations.joined()), .score(row?.score),
                ])
            }
            guard let vacant = award.vacancies, vacant > 0 else { continue }
            table.rows.append([
                .phrase(award.name), .optional(award.prize), .none, .none,
                .phrase(Phrase("\(vacant) not awarded", "空缺 \(vacant) 名")),
            ])
        }
        return table
    }

    /// A row for each judge's sheet.
    private static func sheets(_ view: LeaderboardView) -> Table {
        var table = Table(
            columns: [
                .init("place", Phrase("Place", "名次"), alignment: .trailing),
                .init("submission", Phrase("Id", "编号")),
                .init("title", Phrase("Title", "作品名称"), isFlexible: true),
                .init("judge", Phrase("Judge", "评委")),
                .init("name", Phrase("Name", "姓名")),
                .init("sheet", Phrase("Sheet", "评委评分"), alignment: .trailing),
                .init("dropped", Phrase("Left out", "去掉")),
                .init("note", Phrase("Notes", "说明"), isFlexible: true),
                .init("score", Phrase("Score", "得分"), alignment: .trailing),
            ], name: Phrase("Sheets", "评委评分"))
        for row in view.rows {
            for sheet in row.sheets {
                table.rows.append([
                    .optional(row.placeText), .text(row.id.text), .phrase(row.title),
                    .text(sheet.judge.text), .optional(sheet.name), .score(sheet.score),
                    sheet.isDropped ? .phrase(Phrase("left out", "去掉")) : .none,
                    .optional(sheet.note), .score(row.score),
                ])
            }
        }
        return table
    }
}
