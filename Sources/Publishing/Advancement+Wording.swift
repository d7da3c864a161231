public import Contests
public import Formats
import Numbers

extension Advancement {
    /// Who goes on, in words: a clause for each limit.
    public func wording(in stage: StageID, names: ContestNames) -> [Phrase] {
        let next = names.stage(StageID(track: stage.track, name: to)).quoted
        var phrases = [next.wrapped("to go on to ", "晋级至") + limits]
        phrases += quotas.map { $0.wording(in: stage.track, names: names) }
        if let minimumScore {
            phrases.append(
                Phrase("nobody below \(minimumScore) goes on", "低于 \(minimumScore) 分者不晋级"))
        }
        phrases.append(ties.wording)
        return phrases
    }

    private var limits: Phrase {
        var limits: [Phrase] = []
        if let count { limits.append(Phrase("the first \(count)", "前 \(count) 名")) }
        if let share { limits.append(share.wordingOfRanked(shareRounding)) }
        guard !limits.isEmpty else { return .none }
        return limits.joined().wrapped(": ", "：")
    }
}

extension Ratio {
    /// "the best 50% of the ranked, rounded up".
    func wordingOfRanked(_ rounding: ShareRounding) -> Phrase {
        let way =
            switch rounding {
            case .up: Phrase("rounded up", "向上取整")
            case .down: Phrase("rounded down", "向下取整")
            case .nearest: Phrase("rounded to the nearest", "四舍五入取整")
            }
        return Phrase("the best \(percent) of the ranked", "排名前 \(percent)") + way.bracketed
    }
}

extension Advancement.Quota {
    /// The places set aside, in words.
    func wording(in track: TrackID, names: ContestNames) -> Phrase {
        let places = Phrase("\(count) place\(count == 1 ? "" : "s")", "\(count) 个名额")
        return switch (axis, value) {
        case (.heat, nil): places.wrapped("", "每个赛区 ") + Phrase(" for each heat", "")
        case (.region, nil): places.wrapped("", "每个地区 ") + Phrase(" for each region", "")
        case (.heat, let heat?):
            name(names.heat(HeatID(heat), in: track), Phrase("heat", "赛区"), places)
        case (.region, let region?):
            name(Phrase(verbatim: region), Phrase("region", "地区"), places)
        }
    }

    private func name(_ name: Phrase, _ axis: Phrase, _ places: Phrase) -> Phrase {
        Phrase(
            "\(places.english) for \(axis.english) \(name.quoted.english)",
            "\(axis.chinese)\(name.quoted.chinese) \(places.chinese)")
    }
}

extension MissingSheets {
    /// What happens with sheets that did not come, in words.
    public var wording: Phrase {
        switch self {
        case .wait: Phrase("the stage closes only when every sheet is in", "全部评分表收齐后方可结束本阶段")
        case .exclude:
            Phrase("a submission with a missing sheet is not ranked", "缺少评分表的作品不参加排名")
        case .proceed(let atLeast):
            Phrase(
                "with sheets missing, \(atLeast) or more are enough for a score",
                "缺少评分表时，不少于 \(atLeast) 份即可计分")
        }
    }
}
