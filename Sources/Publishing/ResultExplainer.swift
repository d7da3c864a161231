import Contests
import Formats
import Numbers

/// Tells how a submission's score led to its place, to the next stage and to awards, and how far it
/// is from the lines.
struct ResultExplainer {
    private let leaderboard: Leaderboard
    private let names: ContestNames
    private let record: ContestRecord
    private let audience: Audience
    private let standing: Standing?
    private let ranked: [Standing]

    init(
        _ submission: SubmissionID, _ leaderboard: Leaderboard, names: ContestNames,
        record: ContestRecord, audience: Audience
    ) {
        self.leaderboard = leaderboard
        self.names = names
        self.record = record
        self.audience = audience
        standing = leaderboard.standings.first { $0.submission == submission }
        ranked = leaderboard.standings.filter { $0.place != nil }
    }

    /// The result on a leaderboard over several stages.
    var section: Explanation.Section? {
        lines.isEmpty
            ? nil : Explanation.Section(title: names.scope(leaderboard.scope), lines: lines)
    }

    var lines: [Phrase] {
        guard let standing else { return [] }
        let builder = LeaderboardBuilder(
            leaderboard, names: names, record: record, audience: audience, scores: [])
        let row = builder.row(standing)
        var lines: [Phrase] = []
        if let status = row.status { lines.append(status) }
        if let place = row.place {
            let shared = row.isShared ? Phrase("shared", "并列").bracketed : .none
            lines.append(
                Phrase("place \(place) of \(ranked.count)", "第 \(place) 名，共 \(ranked.count) 件参加排名")
                    + shared)
        }
        if let tie = row.tie { lines.append(tie) }
        lines += row.overrides + row.decisions
        if row.place != nil {
            lines += advancement(standing, row: row) + awards(standing, row: row)
        }
        lines.append(
            leaderboard.isOfficial
                ? Phrase("the result is official", "结果为正式结果")
                : Phrase("the result is provisional", "结果为暂定结果"))
        return lines
    }

    private func advancement(_ standing: Standing, row: LeaderboardRow) -> [Phrase] {
        guard case .stage = leaderboard.scope, let advances = standing.advances else { return [] }
        let to = names.contest.stage(standing.stage)?.advancement?.to
        let next = to.map { names.stage(StageID(track: standing.stage.track, name: $0)) } ?? .none
        let quota = row.advancesBy.map {
            $0.quoted.wrapped(" by the quota of ", "，按") + Phrase("", "名额")
        }
        let verdict =
            advances
            ? Phrase("goes on to ", "晋级") + next.quoted + (quota ?? .none)
            : Phrase("does not go on to ", "未晋级") + next.quoted
        let edge =
            advances
            ? ranked.first { $0.advances == false && $0.stage == standing.stage }
            : ranked.last { $0.advances == true && $0.stage == standing.stage }
        let rest =
            advances
            ? Phrase("the best who does not", "首位未晋级者")
            : Phrase("the last who does", "末位晋级者")
        return [verdict + distance(standing, to: edge, named: rest)]
    }

    private func awards(_ standing: Standing, row: LeaderboardRow) -> [Phrase] {
        var lines = row.awards.map { award -> Phrase in
            let prize = award.prize.map(\.bracketed) ?? .none
            let wins = Phrase("wins ", "获") + award.name.quoted + prize
            // What has conditions of its own is not won by the place alone.
            guard names.award(award.id)?.isByPlace == true else { return wins }
            let edge = ranked.drop { $0.submission != standing.submission }
                .first { !$0.awards.contains(award.id) }
            return wins
                + distance(standing, to: edge, named: Phrase("the next without it", "其后首位未获者"))
        }
        // The nearest award that is out of reach: the last winner who stands before.
        let before = ranked.prefix { $0.submission != standing.submission }
        if let winner = before.last(where: { other in
            other.awards.contains { isMissed($0, by: standing) }
        }), let award = winner.awards.first(where: { isMissed($0, by: standing) }) {
            let last =
                Phrase("the last winner of ", "") + names.awardName(award).quoted
                + Phrase("", "末位获奖者")
            let gap = distance(standing, to: winner, named: last, isAlone: true)
            if !gap.isEmpty { lines.append(gap) }
        }
        return lines
    }

    /// Whether an award that goes by place alone was not won.
    private func isMissed(_ award: AwardID, by standing: Standing) -> Bool {
        names.award(award)?.isByPlace == true && !standing.awards.contains(award)
    }

    /// "; 0.5 above the best who does not"; nothing where scores cannot be compared.
    private func distance(
        _ standing: Standing, to other: Standing?, named name: Phrase, isAlone: Bool = false
    ) -> Phrase {
        guard let other, other.stage == standing.stage, let own = standing.score,
            let theirs = other.score, let gap = try? own - theirs
        else { return .none }
        let size = ScoreText.short(gap.magnitude)
        let phrase =
            gap == .zero
            ? Phrase("the same score as \(name.english)", "与\(name.chinese)同分")
            : gap.isNegative
                ? Phrase("\(size) below \(name.english)", "比\(name.chinese)低 \(size) 分")
                : Phrase("\(size) above \(name.english)", "比\(name.chinese)高 \(size) 分")
        return isAlone ? phrase : Phrase.clauseComma + phrase
    }
}

extension Award {
    /// Whether the standings alone decide who wins it.
    fileprivate var isByPlace: Bool { !isAdditional && conditions.isEmpty }
}
