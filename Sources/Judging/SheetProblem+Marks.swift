import Contests
import Formats
import Numbers

extension SheetProblem {
    /// What is said about the marks.
    var wordsOnMark: Words? {
        switch self {
        case .unknownCriterion(let text, let known):
            Words(
                problem: Phrase(
                    "there is no criterion '\(text.shown)'", "没有指标“\(text.shown)”"),
                rule: Phrase(
                    "the rubric has \(known.joined(separator: ", "))",
                    "评审标准的指标为 \(known.joined(separator: "、"))"),
                remedy: Self.perhaps(
                    text, among: known,
                    otherwise: Phrase("Take one of the rubric's", "请填写评审标准中的指标")))
        case .markedTwice(let id, let first):
            Words(
                problem: Phrase(
                    "criterion '\(id.text.shown)' was marked on line \(first.line) already, "
                        + "'\(first.value.shown)'",
                    "指标“\(id.text.shown)”在第 \(first.line) 行已有分数“\(first.value.shown)”"),
                rule: Phrase("a sheet has one mark for each criterion", "每项指标只能有一个分数"),
                remedy: Phrase("Leave one of the two", "请只保留其中一个"))
        case .notOwnCriterion(let id):
            Words(
                problem: Phrase(
                    "criterion '\(id.text.shown)' is not among those this judge marks",
                    "指标“\(id.text.shown)”不由该评委评分"),
                rule: Phrase(
                    "judges.csv says which criteria a judge marks",
                    "judges.csv 规定了每位评委负责的指标"),
                remedy: Phrase("Empty the cell", "请清空该格"))
        case .notApplicableRefused(let id):
            Words(
                problem: Phrase(
                    "\"not applicable\" on '\(id.text.shown)'", "指标“\(id.text.shown)”填写了“不适用”"),
                rule: Phrase(
                    "this criterion applies to every submission", "该指标适用于所有作品"),
                remedy: Phrase(
                    "Give a mark, or leave the cell empty for not scored",
                    "请打分，或留空表示未评"))
        case .commentMissing(let id, let points, let rule):
            Words(
                problem: Phrase(
                    "the mark \(points) on '\(id.text.shown)' has no comment",
                    "指标“\(id.text.shown)”的分数 \(points) 没有评语"),
                rule: Self.commentRule(rule),
                remedy: Phrase("Say why in the column of comments", "请在评语列写明理由"))
        default: wordsOnValue
        }
    }

    private var wordsOnValue: Words? {
        switch self {
        case .notANumber(let text, let id):
            Words(
                problem: Phrase(
                    "'\(text.shown)' on '\(id.text.shown)' is no number",
                    "指标“\(id.text.shown)”的“\(text.shown)”不是数字"),
                rule: Phrase("a mark is a decimal such as 8.5", "分数为十进制数，例如 8.5"),
                remedy: Phrase(
                    "Write the number alone; put words in the column of comments",
                    "请只填数字，文字请写在评语列"))
        case .date(let text, let id):
            Words(
                problem: Phrase(
                    "the cell on '\(id.text.shown)' holds a date, \(text.shown)",
                    "指标“\(id.text.shown)”的单元格是日期 \(text.shown)"),
                rule: Phrase(
                    "a spreadsheet makes a date of what is typed as 3-2 or 3/2",
                    "输入 3-2、3/2 等内容时，电子表格会自动改成日期"),
                remedy: Phrase(
                    "Format the cell as a number, and type the mark again",
                    "请将单元格设为数值格式，再重新填写分数"))
        case .failure(let text, let id):
            Words(
                problem: Phrase(
                    "the cell on '\(id.text.shown)' shows \(text.shown)",
                    "指标“\(id.text.shown)”的单元格显示 \(text.shown)"),
                rule: Phrase("its formula fails, so it has no value", "公式出错，没有值"),
                remedy: Phrase("Type the mark itself", "请直接填写分数"))
        case .storedAsText(let text, let id):
            Words(
                problem: Phrase(
                    "'\(text.shown)' on '\(id.text.shown)' stands as text and was read as a number",
                    "指标“\(id.text.shown)”的“\(text.shown)”是文本格式，已按数字读取"))
        case .tooPrecise(let text, let id):
            Words(
                problem: Phrase(
                    "'\(text.shown)' on '\(id.text.shown)' has too many digits",
                    "指标“\(id.text.shown)”的“\(text.shown)”位数过多"),
                rule: Phrase(
                    "a number has at most 6 decimals and 12 digits", "数字最多 6 位小数、12 位数字"),
                remedy: Phrase("Round it", "请四舍五入"))
        case .habits(let text, let id, let points, let habits):
            Words(
                problem: Phrase(
                    "'\(text.shown)' on '\(id.text.shown)' was read as \(points): "
                        + habits.map(\.phrase.english).joined(separator: ", "),
                    "指标“\(id.text.shown)”的“\(text.shown)”按 \(points) 读取："
                        + habits.map(\.phrase.chinese).joined(separator: "，")))
        case .notAGate(let text, let id):
            Words(
                problem: Phrase(
                    "'\(text.shown)' on '\(id.text.shown)' is neither pass nor fail",
                    "指标“\(id.text.shown)”的“\(text.shown)”既非通过也非不通过"),
                rule: Phrase("a gate is passed or failed", "门槛指标只有通过与不通过"),
                remedy: Phrase("Write pass or fail", "请填写 通过 或 不通过"))
        case .unknownBox(let text, let id, let known):
            Words(
                problem: Phrase(
                    "'\(id.text.shown)' has no box '\(text.shown)'",
                    "指标“\(id.text.shown)”没有选项“\(text.shown)”"),
                rule: Phrase(
                    "its boxes are \(known.joined(separator: ", "))",
                    "选项为 \(known.joined(separator: "、"))"),
                remedy: Phrase(
                    "Name the boxes that hold, with blanks between them; 0 for none",
                    "请填写符合的选项代号，以空格分隔；都不符合填 0"))
        default: wordsOnScale
        }
    }

    private var wordsOnScale: Words? {
        switch self {
        case .offScale(let mark, let id, let scale):
            Words(
                problem: Phrase(
                    "the mark \(mark) on '\(id.text.shown)' is off the scale",
                    "指标“\(id.text.shown)”的分数 \(mark) 超出量程"),
                rule: Self.scaleRule(scale),
                remedy: mark < scale.minimum
                    ? Phrase(
                        "The lowest mark is \(scale.minimum)", "最低分为 \(scale.minimum)")
                    : Phrase(
                        "The highest mark is \(scale.maximum)", "最高分为 \(scale.maximum)"))
        case .offStep(let mark, let id, let scale):
            Words(
                problem: Phrase(
                    "the mark \(mark) on '\(id.text.shown)' is between two steps",
                    "指标“\(id.text.shown)”的分数 \(mark) 不在步长上"),
                rule: Self.scaleRule(scale), remedy: Self.nearest(mark, scale))
        default: nil
        }
    }

    private static func scaleRule(_ scale: Scale) -> Phrase {
        Phrase(
            "marks go from \(scale.minimum) to \(scale.maximum) in steps of \(scale.step)",
            "分数范围为 \(scale.minimum) 至 \(scale.maximum)，步长 \(scale.step)")
    }

    private static func nearest(_ mark: Points, _ scale: Scale) -> Phrase {
        let (step, start) = (scale.step.millionths, scale.minimum.millionths)
        guard step > 0 else { return .none }
        let below = Points(
            millionths: start + (mark.millionths - start) / step * step)
        let above = Points(millionths: below.millionths + step)
        guard above <= scale.maximum else {
            return Phrase("The nearest mark is \(below)", "最接近的分数为 \(below)")
        }
        return Phrase(
            "The nearest marks are \(below) and \(above)", "最接近的分数为 \(below) 和 \(above)")
    }

    private static func commentRule(_ rule: CommentRule) -> Phrase {
        switch rule {
        case .optional: .none
        case .always: Phrase("this criterion needs a comment", "该指标必须填写评语")
        case .outside(let low, let high):
            Phrase(
                "marks below \(low) and above \(high) need a comment",
                "低于 \(low) 或高于 \(high) 的分数必须填写评语")
        }
    }
}
