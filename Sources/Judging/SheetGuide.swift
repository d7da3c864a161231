import Contests
import Formats

/// What a judge is told about a criterion, in the judge's language.
struct SheetGuide {
    let language: Language

    /// The criterion's name with the marks that may be given.
    func heading(_ criterion: Criterion) -> String {
        let name = criterion.names.text(in: language.rawValue)
        let marks = allowed(criterion)
        return (name.isEmpty ? criterion.id.text : name)
            + (marks.isEmpty ? "" : Phrase(" (\(marks))", "（\(marks)）")[language])
    }

    /// The description, the levels with their descriptors, and when a comment is needed.
    func lines(_ criterion: Criterion) -> [String] {
        var lines = [criterion.description.text(in: language.rawValue)]
        for level in criterion.scale?.levels ?? [] { lines += levelLines(level) }
        if case .checklist(let boxes) = criterion.kind {
            lines += boxes.map {
                "\($0.id): \($0.names.text(in: language.rawValue)) (\($0.points))"
            }
        }
        if case .gate(let gate) = criterion.kind {
            lines.append(gate.reason.text(in: language.rawValue))
        }
        lines.append(commentLine(criterion.comment)[language])
        return lines.filter { !$0.isEmpty }
    }

    private func levelLines(_ level: Level) -> [String] {
        let range = level.low == level.high ? "\(level.low)" : "\(level.low)–\(level.high)"
        let name = level.names.text(in: language.rawValue)
        let meaning = level.descriptor.text(in: language.rawValue)
        let head = "\(range) \(name)" + (meaning.isEmpty ? "" : ": \(meaning)")
        let examples = level.examples.map { $0.text(in: language.rawValue) }.filter { !$0.isEmpty }
        return [head] + examples.map { Phrase("  for example: \($0)", "  例：\($0)")[language] }
    }

    /// The marks that may be given, in few words.
    func range(_ criterion: Criterion) -> String {
        guard let scale = criterion.scale else { return allowed(criterion) }
        return Phrase(
            "\(scale.minimum)–\(scale.maximum), step \(scale.step)",
            "\(scale.minimum)–\(scale.maximum)，步长 \(scale.step)")[language]
    }

    private func allowed(_ criterion: Criterion) -> String {
        switch criterion.kind {
        case .judgement(let scale), .bonus(let scale), .deduction(let scale):
            Phrase(
                "\(scale.minimum) to \(scale.maximum) in steps of \(scale.step)",
                "\(scale.minimum) 至 \(scale.maximum)，步长 \(scale.step)")[language]
        case .measurement(let measurement):
            Phrase("measured value \(measurement.unit)", "实测值 \(measurement.unit)")[language]
                .trimmed
        case .checklist: Phrase("the letters of the boxes that hold", "填写符合的选项代号")[language]
        case .gate: Phrase("pass or fail", "填写 通过 或 不通过")[language]
        case .text: Phrase("in words", "文字意见")[language]
        }
    }

    func commentLine(_ rule: CommentRule) -> Phrase {
        switch rule {
        case .optional: .none
        case .always: Phrase("A comment is required.", "必须填写评语。")
        case .outside(let low, let high):
            Phrase(
                "A comment is required below \(low) and above \(high).",
                "低于 \(low) 或高于 \(high) 时必须填写评语。")
        }
    }

    /// How the table is to be filled in.
    var instructions: String {
        Phrase(
            "Fill in one row for each submission. Leave a mark empty where you did not give one. "
                + "To step back from a submission, write the reason in the column recuse. "
                + "Do not change the columns stage, judge, submission, rubric and check. "
                + "Rows that begin with # are not read.",
            "每件作品填一行；未打分的格子请留空。如需回避某件作品，请在“回避”列写明原因。"
                + "请勿改动“阶段”“评委”“作品”“评审标准”“校验”各列。以 # 开头的行不会被读取。")[language]
    }
}
