import Formats
import Contests

extension LeaderboardView {
    /// The leaderboard as a table: what a terminal, a spreadsheet and Markdown show.
    ///
    /// Columns that would be empty in every row are left out.
    public var table: Table {
        let fields = Self.fields(of: self).filter { field in
            field.isAlwaysShown || rows.contains { field.cell($0) != .none }
        }
        return Table(
            columns: fields.map(\.column), rows: rows.map { row in fields.map { $0.cell(row) } })
    }

    /// A column and what a row has in it.
    private struct Field {
        var column: Table.Column
        var isAlwaysShown = false
        var cell: (LeaderboardRow) -> Table.Cell

        init(
            _ key: String, _ title: Phrase, alignment: Table.Alignment = .leading,
            isFlexible: Bool = false, always: Bool = false,
            cell: @escaping (LeaderboardRow) -> Table.Cell
        ) {
            column = Table.Column(key, title, alignment: alignment, isFlexible: isFlexible)
            isAlwaysShown = always
            self.cell = cell
        }
    }

    private static func fields(of view: LeaderboardView) -> [Field] {
        whoFields + scoreFields(of: view) + resultFields + officeFields
    }

    private static var whoFields: [Field] {
        [
            Field("place", Phrase("Place", "名次"), alignment: .trailing, always: true) {
                .optional($0.placeText)
            },
            Field("submission", Phrase("Id", "编号"), always: true) { .text($0.id.text) },
            Field("title", Phrase("Title", "作品名称"), isFlexible: true, always: true) {
                .phrase($0.title)
            },
            Field("entrant", Phrase("Entrant", "参赛者"), isFlexible: true) {
                .optional($0.entrant)
            },
            Field("organisations", Phrase("Organisation", "单位"), isFlexible: true) {
                .optional($0.organisations.map { Phrase(verbatim: $0) }.joined())
            },
            Field("track", Phrase("Track", "赛道")) { .optional($0.track) },
            Field("heat", Phrase("Heat", "赛区")) { .optional($0.heat) },
            Field("region", Phrase("Region", "地区")) { .optional($0.region) },
            Field("stage", Phrase("Stage", "阶段")) { .optional($0.stage) },
        ]
    }

    private static func scoreFields(of view: LeaderboardView) -> [Field] {
        let further = view.scoreColumns.enumerated().map { index, column in
            Field(column.key, column.title, alignment: .trailing) {
                index < $0.scores.count ? .score($0.scores[index]) : .none
            }
        }
        let score = Field("score", Phrase("Score", "得分"), alignment: .trailing, always: true) {
            .score($0.score)
        }
        return further + [score]
    }

    private static var resultFields: [Field] {
        [
            Field("advances", Phrase("Goes on", "晋级")) { $0.advances.map { .truth($0) } ?? .none },
            Field("awards", Phrase("Awards", "奖项")) {
                .optional($0.awards.map(\.wording).joined())
            },
            Field("notes", Phrase("Notes", "说明"), isFlexible: true) {
                .optional($0.notes.joined(.clauseComma))
            },
        ]
    }

    private static var officeFields: [Field] {
        [
            Field("sheets", Phrase("Sheets", "评分"), isFlexible: true) {
                .optional($0.sheets.map(\.wording).joined())
            },
            Field("decisions", Phrase("Decisions", "裁定"), isFlexible: true) {
                .optional($0.decisions.joined(.clauseComma))
            },
        ]
    }
}

extension Table.Cell {
    /// A score as it is shown, or nothing; never 0 for none.
    static func score(_ score: ScoreText?) -> Table.Cell {
        score.map { .decimal($0.decimal) } ?? .none
    }
}

extension LeaderboardRow.Won {
    /// The award's name with its prize money.
    var wording: Phrase { prize.map { name + $0.bracketed } ?? name }
}

extension LeaderboardRow.Sheet {
    /// The judge, the score and what is to be said about it.
    var wording: Phrase {
        let who = name.isEmpty ? judge.text : "\(judge.text) \(name)"
        let value = score.map { Phrase(verbatim: $0.decimal) } ?? Phrase("not scored", "未评分")
        let dropped = isDropped ? Phrase("left out", "已去掉") : .none
        let remark = [dropped, note ?? .none].joined()
        return Phrase(verbatim: who + " ") + value + (remark.isEmpty ? .none : remark.bracketed)
    }
}
