public import Contests
public import Formats

/// A leaderboard in words and numbers, ready to be written in any form.
///
/// A plain value that holds everything that is shown and nothing else: the view for the public
/// has no judge in it, so no page made from it can name one. Texts are in both languages.
public struct LeaderboardView: Sendable, Hashable {
    /// For whom it is made.
    public var audience: Audience
    /// The language that comes first, or the only one where a form has one.
    public var language: Language
    /// The languages of a page, ``language`` first.
    public var languages: [Language]
    /// The contest's name.
    public var contest: Phrase
    /// What is ranked: a track and a stage, a track, or all.
    public var scope: Phrase
    /// An identifier of what is ranked, such as `track/stage`; `overall` for the whole contest.
    public var scopeID: String
    /// Whether the result is official.
    public var isOfficial: Bool
    /// The time of the last fact; the clock is never shown.
    public var asOf: Timestamp?
    /// How far the marking has come; nothing where that was not asked for.
    public var progress: Phrase?
    /// The rules, stage by stage.
    public var rules: [RuleText]
    /// What further score columns there are, such as one for each stage.
    public var scoreColumns: [ScoreColumn]
    /// The ranked by place, then the others by identifier in code points.
    public var rows: [LeaderboardRow]
    /// The awards in the order in which they are given.
    public var awards: [AwardSummary]
    /// Lines between those who win or go on and those who do not, by place.
    public var lines: [Line]

    /// Rows with a place.
    public var ranked: [LeaderboardRow] { rows.filter { $0.place != nil } }

    /// A further score of every row.
    public struct ScoreColumn: Sendable, Hashable {
        /// The name in JSON, CSV and XML.
        public var key: String
        /// The title.
        public var title: Phrase
    }

    /// The rules of a stage in words.
    public struct RuleText: Sendable, Hashable {
        /// The stage's name.
        public var stage: Phrase
        /// The steps from marks to a score.
        public var steps: [Phrase]
        /// The chain of tie-breaks.
        public var ties: [Phrase]
        /// How places are counted.
        public var numbering: Phrase
        /// Who goes on; empty for a last stage.
        public var advancement: [Phrase]
        /// What happens with missing sheets.
        public var missing: Phrase
    }

    /// A line in the ranking.
    public struct Line: Sendable, Hashable {
        /// Ranked rows that are above it.
        public var rowsAbove: Int
        /// What it decides: an award's name, or the next stage's.
        public var name: Phrase
        /// Whether it decides who goes on.
        public var isAdvancement: Bool
    }
}

/// An award, who won it, and what stayed vacant.
public struct AwardSummary: Sendable, Hashable {
    /// The award's identifier.
    public var id: AwardID
    /// Its name.
    public var name: Phrase
    /// How many win it and on which conditions.
    public var terms: [Phrase]
    /// Prize money for each winner.
    public var prize: Phrase?
    /// The winners' identifiers, best first.
    public var winners: [SubmissionID]
    /// Places that nobody won; none where the award has no fixed number.
    public var vacancies: Int?
}

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
