public import Contests

/// The places of the whole contest.
public struct OverallRanking: Sendable, Hashable {
    /// The ranked first, by place and then by identifier; then the others by identifier.
    public var standings: [Standing]

    /// Joins the standings of the tracks.
    public init(contest: Contest, tracks: [TrackID: [Standing]]) {
        standings = []
    }
}
