public import Contests
public import Formats
public import Numbers

extension ScoringRule {
    /// The steps in words, in the order in which they are taken.
    public func wording(in stage: StageID, names: ContestNames) -> [Phrase] {
        var phrases = steps.map { $0.wording(in: stage, names: names) }
        if order == .ascending {
            phrases.append(Phrase("the lowest score stands first", "得分低者在前"))
        }
        return phrases
    }
}

extension ScoringStep {
    /// The step in words.
    public func wording(in stage: StageID, names: ContestNames) -> Phrase {
        switch self {
        case .combine(let step): step.wording
        case .drop(let step): step.wording(names.criteria(step.of, in: stage))
        case .standardise(let step): step.wording
        case .scale(let step): step.wording(names.criteria(step.of, in: stage))
        case .shift(let step): step.wording(names.criteria(step.of, in: stage))
        case .bound(let step): step.wording
        case .round(let step):
            Phrase("round", "修约") + step.rounding.wording.wrapped(" ", "：")
                + on(names.criteria(step.of, in: stage))
        case .lookUp(let step):
            Phrase(
                "replace each mark by its value in table “\(step.table)”, row “\(step.field)”",
                "按查找表“\(step.table)”中“\(step.field)”所指的行，将打分换算为分值")
                + on(names.criteria(step.of, in: stage))
        case .range(let step):
            Phrase(
                "a submission whose sheet scores span more than \(step.limit) points"
                    + " goes back to its judges",
                "评委得分极差超过 \(step.limit) 分的作品退回评委复议")
        case .carry(let step): step.wording(in: stage, names: names)
        }
    }
}

/// On which criteria a step works; nothing where it works on all.
private func on(_ criteria: Phrase) -> Phrase {
    criteria.isEmpty ? .none : criteria.wrapped(" for ", "，用于")
}

extension Phrase {
    /// The phrase after other words.
    func wrapped(_ english: String, _ chinese: String) -> Phrase {
        Phrase(english, chinese) + self
    }
}

extension Rounding {
    /// To how many decimals, and which way a half goes.
    public var wording: Phrase {
        let places =
            digits == 0
            ? Phrase("to a whole number", "取整")
            : Phrase("to \(digits) decimal\(digits == 1 ? "" : "s")", "保留 \(digits) 位小数")
        return places + mode.wording.bracketed
    }
}

extension Rounding.Mode {
    /// Which way values between two decimals go.
    public var wording: Phrase {
        switch self {
        case .halfUp: Phrase("a half up", "四舍五入")
        case .halfEven: Phrase("a half to the even digit", "四舍六入五成双")
        case .down: Phrase("further digits cut off", "截去尾数")
        }
    }
}

extension CombineStep.Method {
    /// How values become one, as a noun.
    var wording: Phrase {
        switch self {
        case .sum: Phrase("the sum", "总和")
        case .mean: Phrase("the mean", "平均值")
        case .median: Phrase("the median", "中位数")
        case .weightedSum: Phrase("the weighted sum", "加权和")
        case .weightedMean: Phrase("the weighted mean", "加权平均值")
        case .points: Phrase("the points", "折算分")
        }
    }
}

extension CombineStep {
    /// The step in words.
    var wording: Phrase {
        switch (axis, method) {
        case (.criteria, .points):
            Phrase(
                "each criterion gives its weight in points in proportion to its mark,"
                    + " and these are added up",
                "各指标按得分占满分的比例折算为其权重分，再相加")
        case (.criteria, _):
            method.wording.wrapped("a sheet's score is ", "评分表得分为各指标得分的")
                + Phrase(" of its marks", "")
        case (.judges, _) where !kinds.isEmpty: kindsWording
        case (.judges, .weightedMean):
            Phrase(
                "take the mean over the judges, weighted by their stated confidence",
                "按评委自评把握程度取加权平均值")
        case (.judges, _):
            method.wording.wrapped("take ", "取各评委得分的") + Phrase(" over the judges", "")
        }
    }

    private var kindsWording: Phrase {
        let total = try? kinds.map(\.weight).sum()
        let shares = kinds.map { kind in
            let share = total.flatMap { try? kind.weight / $0 } ?? kind.weight
            return Phrase(verbatim: "\(kind.kind) \(share.percent)")
        }
        let missing =
            switch missingKind {
            case .notScored:
                Phrase(
                    "without a sheet of every kind there is no score", "缺少任一类评委的评分则不计分")
            case .redistribute:
                Phrase(
                    "a kind without a sheet leaves its weight to the others", "缺少某类评委时，其权重由其余类别分担")
            }
        return method.wording.wrapped("take ", "先在各类评委内取")
            + Phrase(" within each kind of judge, then average the kinds: ", "，再按类别加权平均：")
            + shares.joined() + Phrase.clauseComma + missing
    }
}

extension DropStep {
    /// The step in words.
    func wording(_ criteria: Phrase) -> Phrase {
        let what = [
            Self.words(highest, Phrase("highest", "最高分")),
            Self.words(lowest, Phrase("lowest", "最低分")),
        ].joined(Phrase(" and ", "和"))
        let fewer =
            switch fewer {
            case .keep:
                Phrase("with fewer than \(atLeast), none is left out", "不足 \(atLeast) 个时不去分")
            case .notScored:
                Phrase("with fewer than \(atLeast), there is no score", "不足 \(atLeast) 个时不计分")
            }
        return what.wrapped("leave out ", "去掉") + Phrase(" of the judges' scores", "")
            + on(criteria) + Phrase.clauseComma + fewer
    }

    private static func words(_ count: Int, _ name: Phrase) -> Phrase {
        switch count {
        case 0: .none
        case 1: Phrase("the \(name.english)", "一个\(name.chinese)")
        default: Phrase("the \(count) \(name.english)", "\(count) 个\(name.chinese)")
        }
    }
}

extension StandardiseStep {
    /// The step in words.
    var wording: Phrase {
        let sheets =
            switch set {
            case .stage: Phrase("all of the judge's sheets in the stage", "该评委在本阶段的全部评分表")
            case .heat: Phrase("the judge's sheets in the same heat", "该评委在同一赛区的评分表")
            case .panel: Phrase("the judge's sheets with the same panel", "该评委在同一评审组的评分表")
            }
        let divisor =
            switch divisor {
            case .sample: Phrase("divisor n − 1", "除数为 n − 1")
            case .population: Phrase("divisor n", "除数为 n")
            }
        return Phrase(
            "turn each sheet's score into a standard score: \(mean) + \(deviation) × "
                + "(score − judge's mean) ÷ judge's deviation, over ",
            "将评分表得分化为标准分：\(mean) + \(deviation) ×（得分 − 评委均值）÷ 评委标准差，统计范围为")
            + sheets + divisor.bracketed + rounding.wording.wrapped(", rounded ", "，")
    }
}

extension ScaleStep {
    /// The step in words.
    func wording(_ criteria: Phrase) -> Phrase {
        var factors: [Phrase] = []
        if factor != .one { factors.append(Phrase(verbatim: factor.description)) }
        if let field {
            factors.append(Phrase("the submission's “\(field)”", "作品的“\(field)”"))
        }
        if byWeight { factors.append(Phrase("the criterion's weight", "指标权重")) }
        if factors.isEmpty { factors = [Phrase(verbatim: "1")] }
        return factors.joined(Phrase(" and by ", "及")).wrapped("multiply by ", "乘以") + on(criteria)
    }
}

extension ShiftStep {
    /// The step in words.
    func wording(_ criteria: Phrase) -> Phrase {
        var parts: [Phrase] = []
        if amount != .zero || field == nil { parts.append(Phrase(verbatim: amount.description)) }
        if let field { parts.append(Phrase("the submission's “\(field)”", "作品的“\(field)”")) }
        return parts.joined(Phrase(" and ", "及")).wrapped("add ", "加上") + on(criteria)
    }
}

extension BoundStep {
    /// The step in words.
    var wording: Phrase {
        switch (minimum, maximum) {
        case (let low?, let high?):
            Phrase("keep within \(low) and \(high)", "限制在 \(low) 至 \(high) 之间")
        case (let low?, nil): Phrase("raise to at least \(low)", "不低于 \(low)")
        case (nil, let high?): Phrase("cap at \(high)", "不高于 \(high)")
        case (nil, nil): Phrase("no bounds", "不设上下限")
        }
    }
}

extension CarryStep {
    /// The step in words.
    func wording(in stage: StageID, names: ContestNames) -> Phrase {
        let own = Phrase("this stage's score", "本阶段得分") + times(ownWeight)
        let carried = sources.map { source in
            let name = names.stage(StageID(track: stage.track, name: source.stage))
            let kind =
                source.score == .own
                ? Phrase(" alone", "本身得分") : Phrase("", "得分")
            return name.quoted + kind + times(source.weight)
        }
        let sum = ([own] + carried).joined(Phrase(" + ", " + "))
        return isMean
            ? sum.wrapped("take the weighted mean ", "取加权平均：") : sum.wrapped("add up ", "相加：")
    }

    private func times(_ weight: Ratio) -> Phrase {
        weight == .one ? .none : Phrase(verbatim: " × \(weight)")
    }
}
