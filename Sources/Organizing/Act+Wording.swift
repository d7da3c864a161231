import Contests
import Formats

extension Act {
    /// What was done, in words.
    var phrase: Phrase {
        switch self {
        case .submissions(let load): load.phrase(of: Phrase("submissions", "作品"))
        case .judges(let load): load.phrase(of: Phrase("judges", "评委"))
        case .conflicts(let load): load.phrase(of: Phrase("conflicts", "回避关系"))
        case .recusals(let load): load.phrase(of: Phrase("recusals", "回避声明"))
        case .sheets(let load): load.phrase(of: Phrase("sheets", "评分"))
        case .assignment(let stage, let added, let removed, let note):
            Phrase(
                "assigned \(stage): \(added) added, \(removed) removed\(note.isEmpty ? "" : "; ")"
                    + note, "分配 \(stage)：新增 \(added)，撤销 \(removed)\(note.isEmpty ? "" : "；")\(note)"
            )
        case .exit(let submission, .withdrawn(let decision)):
            Phrase(
                "withdrew \(submission): \(decision.reason)", "\(submission) 退赛：\(decision.reason)")
        case .exit(let submission, .disqualified(let decision)):
            Phrase(
                "disqualified \(submission): \(decision.reason)",
                "取消 \(submission) 资格：\(decision.reason)")
        case .adjustment(let adjustment): adjustment.phrase
        case .reconsideration(let score):
            Phrase(
                "reconsidered \(score.submission) by \(score.judge) in \(score.stage): "
                    + "\(score.score) (\(score.decision.reason))",
                "复议 \(score.stage) \(score.submission)（\(score.judge)）：\(score.score)"
                    + "（\(score.decision.reason)）")
        case .override(let override): override.phrase
        case .confirmation(let fact, let decision):
            Phrase(
                "confirmed fact \(fact) \(decision.reason)", "确认事实 \(fact) \(decision.reason)")
        case .appeal(let appeal):
            Phrase(
                "appeal about \(appeal.submission) in \(appeal.stage): \(appeal.decision.reason)",
                "\(appeal.stage) \(appeal.submission) 申诉：\(appeal.decision.reason)")
        case .appealOutcome(let fact, let outcome):
            Phrase(
                "appeal of fact \(fact) \(outcome.words.english): \(outcome.decision.reason)",
                "事实 \(fact) 的申诉\(outcome.words.chinese)：\(outcome.decision.reason)")
        case .closing(let stage, let decision):
            Phrase("closed \(stage) \(decision.reason)", "结束 \(stage) \(decision.reason)")
        case .reopening(let stage, let decision):
            Phrase("reopened \(stage): \(decision.reason)", "重新开启 \(stage)：\(decision.reason)")
        case .advancement(let stage, let count):
            Phrase("let \(count) into \(stage)", "\(count) 件作品晋级 \(stage)")
        case .ranking(let ranking):
            Phrase("ranked (\(ranking.sha256.prefix(12)))", "排名（\(ranking.sha256.prefix(12))）")
        case .publication(let publication):
            Phrase(
                "published \(publication.file.name) (\(publication.file.sha256.prefix(12)))",
                "发布 \(publication.file.name)（\(publication.file.sha256.prefix(12))）")
        case .redaction(let redaction):
            Phrase(
                "erased \(redaction.pieces.count) personal text(s) of \(redaction.subject): "
                    + redaction.decision.reason,
                "删除 \(redaction.subject) 的个人信息 \(redaction.pieces.count) 条："
                    + redaction.decision.reason)
        case .remark(let subject, let text): Phrase(verbatim: "\(subject): \(text)")
        }
    }
}

extension Act.Load {
    fileprivate func phrase(of noun: Phrase) -> Phrase {
        let names = files.map(\.name).joined(separator: ", ")
        let from = names.isEmpty ? Phrase.none : Phrase(" from \(names)", "，来自 \(names)")
        let remark = note.isEmpty ? "" : " (\(note))"
        return Phrase(
            "\(noun.english): \(new) new, \(revised) revised, \(removed) removed"
                + "\(from.english)\(remark)",
            "\(noun.chinese)：新增 \(new)，更新 \(revised)，移除 \(removed)\(from.chinese)\(remark)")
    }
}

extension Appeal.Outcome {
    /// What came of it.
    var words: Phrase {
        isUpheld ? Phrase("upheld", "成立") : Phrase("dismissed", "不成立")
    }
}

extension Adjustment {
    fileprivate var phrase: Phrase {
        let sheet = judge.map { " (\($0))" } ?? ""
        let sign = points > .zero ? "+" : ""
        return Phrase(
            "adjusted \(submission)\(sheet) in \(stage) by \(sign)\(points): \(decision.reason)",
            "调整 \(stage) \(submission)\(sheet)：\(sign)\(points)（\(decision.reason)）")
    }
}

extension Override {
    fileprivate var phrase: Phrase {
        switch setting {
        case .place(let place, let stage):
            Phrase(
                "set \(submission) to place \(place) in \(stage): \(decision.reason)",
                "将 \(submission) 定为 \(stage) 第 \(place) 名：\(decision.reason)")
        case .award(let award):
            Phrase(
                "set the award of \(submission) to \(award?.text ?? "–"): \(decision.reason)",
                "将 \(submission) 的奖项定为 \(award?.text ?? "无")：\(decision.reason)")
        }
    }
}
