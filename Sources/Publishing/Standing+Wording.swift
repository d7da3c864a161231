public import Contests
public import Formats
import Numbers

extension Standing.Unranked {
    /// Why a submission has no place, in words; never as a number.
    public func wording(in stage: StageID, names: ContestNames) -> Phrase {
        switch self {
        case .notScored: Phrase("not scored", "未评分")
        case .sheetsMissing(let count):
            Phrase(
                "not ranked: \(count) sheet\(count == 1 ? "" : "s") missing",
                "不参加排名：缺 \(count) 份评分表")
        case .failedGate(let gate):
            Phrase("not ranked: failed ", "不参加排名：未通过") + names.criterion(gate, in: stage).quoted
        case .withdrawn: Phrase("withdrawn", "已退赛")
        case .disqualified: Phrase("disqualified", "已取消资格")
        }
    }
}

extension Standing {
    /// By which tie-break the place was decided, in words; nothing if by the score alone.
    func tieWording(names: ContestNames) -> Phrase? {
        guard let decidedBy else { return nil }
        let rule = decidedBy.rule.wording(in: stage, names: names)
        let phrase = rule.wrapped("tie decided by ", "同分，按") + Phrase("", "决定")
        guard let decidingValue else { return phrase }
        let value = ScoreText.short(decidingValue)
        return phrase + Phrase(": \(value)", "（\(value)）")
    }
}
