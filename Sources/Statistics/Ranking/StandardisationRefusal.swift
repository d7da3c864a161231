/// Why scores cannot be standardised by judge.
public enum StandardisationRefusal: Error, Sendable, Hashable {
    /// A mark names a submission, judge or criterion that there is not; its place from 0.
    case unknown(mark: Int)
    /// A sheet has not exactly one mark for each criterion. What is not scored is not zero.
    case incompleteSheet(submission: Int, judge: Int)
    /// A judge has one sheet, or gave the same to all: there is no spread to measure against.
    case noSpread(judge: Int)
    /// A submission has fewer than three sheets, so nothing is left when two are dropped.
    case tooFewSheets(submission: Int)
}
