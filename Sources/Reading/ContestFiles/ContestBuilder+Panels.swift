import Contests
import Formats

extension ContestBuilder {
    /// What the assignment of a stage is to achieve.
    func aims(_ panel: XMLTree) -> AssignmentAims {
        var aims = AssignmentAims()
        switch panel.value("objective") {
        case "worst-first": aims.objective = .worstFirst
        case "even-loads": aims.objective = .evenLoads
        default: aims.objective = .total
        }
        aims.links = panel.whole("links") ?? 0
        aims.anchors = panel.whole("anchors") ?? 0
        aims.chanceThousandths = panel.points("chance").map { Int($0.millionths / 1_000) }
        aims.affinityFile = panel.value("affinity")
        aims.bidsFile = panel.value("bids")
        return aims
    }

    /// Tells more senior judges than a panel has places.
    mutating func checkSeniors(_ panel: XMLTree, maximum: Int) {
        guard let seniors = panel.whole("senior"), seniors > maximum else { return }
        tell(
            panel,
            Phrase(
                "senior=\"\(seniors)\" where a panel has \(maximum) judges",
                "senior=\"\(seniors)\"，而评委组最多 \(maximum) 人"),
            rule: Phrase("no panel could be made", "无法组成评委组"),
            remedy: Phrase("Make it at most \(maximum)", "请改为不超过 \(maximum)"))
    }

    /// Judges who must, or must not, sit together.
    mutating func pairRules(_ panel: XMLTree) -> [PairRule] {
        var rules: [PairRule] = []
        var seen = Set<[JudgeID]>()
        for element in panel.children where ["together", "apart"].contains(element.name) {
            let (one, other): (JudgeID, JudgeID) = (
                element.identifier("judge"), element.identifier("with")
            )
            guard !one.text.isEmpty, !other.text.isEmpty else { continue }
            if one == other {
                tellPair(
                    element, Phrase("\(one.text.quoted) with themselves", "\(one.text.quoted) 与本人"),
                    Phrase("the rule is about two judges", "该规则涉及两位评委"))
            } else if !seen.insert([min(one, other), max(one, other)]).inserted {
                tellPair(
                    element,
                    Phrase(
                        "\(one.text.quoted) and \(other.text.quoted) again",
                        "\(one.text.quoted) 与 \(other.text.quoted) 重复"),
                    Phrase("two judges have one rule", "两位评委之间只写一条规则"))
            } else {
                rules.append(
                    PairRule(judge: one, other: other, isTogether: element.name == "together"))
            }
        }
        return rules
    }

    private mutating func tellPair(_ element: XMLTree, _ problem: Phrase, _ rule: Phrase) {
        tell(
            element, problem, rule: rule,
            remedy: Phrase("Correct it, or take it out", "请改正，或删去"))
    }
}
