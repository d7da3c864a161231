public import Contests
import Numbers

/// The places of a stage.
///
/// Ranked is who has a score, is still in the contest, failed no gate, and has as many sheets as
/// the stage's rule for missing ones asks: none missing where the rule excludes; at least so many
/// where it goes on with fewer; and where it waits, whatever there is, for such a ranking is
/// provisional until the stage is closed.
///
/// Scores are ordered as the stage says, equal ones by the chain of tie-breaks. Each rule of the
/// chain splits the groups that are still tied by its value; what has no value stands behind what
/// has one. What a rule leaves tied goes to the next rule. Those whom the whole chain leaves tied
/// share their place, as the stage's numbering says.
///
/// A place that the office set is taken exactly, counted as 1 2 3 4; the others close up around
/// it. Whoever is set stands alone there, tied with nobody.
public struct StageRanking: Sendable, Hashable {
    /// The ranked first, by place and then by identifier; then the others by identifier.
    public var standings: [Standing]

    /// Ranks the submissions of a stage.
    ///
    /// - Parameters:
    ///   - stage: The stage: order, tie-breaks, numbering, and the rule for missing sheets.
    ///   - rubric: For criteria and groups that tie-breaks name.
    ///   - scores: What the stage's rule made of its marks.
    ///   - record: For submissions, exits, judges and overrides.
    ///   - contest: The contest.
    ///   - earlier: The scores of the track's earlier stages, by the stage's name.
    /// - Complexity: O(*n* log *n*) for *n* submissions; head-to-head compares pairs of the tied.
    public init(
        stage: Stage, rubric: Rubric, scores: StageScores, record: ContestRecord,
        contest: Contest, earlier: [String: StageScores]
    ) {
        var standings: [Standing] = []
        var ranked: [Contender] = []
        for score in scores.submissions {
            var standing = Standing(
                submission: score.submission, stage: stage.id, score: score.score)
            standing.unranked = Self.unranked(score, stage: stage, record: record)
            if standing.unranked == nil, let value = score.score {
                ranked.append(Contender(standing: standing, score: value, result: score))
            } else {
                standings.append(standing)
            }
        }
        let breaker = TieBreaker(
            stage: stage, rubric: rubric, scores: scores, record: record, earlier: earlier)
        let groups = breaker.groups(of: ranked)
        var places = PlaceList(groups.map { $0.map(\.standing) }, numbering: stage.numbering)
        places.set(record.overrides, in: stage.id)
        self.standings = places.standings + standings
    }

    private static func unranked(
        _ score: SubmissionScore, stage: Stage, record: ContestRecord
    ) -> Standing.Unranked? {
        switch record.exits[score.submission] {
        case .withdrawn: return .withdrawn
        case .disqualified: return .disqualified
        case nil: break
        }
        if let gate = score.failedGate { return .failedGate(gate) }
        let missing = score.missingSheets
        switch stage.missing {
        case .exclude where missing > 0: return .sheetsMissing(missing)
        case .proceed(let least) where score.completeSheets < least:
            return .sheetsMissing(max(missing, least - score.completeSheets))
        case .exclude, .proceed, .wait: return score.score == nil ? .notScored : nil
        }
    }
}

/// A submission that is ranked.
struct Contender: Sendable {
    var standing: Standing
    let score: Ratio
    let result: SubmissionScore

    var id: SubmissionID { standing.submission }
}
