import Contests
public import Formats

extension AssignmentAudit.Finding {
    /// The finding as a clause.
    public var phrase: Phrase {
        switch self {
        case .doubled(let pair):
            Phrase(
                "the pair \(pair.judge) – \(pair.submission) stands twice",
                "\(pair.judge)—\(pair.submission) 重复分配")
        case .notAllowed(let pair):
            Phrase(
                "\(pair.judge) may not judge \(pair.submission)",
                "\(pair.judge) 不得评审 \(pair.submission)")
        case .lockedPairGone(let pair):
            Phrase(
                "\(pair.judge) has marked \(pair.submission), and the pair is gone",
                "\(pair.judge) 已评 \(pair.submission)，但分配中缺少这一对")
        case .demand(let submission, let found, let allowed):
            Phrase(
                "\(submission) has \(AssignmentShortfall.count(found, "judge")), "
                    + "not \(allowed.shown)",
                "\(submission) 有 \(found) 位评委，应为 \(allowed.shown)")
        case .load(let judge, let found, let allowed):
            Phrase(
                "\(judge) has \(AssignmentShortfall.count(found, "submission")), "
                    + "not \(allowed.shown)",
                "\(judge) 分到 \(found) 件作品，应为 \(allowed.shown)")
        case .panel(let submission, let rule, let found, let allowed):
            Phrase(
                "the panel of \(submission) has \(found) judges under panel rule \(rule + 1), not "
                    + allowed.shown,
                "\(submission) 的评委组按第 \(rule + 1) 条规则有 \(found) 位，应为 \(allowed.shown)")
        case .total(let stated, let found):
            Phrase("the total is \(found), not \(stated)", "总匹配度为 \(found)，而非 \(stated)")
        case .bound(let stated, let reached):
            Phrase(
                "the bound is \(stated), and \(reached) was reached",
                "上界为 \(stated)，但已达到 \(reached)")
        case .linkPrice(let stated, let proven):
            Phrase(
                "links are said to cost \(stated) at least, and the prices prove \(proven)",
                "所称连接代价至少为 \(stated)，而价格只能证明 \(proven)")
        case .pricePair(let pair):
            Phrase(
                "the prices contradict the pair \(pair.judge) – \(pair.submission)",
                "对偶价格与 \(pair.judge)—\(pair.submission) 不符")
        case .priceOfSubmission(let submission):
            Phrase("the prices contradict the demand of \(submission)", "对偶价格与 \(submission) 的需求不符")
        case .priceOfJudge(let judge):
            Phrase("the prices contradict the load of \(judge)", "对偶价格与 \(judge) 的评审量不符")
        }
    }
}

extension AssignmentAudit.Finding {
    /// The finding as a clause that names the panel rule it is about.
    public func phrase(in problem: AssignmentProblem) -> Phrase {
        guard case .panel(let submission, let rule, let found, _) = self,
            problem.panelRules.indices.contains(rule),
            let name = RuleBook.name(problem.panelRules[rule], problem)?.phrase
        else { return phrase }
        return Phrase(
            "the panel of \(submission) has \(found), where \(name.english)",
            "\(submission) 的评委组有 \(found) 位，而规则是：\(name.chinese)")
    }
}

extension ClosedRange<Int> {
    fileprivate var shown: String {
        lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)–\(upperBound)"
    }
}
