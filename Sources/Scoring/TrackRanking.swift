public import Contests
import Numbers

/// The places of a whole track: by the stage reached, then by that stage's places.
///
/// Each submission stands where the last stage that it takes part in puts it. Places go on from
/// one stage to the next: with *k* ranked in later stages, the best of those who did not get there
/// has place *k* + 1. Whoever reached a stage and has no place there has none in the track. A stage
/// in which nobody has a place yet is not looked at, so that a final that has not begun does not
/// hide its preliminary.
public struct TrackRanking: Sendable, Hashable {
    /// The ranked first, by place and then by identifier; then the others by identifier.
    public var standings: [Standing]

    /// Joins the standings of a track's stages.
    ///
    /// - Parameters:
    ///   - track: The track, for the order of its stages and their numbering.
    ///   - stages: The standings of its stages, by the stages' names; stages may be left out.
    /// - Complexity: O(*n* log *n*) for *n* standings.
    public init(track: Track, stages: [String: [Standing]]) {
        var ranked: [Standing] = []
        var others: [Standing] = []
        var seen = Set<SubmissionID>()
        for stage in track.stages.reversed() {
            let all = stages[stage.id.name] ?? []
            guard all.contains(where: { $0.place != nil }) else { continue }
            let own = all.filter { !seen.contains($0.submission) }
            seen.formUnion(own.map(\.submission))
            let placed = own.filter { $0.place != nil }
            let groups = placed.runs { $0.firstPlace == $1.firstPlace }
            let before = ranked.count
            ranked += PlaceList(groups, numbering: stage.numbering).standings.map {
                $0.moved(by: before, among: placed)
            }
            others += own.filter { $0.place == nil }
        }
        // Of stages that nobody has a place in: whoever is in no other stage is still told.
        for stage in track.stages.reversed() {
            others += (stages[stage.id.name] ?? []).filter { seen.insert($0.submission).inserted }
        }
        standings = ranked + others.sorted { $0.submission < $1.submission }
    }
}

extension Standing {
    /// The standing after so many others, with the computed place counted as in its new company.
    fileprivate func moved(by count: Int, among company: [Standing]) -> Standing {
        var standing = self
        standing.firstPlace = firstPlace.map { $0 + count }
        standing.place = place.flatMap { try? $0 + Ratio(whole: count) }
        standing.computedPlace = computedPlace.map { computed in
            let better = company.count { ($0.computedPlace ?? $0.place ?? computed) < computed }
            return Ratio(whole: count + better + 1)
        }
        return standing
    }
}
