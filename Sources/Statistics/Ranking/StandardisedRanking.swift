public import Computing

/// Places from scores that are standardised by judge.
///
/// Each sheet's score is the weighted mean of its marks. A score's standard score is its distance
/// from its judge's mean in the judge's standard deviations (divisor *n* − 1). A submission's score
/// is the mean of its standard scores without the highest and the lowest; equal ones share a place
/// (1, 2, 2, 4) among the submissions of a track. It takes out how high and how widely a judge
/// marks, and with them how good the submissions were that the judge happened to have.
public struct StandardisedRanking: Sendable {
    /// Each submission's mean of sheet scores without the highest and the lowest, in points.
    public let means: [Double]
    /// Each submission's mean of standard scores without the highest and the lowest.
    public let scores: [Double]
    /// Each submission's place in its track, from 1.
    public let places: [Int32]

    /// Standardises and ranks.
    ///
    /// Judges' means and deviations come from whole numbers, and each submission's sums are taken
    /// in the order of the marks: the same bytes for any number of threads.
    ///
    /// - Parameters:
    ///   - marks: The marks. A judge marks a submission once; sheets whose marks stand together are
    ///     read three times faster.
    ///   - tracks: The track of each submission, from 0.
    ///   - width: The most threads to use.
    /// - Complexity: O(*m* + *n* log *n*) for *m* marks that stand together and *n* submissions.
    /// - Throws: ``StandardisationRefusal``, for the first in order.
    public init(
        _ marks: CriterionMarks, tracks: [Int16], width: Int = Concurrency.width
    ) throws(StandardisationRefusal) {
        precondition(tracks.count == marks.submissionCount && tracks.allSatisfy { $0 >= 0 })
        let sheets = try Self.sheets(marks, width: width)
        let norms = try sheets.norms()
        let parts = try sheets.parts.indices.map { $0 }.concurrentMap(width: width) {
            part throws(StandardisationRefusal) in
            try sheets.trimmedMeans(part, norms)
        }
        means = parts.flatMap(\.means)
        let scores = parts.flatMap(\.scores)
        self.scores = scores
        places = Self.places(scores, tracks, width: width)
    }

    /// The scores of sheets, whether or not their marks stand together.
    private static func sheets(
        _ marks: CriterionMarks, width: Int
    ) throws(StandardisationRefusal) -> SheetScores {
        do {
            return try SheetScores(marks, width: width)
        } catch .incompleteSheet {
            return try SheetScores(marks.gathered(), width: width)
        }
    }

    /// The place of each submission among those of its track.
    private static func places(_ scores: [Double], _ tracks: [Int16], width: Int) -> [Int32] {
        var members = [[Int32]](repeating: [], count: Int(tracks.max() ?? -1) + 1)
        for (submission, track) in tracks.enumerated() {
            members[Int(track)].append(Int32(submission))
        }
        let ranked = members.concurrentMap(width: width) { members in
            var order = members.map { (score: scores[Int($0)], submission: $0) }
            order.sort { $0.score > $1.score }
            return order
        }
        var places = [Int32](repeating: 0, count: scores.count)
        for order in ranked {
            var place: Int32 = 0
            for (position, member) in order.enumerated() {
                if position == 0 || member.score != order[position - 1].score {
                    place = Int32(position + 1)
                }
                places[Int(member.submission)] = place
            }
        }
        return places
    }
}
