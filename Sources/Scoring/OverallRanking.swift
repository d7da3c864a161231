public import Contests
import Numbers

/// The places of a whole contest with several tracks.
///
/// By the stage reached, counted from the end of each track (all finals first), and then by that
/// stage's score. Equal scores share the place as 1 2 2 4, for tie-breaks and overrides are within
/// a track. It means something only where the tracks' scores do: where rubrics have the same total,
/// or scores are standard scores.
public struct OverallRanking: Sendable, Hashable {
    /// The ranked first, by place and then by identifier; then the others by identifier.
    public var standings: [Standing]

    /// Joins the standings of the tracks.
    ///
    /// - Parameters:
    ///   - contest: The contest, for the order of the stages.
    ///   - tracks: The standings of each track, by track.
    /// - Complexity: O(*n* log *n*) for *n* standings.
    public init(contest: Contest, tracks: [TrackID: [Standing]]) {
        let all = contest.tracks.flatMap { tracks[$0.id] ?? [] }
        let levels = Self.levels(in: contest)
        // Tracks where low scores win and tracks where high ones do cannot be mixed: the first
        // track decides for all.
        let isUp = contest.tracks.first?.stages.first?.scoring.order == .ascending
        let ranked = all.filter { $0.place != nil }.sorted { one, other in
            let (left, right) = (levels[one.stage] ?? 0, levels[other.stage] ?? 0)
            if left != right { return left < right }
            guard one.score != other.score, let first = one.score, let second = other.score else {
                return one.submission < other.submission
            }
            return isUp ? first < second : first > second
        }
        let groups = ranked.runs { one, other in
            levels[one.stage] == levels[other.stage] && one.score == other.score
        }
        let others = all.filter { $0.place == nil }.sorted { $0.submission < $1.submission }
        standings =
            PlaceList(groups, numbering: .standard).standings.map { standing in
                var standing = standing
                standing.decidedBy = nil
                standing.decidingValue = nil
                standing.computedPlace = nil
                return standing
            } + others
    }

    /// How many stages follow each stage in its track.
    private static func levels(in contest: Contest) -> [StageID: Int] {
        let levels = contest.tracks.flatMap { track in
            track.stages.reversed().enumerated().map { ($1.id, $0) }
        }
        return Dictionary(levels, uniquingKeysWith: { one, _ in one })
    }
}
