import Contests
import Formats
import Numbers

extension SheetWorkbook {
    /// Rows of the submissions, counted from 0.
    private var rows: ClosedRange<Int> {
        let first = Self.titleRow + 1
        return first...max(first, Self.titleRow + packet.submissions.count)
    }

    private func place(where isWanted: (Column) -> Bool) -> Int {
        columns.firstIndex(where: isWanted) ?? 0
    }

    private var statePlace: Int {
        place { if case .state = $0 { true } else { false } }
    }

    /// The layout of the sheet of marks.
    var layout: SheetLayout {
        var layout = SheetLayout()
        layout.widths = columns.map(width)
        layout.rowHeight = 22
        layout.frozenRows = Self.titleRow + 1
        layout.frozenColumns = 2
        layout.filter = SheetRange(
            rows: Self.titleRow...rows.upperBound, columns: 0...(columns.count - 1))
        layout.isLocked = true
        layout.isLandscape = true
        layout.repeatedRows = 2...Self.titleRow
        layout.printed = SheetRange(rows: 0...rows.upperBound, columns: 0...statePlace)
        layout.footer =
            Phrase(
                "\(judgeName)   Signature: ____________   Date: ________",
                "\(judgeName)　　签名：____________　　日期：________")[language]
        for (index, column) in columns.enumerated() {
            guard case .mark(let criterion, let title) = column else { continue }
            if let check = check(criterion, title, column: index) { layout.checks.append(check) }
            layout.highlights += highlights(criterion, column: index)
        }
        return layout
    }

    private func width(_ column: Column) -> Double {
        switch column {
        case .submission:
            let widths = packet.submissions.map { DisplayWidth.of($0.id.text) }
            return Double(min(30, max(10, (widths.max() ?? 0) + 3)))
        case .title: return 30
        case .mark(let criterion, let title):
            if criterion.kind == .text { return 36 }
            return Double(min(18, max(11, DisplayWidth.of(title) + 3)))
        case .comment: return 28
        case .confidence: return 9
        case .total, .state: return 13
        case .stage: return 16
        case .judge: return 10
        case .rubric: return 19
        case .check: return 13
        }
    }

    /// The ground of what is missing.
    private func highlights(_ criterion: Criterion, column: Int) -> [SheetLayout.Highlight] {
        let first = rows.lowerBound
        let mark = "$" + SheetRange.name(row: first, column: column)
        let state = "$" + SheetRange.name(row: first, column: statePlace)
        let isOn = "\(state)<>\"\(Self.recused[language])\""
        var highlights: [SheetLayout.Highlight] = []
        if criterion.isRequired, criterion.kind != .text {
            highlights.append(
                SheetLayout.Highlight(
                    SheetRange(rows: rows, column: column),
                    formula: "AND(\(mark)=\"\",\(isOn))", ground: 0xFFF3C4))
        }
        guard case .comment(let own, _) = columns[column + 1], own.id == criterion.id else {
            return highlights
        }
        let comment = "$" + SheetRange.name(row: first, column: column + 1)
        let wants: String
        switch criterion.comment {
        case .optional: return highlights
        case .always: wants = "\(mark)<>\"\""
        case .outside(let low, let high):
            wants = "ISNUMBER(\(mark)),OR(\(mark)<\(low),\(mark)>\(high))"
        }
        highlights.append(
            SheetLayout.Highlight(
                SheetRange(rows: rows, column: column + 1),
                formula: "AND(\(comment)=\"\",\(wants),\(isOn))", ground: 0xFAD7B5))
        return highlights
    }
}

extension SheetWorkbook {
    /// What may be written below a criterion, with what the marks mean beside the cell.
    private func check(
        _ criterion: Criterion, _ title: String, column: Int
    ) -> SheetLayout.Check? {
        let hint = ([guide.range(criterion)] + guide.lines(criterion)).filter { !$0.isEmpty }
            .joined(separator: "\n")
        return SheetLayout.Check(
            SheetRange(rows: rows, column: column), rule(criterion, column: column),
            hintTitle: title, hint: hint,
            refusal: Phrase(
                "Allowed here: \(guide.range(criterion)).", "此处可填：\(guide.range(criterion))。")[
                    language])
    }

    private func rule(_ criterion: Criterion, column: Int) -> SheetLayout.Check.Rule {
        let notApplicable = Phrase("n/a", "不适用")[language]
        let further = criterion.notApplicable == .refused ? [] : [notApplicable]
        let cell = SheetRange.name(row: rows.lowerBound, column: column)
        func formula(_ holds: String) -> SheetLayout.Check.Rule {
            further.isEmpty
                ? .formula(holds) : .formula("OR(\(cell)=\"\(notApplicable)\",\(holds))")
        }
        switch criterion.kind {
        case .judgement(let scale), .bonus(let scale), .deduction(let scale):
            if let list = Self.list(scale), (list + further).joined(separator: ",").count <= 250 {
                return .list(list + further)
            }
            let steps = "(\(cell)-(\(scale.minimum)))/\(scale.step)"
            return formula(
                "AND(ISNUMBER(\(cell)),\(cell)>=\(scale.minimum),\(cell)<=\(scale.maximum),"
                    + "ABS(\(steps)-ROUND(\(steps),0))<0.000001)")
        case .measurement: return formula("ISNUMBER(\(cell))")
        case .gate:
            return .list(
                [Phrase("pass", "通过"), Phrase("fail", "不通过")].map { $0[language] } + further)
        case .checklist, .text: return .anything
        }
    }

    /// All marks of a scale, the highest first; nothing where they are too many to choose from.
    private static func list(_ scale: Scale) -> [String]? {
        let (low, step) = (scale.minimum.millionths, scale.step.millionths)
        guard step > 0, (scale.maximum.millionths - low) / step < 12 else { return nil }
        return (0...((scale.maximum.millionths - low) / step)).reversed().map {
            Points(millionths: low + $0 * step).description
        }
    }
}
