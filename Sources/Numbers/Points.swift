/// An exact decimal that a person wrote: a mark, a limit of a scale, a measured value.
///
/// Held as a whole number of millionths. Input has at most 6 decimals and 12 digits, so every
/// value lies strictly between −10¹² and 10¹², and the sum of a few million values still fits.
public struct Points: Sendable, Hashable {
    /// The value in millionths of a point.
    public let millionths: Int64

    /// Decimals that input may have.
    public static let maximumDecimals = 6

    /// Digits that input may have, leading zeros not counted.
    public static let maximumDigits = 12

    /// Zero points.
    public static let zero = Points(millionths: 0)

    /// Points from a count of millionths.
    public init(millionths: Int64) {
        self.millionths = millionths
    }

    /// Whole points.
    ///
    /// - Throws: ``NumbersError/overflow`` beyond 12 digits.
    public init(_ whole: Int) throws(NumbersError) {
        guard whole.magnitude < 1_000_000_000_000 else { throw .overflow }
        millionths = Int64(whole) * 1_000_000
    }
}

extension Points: Comparable {
    public static func < (left: Points, right: Points) -> Bool {
        left.millionths < right.millionths
    }
}

extension Points {
    /// Whether this value lies a whole number of steps above a start.
    ///
    /// - Parameters:
    ///   - step: The distance between two allowed values; must be positive.
    ///   - start: The lowest allowed value.
    public func isOnStep(_ step: Points, from start: Points) -> Bool {
        let (distance, overflow) = millionths.subtractingReportingOverflow(start.millionths)
        return !overflow && step.millionths > 0 && distance % step.millionths == 0
    }
}
