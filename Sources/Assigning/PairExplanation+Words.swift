public import Formats

extension PairExplanation {
    /// The explanation, a line for each statement.
    public var phrases: [Phrase] {
        var lines = [verdict]
        if let affinity {
            lines.append(
                Phrase(
                    "their affinity is \(affinity) of 1,000: keywords up to 700, "
                        + "text up to 200, track 100",
                    "匹配度为 \(affinity)（满分 1000：关键词 700，文本 200，赛道 100）"))
        }
        for seat in panel {
            lines.append(
                Phrase(
                    "on the panel: \(seat.judge.text.shown), "
                        + "affinity \(seat.affinity), load \(seat.load)",
                    "已分配评委：\(seat.judge.text.shown)，匹配度 \(seat.affinity)，共评 \(seat.load) 件"))
        }
        return lines
    }

    private var verdict: Phrase {
        let (who, what) = (judge.text.shown, submission.text.shown)
        switch outcome {
        case .forbidden(let reason):
            return Phrase(
                "'\(who)' must not judge '\(what)': \(reason.phrase.english)",
                "“\(who)”不得评审“\(what)”：\(reason.phrase.chinese)")
        case .assigned:
            return Phrase("'\(who)' is to judge '\(what)'", "“\(who)”已分配评审“\(what)”")
        case .passedOver:
            return Phrase(
                "'\(who)' may judge '\(what)' and was not needed: "
                    + "the assignment as a whole is better "
                    + "without this pair, or as good",
                "“\(who)”可以评审“\(what)”，但未被选中：不分配这一对时，整体方案更优或同样好")
        }
    }
}
