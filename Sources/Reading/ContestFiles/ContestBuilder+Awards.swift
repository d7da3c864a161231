import Contests
import Formats
import Numbers

extension ContestBuilder {
    /// - Parameter stages: The names that `reached` may have.
    mutating func awards(_ tree: XMLTree, stages: [String]) -> [Award] {
        tree.children(named: "award").map { award($0, stages: stages) }
    }

    private mutating func award(_ tree: XMLTree, stages: [String]) -> Award {
        check(
            tree.value("reached"), of: tree, attribute: "reached", isOneOf: stages,
            Phrase("stage", "阶段"))
        checkShare(tree)
        if tree.attribute("rounding") != nil, tree.attribute("share") == nil {
            tell(
                tree, Phrase("rounding without share in <award>", "<award> 有 rounding 而没有 share"),
                rule: Phrase("only a share is rounded", "只有比例才需要取整"),
                remedy: Phrase("Take rounding out", "请删去 rounding"))
        }
        return Award(
            id: tree.identifier("id"), names: tree.texts("name"), extent: extent(tree),
            minimumScore: tree.ratio("minimum-score"), reached: tree.value("reached"),
            conditions: tree.children(named: "condition").map {
                Award.Condition(
                    criteria: $0.identifiers("criteria"), of: $0.choice("of") ?? .mean,
                    minimum: $0.points("minimum") ?? .zero)
            },
            isAdditional: tree.flag("additional") ?? false, perEntrant: tree.whole("per-entrant"),
            prize: tree.first(named: "prize").flatMap { prize($0) },
            ties: tree.choice("ties") ?? .decide)
    }

    private func extent(_ tree: XMLTree) -> Award.Extent {
        if let count = tree.whole("count") { return .count(count) }
        if let share = tree.ratio("share") { return .share(share, tree.choice("rounding") ?? .up) }
        if let score = tree.ratio("from-score") { return .minimumScore(score) }
        return .everyone
    }

    private mutating func prize(_ tree: XMLTree) -> Award.Prize? {
        guard let amount = tree.points("amount") else { return nil }
        if amount < .zero {
            tell(
                tree, Phrase("the prize is \(amount)", "奖金为 \(amount)"),
                rule: Phrase("prize money is not below 0", "奖金不能小于 0"),
                remedy: Phrase("Correct it", "请改正"))
        }
        return Award.Prize(amount: amount, currency: tree.value("currency") ?? "")
    }
}
