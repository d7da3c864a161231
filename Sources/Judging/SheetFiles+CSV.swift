import Contests
import Formats
import Numbers

extension SheetFiles {
    /// A judge's table: a column for each criterion, a row for each submission, and above them
    /// rows that begin with `#` and say what the marks mean.
    static func csv(_ packet: Packet, _ language: Language) -> String {
        let guide = SheetGuide(language: language)
        let hasConfidence = packet.asksForConfidence
        var writer = CSVWriter(header: header(packet, language, hasConfidence))
        let marks = packet.criteria.flatMap { criterion in
            criterion.kind == .text
                ? [guide.heading(criterion)]
                : [guide.heading(criterion), SheetColumn.comment.name[language]]
        }
        let levels = packet.criteria.flatMap { criterion in
            let text = guide.lines(criterion).joined(separator: "\n")
            return criterion.kind == .text ? [text] : [text, ""]
        }
        let extra = [String](repeating: "", count: hasConfidence ? 4 : 3)
        let who = packet.judge.name.isEmpty ? packet.judge.id.text : packet.judge.name
        let contest = packet.contest.names.text(in: language.rawValue)
        let stage = packet.stage.names.text(in: language.rawValue)
        writer.append(
            ["#", who, "\(contest) \(stage)".trimmed, guide.instructions] + marks + extra)
        writer.append(["#", "", "", ""] + levels + extra)
        for submission in packet.submissions {
            writer.append(row(packet, submission, language, hasConfidence))
        }
        return writer.string
    }

    private static func header(
        _ packet: Packet, _ language: Language, _ hasConfidence: Bool
    ) -> [String] {
        func name(_ column: SheetColumn) -> String { column.name[language] }
        var header = [SheetColumn.stage, .judge, .submission, .title].map(name)
        for criterion in packet.criteria {
            header.append(columnName(of: criterion.id))
            if criterion.kind != .text {
                header.append(columnName(of: criterion.id) + " " + name(.comment))
            }
        }
        if hasConfidence { header.append(name(.confidence)) }
        return header + [SheetColumn.recuse, .rubric, .check].map(name)
    }

    /// The identifier, marked where it could be taken for one of our own columns or for a formula.
    static func columnName(of criterion: CriterionID) -> String {
        let id = criterion.text
        let folded = id.foldedForLookup
        let isOurs =
            SheetColumn.allCases.contains { $0.names.contains { $0.foldedForLookup == folded } }
            || SheetColumn.commentEndings.contains { folded.hasSuffix($0) }
            || CSVWriter.cell(id).hasPrefix("'") || id.hasPrefix("#")
        return isOurs ? SheetColumn.criterionMark + id : id
    }

    private static func row(
        _ packet: Packet, _ submission: Submission, _ language: Language, _ hasConfidence: Bool
    ) -> [String] {
        let sheet = packet.sheets[submission.id]
        let marks = Dictionary(
            (sheet?.marks ?? []).map { ($0.criterion, $0) }, uniquingKeysWith: { $1 })
        var row = [
            packet.stage.id.description, packet.judge.id.text, submission.id.text,
            submission.titles.text(in: language.rawValue),
        ]
        for criterion in packet.criteria {
            let mark = marks[criterion.id]
            if criterion.kind == .text {
                row.append(mark?.comment ?? "")
            } else {
                row += [MarkText.text(of: mark, criterion, language), mark?.comment ?? ""]
            }
        }
        if hasConfidence { row.append(sheet?.confidence?.description ?? "") }
        return row + [
            "", SheetSeal.shown(rubric: packet.rubric.hash),
            SheetSeal.shown(packet.check(submission.id)),
        ]
    }
}

/// Marks as files write them.
enum MarkText {
    /// The text of a mark; empty where none was given.
    static func text(of mark: Mark?, _ criterion: Criterion, _ language: Language) -> String {
        switch mark?.value {
        case nil, .text: return ""
        case .notApplicable: return Phrase("n/a", "不适用")[language]
        case .points(let points):
            switch criterion.kind {
            case .checklist:
                let ticks = mark?.ticks ?? []
                return ticks.isEmpty ? "0" : ticks.joined(separator: ";")
            case .gate:
                return (points == .zero ? Phrase("fail", "不通过") : Phrase("pass", "通过"))[language]
            default: return points.description
            }
        }
    }
}
