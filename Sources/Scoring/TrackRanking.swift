public import Contests

/// The places of a whole track: by the stage reached, then by that stage's places.
public struct TrackRanking: Sendable, Hashable {
    /// The ranked first, by place and then by identifier; then the others by identifier.
    public var standings: [Standing]

    /// Joins the standings of a track's stages, by the stages' names.
    public init(track: Track, stages: [String: [Standing]], record: ContestRecord) {
        standings = []
    }
}
