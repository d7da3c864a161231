import Contests
import Formats
import Numbers

extension LeaderboardBuilder {
    /// The awards that a leaderboard may give, with their winners; on the leaderboard of one stage
    /// only where one of them was given.
    func awards(of leaderboard: Leaderboard) -> [AwardSummary] {
        var winners: [AwardID: [SubmissionID]] = [:]
        for standing in leaderboard.standings {
            for award in standing.awards { winners[award, default: []].append(standing.submission) }
        }
        let ranked = leaderboard.standings.count { $0.place != nil }
        return candidates(scope).filter { award in
            if case .stage = scope { return !winners.isEmpty }
            return !(scope == .overall && winners[award.id] == nil && !isOverAll(award))
        }.map { award in
            summary(of: award, winners: winners[award.id] ?? [], ranked: ranked)
        }
    }

    private func candidates(_ scope: Leaderboard.Scope) -> [Award] {
        let contest = names.contest
        return switch scope {
        case .stage(let id): contest.track(id.track)?.awards ?? []
        case .track(let id): contest.track(id)?.awards ?? []
        case .overall: contest.awards + contest.tracks.flatMap(\.awards)
        }
    }

    private func isOverAll(_ award: Award) -> Bool {
        names.contest.awards.contains { $0.id == award.id }
    }

    private func summary(of award: Award, winners: [SubmissionID], ranked: Int) -> AwardSummary {
        let places: Int? =
            switch award.extent {
            case .count(let count): count
            case .share(let share, let rounding) where !isOverSeveralTracks:
                try? rounding.count(of: share, in: ranked)
            case .share, .minimumScore, .everyone: nil
            }
        return AwardSummary(
            id: award.id, name: names.awardName(award.id),
            terms: award.wording(in: stages.last, names: names), prize: award.prize?.wording,
            winners: winners, vacancies: places.map { max(0, $0 - winners.count) })
    }

    private var isOverSeveralTracks: Bool { scope == .overall }

    /// Where the awards and the next stage end, counted in ranked rows.
    func lines(of leaderboard: Leaderboard) -> [LeaderboardView.Line] {
        let ranked = leaderboard.standings.filter { $0.place != nil }
        var lines: [LeaderboardView.Line] = []
        if let last = ranked.lastIndex(where: { $0.advances == true }), last + 1 < ranked.count,
            let to = names.contest.stage(ranked[last].stage)?.advancement?.to
        {
            let next = StageID(track: ranked[last].stage.track, name: to)
            lines.append(
                LeaderboardView.Line(
                    rowsAbove: last + 1, name: names.stage(next), isAdvancement: true))
        }
        // A track's awards draw no line across the other tracks.
        let awards = isOverSeveralTracks ? names.contest.awards : candidates(scope)
        for award in awards where !award.isAdditional {
            guard let last = ranked.lastIndex(where: { $0.awards.contains(award.id) }) else {
                continue
            }
            lines.append(
                LeaderboardView.Line(
                    rowsAbove: last + 1, name: names.awardName(award.id), isAdvancement: false))
        }
        return lines.sorted { $0.rowsAbove < $1.rowsAbove }
    }
}
