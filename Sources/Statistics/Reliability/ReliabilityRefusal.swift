/// Why a coefficient of reliability cannot be computed.
public enum ReliabilityRefusal: Error, Sendable, Hashable {
    /// There are fewer than two submissions, or than two judges.
    case tooFew(submissions: Int, judges: Int)
    /// A judge did not mark a submission, or the mark is no finite number, and the coefficient is
    /// only defined where all marked all.
    case missing(submission: Int, judge: Int)
    /// No submission has two marks, so nothing can be compared.
    case nothingShared
    /// All marks are equal: agreement that is beyond chance cannot be told.
    case allEqual
    /// A mark or count lies outside what the coefficient is defined for.
    case outOfRange
}
