import Contests
import Formats
import Publishing
import Scoring

/// A leaderboard with the results of its track; none for the whole contest.
typealias Board = (leaderboard: Leaderboard, results: TrackResults?)

extension Organizer {
    /// The leaderboards of a scope: a stage's, a track's, the whole contest's (`overall`), or every
    /// track's.
    func boards(_ scope: String?, record: ContestRecord) throws(Refusal) -> [Board] {
        guard let scope else {
            return try allResults(record: record).map { results in
                (trackBoard(results, record: record), results)
            }
        }
        if scope == Leaderboard.Scope.overall.id, contest.track(TrackID(scope)) == nil {
            return [(overallBoard(try allResults(record: record), record: record), nil)]
        }
        if let id = StageID(scope) {
            _ = try stage(id)
            let results = try results(of: id.track, record: record)
            return [(stageBoard(id, results: results, record: record), results)]
        }
        let results = try results(of: TrackID(scope), record: record)
        return [(trackBoard(results, record: record), results)]
    }

    /// The leaderboard of a stage.
    func stageBoard(
        _ id: StageID, results: TrackResults, record: ContestRecord
    ) -> Leaderboard {
        let stages = results.track.stages
        let upTo = stages.prefix { $0.id != id }.map(\.id) + [id]
        return Leaderboard(
            scope: .stage(id), standings: results.standings[id.name] ?? [],
            isOfficial: upTo.allSatisfy { record.closings[$0] != nil }, asOf: record.lastFact)
    }

    /// The leaderboard of a track, with its awards.
    func trackBoard(_ results: TrackResults, record: ContestRecord) -> Leaderboard {
        let stages = results.track.stages
        return Leaderboard(
            scope: .track(results.track.id), standings: results.board,
            isOfficial: stages.allSatisfy { record.closings[$0.id] != nil },
            asOf: record.lastFact)
    }

    /// The leaderboard of the whole contest, with the awards over all.
    func overallBoard(_ all: [TrackResults], record: ContestRecord) -> Leaderboard {
        let boards = Dictionary(
            all.map { ($0.track.id, $0.board) }, uniquingKeysWith: { first, _ in first })
        let ranking = OverallRanking(contest: contest, tracks: boards)
        let scores = all.reduce(into: [StageID: StageScores]()) {
            $0.merge($1.scoresByStage) { first, _ in first }
        }
        let awarded = AwardedStandings(
            ranking.standings, awards: contest.awards, contest: contest, record: record,
            scores: scores, rubrics: folder.rubrics)
        return Leaderboard(
            scope: .overall, standings: awarded.standings,
            isOfficial: contest.stages.allSatisfy { record.closings[$0.id] != nil },
            asOf: record.lastFact)
    }

    /// A leaderboard in words, for the public or the office.
    func view(
        of board: Leaderboard, results: TrackResults?, record: ContestRecord, audience: Audience,
        language: Language? = nil
    ) -> LeaderboardView {
        let scores: [StageScores] =
            switch board.scope {
            case .stage(let id): results?.scores[id.name].map { [$0] } ?? []
            case .track, .overall:
                results?.track.stages.compactMap { results?.scores[$0.id.name] } ?? []
            }
        return LeaderboardView(
            board, names: ContestNames(contest, rubrics: folder.rubrics), record: record,
            audience: audience, language: language, scores: scores,
            openQuestions: undecidedLines(results?.undecided ?? [], on: board.scope))
    }

    /// Lines on a leaderboard that only identifiers decided: of a stage, to the next one; of a
    /// track, to its awards.
    private func undecidedLines(
        _ lines: [UndecidedLine], on scope: Leaderboard.Scope
    ) -> [Phrase] {
        switch scope {
        case .stage(let id):
            guard let next = contest.stage(id)?.advancement?.to else { return [] }
            return undecidedLines(lines, of: StageID(track: id.track, name: next))
        case .track:
            return undecidedLines(
                lines.filter { line in
                    if case .award = line.line { return true }
                    return false
                })
        case .overall: return []
        }
    }

    /// Whether a result is official, in words.
    func stateLine(_ board: Leaderboard) -> Phrase {
        let name = ContestNames(contest).scope(board.scope)
        return board.isOfficial
            ? Phrase("\(name.english): official", "\(name.chinese)：正式成绩")
            : Phrase(
                "\(name.english): provisional until every stage is closed",
                "\(name.chinese)：临时成绩，所有阶段结束后生效")
    }
}
