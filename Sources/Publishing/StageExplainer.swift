import Contests
import Formats
import Numbers

/// Tells how a submission came to its score in one stage.
struct StageExplainer {
    let submission: SubmissionID
    let evidence: Explanation.Evidence
    let names: ContestNames
    let record: ContestRecord
    let audience: Audience
    let judges: JudgeNaming

    init(
        _ submission: SubmissionID, _ evidence: Explanation.Evidence, names: ContestNames,
        record: ContestRecord, audience: Audience
    ) {
        self.submission = submission
        self.evidence = evidence
        self.names = names
        self.record = record
        self.audience = audience
        let sheets = evidence.score.sheets.map(\.judge)
        let marks = evidence.trace?.marks.compactMap(\.judge) ?? []
        judges = JudgeNaming(sheets + marks, record: record, audience: audience)
    }

    var stage: StageID {
        if case .stage(let id) = evidence.leaderboard.scope { return id }
        return evidence.trace?.stage ?? StageID(track: "", name: "")
    }

    var sections: [Explanation.Section] {
        let scope = names.scope(evidence.leaderboard.scope)
        let steps = evidence.trace.map { TraceExplainer(self, $0).sections } ?? [sheets]
        let result = Explanation.Section(
            title: Phrase("Result", "结果"),
            lines: score
                + ResultExplainer(
                    submission, evidence.leaderboard, names: names, record: record,
                    audience: audience
                ).lines)
        return (steps + [result]).filter { !$0.lines.isEmpty }.map { section in
            Explanation.Section(
                title: [scope, section.title].joined(Phrase(": ", "：")), lines: section.lines)
        }
    }

    /// The sheets' scores, where there is no trace of the steps.
    private var sheets: Explanation.Section {
        let lines = evidence.score.sheets.map { sheet -> Phrase in
            var parts: [Phrase] = [value(sheet.raw)]
            if let standard = sheet.standard {
                parts.append(Phrase("standard score ", "标准分 ") + value(standard))
            }
            if let note = sheet.raw == nil ? nil : sheet.note { parts.append(note) }
            if sheet.counted != sheet.raw, let counted = sheet.counted {
                parts.append(Phrase("counts as ", "计入 ") + value(counted))
            }
            if sheet.isDropped { parts.append(Phrase("left out", "已去掉")) }
            return judges[sheet.judge] + Phrase(": ", "：") + parts.joined(Phrase(", ", "，"))
        }
        return Explanation.Section(title: Phrase("Sheets", "评分"), lines: lines)
    }

    /// The score itself, or why there is none.
    private var score: [Phrase] {
        let score = evidence.score
        var lines: [Phrase] = []
        if let span = score.span {
            let verdict =
                score.isSentBack
                ? Phrase("it goes back to its judges", "须退回评委复议")
                : Phrase("within the range rule", "符合极差规定")
            lines.append(
                Phrase("the sheet scores span ", "评委得分极差为 ") + value(span)
                    + Phrase(": ", "：") + verdict)
        }
        if let gate = score.failedGate {
            lines.append(
                Phrase("it failed ", "未通过") + names.criterion(gate, in: stage).quoted)
        }
        if score.missingSheets > 0 {
            lines.append(
                Phrase(
                    "\(score.missingSheets) of its sheets missing or incomplete",
                    "有 \(score.missingSheets) 份评分表缺失或未填完"))
        }
        lines += (evidence.trace?.troubles ?? []).map {
            $0.wording(in: stage, names: names, judges: judges)
        }
        guard let total = score.score else {
            return lines + [Phrase("it is not scored, which is not a score of 0", "未评分（并非零分）")]
        }
        if let own = score.own, own != total {
            lines.append(Phrase("score of this stage alone: ", "本阶段得分：") + exactValue(own))
        }
        return lines + [Phrase("score: ", "得分：") + exactValue(total)]
    }

    /// A value as people read it; in words where there is none.
    func value(_ value: Ratio?) -> Phrase {
        value.map { Phrase(verbatim: ScoreText.short($0)) } ?? Phrase("not scored", "未评分")
    }

    /// A value with its exact fraction, where the decimal is rounded.
    private func exactValue(_ value: Ratio) -> Phrase {
        let stated = names.contest.stage(stage)?.scoring.statedDigits
        let text = ScoreText(value, digits: ScoreText.digits(for: [value], stated: stated))
        let decimal = Phrase(verbatim: text.decimal)
        guard text.isRounded else { return decimal }
        return decimal + Phrase("exactly \(text.exact)", "精确值 \(text.exact)").bracketed
    }
}

extension ScoringTrouble {
    /// What the rule could not do for a submission; judges by the names that the audience may read.
    func wording(in stage: StageID, names: ContestNames, judges: JudgeNaming) -> Phrase {
        switch self {
        case .noDeviation(let judge, _):
            judges[judge]
                + Phrase(
                    " gave one and the same score to all: there is no deviation to standardise by",
                    "对所有作品打分相同，没有标准差，无法标准化")
        case .tooFewSheets(_, let found, let needed):
            Phrase(
                "\(found) values, and the rule needs \(needed)", "只有 \(found) 个分值，规则需要 \(needed) 个")
        case .kindMissing(_, let kind):
            Phrase("no sheet from a judge of kind “\(kind)”", "缺少“\(kind)”类评委的评分")
        case .fieldMissing(_, let field):
            Phrase("its “\(field)” is missing or no number", "作品的“\(field)”缺失或不是数字")
        case .notInTable(_, let table, let key, let mark):
            Phrase(
                "table “\(table)” has no value for mark \(mark) in row “\(key)”",
                "查找表“\(table)”的“\(key)”行没有打分 \(mark) 的值")
        case .nothingToCarry(_, let earlier):
            names.stage(StageID(track: stage.track, name: earlier)).quoted
                .wrapped("no score to carry over from ", "没有可带入的") + Phrase("", "得分")
        case .overflow: Phrase("exact arithmetic left its range", "精确计算超出范围")
        case .incompleteSheet(_, let judge, let criterion):
            judges[judge] + Phrase(" has not marked ", "未评")
                + names.criterion(criterion, in: stage).quoted
        case .notMeasurable(_, let criterion, let value):
            Phrase("\(value) lies below every band of ", "\(value) 低于所有分档：")
                + names.criterion(criterion, in: stage).quoted
        case .confidenceMissing(_, let judge):
            judges[judge]
                + Phrase(" stated no confidence: the sheet does not count", "未填写把握程度，该评分表不计")
        case .cannotRedistribute(_, let judge, let criterion):
            (judge.map { judges[$0] + Phrase(": ", "：") } ?? .none)
                + Phrase("the weight cannot be shared out of ", "无法重新分配权重：")
                + names.criterion(criterion, in: stage).quoted
        }
    }
}
