import Contests
import Formats

extension SheetWorkbook {
    /// The sheet on which a judge steps back from submissions.
    func writeRecusals(_ writer: WorkbookWriter) throws(Fault) {
        let last = 2 + packet.submissions.count
        var layout = SheetLayout()
        layout.widths = [width(of: packet.submissions.map(\.id.text)), 36, 52, 16, 10, 13]
        layout.frozenRows = 3
        layout.isLocked = true
        layout.isLandscape = true
        layout.repeatedRows = 2...2
        layout.printed = SheetRange(rows: 0...last, columns: 0...2)
        try writer.addSheet(Self.recusalsName[language], layout)
        writer.append([.text(heading, .heading)], height: 26)
        writer.append([
            .text(
                Phrase(
                    "To step back from a submission, write your reason beside it, and leave its "
                        + "marks empty.",
                    "如需回避某件作品，请在其右侧写明原因，分数留空。")[language], .hint)
        ])
        let titles: [SheetColumn] = [.submission, .title, .recuse, .stage, .judge, .check]
        writer.append(
            titles.enumerated().map { .text($1.name[language], $0 < 3 ? .title : .faint) })
        for submission in packet.submissions {
            writer.append([
                .text(submission.id.text, .fixed),
                .text(submission.titles.text(in: language.rawValue), .fixed),
                SheetCell(.blank, .openWords), .text(packet.stage.id.description, .faint),
                .text(packet.judge.id.text, .faint),
                .text(SheetSeal.shown(packet.check(submission.id)), .faint),
            ])
        }
    }

    private func width(of texts: [String]) -> Double {
        Double(min(30, max(12, (texts.map { DisplayWidth.of($0) }.max() ?? 0) + 3)))
    }

    /// The sheet that says how to fill the others in, and what the marks mean.
    func writeGuide(_ writer: WorkbookWriter) throws(Fault) {
        var layout = SheetLayout()
        layout.widths = [24, 22, 96]
        layout.isLocked = true
        layout.isLandscape = true
        try writer.addSheet(Self.guideName[language], layout)
        writer.append([.text(heading, .heading)], height: 26)
        for line in instructions { writer.append([.text("· " + line)]) }
        writer.append([])
        writer.append(
            [
                Phrase("Criterion", "评审指标"), Phrase("Marks", "可填分数"),
                Phrase("What the marks mean", "评分说明"),
            ].map { .text($0[language], .title) })
        for criterion in packet.criteria {
            let name = criterion.names.text(in: language.rawValue)
            writer.append([
                .text(name.isEmpty ? criterion.id.text : name, .fixed.with { $0.isBold = true }),
                .text(guide.range(criterion), .fixed),
                .text(guide.lines(criterion).joined(separator: "\n"), .fixed),
            ])
        }
    }

    private var instructions: [String] {
        let (marks, recusals) = (Self.marksName[language], Self.recusalsName[language])
        return [
            Phrase(
                "Fill in the white cells of the sheet \(marks), one row for each submission; leave "
                    + "empty what you did not mark.",
                "请在“\(marks)”表的白色单元格中评分，每件作品一行；未评的格子请留空。"),
            Phrase(
                "Beside a cell you see which marks may stand in it, and what they mean.",
                "选中单元格即可看到可填的分数及其含义。"),
            Phrase(
                "To step back from a submission, write the reason on the sheet \(recusals).",
                "如需回避某件作品，请在“\(recusals)”表写明原因。"),
            Phrase(
                "You may sort, filter and widen; the grey columns at the right are for the office.",
                "可以排序、筛选、调整列宽；右侧灰色各列供组委会使用，请勿改动。"),
            Phrase(
                "Save it as .xlsx, under any name, and send it back.",
                "请保存为 .xlsx 格式（文件名不限）后交回。"),
        ].map { $0[language] }
    }
}
