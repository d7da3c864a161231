public import Contests
import Formats

extension AssignmentProposal {
    /// What each judge is given, and between which limits.
    public func loadTable(_ record: ContestRecord) -> Table {
        var table = Table(columns: [
            .init("judge", Phrase("Judge", "评委")), .init("name", Phrase("Name", "姓名")),
            .init("load", Phrase("Sheets", "份数"), alignment: .trailing),
            .init("minimum", Phrase("Least", "下限"), alignment: .trailing),
            .init("maximum", Phrase("Most", "上限"), alignment: .trailing),
        ])
        table.name = Phrase("Loads", "评审量")
        table.rows = loads.map { load in
            [
                .text(load.judge.text), .optional(record.judges[load.judge]?.shownName),
                .whole(load.count), .whole(load.minimum),
                load.maximum.map(Table.Cell.whole) ?? .none,
            ]
        }
        return table
    }

    /// The panels that fit least, with their judges; those that fit as little by identifier.
    ///
    /// - Parameters:
    ///   - count: How many, at most.
    ///   - decimals: Decimals of the affinities.
    func panelTable(_ count: Int, decimals: Int, _ record: ContestRecord) -> Table {
        let judges = Dictionary(grouping: assignments, by: \.submission)
        let least = panels.sorted {
            ($0.affinity, $0.submission) < ($1.affinity, $1.submission)
        }.prefix(count)
        var table = Table(columns: [
            .init("submission", Phrase("Submission", "作品")),
            .init("title", Phrase("Title", "作品名称"), isFlexible: true),
            .init("affinity", Phrase("Affinity", "匹配度"), alignment: .trailing),
            .init("judges", Phrase("Judges", "评委"), isFlexible: true),
        ])
        table.rows = least.map { panel in
            let titles = record.submissions[panel.submission]?.titles
            let sitting = (judges[panel.submission] ?? []).map(\.judge.text)
            return [
                .text(panel.submission.text),
                .optional(titles.map { Phrase($0.text(in: "en"), $0.text(in: "zh")) }),
                .decimal(Self.shown(panel.affinity, decimals: decimals)),
                .text(sitting.joined(separator: " ")),
            ]
        }
        return table
    }
}
