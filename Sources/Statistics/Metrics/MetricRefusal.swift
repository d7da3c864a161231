/// Why a metric has no value. Rows are counted from 0.
public enum MetricRefusal: Error, Sendable, Hashable {
    /// There is no row to measure.
    case empty
    /// The columns are not of one length.
    case lengths(answers: Int, predictions: Int)
    /// A number is infinite or not a number.
    case notFinite(row: Int)
    /// A number or a class lies outside what the metric is defined for.
    case outOfRange(row: Int)
    /// The answers hold one class only, or no row of the class that is looked for.
    case oneClass
    /// All answers, or all predictions, are equal, and the metric divides by how they differ.
    case allEqual
    /// The sums leave the range of floating-point numbers.
    case overflow
}
