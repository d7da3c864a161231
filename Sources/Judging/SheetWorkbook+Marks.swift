import Contests
import Formats

extension SheetWorkbook {
    /// Where the title of the columns stands, counted from 0, and below it the submissions.
    static let titleRow = 3

    /// The sheet of marks: a row for each submission.
    func writeMarks(_ writer: WorkbookWriter) throws(Fault) {
        try writer.addSheet(Self.marksName[language], layout)
        writer.append([.text(heading, .heading)], height: 26)
        writer.append([
            .text(
                Phrase(
                    "Judge: \(judgeName).  Fill in the white cells; yellow is missing, orange "
                        + "wants a comment. Totals are for you alone; the rules make the score.",
                    "评委：\(judgeName)　　请填写白色单元格；黄色为未填，橙色需写评语。合计仅供参考，"
                        + "得分按规则计算。")[language], .hint)
        ])
        writer.append(columns.map { .text(range($0), .range) })
        writer.append(columns.map { .text(title($0), isForOffice($0) ? faintTitle : .title) })
        for (position, submission) in packet.submissions.enumerated() {
            writer.append(row(submission, Self.titleRow + 1 + position))
        }
    }

    private var faintTitle: SheetStyle { .faint.with { $0.side = .leading } }

    private func isForOffice(_ column: Column) -> Bool {
        switch column {
        case .stage, .judge, .rubric, .check: true
        default: false
        }
    }

    func title(_ column: Column) -> String {
        switch column {
        case .submission: SheetColumn.submission.name[language]
        case .title: SheetColumn.title.name[language]
        case .mark(_, let title), .comment(_, let title): title
        case .confidence: SheetColumn.confidence.name[language]
        case .total: Self.totalTitle[language]
        case .state: Self.stateTitle[language]
        case .stage: SheetColumn.stage.name[language]
        case .judge: SheetColumn.judge.name[language]
        case .rubric: SheetColumn.rubric.name[language]
        case .check: SheetColumn.check.name[language]
        }
    }

    private func range(_ column: Column) -> String {
        switch column {
        case .mark(let criterion, _): guide.range(criterion)
        case .comment(let criterion, _): guide.commentLine(criterion.comment)[language]
        default: ""
        }
    }

    private func row(_ submission: Submission, _ row: Int) -> [SheetCell] {
        let sheet = packet.sheets[submission.id]
        let marks = Dictionary(
            (sheet?.marks ?? []).map { ($0.criterion, $0) }, uniquingKeysWith: { $1 })
        let given = columns.map { column -> Bool in
            guard case .mark(let criterion, _) = column else { return false }
            return criterion.kind != .text && marks[criterion.id] != nil
        }
        return columns.map { column in
            switch column {
            case .submission: .text(submission.id.text, .fixed)
            case .title: .text(submission.titles.text(in: language.rawValue), .fixed)
            case .mark(let criterion, _): cell(criterion, marks[criterion.id])
            case .comment(let criterion, _):
                .text(marks[criterion.id]?.comment ?? "", .openWords)
            case .confidence: .decimal(sheet?.confidence?.description ?? "", .open)
            case .total:
                SheetCell(.formula(total(row), shown: ""), .computed)
            case .state:
                SheetCell(
                    .formula(state(row), shown: state(given)), .computed)
            case .stage: .text(packet.stage.id.description, .faint)
            case .judge: .text(packet.judge.id.text, .faint)
            case .rubric: .text(SheetSeal.shown(rubric: packet.rubric.hash), .faint)
            case .check: .text(SheetSeal.shown(packet.check(submission.id)), .faint)
            }
        }
    }

    private func cell(_ criterion: Criterion, _ mark: Mark?) -> SheetCell {
        if criterion.kind == .text { return .text(mark?.comment ?? "", .openWords) }
        let text = MarkText.text(of: mark, criterion, language)
        if criterion.kind.isChecklist { return .text(text, .open) }
        guard case .number(let number) = SheetCell.decimal(text).value else {
            return .text(text, .open)
        }
        // Not "0.0": a mark between two steps is to be seen as it is.
        return SheetCell(.number(number), .open)
    }
}

extension SheetWorkbook {
    /// Marks that a computer can add up, and whether each takes points off.
    private var addends: [(column: Int, takesOff: Bool)] {
        columns.enumerated().compactMap { index, column in
            guard case .mark(let criterion, _) = column else { return nil }
            switch criterion.kind {
            case .judgement, .bonus, .measurement: return (index, false)
            case .deduction: return (index, true)
            case .checklist, .gate, .text: return nil
            }
        }
    }

    private func total(_ row: Int) -> String {
        let names = addends.map { SheetRange.name(row: row, column: $0.column) }
        guard !names.isEmpty else { return "\"\"" }
        let terms = zip(addends, names).map { ($0.takesOff ? "-" : "+") + "N(\($1))" }
        let joined = terms.joined()
        let sum = joined.dropFirst(joined.hasPrefix("+") ? 1 : 0)
        return "IF(COUNT(\(names.joined(separator: ",")))=0,\"\",\(sum))"
    }

    /// Columns of marks that the rubric requires.
    var required: [Int] {
        columns.indices.filter { index in
            guard case .mark(let criterion, _) = columns[index] else { return false }
            return criterion.isRequired && criterion.kind != .text
        }
    }

    private func state(_ row: Int) -> String {
        let missing = required.map { "(\(SheetRange.name(row: row, column: $0))=\"\")" }
        let count = missing.isEmpty ? "0" : missing.joined(separator: "+")
        let reasons = "'\(Self.recusalsName[language])'!"
        let recused =
            "COUNTIFS(\(reasons)$A:$A,\(SheetRange.name(row: row, column: 0)),"
            + "\(reasons)$C:$C,\"?*\")>0"
        return "IF(\(recused),\"\(Self.recused[language])\",IF(\(count)=0,"
            + "\"\(Self.done[language])\",\"\(Self.missing[language]) \"&(\(count))))"
    }

    /// The state before a spreadsheet computes it.
    private func state(_ given: [Bool]) -> String {
        let missing = required.count { !given[$0] }
        return missing == 0 ? Self.done[language] : "\(Self.missing[language]) \(missing)"
    }

    static let recused = Phrase("recused", "已回避")
    static let done = Phrase("complete", "完成")
    static let missing = Phrase("missing:", "未填")
}
