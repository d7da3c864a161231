public import Formats

extension ResultSheet {
    /// Writes the result sheet as a workbook, to be printed on A4 and signed.
    ///
    /// - Throws: A fault where the file cannot be written.
    public func write(to path: String) throws(Fault) {
        let language = view.language
        let title = (Phrase("Result sheet: ", "评审结果确认表：") + view.scope)[language]
        let writer = try WorkbookWriter(path: path, title: title)
        var layout = SheetLayout()
        layout.widths = [10, 16, 40, 26, 12, 24, 28]
        layout.rowHeight = 22
        layout.isLandscape = true
        layout.frozenRows = 4
        layout.repeatedRows = 3...3
        layout.footer = hash
        try writer.addSheet(Phrase("Result sheet", "结果确认")[language], layout)
        writer.append([.text(view.contest[language], .hint)])
        writer.append([.text(title, .heading)], height: 28)
        writer.append([.text(view.state[language], .hint)])
        writer.append(Self.titles.map { .text($0[language], .title) })
        for row in view.rows { writer.append(cells(row, language)) }
        appendSignatures(writer, language)
        try writer.finish()
    }

    private static let titles = [
        Phrase("Place", "名次"), Phrase("Id", "编号"), Phrase("Title", "作品名称"),
        Phrase("Entrant", "参赛者"), Phrase("Score", "得分"), Phrase("Awards", "奖项"),
        Phrase("Notes", "说明"),
    ]

    private func cells(_ row: LeaderboardRow, _ language: Language) -> [SheetCell] {
        let notes = ([row.status].compactMap(\.self) + row.overrides).joined(.clauseComma)
        return [
            .decimal(row.placeText ?? "–", .number), .text(row.id.text, .words),
            .text(row.title[language], .words), .text(row.entrant, .words),
            .decimal(row.score?.decimal ?? "–", .number),
            .text(row.awards.map(\.name).joined()[language], .words),
            .text(notes[language], .words),
        ]
    }

    private func appendSignatures(_ writer: WorkbookWriter, _ language: Language) {
        writer.append([])
        writer.append([.text(Self.confirmation[language])])
        writer.append([
            .text(
                Phrase("SHA-256 of the result: \(hash)", "结果摘要（SHA-256）：\(hash)")[language],
                .hint)
        ])
        let lines = judges.map { (Phrase("Judge", "评委"), $0.name.isEmpty ? $0.id.text : $0.name) }
        let last = (Phrase("Chief judge", "评审组长"), chief?.name ?? "")
        for (role, name) in lines + [last] {
            writer.append(
                [
                    .text(role[language]), SheetCell(.blank), .text(name),
                    .text(Phrase("Signature: ____________", "签名：____________")[language]),
                    SheetCell(.blank),
                    .text(Phrase("Date: ____________", "日期：____________")[language]),
                ], height: 34)
        }
    }
}
