public import Numbers

/// A submission's place and how it came to it.
public struct Standing: Sendable, Hashable {
    /// Why a submission has no place.
    public enum Unranked: Sendable, Hashable {
        /// No score could be made.
        case notScored
        /// Sheets are missing and the stage's rule excludes it.
        case sheetsMissing(Int)
        /// It failed a gate.
        case failedGate(CriterionID)
        /// Its entrant took it back.
        case withdrawn
        /// The office took it out.
        case disqualified
    }

    /// The submission.
    public var submission: SubmissionID
    /// The stage that it reached and whose score ranks it.
    public var stage: StageID
    /// The score; none if there is none.
    public var score: Ratio?
    /// The place, a whole number or the mean of shared ones; none if unranked.
    public var place: Ratio?
    /// The best place, counted as 1 2 2 4, of those that it and all that nothing told apart from it
    /// take up: the same for exactly those. None if unranked.
    public var firstPlace: Int?
    /// The place that the score gave where the office set another.
    public var computedPlace: Ratio?
    /// Why it has no place.
    public var unranked: Unranked?
    /// The tie-break that decided between it and a neighbour with the same score.
    public var decidedBy: TieBreak?
    /// The values that the tie-break compared, for words.
    public var decidingValue: Ratio?
    /// Whether it shares its place.
    public var isShared: Bool
    /// Whether it goes on to the next stage; none where none follows or before it is known.
    public var advances: Bool?
    /// The quota by which it goes on, such as a heat's name; none if by score.
    public var advancesBy: String?
    /// The awards it wins.
    public var awards: [AwardID]

    /// A standing.
    public init(submission: SubmissionID, stage: StageID, score: Ratio? = nil) {
        self.submission = submission
        self.stage = stage
        self.score = score
        isShared = false
        awards = []
    }
}

/// Standings of a stage, a track or the whole contest, ready to be shown.
public struct Leaderboard: Sendable, Hashable {
    /// What is ranked.
    public enum Scope: Sendable, Hashable {
        /// One stage.
        case stage(StageID)
        /// A whole track: by the stage reached, then by that stage's score.
        case track(TrackID)
        /// The whole contest.
        case overall
    }

    /// What is ranked.
    public var scope: Scope
    /// The ranked first, by place and then by identifier; then the others by identifier.
    public var standings: [Standing]
    /// Whether the result is official: every stage that it rests on is closed.
    public var isOfficial: Bool
    /// The time of the last fact that it rests on.
    public var asOf: Timestamp?
    /// Which result it is of those that were published as official, from 1; none before it is.
    public var revision: Int?

    /// A leaderboard.
    public init(scope: Scope, standings: [Standing], isOfficial: Bool, asOf: Timestamp?) {
        self.scope = scope
        self.standings = standings
        self.isOfficial = isOfficial
        self.asOf = asOf
    }
}
