import Contests
import Formats

extension Organizer {
    /// What a scoring rule could not do, in words.
    func troubleLines(_ troubles: [ScoringTrouble]) -> [Phrase] {
        troubles.map(\.phrase)
    }

    /// Lines that only identifiers decided, in words; of one stage or of all awards.
    func undecidedLines(_ lines: [UndecidedLine], of next: StageID? = nil) -> [Phrase] {
        lines.compactMap { line in
            let ids = (line.admitted + line.refused).map(\.text).joined(separator: ", ")
            switch line.line {
            case .advancement(let stage, _) where next == nil || next == stage:
                return Phrase(
                    "the line to \(stage) falls into a tie that no rule decides (\(ids)); the "
                        + "order of identifiers decided. Decide it with banyan override",
                    "晋级 \(stage) 的界线处有无法区分的并列（\(ids)），暂按编号先后处理。"
                        + "请用 banyan override 裁定")
            case .award(let award) where next == nil:
                return Phrase(
                    "the line of award \(award) falls into a tie that no rule decides (\(ids)); "
                        + "the order of identifiers decided. Decide it with banyan override",
                    "奖项 \(award) 的界线处有无法区分的并列（\(ids)），暂按编号先后处理。"
                        + "请用 banyan override 裁定")
            default: return nil
            }
        }
    }
}

extension ScoringTrouble {
    /// The trouble in words, with whom it concerns.
    var phrase: Phrase {
        switch self {
        case .noDeviation(let judge, let sheets):
            Phrase(
                "judge \(judge) gave \(sheets) sheet(s) with one and the same score, so there is "
                    + "no deviation to standardise by; these sheets have no score",
                "评委 \(judge) 的 \(sheets) 份评分得分完全相同，没有标准差，无法标准化；这些评分不计分")
        case .tooFewSheets(let submission, let found, let needed):
            Phrase(
                "\(submission) has \(found) value(s) where the rule needs \(needed); it is not "
                    + "scored",
                "\(submission) 只有 \(found) 个分值，规则需要 \(needed) 个；不计分")
        case .kindMissing(let submission, let kind):
            Phrase(
                "\(submission) has no sheet of a judge of kind '\(kind)'",
                "\(submission) 没有“\(kind)”类评委的评分")
        case .fieldMissing(let submission, let field):
            Phrase(
                "\(submission) has no number in field '\(field)', which the rule needs",
                "\(submission) 缺少规则所需的数值字段“\(field)”")
        case .notInTable(let submission, let table, let key, let mark):
            Phrase(
                "table '\(table)' has no value for mark \(mark) of '\(key)' (\(submission))",
                "表“\(table)”中“\(key)”没有分数 \(mark) 的对应值（\(submission)）")
        case .nothingToCarry(let submission, let stage):
            Phrase(
                "\(submission) has no score in '\(stage)' to carry",
                "\(submission) 在“\(stage)”没有可结转的得分")
        case .overflow(let submission):
            Phrase(
                "the numbers of \(submission) are too large for exact arithmetic; it is not scored",
                "\(submission) 的数值超出精确计算范围；不计分")
        case .incompleteSheet(let submission, let judge, let criterion):
            Phrase(
                "the sheet of \(judge) for \(submission) has no mark on '\(criterion)' and does "
                    + "not count yet",
                "评委 \(judge) 对 \(submission) 的评分缺少“\(criterion)”，暂不计入")
        case .notMeasurable(let submission, let criterion, let value):
            Phrase(
                "the value \(value) of \(submission) on '\(criterion)' lies below every band",
                "\(submission) 的“\(criterion)”测量值 \(value) 低于所有分档")
        case .confidenceMissing(let submission, let judge):
            Phrase(
                "the sheet of \(judge) for \(submission) states no confidence, which the rule "
                    + "weighs by; it does not count",
                "评委 \(judge) 对 \(submission) 的评分没有注明把握程度，而规则以此加权；该评分不计入")
        case .cannotRedistribute(let submission, let judge, let criterion):
            Phrase(
                "the weight of '\(criterion)', not applicable on \(submission)"
                    + "\(judge.map { " (\($0))" } ?? ""), cannot be shared out; it is not scored",
                "\(submission)\(judge.map { "（\($0)）" } ?? "") 的“\(criterion)”不适用，"
                    + "其权重无法分摊；不计分")
        }
    }
}
