/// Why marks cannot be drawn anew to see how far their order depends on who judged.
public enum BootstrapRefusal: Error, Sendable, Hashable {
    /// A submission has fewer than two marks, or there are fewer than two judges in all: drawing
    /// anew from one mark gives that mark each time, which would look like certainty.
    case tooFewMarks(submission: Int)
    /// A mark is no finite number, or too large to be counted in steps.
    case outOfRange(submission: Int)
    /// There are more submissions than places that can be held.
    case tooManySubmissions(most: Int)
    /// Nothing is drawn: no draws are asked for, or no submissions.
    case nothingToDraw
}
