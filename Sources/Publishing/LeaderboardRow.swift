public import Contests
public import Formats

/// One submission on a leaderboard.
public struct LeaderboardRow: Sendable, Hashable {
    /// The submission's identifier.
    public var id: SubmissionID
    /// The place, `3` or `2.5`; none if unranked.
    public var place: String?
    /// Whether others have the same place.
    public var isShared: Bool
    /// The title.
    public var title: Phrase
    /// Who entered it; empty if not stated.
    public var entrant: String
    /// The organisations behind it.
    public var organisations: [String]
    /// Its region; empty if not stated.
    public var region: String
    /// Its heat.
    public var heat: Phrase?
    /// Its track, on a leaderboard over several.
    public var track: Phrase?
    /// The stage that it reached, on a leaderboard over several.
    public var stage: Phrase?
    /// The score; none if there is none.
    public var score: ScoreText?
    /// The further scores, in the order of the view's columns.
    public var scores: [ScoreText?]
    /// Whether it goes on; none where none follows or before it is known.
    public var advances: Bool?
    /// The heat or region by whose quota it goes on.
    public var advancesBy: Phrase?
    /// The awards that it wins.
    public var awards: [Won]
    /// Which tie-break decided its place.
    public var tie: Phrase?
    /// That the office set its place or award, and what the score gave.
    public var overrides: [Phrase]
    /// Why it has no place.
    public var status: Phrase?
    /// Who decided about it and why; for the office alone.
    public var decisions: [Phrase]
    /// The judges' sheets; for the office alone.
    public var sheets: [Sheet]

    /// The place as people read it: `2=` where it is shared; nothing if unranked.
    public var placeText: String? { place.map { isShared ? $0 + "=" : $0 } }

    /// An award that was won.
    public struct Won: Sendable, Hashable {
        /// The award's identifier.
        public var id: AwardID
        /// Its name.
        public var name: Phrase
        /// Prize money.
        public var prize: Phrase?
    }

    /// A judge's sheet.
    public struct Sheet: Sendable, Hashable {
        /// The judge's identifier.
        public var judge: JudgeID
        /// The judge's name; empty if not stated.
        public var name: String
        /// The score that counts; none if the sheet does not count.
        public var score: ScoreText?
        /// Whether it was left out as one of the highest or lowest.
        public var isDropped: Bool
        /// Adjusted, reconsidered or incomplete.
        public var note: Phrase?
    }

    /// Everything that is to be said beside the numbers: status, tie-break, overrides, quota.
    public var notes: [Phrase] {
        let quota = advancesBy.map {
            $0.quoted.wrapped("goes on by the quota of ", "按") + Phrase("", "名额晋级")
        }
        return [status, tie].compactMap(\.self) + overrides + [quota].compactMap(\.self)
    }
}
