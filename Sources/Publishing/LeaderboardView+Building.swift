public import Contests
public import Formats
import Numbers

extension LeaderboardView {
    /// Puts a leaderboard into words.
    ///
    /// - Parameters:
    ///   - leaderboard: The standings.
    ///   - names: The contest with its rubrics, as far as they are at hand.
    ///   - record: Titles, entrants and decisions; judges only for the office.
    ///   - audience: For whom it is made.
    ///   - language: The language that comes first; the contest's first one where none is given.
    ///   - scores: The scores of the stages that have a column of their own: for the leaderboard of
    ///     a track all of its stages, for that of a stage its own, from which the office's view
    ///     takes the sheets.
    ///   - progress: How far the marking has come.
    ///   - openQuestions: What the office has still to decide; only the office's view tells it.
    /// - Complexity: O(*n* log *n*) for *n* standings and sheets.
    public init(
        _ leaderboard: Leaderboard, names: ContestNames, record: ContestRecord,
        audience: Audience = .public, language: Language? = nil, scores: [StageScores] = [],
        progress: Progress? = nil, openQuestions: [Phrase] = []
    ) {
        let builder = LeaderboardBuilder(
            leaderboard, names: names, record: record, audience: audience, scores: scores)
        let spoken = Self.languages(of: names.contest, first: language)
        self.audience = audience
        self.language = spoken[0]
        languages = spoken
        contest = names.title
        scope = names.scope(leaderboard.scope)
        scopeID = leaderboard.scope.id
        isOfficial = leaderboard.isOfficial
        asOf = leaderboard.asOf
        revision = leaderboard.revision
        self.progress = progress.map { $0.total.wording }
        self.openQuestions = audience == .office ? openQuestions : []
        rules = builder.stages.compactMap { names.contest.stage($0)?.ruleText(names: names) }
        scoreColumns = builder.columns.map(\.head)
        rows = leaderboard.standings.map(builder.row)
        awards = builder.awards(of: leaderboard)
        lines = builder.lines(of: leaderboard)
    }

    /// Banyan's languages that a contest's pages are in, the first one first: never none.
    static func languages(of contest: Contest, first: Language?) -> [Language] {
        let own = contest.languages.compactMap { Language(locale: $0) }
        let all = own.isEmpty ? [.chinese, .english] : own
        var languages: [Language] = first.map { [$0] } ?? []
        for language in all where !languages.contains(language) { languages.append(language) }
        return languages
    }
}

extension Leaderboard.Scope {
    /// `TRACK/STAGE`, `TRACK` or `overall`.
    public var id: String {
        switch self {
        case .stage(let id): id.description
        case .track(let id): id.text
        case .overall: "overall"
        }
    }
}

extension Progress.Counts {
    /// How many sheets are in, in words.
    public var wording: Phrase {
        var parts = [
            Phrase("\(done) of \(assigned) sheets complete", "评分表已完成 \(done) / \(assigned) 份")
        ]
        if open > 0 { parts.append(Phrase("\(open) begun", "\(open) 份未填完")) }
        if late > 0 { parts.append(Phrase("\(late) late", "\(late) 份逾期")) }
        if recused > 0 { parts.append(Phrase("\(recused) recused", "\(recused) 份回避")) }
        return parts.joined(Phrase(", ", "，"))
    }
}

extension Stage {
    /// The stage's rules in words.
    func ruleText(names: ContestNames) -> LeaderboardView.RuleText {
        LeaderboardView.RuleText(
            stage: names.stage(id), steps: scoring.wording(in: id, names: names),
            ties: ties.map { $0.wording(in: id, names: names) }, numbering: numbering.wording,
            advancement: advancement?.wording(in: id, names: names) ?? [],
            missing: missing.wording)
    }
}
