import Contests
import Formats
import Numbers

extension ContestBuilder {
    /// - Parameter later: The names of the stages that follow in the track.
    mutating func stage(_ tree: XMLTree, track: TrackID, later: [String]) -> Stage {
        let heats = tree.children(named: "heat")
        checkUnique(heats)
        let ties = tree.first(named: "ties")
        var stage = Stage(
            id: StageID(track: track, name: tree.value("id") ?? ""), names: tree.texts("name"),
            rubric: tree.value("rubric") ?? "",
            panel: panel(tree.first(named: "panel")),
            heats: heats.map { Heat(id: $0.identifier("id"), names: $0.texts("name")) },
            deadline: tree.value("deadline").flatMap { Timestamp($0) },
            scoring: scoring(tree.first(named: "scoring")),
            missing: missing(tree),
            ties: ties?.children.compactMap { tieBreak($0) } ?? [],
            numbering: ties?.choice("numbering") ?? .standard,
            advancement: tree.first(named: "advance").map {
                advancement($0, heats: heats.compactMap { $0.value("id") }, later: later)
            })
        stage.metrics = metrics(tree)
        stage.measured = tree.children(named: "measured").map { measured($0) }
        stage.programs = programs(tree)
        return stage
    }

    private mutating func missing(_ tree: XMLTree) -> MissingSheets {
        let atLeast = tree.whole("at-least")
        let rule = tree.value("missing") ?? "wait"
        if rule == "proceed", tree.attribute("at-least") == nil {
            tell(
                tree,
                Phrase("missing=\"proceed\" without at-least", "missing=\"proceed\" 没有写 at-least"),
                rule: Phrase(
                    "a submission needs so many sheets to be scored", "必须写明至少几份评分表才计分"),
                remedy: Phrase("Add at-least=\"3\", say", "例如加上 at-least=\"3\""))
        }
        if rule != "proceed", tree.attribute("at-least") != nil {
            tell(
                tree,
                Phrase(
                    "at-least in <stage> with missing=\(rule.quoted)",
                    "<stage> 中有 at-least，而 missing=\(rule.quoted)"),
                rule: Phrase(
                    "it has a meaning with missing=\"proceed\" only",
                    "它只在 missing=\"proceed\" 时有意义"),
                remedy: Phrase(
                    "Write missing=\"proceed\", or take at-least out",
                    "请写 missing=\"proceed\"，或删去 at-least"))
        }
        if let atLeast, let most = tree.first(named: "panel").flatMap(Self.largestPanel),
            atLeast > most
        {
            tell(
                tree,
                Phrase(
                    "at-least=\"\(atLeast)\" where a panel has \(most) judges",
                    "at-least=\"\(atLeast)\"，而评委组最多 \(most) 人"),
                rule: Phrase("no submission could be scored", "没有作品能达到"),
                remedy: Phrase("Make it at most \(most)", "请改为不超过 \(most)"))
        }
        switch rule {
        case "exclude": return .exclude
        case "proceed": return .proceed(atLeast: atLeast ?? 1)
        default: return .wait
        }
    }

    private static func largestPanel(_ panel: XMLTree) -> Int? {
        panel.whole("maximum") ?? panel.whole("minimum")
    }

    private mutating func panel(_ tree: XMLTree?) -> PanelRule {
        guard let tree else { return PanelRule(minimum: 1, maximum: 1) }
        let minimum = tree.whole("minimum") ?? 1
        let maximum = tree.whole("maximum") ?? minimum
        let (loadMinimum, loadMaximum) = (
            tree.whole("minimum-load") ?? 0, tree.whole("maximum-load")
        )
        checkOrder(tree, "minimum", minimum, "maximum", maximum)
        if let loadMaximum {
            checkOrder(tree, "minimum-load", loadMinimum, "maximum-load", loadMaximum)
        }
        let quotas = tree.children(named: "at-least").map {
            PanelRule.KindQuota(kind: $0.identifier("kind"), minimum: $0.whole("count") ?? 1)
        }
        checkQuotas(tree, quotas, maximum: maximum)
        checkSeniors(tree, maximum: maximum)
        var panel = PanelRule(
            minimum: minimum, maximum: maximum, maximumLoad: loadMaximum, minimumLoad: loadMinimum,
            perOrganisation: tree.whole("per-organisation"), perRegion: tree.whole("per-region"),
            perKind: quotas,
            barsOwnOrganisation: tree.value("own-organisation") != "allowed",
            barsOwnRegion: tree.value("own-region") == "barred")
        panel.seniors = tree.whole("senior") ?? 0
        panel.pairRules = pairRules(tree)
        panel.aims = aims(tree)
        checkChance(tree, panel)
        return panel
    }

    private mutating func checkQuotas(
        _ tree: XMLTree, _ quotas: [PanelRule.KindQuota], maximum: Int
    ) {
        var seen = Set<JudgeKind>()
        for (quota, element) in zip(quotas, tree.children(named: "at-least"))
        where !seen.insert(quota.kind).inserted {
            tell(
                element,
                Phrase(
                    "the kind \(quota.kind.text.quoted) stands again in <panel>",
                    "<panel> 中的类别 \(quota.kind.text.quoted) 重复"),
                rule: Phrase("each kind has one number", "每个类别只写一次"),
                remedy: Phrase("Take one of them out", "请删去其中一个"))
        }
        let needed = quotas.reduce(0) { $0 + $1.minimum }
        guard needed > maximum else { return }
        tell(
            tree,
            Phrase(
                "the kinds of judge in <panel> need \(needed) judges, and it may have \(maximum)",
                "<panel> 各类评委共需 \(needed) 人，而最多 \(maximum) 人"),
            rule: Phrase("no panel could be made", "无法组成评委组"),
            remedy: Phrase("Ask for fewer, or raise maximum", "请减少要求，或提高 maximum"))
    }

    /// Tells a lower limit above its upper one.
    mutating func checkOrder<Value: Comparable & CustomStringConvertible>(
        _ element: XMLTree, _ lowName: String, _ low: Value?, _ highName: String, _ high: Value?
    ) {
        guard let low, let high, low > high else { return }
        tell(
            element,
            Phrase(
                "\(lowName)=\"\(low)\" and \(highName)=\"\(high)\" in <\(element.name)>",
                "<\(element.name)> 中 \(lowName)=\"\(low)\"，\(highName)=\"\(high)\""),
            rule: Phrase(
                "\(lowName) may not be above \(highName)", "\(lowName) 不能大于 \(highName)"),
            remedy: Phrase("Correct one of them", "请改正其中一个"))
    }
}

extension ContestBuilder {
    private mutating func advancement(
        _ tree: XMLTree, heats: [String], later: [String]
    ) -> Advancement {
        check(
            tree.value("to"), of: tree, attribute: "to", isOneOf: later,
            Phrase("later stage of the track", "本赛道之后的阶段"))
        checkShare(tree)
        let quotas = tree.children(named: "quota")
        if ["count", "share", "minimum-score"].allSatisfy({ tree.attribute($0) == nil }),
            quotas.isEmpty
        {
            tell(
                tree,
                Phrase("<advance> does not say how many go on", "<advance> 没有说明多少作品晋级"),
                rule: Phrase(
                    "it needs count, share, minimum-score or a <quota>",
                    "需要 count、share、minimum-score 或 <quota>"),
                remedy: Phrase("Add count=\"8\", say", "例如加上 count=\"8\""))
        }
        if tree.attribute("count") != nil, tree.attribute("share") != nil {
            tell(
                tree,
                Phrase("<advance> has both count and share", "<advance> 同时有 count 和 share"),
                rule: Phrase("the number must follow from one", "数量只能由其中一个确定"),
                remedy: Phrase("Leave one of them", "请只保留一个"))
        }
        return Advancement(
            to: tree.value("to") ?? "", count: tree.whole("count"), share: tree.ratio("share"),
            shareRounding: tree.choice("rounding") ?? .up,
            minimumScore: tree.ratio("minimum-score"),
            quotas: quotas.map { quota($0, heats: heats) }, ties: tree.choice("ties") ?? .decide)
    }

    private mutating func quota(_ tree: XMLTree, heats: [String]) -> Advancement.Quota {
        let axis: Advancement.Quota.Axis = tree.choice("by") ?? .heat
        if axis == .heat {
            let noun = Phrase("heat of the stage", "本阶段的赛区")
            if let value = tree.value("value") {
                check(value, of: tree, attribute: "value", isOneOf: heats, noun)
            } else if heats.isEmpty, tree.value("by") == "heat" {
                tell(
                    tree,
                    Phrase("a quota by heat in a stage without heats", "没有赛区的阶段设了赛区名额"),
                    rule: Phrase("heats are named with <heat>", "赛区用 <heat> 写明"),
                    remedy: Phrase("Add the heats, or take the quota out", "请加上赛区，或删去该名额"))
            }
        }
        return Advancement.Quota(
            axis: axis, value: tree.value("value"), count: tree.whole("count") ?? 1)
    }

    /// Tells a share that is not between 0 and 1.
    mutating func checkShare(_ tree: XMLTree) {
        guard let share = tree.ratio("share"), share <= .zero || share > .one else { return }
        tell(
            tree,
            Phrase(
                "share=\"\(share)\" in <\(tree.name)>", "<\(tree.name)> 中的 share=\"\(share)\""),
            rule: Phrase("a share is above 0 and at most 1", "比例大于 0、不超过 1"),
            remedy: Phrase("Write 0.1 for ten per cent", "百分之十写作 0.1"))
    }
}
