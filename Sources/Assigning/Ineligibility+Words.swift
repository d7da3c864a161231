public import Contests
public import Formats

extension Ineligibility {
    /// The reason as a clause about the judge.
    public var phrase: Phrase {
        switch self {
        case .wrongTrack: Phrase("the judge does not serve this stage", "该评委不参与本阶段评审")
        case .wrongHeat(let heat):
            Phrase("the judge does not serve heat '\(heat)'", "该评委不参与赛区“\(heat)”的评审")
        case .recused(let reason):
            Phrase("the judge has recused\(Self.because(reason))", "该评委已申请回避\(Self.note(reason))")
        case .conflict(let target, let reason): Self.phrase(target, reason)
        case .ownOrganisation(let name):
            Phrase(
                "the judge belongs to '\(name.shown)', as the entrant does",
                "该评委与参赛者同属“\(name.shown)”")
        case .ownRegion(let name):
            Phrase(
                "the judge comes from '\(name.shown)', as the submission does",
                "该评委与作品同属地区“\(name.shown)”")
        case .notTakingPart:
            Phrase("the submission takes no part in this stage", "该作品未参加本阶段")
        }
    }

    private static func phrase(_ target: Conflict.Target, _ reason: String) -> Phrase {
        switch target {
        case .submission(let id):
            Phrase(
                "the judge has a conflict with '\(id.text.shown)'\(because(reason))",
                "该评委与作品“\(id.text.shown)”存在利益冲突\(note(reason))")
        case .organisation(let name):
            Phrase(
                "the judge has a conflict with organisation '\(name.shown)'\(because(reason))",
                "该评委与单位“\(name.shown)”存在利益冲突\(note(reason))")
        case .region(let name):
            Phrase(
                "the judge has a conflict with region '\(name.shown)'\(because(reason))",
                "该评委与地区“\(name.shown)”存在利益冲突\(note(reason))")
        }
    }

    private static func because(_ reason: String) -> String {
        reason.isEmpty ? "" : ": \(reason.shown)"
    }

    private static func note(_ reason: String) -> String {
        reason.isEmpty ? "" : "：\(reason.shown)"
    }
}

extension Ineligibility.Rule {
    /// The rule's name, as a summary counts by it.
    public var phrase: Phrase {
        switch self {
        case .wrongTrack: Phrase("not of this stage", "不参与本阶段")
        case .wrongHeat: Phrase("not of this heat", "不参与该赛区")
        case .recused: Phrase("recused", "已回避")
        case .conflictWithSubmission: Phrase("conflict with the submission", "与作品有利益冲突")
        case .conflictWithOrganisation: Phrase("conflict with an organisation", "与单位有利益冲突")
        case .conflictWithRegion: Phrase("conflict with a region", "与地区有利益冲突")
        case .ownOrganisation: Phrase("same organisation", "同一单位")
        case .ownRegion: Phrase("same region", "同一地区")
        case .notTakingPart: Phrase("submission not taking part", "作品未参加")
        }
    }
}
