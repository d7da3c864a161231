public import Contests
public import Formats

extension TieBreak {
    /// What is compared and which value is first, in words.
    public func wording(in stage: StageID, names: ContestNames) -> Phrase {
        var phrase = rule.wording(in: stage, names: names)
        switch rule {
        case .draw, .earlierSubmission, .headToHead, .countBack:
            if prefersLower { phrase = phrase + Phrase(", turned around", "，反向") }
        default:
            phrase =
                phrase
                + (prefersLower
                    ? Phrase(", the lower first", "，低者在前") : Phrase(", the higher first", "，高者在前"))
        }
        guard let throughPlace else { return phrase }
        return phrase
            + Phrase(
                " (only for ties at place \(throughPlace) or before)",
                "（仅用于第 \(throughPlace) 名及以前的并列）")
    }
}

extension TieBreak.Rule {
    /// What is compared, as a noun.
    public func wording(in stage: StageID, names: ContestNames) -> Phrase {
        switch self {
        case .criterion(let id):
            names.criterion(id, in: stage).quoted.wrapped("the mean of ", "") + Phrase("", "的平均分")
        case .untrimmedSum: Phrase("the sum of all sheet scores, none left out", "未去分的评分总和")
        case .highestSheet: Phrase("the highest sheet score", "最高的单份得分")
        case .lowestSheet: Phrase("the lowest sheet score", "最低的单份得分")
        case .firstPlaces: Phrase("how many judges put it first", "被评委列为第一的次数")
        case .headToHead:
            Phrase("how many judges of both put it before the other", "共同评委中认为其更优的人数")
        case .countBack:
            Phrase("the count of best sheet scores, then of the next", "最高单份得分的个数，再依次比较次高分")
        case .sheetsAbove(let value):
            Phrase("how many sheets score above \(value)", "得分高于 \(value) 的评分表份数")
        case .kind(let kind):
            Phrase("the mean score of the judges of kind “\(kind)”", "“\(kind)”类评委的平均分")
        case .earlierStage(let name):
            names.stage(StageID(track: stage.track, name: name)).quoted
                .wrapped("the score in ", "") + Phrase("", "的得分")
        case .earlierSubmission: Phrase("who handed in earlier", "提交时间较早者在前")
        case .field(let name): Phrase("the submission's “\(name)”", "作品的“\(name)”")
        case .draw(let seed):
            Phrase("a draw with the published seed “\(seed)”", "以公开种子“\(seed)”抽签")
        }
    }
}

extension Numbering {
    /// How places are counted, in words.
    public var wording: Phrase {
        switch self {
        case .standard:
            Phrase(
                "the tied share a place, and the next is skipped: 1 2 2 4", "同分并列，后续名次顺延：1 2 2 4")
        case .dense:
            Phrase("the tied share a place, and none is skipped: 1 2 2 3", "同分并列，后续名次不空：1 2 2 3")
        case .ordinal:
            Phrase(
                "no place is shared; what stays tied is ordered by identifier", "名次不并列；仍同分者按编号排序")
        case .fractional:
            Phrase("the tied share the mean of their places: 1 2.5 2.5 4", "同分者取名次平均：1 2.5 2.5 4")
        }
    }
}

extension TiesAtLine {
    /// What happens to a tie at a line, in words.
    public var wording: Phrase {
        switch self {
        case .admitAll: Phrase("all who are tied at the line are admitted", "分数线上并列者全部入围")
        case .decide: Phrase("a tie at the line is decided by the tie-breaks", "分数线上并列者按同分规则决定")
        }
    }
}
