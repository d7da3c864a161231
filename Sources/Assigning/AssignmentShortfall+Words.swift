public import Contests
public import Formats

extension AssignmentShortfall {
    /// The shortfall in words and numbers, such as "3 submissions need 15 sheets; the 4 judges
    /// who may take them may give 12", with the ways out at the end.
    public var phrase: Phrase {
        let (few, many) = (submissions.count, judges.count)
        let needing = Self.count(few, "submission") + (few == 1 ? " needs" : " need")
        var english: String
        var chinese: String
        switch want {
        case .judges:
            english =
                "\(needing) \(Self.count(needed, "sheet")); "
                + "\(Self.count(many, "judge")) may take them, \(Self.count(available, "sheet")) "
                + "at most"
            chinese = "\(few) 件作品需要 \(needed) 份评分表；可评的 \(many) 位评委最多只能完成 \(available) 份"
        case .judgesOfKind(let kind):
            english =
                "\(needing) \(needed) of kind '\(kind.text.shown)'; "
                + "\(Self.count(many, "judge")) of that kind may take them, "
                + "\(Self.count(available, "sheet")) at most"
            chinese =
                "\(few) 件作品需要 \(needed) 份“\(kind.text.shown)”类评委的评分表；"
                + "可评的 \(many) 位该类评委最多只能完成 \(available) 份"
        case .seniors:
            english =
                "\(needing) \(Self.count(needed, "senior judge")); "
                + "\(Self.count(many, "senior judge")) may take them, "
                + "\(Self.count(available, "sheet")) at most"
            chinese =
                "\(few) 件作品需要 \(needed) 份组长级评委的评分表；"
                + "可评的 \(many) 位组长级评委最多只能完成 \(available) 份"
        case .submissions:
            english =
                "\(Self.count(many, "judge")) must be given \(Self.count(needed, "sheet")); "
                + "\(Self.count(few, "submission")) may be given to them, "
                + "\(Self.count(available, "sheet")) at most"
            chinese = "\(many) 位评委至少要分到 \(needed) 份评分表；可分给他们的 \(few) 件作品最多只有 \(available) 份"
        }
        if available >= needed {
            let lacking = missing.reduce(0) { $0 + $1.count }
            english += ", yet the rules leave \(lacking) of them missing"
            chinese += "，但受规则限制仍缺 \(lacking) 份"
        }
        guard !waysOut.isEmpty else { return Phrase(english, chinese) }
        let ways = waysOut.map(\.phrase.english)
        let end = ways.count > 1 ? ", would do" : " would do"
        english += ": " + ways.joined(separator: ", or ") + end
        chinese += "。可行办法：" + waysOut.map(\.phrase.chinese).joined(separator: "，或")
        return Phrase(english, chinese)
    }

    /// A count with its noun, in the plural where it is not one.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension AssignmentShortfall.WayOut {
    /// The change as a phrase that "would do" follows.
    public var phrase: Phrase {
        switch self {
        case .moreJudges(let number):
            Phrase(
                "\(AssignmentShortfall.count(number, "judge")) more", "增加 \(number) 位评委")
        case .smallerPanels(let size): Phrase("panels of \(size)", "每件作品改为 \(size) 位评委")
        case .higherLoad(let load):
            Phrase("up to \(load) submissions for each judge", "每位评委最多评 \(load) 件作品")
        case .lowerMinimumLoad(let load):
            Phrase("a minimum load of \(load)", "每位评委的最低评审量改为 \(load) 件")
        }
    }
}
