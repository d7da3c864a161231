import Contests
import Formats

extension ContestBuilder {
    /// Tells a limit on the chance of a pair that is none, and what does not go with one.
    mutating func checkChance(_ tree: XMLTree, _ panel: PanelRule) {
        guard let text = tree.value("chance"), let chance = tree.points("chance") else { return }
        let isSound = (1_000...1_000_000).contains(chance.millionths)
        if !isSound || chance.millionths % 1_000 != 0 {
            tell(
                tree, Phrase("chance=\"\(text)\"", "chance=\"\(text)\""),
                rule: Phrase(
                    "a chance is above 0, at most 1, and has at most 3 decimals",
                    "概率大于 0、不超过 1，且至多 3 位小数"),
                remedy: Phrase("Write one such as 0.5", "请写成如 0.5 的数"))
        }
        let others = Self.besidesChance(panel)
        guard !others.isEmpty else { return }
        tell(
            tree,
            Phrase(
                "chance=\"\(text)\" beside " + others.joined(separator: ", "),
                "chance=\"\(text)\" 与 " + others.joined(separator: "、") + " 同时出现"),
            rule: Phrase(
                "pairs are drawn for the greatest total, without rules about who sits on a panel",
                "抽取各对时只求总匹配度最大，且不含评委组构成规则"),
            remedy: Phrase("Take one or the other out", "请二者择一"))
    }

    /// What of a panel does not go with drawing its pairs, as the file names it.
    private static func besidesChance(_ panel: PanelRule) -> [String] {
        var names: [String] = []
        if panel.aims.objective != .total { names.append("objective") }
        if panel.aims.links > 0 { names.append("links") }
        if panel.aims.anchors > 0 { names.append("anchors") }
        if panel.perOrganisation != nil { names.append("per-organisation") }
        if panel.perRegion != nil { names.append("per-region") }
        if panel.seniors > 0 { names.append("senior") }
        if !panel.perKind.isEmpty { names.append("<at-least>") }
        if panel.pairRules.contains(where: \.isTogether) { names.append("<together>") }
        if panel.pairRules.contains(where: { !$0.isTogether }) { names.append("<apart>") }
        return names
    }
}
