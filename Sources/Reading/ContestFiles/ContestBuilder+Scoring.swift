import Contests
import Formats
import Numbers

extension ContestBuilder {
    mutating func scoring(_ tree: XMLTree?) -> ScoringRule {
        guard let tree else { return ScoringRule(steps: []) }
        return ScoringRule(
            steps: tree.children.compactMap { step($0) },
            order: tree.choice("order") ?? .descending)
    }

    private mutating func step(_ tree: XMLTree) -> ScoringStep? {
        switch tree.name {
        case "combine": .combine(combine(tree))
        case "drop": .drop(drop(tree))
        case "standardise": .standardise(standardise(tree))
        case "scale":
            .scale(
                ScaleStep(
                    factor: tree.ratio("factor") ?? .one, field: tree.value("field"),
                    byWeight: tree.flag("by-weight") ?? false, of: tree.identifiers("of")))
        case "shift":
            .shift(
                ShiftStep(
                    amount: tree.ratio("amount") ?? .zero, field: tree.value("field"),
                    of: tree.identifiers("of")))
        case "bound": .bound(bound(tree))
        case "round":
            .round(
                RoundStep(tree.rounding() ?? Rounding(digits: 2), of: tree.identifiers("of")))
        case "look-up":
            .lookUp(
                LookUpStep(
                    table: tree.value("table") ?? "", field: tree.value("field") ?? "",
                    of: tree.identifiers("of")))
        case "range": .range(RangeStep(limit: tree.points("limit") ?? .zero))
        case "carry": .carry(carry(tree))
        default: nil
        }
    }

    private func combine(_ tree: XMLTree) -> CombineStep {
        CombineStep(
            axis: tree.choice("over") ?? .criteria, method: tree.choice("by") ?? .mean,
            kinds: tree.children(named: "kind").map {
                CombineStep.KindWeight(
                    kind: $0.identifier("name"), weight: $0.ratio("weight") ?? .one)
            },
            missingKind: tree.choice("missing-kind") ?? .notScored)
    }

    private mutating func drop(_ tree: XMLTree) -> DropStep {
        let step = DropStep(
            highest: tree.whole("highest") ?? 1, lowest: tree.whole("lowest") ?? 1,
            atLeast: tree.whole("at-least"), fewer: tree.choice("fewer") ?? .keep,
            of: tree.identifiers("of"))
        if let given = tree.whole("at-least"), given < step.atLeast {
            tell(
                tree,
                Phrase(
                    "at-least=\"\(given)\" in <drop>, where \(step.atLeast - 1) values are left "
                        + "out",
                    "<drop> 去掉 \(step.atLeast - 1) 个分数，而 at-least=\"\(given)\""),
                rule: Phrase("at least one value must be left", "至少要留下一个分数"),
                remedy: Phrase(
                    "Make it \(step.atLeast) or more", "请改为 \(step.atLeast) 或以上"))
        }
        return step
    }

    private func standardise(_ tree: XMLTree) -> StandardiseStep {
        StandardiseStep(
            mean: tree.points("mean") ?? .zero,
            deviation: tree.points("deviation") ?? Points(millionths: 1_000_000),
            set: tree.choice("set") ?? .stage, divisor: tree.choice("divisor") ?? .sample,
            rounding: Rounding(
                digits: tree.whole("digits") ?? 2, mode: tree.choice("mode") ?? .halfUp))
    }

    private mutating func bound(_ tree: XMLTree) -> BoundStep {
        if tree.attribute("minimum") == nil, tree.attribute("maximum") == nil {
            tell(
                tree, Phrase("<bound> has neither minimum nor maximum", "<bound> 没有最低值也没有最高值"),
                rule: Phrase("it would do nothing", "它不起作用"),
                remedy: Phrase("Add one of them, or take it out", "请加上其中一个，或删去该步骤"))
        }
        return BoundStep(minimum: tree.points("minimum"), maximum: tree.points("maximum"))
    }

    private func carry(_ tree: XMLTree) -> CarryStep {
        CarryStep(
            sources: tree.children(named: "from").map {
                CarryStep.Source(
                    stage: $0.value("stage") ?? "", weight: $0.ratio("weight") ?? .one,
                    score: $0.choice("score") ?? .total)
            },
            ownWeight: tree.ratio("own-weight") ?? .one, isMean: tree.value("by") == "weighted-mean"
        )
    }
}

extension ContestBuilder {
    mutating func tieBreak(_ tree: XMLTree) -> TieBreak? {
        guard let rule = tieRule(tree) else { return nil }
        return TieBreak(
            rule, prefersLower: tree.value("prefers") == "lower",
            throughPlace: tree.whole("through-place"))
    }

    private func tieRule(_ tree: XMLTree) -> TieBreak.Rule? {
        switch tree.name {
        case "criterion": .criterion(tree.identifier("id"))
        case "untrimmed-sum": .untrimmedSum
        case "highest-sheet": .highestSheet
        case "lowest-sheet": .lowestSheet
        case "first-places": .firstPlaces
        case "head-to-head": .headToHead
        case "count-back": .countBack
        case "sheets-above": .sheetsAbove(tree.points("value") ?? .zero)
        case "kind": .kind(tree.identifier("name"))
        case "earlier-stage": .earlierStage(tree.value("name") ?? "")
        case "earlier-submission": .earlierSubmission
        case "field": .field(tree.value("name") ?? "")
        case "draw": .draw(seed: tree.value("seed") ?? "")
        default: nil
        }
    }
}
