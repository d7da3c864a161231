import Contests
import Formats

/// A leaderboard as XML: texts repeat by language, what is not known is left out.
public enum LeaderboardXML {
    /// The document; the same bytes for the same leaderboard.
    public static func text(_ view: LeaderboardView) -> String {
        var writer = XMLWriter()
        writer.element(
            "leaderboard",
            [
                "scope": view.scopeID, "audience": view.audience.rawValue,
                "official": view.isOfficial ? "yes" : "no", "as-of": view.asOf?.text,
                "revision": view.revision.map(String.init),
            ]
        ) { writer in
            writer.phrase("contest", view.contest)
            writer.phrase("name", view.scope)
            for rule in view.rules { writer.rule(rule) }
            for row in view.rows { writer.standing(row, of: view) }
            for award in view.awards { writer.award(award) }
        }
        return writer.string
    }
}

extension XMLWriter {
    /// An element for each language, or one where they have the same words.
    fileprivate mutating func phrase(_ name: String, _ phrase: Phrase) {
        guard phrase.english != phrase.chinese else {
            return text(name, [:], phrase.english.visible)
        }
        text(name, ["xml:lang": "zh"], phrase.chinese.visible)
        text(name, ["xml:lang": "en"], phrase.english.visible)
    }

    fileprivate mutating func rule(_ rule: LeaderboardView.RuleText) {
        element("rules") { writer in
            writer.phrase("stage", rule.stage)
            for step in rule.steps { writer.phrase("step", step) }
            for tie in rule.ties { writer.phrase("tie-break", tie) }
            writer.phrase("numbering", rule.numbering)
            for clause in rule.advancement { writer.phrase("advancement", clause) }
            writer.phrase("missing", rule.missing)
        }
    }

    fileprivate mutating func standing(_ row: LeaderboardRow, of view: LeaderboardView) {
        element(
            "standing",
            [
                "submission": row.id.text, "place": row.place,
                "shared": row.isShared ? "yes" : nil, "score": row.score?.exact,
                "shown": row.score?.decimal,
                "advances": row.advances.map { $0 ? "yes" : "no" },
            ]
        ) { writer in
            writer.phrase("title", row.title)
            if !row.entrant.isEmpty { writer.text("entrant", [:], row.entrant.visible) }
            for name in row.organisations { writer.text("organisation", [:], name.visible) }
            if !row.region.isEmpty { writer.text("region", [:], row.region.visible) }
            if let heat = row.heat { writer.phrase("heat", heat) }
            if let track = row.track { writer.phrase("track", track) }
            if let stage = row.stage { writer.phrase("stage", stage) }
            for (column, score) in zip(view.scoreColumns, row.scores) {
                guard let score else { continue }
                writer.element("score", ["of": column.key, "value": score.exact])
            }
            for award in row.awards { writer.element("award", ["id": award.id.text]) }
            for note in row.notes { writer.phrase("note", note) }
            for sheet in row.sheets { writer.sheet(sheet) }
            for decision in row.decisions { writer.phrase("decision", decision) }
        }
    }

    private mutating func sheet(_ sheet: LeaderboardRow.Sheet) {
        element(
            "sheet",
            [
                "judge": sheet.judge.text, "name": sheet.name.isEmpty ? nil : sheet.name,
                "score": sheet.score?.exact, "left-out": sheet.isDropped ? "yes" : nil,
            ]
        ) { writer in
            if let note = sheet.note { writer.phrase("note", note) }
        }
    }

    fileprivate mutating func award(_ award: AwardSummary) {
        element(
            "award",
            ["id": award.id.text, "vacant": award.vacancies.map { String($0) }]
        ) { writer in
            writer.phrase("name", award.name)
            for term in award.terms { writer.phrase("term", term) }
            if let prize = award.prize { writer.phrase("prize", prize) }
            for winner in award.winners { writer.element("winner", ["submission": winner.text]) }
        }
    }
}
