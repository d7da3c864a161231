import Contests
import Formats

/// A judge's workbook: marks, recusals, and what the marks mean, on a sheet each.
///
/// Only what the judge is to fill in can be written into. Totals and states are formulas for the
/// judge's eyes; nothing of them is read back.
struct SheetWorkbook {
    let packet: SheetFiles.Packet
    let language: Language
    let guide: SheetGuide
    let columns: [Column]

    /// A column of the sheet of marks.
    enum Column {
        case submission, title
        case mark(Criterion, title: String)
        case comment(Criterion, title: String)
        case confidence, total, state
        case stage, judge, rubric, check
    }

    init(_ packet: SheetFiles.Packet, _ language: Language) {
        self.packet = packet
        self.language = language
        guide = SheetGuide(language: language)
        columns = Self.columns(packet, language)
    }

    /// Writes the workbook.
    ///
    /// - Throws: A fault where it cannot be written.
    func write(to path: String) throws(Fault) {
        let contest = packet.contest.names.text(in: language.rawValue)
        let writer = try WorkbookWriter(path: path, title: "\(contest) \(stageName)".trimmed)
        try writeMarks(writer)
        try writeRecusals(writer)
        try writeGuide(writer)
        try writer.finish()
    }

    /// Titles of the columns that are computed and never read, in all languages.
    static let computedTitles = [totalTitle, stateTitle].flatMap { [$0.english, $0.chinese] }
    static let totalTitle = Phrase("total (computed)", "合计（自动）")
    static let stateTitle = Phrase("state (computed)", "状态（自动）")

    static let marksName = Phrase("Marks", "评分")
    static let recusalsName = Phrase("Recusals", "回避")
    static let guideName = Phrase("Guide", "说明")

    private static func columns(_ packet: SheetFiles.Packet, _ language: Language) -> [Column] {
        let titles = CriterionTitles(packet.rubric.criteria)
        let ours = SheetColumn.allCases.flatMap(\.names) + computedTitles
        let taken = Set(ours.map(\.foldedForLookup))
        var columns: [Column] = [.submission, .title]
        for criterion in packet.criteria {
            let title =
                titles.title(of: criterion, in: language, besides: taken)
                ?? SheetFiles.columnName(of: criterion.id)
            columns.append(.mark(criterion, title: title))
            if criterion.kind != .text, packet.wantsComment(criterion) {
                let comment = title + " " + SheetColumn.comment.name[language]
                columns.append(.comment(criterion, title: comment))
            }
        }
        if packet.asksForConfidence { columns.append(.confidence) }
        return columns + [.total, .state, .stage, .judge, .rubric, .check]
    }

    var stageName: String {
        let name = packet.stage.names.text(in: language.rawValue)
        return name.isEmpty ? packet.stage.id.description : name
    }

    var judgeName: String {
        let (name, id) = (packet.judge.name, packet.judge.id.text)
        return name.isEmpty || name == id
            ? id : Phrase("\(name) (\(id))", "\(name)（\(id)）")[language]
    }

    /// What stands at the top of a sheet.
    var heading: String {
        "\(packet.contest.names.text(in: language.rawValue))  \(stageName)".trimmed
    }
}

extension SheetFiles.Packet {
    /// Whether the rubric wants comments on a criterion, or one was given already.
    func wantsComment(_ criterion: Criterion) -> Bool {
        criterion.comment != .optional
            || sheets.values.contains { sheet in
                sheet.marks.contains { $0.criterion == criterion.id && !$0.comment.isEmpty }
            }
    }
}

extension SheetStyle {
    /// The top line of a sheet.
    static let heading = SheetStyle().with {
        $0.isBold = true
        $0.size = 15
        $0.color = 0x1F4E5F
    }

    /// A line that explains.
    static let hint = SheetStyle().with { $0.color = 0x5B6B73 }

    /// A small explanation above a column.
    static let range = SheetStyle().with {
        $0.color = 0x5B6B73
        $0.size = 9
        $0.isWrapped = true
        $0.side = .middle
    }

    /// A cell that only tells.
    static let fixed = SheetStyle().with {
        $0.hasBorder = true
        $0.isIndented = true
        $0.isWrapped = true
        $0.ground = 0xF1F4F5
    }

    /// A cell that a formula fills.
    static let computed = fixed.with {
        $0.side = .middle
        $0.isIndented = false
    }

    /// A cell for a mark.
    static let open = SheetStyle().with {
        $0.hasBorder = true
        $0.isOpen = true
        $0.side = .middle
    }

    /// A cell for words.
    static let openWords = SheetStyle().with {
        $0.hasBorder = true
        $0.isIndented = true
        $0.isOpen = true
        $0.isWrapped = true
    }

    /// A cell for the office alone.
    static let faint = SheetStyle().with {
        $0.color = 0x9AA7AD
        $0.size = 9
    }
}
