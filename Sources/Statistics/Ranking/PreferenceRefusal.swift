/// Why rankings cannot be brought together.
public enum PreferenceRefusal: Error, Sendable, Hashable {
    /// There are fewer than two submissions, or no rankings.
    case tooFew(submissions: Int, rankings: Int)
    /// A ranking has not as many places as there are submissions.
    case uneven(ranking: Int)
    /// A ranking counts for less than nothing, or the weights are not one for each ranking.
    case weights
    /// A ranking leaves a submission out, and the method adds up places, which it has none of.
    case notRanked(ranking: Int, submission: Int)
}
