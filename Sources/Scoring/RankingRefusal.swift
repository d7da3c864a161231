public import Contests
public import Statistics

/// Why the sheets of a stage cannot carry a method of scoring.
public enum RankingRefusal: Error, Sendable, Hashable {
    /// A submission has fewer sheets than the method needs.
    case tooFewSheets(SubmissionID, needed: Int)
    /// A judge's sheets do not differ, so that none of them has a standard score.
    case noSpread(JudgeID)
    /// The mixed model cannot be fitted.
    case model(ModelRefusal)
}
