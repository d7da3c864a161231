public import Contests
public import Formats
import Numbers

extension Award {
    /// How many win it and on which conditions, in words: a clause for each.
    public func wording(in stage: StageID?, names: ContestNames) -> [Phrase] {
        var phrases = [extent.wording]
        if let minimumScore {
            phrases.append(
                Phrase(
                    "vacant below a score of \(minimumScore)", "低于 \(minimumScore) 分时空缺"))
        }
        if let reached {
            let name = stage.map { names.stage(StageID(track: $0.track, name: reached)) }
            phrases.append(
                (name ?? Phrase(verbatim: reached)).quoted.wrapped("only who reached ", "须进入"))
        }
        phrases += conditions.map { $0.wording(in: stage, names: names) }
        if let perEntrant {
            phrases.append(
                Phrase("at most \(perEntrant) for each entrant", "每个参赛者至多 \(perEntrant) 项"))
        }
        if isAdditional { phrases.append(Phrase("beside other awards", "可与其他奖项兼得")) }
        if case .everyone = extent { return phrases }
        return phrases + [ties.wording]
    }
}

extension Award.Extent {
    /// How many submissions win, in words.
    public var wording: Phrase {
        switch self {
        case .count(let count):
            Phrase("\(count) winner\(count == 1 ? "" : "s")", "\(count) 名")
        case .share(let share, let rounding): share.wordingOfRanked(rounding)
        case .minimumScore(let score):
            Phrase("everyone with a score of at least \(score)", "得分不低于 \(score) 者")
        case .everyone: Phrase("everyone who is eligible", "所有符合条件者")
        }
    }
}

extension Award.Condition {
    /// What a winner must have, in words.
    func wording(in stage: StageID?, names: ContestNames) -> Phrase {
        let list = criteria.map { id in
            (stage.map { names.criterion(id, in: $0) } ?? Phrase(verbatim: id.text)).quoted
        }.joined(Phrase(" or ", "或"))
        return switch of {
        case .mean:
            list.wrapped("a mean of at least \(minimum) on ", "")
                + Phrase("", "的平均分不低于 \(minimum)")
        case .best:
            list.wrapped("a mark of at least \(minimum) from some judge on ", "")
                + Phrase("", "的最高打分不低于 \(minimum)")
        }
    }
}

extension Award.Prize {
    /// The amount with its currency: `CNY 50,000`, in Chinese `50,000 元` or `50,000 USD`.
    public var wording: Phrase {
        let number = amount.description.grouped
        let code = currency.uppercased()
        let chinese = code == "CNY" || code == "RMB" ? "元" : code
        return Phrase("\(code) \(number)", "\(number) \(chinese)")
    }
}
