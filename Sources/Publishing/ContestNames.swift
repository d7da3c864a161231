public import Contests
public import Formats

/// The names by which pages call what identifiers stand for.
///
/// Judges are not among them: their names are asked of the record, by views for the office alone.
public struct ContestNames: Sendable {
    /// The contest.
    public let contest: Contest
    /// The rubrics by stage, as far as they are at hand; without, criteria go by identifier.
    public let rubrics: [StageID: Rubric]

    /// Names of a contest's parts.
    public init(_ contest: Contest, rubrics: [StageID: Rubric] = [:]) {
        self.contest = contest
        self.rubrics = rubrics
    }

    /// The contest's own name.
    public var title: Phrase { contest.names.phrase(else: contest.id) }

    /// A track's name.
    public func track(_ id: TrackID) -> Phrase {
        contest.track(id)?.names.phrase(else: id.text) ?? Phrase(verbatim: id.text)
    }

    /// A stage's name, without its track's.
    public func stage(_ id: StageID) -> Phrase {
        contest.stage(id)?.names.phrase(else: id.name) ?? Phrase(verbatim: id.name)
    }

    /// What a leaderboard ranks.
    public func scope(_ scope: Leaderboard.Scope) -> Phrase {
        switch scope {
        case .stage(let id): [track(id.track), stage(id)].joined(Phrase(" · ", " · "))
        case .track(let id): track(id)
        case .overall: Phrase("All tracks", "总排行")
        }
    }

    /// A heat's name, looked for in the stages of a track.
    public func heat(_ id: HeatID, in track: TrackID) -> Phrase {
        let heats = contest.track(track)?.stages.flatMap(\.heats) ?? []
        return heats.first { $0.id == id }?.names.phrase(else: id.text) ?? Phrase(verbatim: id.text)
    }

    /// The name of a criterion or a group of criteria.
    public func criterion(_ id: CriterionID, in stage: StageID) -> Phrase {
        guard let rubric = rubrics[stage] else { return Phrase(verbatim: id.text) }
        let names =
            rubric.criteria.first { $0.id == id }?.names
            ?? rubric.groups.first { $0.id == id }?.names
        return names?.phrase(else: id.text) ?? Phrase(verbatim: id.text)
    }

    /// Names of criteria, listed; none for an empty list, which means all.
    func criteria(_ ids: [CriterionID], in stage: StageID) -> Phrase {
        ids.map { criterion($0, in: stage).quoted }.joined()
    }

    /// An award of a track or of the whole contest.
    public func award(_ id: AwardID) -> Award? {
        contest.awards.first { $0.id == id }
            ?? contest.tracks.lazy.flatMap(\.awards).first { $0.id == id }
    }

    /// An award's name.
    public func awardName(_ id: AwardID) -> Phrase {
        award(id)?.names.phrase(else: id.text) ?? Phrase(verbatim: id.text)
    }
}
