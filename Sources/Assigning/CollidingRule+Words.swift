public import Contests
public import Formats

extension CollidingRule {
    /// The rule as a statement about what must be.
    public var phrase: Phrase {
        switch self {
        case .panelMinimum(let count):
            Phrase(
                "a submission gets \(AssignmentShortfall.count(count, "judge")) or more",
                "每件作品至少 \(count) 位评委")
        case .panelMaximum(let count):
            Phrase(
                "a submission gets \(AssignmentShortfall.count(count, "judge")) at most",
                "每件作品至多 \(count) 位评委")
        case .anchors(let ids):
            Phrase(
                "everyone marks \(Self.list(ids.map(\.text)))",
                "全体评委共同评审 \(Self.list(ids.map(\.text), .chinese))")
        case .stageLoad(let count):
            Phrase(
                "a judge gets \(AssignmentShortfall.count(count, "submission")) at most",
                "每位评委至多评 \(count) 件")
        case .ownLoad(let judge, let count):
            Phrase(
                "\(judge.text.shown) takes \(AssignmentShortfall.count(count, "submission")) at "
                    + "most",
                "\(judge.text.shown) 至多评 \(count) 件")
        case .minimumLoad(let count):
            Phrase(
                "a judge gets \(AssignmentShortfall.count(count, "submission")) or more",
                "每位评委至少评 \(count) 件")
        default: panelPhrase
        }
    }

    private var panelPhrase: Phrase {
        switch self {
        case .atLeast(let count, let kind):
            Phrase(
                "a panel has \(count) of kind '\(kind.text.shown)' or more",
                "每组至少 \(count) 位“\(kind.text.shown)”类评委")
        case .seniors(let count):
            Phrase(
                "a panel has \(AssignmentShortfall.count(count, "senior judge")) or more",
                "每组至少 \(count) 位组长级评委")
        case .atMost(let count, let judges):
            Phrase(
                "a panel has \(count) of \(Self.list(judges.map(\.text))) at most",
                "\(Self.list(judges.map(\.text), .chinese)) 中至多 \(count) 人同组")
        case .together(let judges):
            Phrase(
                "\(Self.list(judges.map(\.text))) sit together or not at all",
                "\(Self.list(judges.map(\.text), .chinese)) 必须同组或都不在")
        case .marked(let count):
            Phrase(
                "\(AssignmentShortfall.count(count, "sheet")) that came stay",
                "已交的 \(count) 份评分表保留")
        default: judgePhrase
        }
    }

    private var judgePhrase: Phrase {
        switch self {
        case .heats(let judge, let ids):
            Phrase(
                "\(judge.text.shown) does not serve the heat of \(Self.list(ids.map(\.text)))",
                "\(judge.text.shown) 不参与 \(Self.list(ids.map(\.text), .chinese)) 所在赛区的评审")
        case .conflicts(let judge, let rule, let ids):
            Phrase(
                "\(judge.text.shown) must not judge \(Self.list(ids.map(\.text))) "
                    + "(\(rule.phrase.english))",
                "\(judge.text.shown) 不得评审 \(Self.list(ids.map(\.text), .chinese))"
                    + "（\(rule.phrase.chinese)）")
        default: Phrase("", "")
        }
    }

    /// Identifiers in a row; of many, the first and how many more.
    private static func list(_ ids: [String], _ language: Language = .english) -> String {
        let first = ids.prefix(6).map(\.shown)
        let isChinese = language == .chinese
        let row = first.joined(separator: isChinese ? "、" : ", ")
        guard ids.count > first.count else { return row }
        let rest = ids.count - first.count
        return row + (isChinese ? " 等 \(ids.count) 个" : " and \(rest) more")
    }
}

extension AssignmentShortfall {
    /// The rules that collide, a line each after a line that says so; nothing where none are known.
    public var rulePhrases: [Phrase] {
        guard !rules.isEmpty else { return [] }
        let head = Phrase(
            "these rules collide; leave any one of them out and the others can be obeyed:",
            "以下规则互相冲突；任意放宽其中一条，其余即可满足：")
        return [head]
            + rules.enumerated().map { number, rule in
                Phrase(
                    "  (\(number + 1)) \(rule.phrase.english)",
                    "  （\(number + 1)）\(rule.phrase.chinese)")
            }
    }
}
