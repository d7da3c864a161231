/// Why a model cannot be fitted: the data cannot carry it.
public enum ModelRefusal: Error, Sendable, Hashable {
    /// There are fewer marks than the model needs. More sheets would mend it.
    case tooFewMarks(found: Int, needed: Int)
    /// There are fewer submissions, or fewer judges, than two.
    case tooFewLevels(submissions: Int, judges: Int)
    /// All marks are equal, so nothing is left to explain.
    case allEqual
    /// No submission has two marks: its quality cannot be told from chance. Larger panels would
    /// mend it.
    case submissionsMarkedOnce
    /// No judge has two marks: a habit cannot be told from chance. Larger loads would mend it.
    case judgesMarkedOnce
    /// Submissions and judges explain every mark, so chance cannot be measured. More marks than
    /// submissions and judges together would mend it.
    case nothingLeftOver
    /// A mark or a weight is no finite number, or a weight is not above 0; the mark's place from 0.
    case notANumber(at: Int)
    /// The smaller of the two numbers, of judges or of submissions, is more than memory holds a
    /// matrix for.
    case tooLarge(levels: Int, limit: Int)
    /// The fit did not come to rest; the report tells how far it came.
    case noConvergence(FitReport)
}
