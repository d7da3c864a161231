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
    /// Which result it is of those that were published as official, from 1; none before it is.
    public var revision: Int?
    /// How far the marking has come; nothing where that was not asked for.
    public var progress: Phrase?
    /// What the office has still to decide, in whole sentences; nothing where that was not given.
    public var openQuestions: [Phrase]
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
