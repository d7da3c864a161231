/// An exact fraction: what rules make of marks.
///
/// Always in lowest terms with a positive denominator, so equal values are equal in every bit.
/// Operations that could leave 128 bits throw ``NumbersError/overflow``; comparing never does.
public struct Ratio: Sendable, Hashable {
    /// The numerator; carries the sign.
    public let numerator: Int128

    /// The denominator, always positive.
    public let denominator: Int128

    /// Zero.
    public static let zero = Ratio(whole: 0)

    /// One.
    public static let one = Ratio(whole: 1)

    /// A whole number.
    public init(whole: Int) {
        numerator = Int128(whole)
        denominator = 1
    }

    /// The exact value of a decimal.
    public init(_ points: Points) {
        let common = Int128(greatestCommonDivisor(Int128(points.millionths).magnitude, 1_000_000))
        numerator = Int128(points.millionths) / common
        denominator = 1_000_000 / common
    }

    /// A fraction, brought to lowest terms.
    ///
    /// - Throws: ``NumbersError/divisionByZero`` or ``NumbersError/overflow``.
    public init(_ numerator: Int128, over denominator: Int128) throws(NumbersError) {
        guard denominator != 0 else { throw .divisionByZero }
        guard numerator != .min, denominator != .min else { throw .overflow }
        let common = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = numerator / common * sign
        self.denominator = denominator / common * sign
    }

    /// A fraction known to be in lowest terms with a positive denominator.
    init(reducedNumerator: Int128, denominator: Int128) {
        numerator = reducedNumerator
        self.denominator = denominator
    }

    /// A `Double` within two units of its last binary digit, for pictures and statistics; never
    /// for an official result.
    public var approximation: Double { Double(numerator) / Double(denominator) }

    /// Whether the value is below zero.
    public var isNegative: Bool { numerator < 0 }

    /// Whether numerator and denominator fit 63 bits, so that products of two stay in 128 bits
    /// and so does a sum of two such products.
    var fitsHalf: Bool {
        numerator.magnitude <= Int64.max.magnitude && denominator <= Int64.max
    }
}

extension Ratio: Comparable {
    /// Compares by cross-multiplying in 256 bits, so no pair of values overflows.
    public static func < (left: Ratio, right: Ratio) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        if left.fitsHalf, right.fitsHalf {
            return left.numerator &* right.denominator < right.numerator &* left.denominator
        }
        let one = left.numerator.multipliedFullWidth(by: right.denominator)
        let other = right.numerator.multipliedFullWidth(by: left.denominator)
        return one.high == other.high ? one.low < other.low : one.high < other.high
    }
}

/// Euclid's algorithm, in 64 bits as soon as both numbers fit.
///
/// - Complexity: O(log of the smaller number) divisions.
func greatestCommonDivisor(_ one: UInt128, _ other: UInt128) -> UInt128 {
    var (large, small) = (one, other)
    while small != 0 {
        if large <= UInt128(UInt64.max), small <= UInt128(UInt64.max) {
            return UInt128(greatestCommonDivisor(UInt64(large), UInt64(small)))
        }
        (large, small) = (small, large % small)
    }
    return large
}

private func greatestCommonDivisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var (large, small) = (one, other)
    while small != 0 { (large, small) = (small, large % small) }
    return large
}
