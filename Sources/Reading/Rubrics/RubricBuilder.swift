import Contests
import Formats
import Numbers

/// Makes a rubric of a document that a ``GrammarCheck`` has been over, and tells what the grammar
/// cannot say.
struct RubricBuilder {
    let file: String
    var faults: FaultList

    mutating func rubric(_ tree: XMLTree) -> Rubric {
        let languages = tree.declaredLanguages
        faults.append(contentsOf: MissingTexts.faults(in: tree, .rubric, languages, file: file))
        faults.append(contentsOf: Duplicates.faults(among: Self.parts(under: tree), file: file))
        let rubric = Rubric(
            id: tree.value("id") ?? "", version: tree.value("version") ?? "1",
            names: tree.texts("name"), source: tree.texts("source"), languages: languages,
            total: tree.ratio("total"), parts: parts(tree))
        if rubric.criteria.isEmpty {
            tell(
                tree, Phrase("the rubric has no criterion", "评审标准中没有指标"),
                rule: Phrase("there would be nothing to judge", "没有可评的内容"),
                remedy: Phrase("Add <criterion>", "请加上 <criterion>"))
        }
        checkWeights(tree)
        return rubric
    }

    private mutating func parts(_ tree: XMLTree) -> [Rubric.Part] {
        tree.children.compactMap { child in
            switch child.name {
            case "group":
                .group(
                    Rubric.Group(
                        id: child.identifier("id"), names: child.texts("name"),
                        weight: child.ratio("weight"), parts: parts(child)))
            case "criterion": .criterion(criterion(child))
            default: nil
            }
        }
    }

    /// Groups and criteria at any depth.
    private static func parts(under tree: XMLTree) -> [XMLTree] {
        tree.children.filter { $0.name == "group" || $0.name == "criterion" }
            .flatMap { [$0] + parts(under: $0) }
    }

    mutating func tell(
        _ element: XMLTree, _ problem: Phrase, rule: Phrase = .none, remedy: Phrase = .none,
        severity: Fault.Severity = .error
    ) {
        faults.append(
            element.fault(in: file, problem, rule: rule, remedy: remedy, severity: severity))
    }
}

extension RubricBuilder {
    private mutating func criterion(_ tree: XMLTree) -> Criterion {
        let kind = tree.value("kind") ?? ""
        checkContent(tree, kind)
        if let weight = tree.ratio("weight"), weight.isNegative {
            tell(
                tree, Phrase("the weight \(weight) is below 0", "权重 \(weight) 小于 0"),
                rule: Phrase(
                    "weights are 0 or more; a deduction takes points off",
                    "权重不小于 0；扣分请用 deduction"),
                remedy: Phrase("Correct it", "请改正"))
        }
        let scale = tree.first(named: "scale").map { self.scale($0) }
        return Criterion(
            id: tree.identifier("id"), names: tree.texts("name"),
            description: tree.texts("description"), kind: self.kind(tree, kind, scale),
            weight: tree.ratio("weight") ?? .one, comment: comment(tree, scale),
            notApplicable: notApplicable(tree),
            isRequired: tree.flag("required") ?? !["bonus", "deduction", "text"].contains(kind))
    }

    private mutating func kind(_ tree: XMLTree, _ kind: String, _ scale: Scale?) -> Criterion.Kind {
        let scale = scale ?? Scale(minimum: .zero, maximum: .zero, step: .zero)
        switch kind {
        case "judgement": return .judgement(scale)
        case "bonus": return .bonus(scale)
        case "deduction": return .deduction(scale)
        case "measurement": return .measurement(measurement(tree.first(named: "measure")))
        case "checklist": return .checklist(boxes(tree))
        case "gate":
            let gate = tree.first(named: "gate")
            return .gate(
                Gate(
                    failing: gate?.choice("fails") ?? .majority,
                    reason: gate?.texts("reason") ?? LocalizedText()))
        default: return .text
        }
    }

    /// Tells parts that belong to another kind of criterion, and parts that are missing.
    private mutating func checkContent(_ tree: XMLTree, _ kind: String) {
        let needed = [
            "judgement": "scale", "bonus": "scale", "deduction": "scale", "measurement": "measure",
            "checklist": "box",
        ]
        let allowed = kind == "gate" ? "gate" : needed[kind]
        guard !kind.isEmpty, kind == "text" || allowed != nil else { return }
        for part in ["scale", "measure", "box", "gate"] where part != allowed {
            guard let element = tree.first(named: part) else { continue }
            tell(
                element,
                Phrase(
                    "<\(part)> in a criterion of the kind \(kind)", "类别为 \(kind) 的指标中有 <\(part)>"),
                rule: allowed.map { Phrase("that kind has <\($0)>", "该类别用 <\($0)>") }
                    ?? Phrase("that kind has none", "该类别不需要"),
                remedy: Phrase("Take it out, or correct the kind", "请删去，或改正 kind"))
        }
        guard let wanted = needed[kind], tree.first(named: wanted) == nil else { return }
        tell(
            tree,
            Phrase(
                "the criterion \((tree.value("id") ?? "").quoted) has no <\(wanted)>",
                "指标 \((tree.value("id") ?? "").quoted) 没有 <\(wanted)>"),
            rule: Phrase("a criterion of the kind \(kind) has one", "类别为 \(kind) 的指标必须有"),
            remedy: Phrase("Add <\(wanted)>", "请加上 <\(wanted)>"))
    }

    private mutating func boxes(_ tree: XMLTree) -> [ChecklistBox] {
        let boxes = tree.children(named: "box")
        faults.append(contentsOf: Duplicates.faults(among: boxes, file: file))
        return boxes.map {
            ChecklistBox(
                id: $0.value("id") ?? "", names: $0.texts("name"),
                points: $0.points("points") ?? .zero)
        }
    }

    private mutating func notApplicable(_ tree: XMLTree) -> Criterion.NotApplicable {
        switch tree.value("not-applicable") {
        case nil, "refused": return .refused
        case "redistributed": return .redistributed
        case .some(let text):
            if let points = try? Points(parsing: text) { return .counted(points) }
            tell(
                tree, Phrase("not-applicable=\(text.quoted)", "not-applicable=\(text.quoted)"),
                rule: Phrase(
                    "it must be refused, redistributed or a number of points",
                    "必须是 refused、redistributed 或分数"),
                remedy: .perhaps(
                    text, among: ["refused", "redistributed"],
                    otherwise: Phrase("Correct it", "请改正")))
            return .refused
        }
    }
}

extension RubricBuilder {
    private mutating func comment(_ tree: XMLTree, _ scale: Scale?) -> CommentRule {
        let rule = tree.value("comment") ?? "optional"
        let (low, high) = (tree.points("comment-low"), tree.points("comment-high"))
        let hasBand = tree.attribute("comment-low") != nil || tree.attribute("comment-high") != nil
        guard rule == "outside" else {
            if hasBand {
                tell(
                    tree,
                    Phrase(
                        "comment-low or comment-high with comment=\(rule.quoted)",
                        "comment=\(rule.quoted) 时有 comment-low 或 comment-high"),
                    rule: Phrase(
                        "they have a meaning with comment=\"outside\" only",
                        "只在 comment=\"outside\" 时有意义"),
                    remedy: Phrase(
                        "Write comment=\"outside\", or take them out",
                        "请写 comment=\"outside\"，或删去"))
            }
            return rule == "always" ? .always : .optional
        }
        guard hasBand else {
            tell(
                tree, Phrase("comment=\"outside\" without a band", "comment=\"outside\" 没有写分数段"),
                rule: Phrase(
                    "comment-low and comment-high are its ends",
                    "分数段由 comment-low 和 comment-high 给出"),
                remedy: Phrase("Add one or both of them", "请加上其中一个或两个"))
            return .always
        }
        let band = (
            low: low ?? scale?.minimum ?? .zero, high: high ?? scale?.maximum ?? .zero
        )
        checkCommentBand(tree, band.low, band.high, scale)
        return .outside(low: band.low, high: band.high)
    }

    private mutating func checkCommentBand(
        _ tree: XMLTree, _ low: Points, _ high: Points, _ scale: Scale?
    ) {
        guard let scale else { return }
        if low > high {
            tell(
                tree,
                Phrase(
                    "the band without a comment goes from \(low) to \(high)",
                    "不必写评语的分数段为 \(low) 至 \(high)"),
                rule: Phrase("its lower end may not be above its upper one", "下限不能高于上限"),
                remedy: Phrase("Swap or correct them", "请对调或改正"))
        } else if low < scale.minimum || high > scale.maximum {
            tell(
                tree,
                Phrase(
                    "the band without a comment goes from \(low) to \(high)",
                    "不必写评语的分数段为 \(low) 至 \(high)"),
                rule: Phrase(
                    "the scale goes from \(scale.minimum) to \(scale.maximum)",
                    "量程为 \(scale.minimum) 至 \(scale.maximum)"),
                remedy: Phrase("Keep the band within the scale", "请使分数段在量程之内"))
        }
    }
}
