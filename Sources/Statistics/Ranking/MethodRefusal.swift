/// Why a method cannot make scores of marks.
public enum MethodRefusal: Error, Sendable, Hashable {
    /// A submission has fewer marks than the method needs; a panel of so many would mend it.
    case tooFewMarks(submission: Int, needed: Int)
    /// A judge has one mark or gave the same to all: there is no spread to measure against.
    case noSpread(judge: Int)
    /// The additive model cannot be fitted.
    case model(ModelRefusal)
}
