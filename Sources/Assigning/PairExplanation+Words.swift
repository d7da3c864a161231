import Contests
public import Formats

extension PairExplanation {
    /// The explanation, a line for each statement.
    public var phrases: [Phrase] {
        var lines = [verdict]
        if let affinity { lines.append(affinityLine(affinity)) }
        switch bid {
        case .willing: lines.append(Phrase("they bid: willing", "评委意愿：愿意"))
        case .unwilling: lines.append(Phrase("they bid: unwilling", "评委意愿：不愿意"))
        case .neutral, nil: break
        }
        for seat in panel {
            lines.append(
                Phrase(
                    "on the panel: \(seat.judge.text.shown), "
                        + "affinity \(decimal(seat.affinity)), load \(seat.load)",
                    "已分配评委：\(seat.judge.text.shown)，匹配度 \(decimal(seat.affinity))，"
                        + "共评 \(seat.load) 件"))
        }
        return lines
    }

    private func affinityLine(_ affinity: Int) -> Phrase {
        guard !isGiven else {
            return Phrase(
                "their affinity is \(decimal(affinity)), from the contest's own table",
                "匹配度为 \(decimal(affinity))，来自竞赛提供的表格")
        }
        return Phrase(
            "their affinity is \(affinity): of keywords up to 700, of the text up to 200, of the "
                + "track 100; a bid adds or takes \(GivenAffinities.bidWorth)",
            "匹配度为 \(affinity)：关键词至多 700，文本至多 200，赛道 100；"
                + "意愿加减 \(GivenAffinities.bidWorth)")
    }

    /// An affinity as the decimal that it stands for.
    private func decimal(_ affinity: Int) -> String {
        AssignmentProposal.shown(affinity, decimals: decimals)
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
