import Contests
import Formats
import Numbers

extension RubricBuilder {
    /// Tells weights that do not sum to what the rubric or a group declares.
    mutating func checkWeights(_ tree: XMLTree) {
        let parts = tree.children.compactMap { weight($0) }
        guard let sum = try? parts.sum() else { return }
        let declared = tree.name == "group" ? tree.ratio("weight") : tree.ratio("total")
        if let declared, declared != sum {
            tellSum(tree, sum: sum, declared: declared)
        }
        for group in tree.children(named: "group") { checkWeights(group) }
    }

    /// What a part counts in the sum of the parts around it; nothing where it has no weight.
    private func weight(_ part: XMLTree) -> Ratio? {
        switch part.name {
        case "group":
            return part.ratio("weight") ?? (try? part.children.compactMap { weight($0) }.sum())
        case "criterion":
            let hasWeight = ["judgement", "measurement", "checklist"].contains(part.value("kind"))
            return hasWeight ? part.ratio("weight") ?? .one : nil
        default: return nil
        }
    }

    private mutating func tellSum(_ tree: XMLTree, sum: Ratio, declared: Ratio) {
        let isGroup = tree.name == "group"
        let owner =
            isGroup
            ? Phrase(
                "the group \((tree.value("id") ?? "").quoted)",
                "指标组 \((tree.value("id") ?? "").quoted)")
            : Phrase("the rubric", "评审标准")
        let attribute = isGroup ? "weight" : "total"
        let isOver = sum > declared
        guard let gap = try? isOver ? sum - declared : declared - sum else { return }
        tell(
            tree,
            Phrase(
                "the weights in \(owner.english) sum to \(sum), and \(declared) is declared",
                "\(owner.chinese)的权重合计为 \(sum)，而声明为 \(declared)"),
            rule: Phrase(
                "they must sum to what \(attribute) says", "合计必须等于 \(attribute) 的值"),
            remedy: isOver
                ? Phrase(
                    "Take \(gap) off one or more criteria, or declare \(sum)",
                    "请从一个或几个指标减去 \(gap)，或声明为 \(sum)")
                : Phrase(
                    "Add \(gap) to one or more criteria, or declare \(sum)",
                    "请给一个或几个指标加上 \(gap)，或声明为 \(sum)"))
    }
}
