import Contests
import Formats

extension SheetFiles {
    /// A judge's sheets in XML; what the marks mean stands in comments.
    static func xml(_ packet: Packet, _ language: Language) -> String {
        let guide = SheetGuide(language: language)
        var writer = XMLWriter()
        writer.element(
            "sheets", ["contest": packet.contest.id, "judge": packet.judge.id.text]
        ) { writer in
            for criterion in packet.criteria {
                let lines = [guide.heading(criterion)] + guide.lines(criterion)
                writer.comment("\(criterion.id): " + lines.joined(separator: "\n    "))
            }
            for submission in packet.submissions {
                writer.comment(submission.titles.text(in: language.rawValue))
                writeSheet(packet, submission, language, &writer)
            }
        }
        return writer.string
    }

    private static func writeSheet(
        _ packet: Packet, _ submission: Submission, _ language: Language,
        _ writer: inout XMLWriter
    ) {
        let sheet = packet.sheets[submission.id]
        let marks = Dictionary(
            (sheet?.marks ?? []).map { ($0.criterion, $0) }, uniquingKeysWith: { $1 })
        writer.element(
            "sheet",
            [
                "stage": packet.stage.id.description, "submission": submission.id.text,
                "rubric-hash": packet.rubric.hash,
                "check": SheetSeal.shown(packet.check(submission.id)),
                "confidence": sheet?.confidence?.description,
            ]
        ) { writer in
            for criterion in packet.criteria {
                let mark = marks[criterion.id]
                let isTicked = criterion.kind.isChecklist && mark?.value != .notApplicable
                let value = MarkText.text(of: mark, criterion, language)
                let isNotApplicable = mark?.value == .notApplicable
                writer.text(
                    "mark",
                    [
                        "criterion": criterion.id.text,
                        "value": isTicked || isNotApplicable || criterion.kind == .text
                            ? nil : value,
                        "ticks": isTicked ? (value == "0" ? "" : ticks(mark)) : nil,
                        "not-applicable": isNotApplicable ? "yes" : nil,
                    ], mark?.comment ?? "")
            }
        }
    }

    private static func ticks(_ mark: Mark?) -> String {
        (mark?.ticks ?? []).joined(separator: " ")
    }
}

extension Criterion.Kind {
    /// Whether boxes are ticked.
    var isChecklist: Bool {
        if case .checklist = self { return true }
        return false
    }
}
