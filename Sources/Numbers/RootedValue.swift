/// A value of the form *offset* ± √*radicand*, held exactly.
///
/// A standard score is such a value: target mean + target deviation · (x − mean) ÷ deviation,
/// where the deviation is a root. It is irrational, so it can only be used rounded, and the
/// rounding here is decided by whole numbers, not by floating point.
public struct RootedValue: Sendable, Hashable {
    /// The rational part.
    public let offset: Ratio

    /// What stands under the root: zero or more.
    public let radicand: Ratio

    /// Whether the root is taken away rather than added.
    public let isNegative: Bool

    /// A value *offset* + √*radicand*, or *offset* − √*radicand*.
    public init(offset: Ratio, radicand: Ratio, isNegative: Bool) {
        self.offset = offset
        self.radicand = radicand
        self.isNegative = isNegative
    }

    /// The value rounded as a rule states; right in every case.
    ///
    /// - Throws: ``NumbersError/notANumber(_:)`` if the radicand is below zero;
    ///   ``NumbersError/overflow`` where 2 · 10^*digits* · the value · the offset's denominator
    ///   passes 64 bits.
    public func rounded(_ rounding: Rounding) throws(NumbersError) -> Ratio {
        let (halves, isExact) = try flooredTimes(2 * rounding.scale)
        let floor = halves >> 1
        let isPastHalf = halves & 1 == 1
        let isBelowZero = halves < 0
        let isUp =
            switch (rounding.mode, isPastHalf, isExact) {
            case (_, false, true): false
            case (.down, _, _): isBelowZero
            case (_, true, false): true
            case (_, false, false): false
            case (.halfUp, true, true): !isBelowZero
            case (.halfEven, true, true): floor & 1 == 1
            }
        return try Ratio(isUp ? floor + 1 : floor, over: rounding.scale)
    }

    /// The greatest whole number not above the value times a scale, and whether it is that product.
    ///
    /// With the offset *a* ÷ *b* and *m* = scale · *b*, the product is
    /// (*a* · scale ± √(radicand · *m*²)) ÷ *b*. Flooring what stands under the root, then the
    /// root, and then the quotient gives the floor of the whole, for *a*, *b* and scale are whole.
    private func flooredTimes(_ scale: Int128) throws(NumbersError) -> (Int128, isExact: Bool) {
        guard !radicand.isNegative else { throw .notANumber("√\(radicand)") }
        let multiple = try product(scale, offset.denominator).magnitude
        let (square, overflow) = multiple.multipliedReportingOverflow(by: multiple)
        let wide = radicand.numerator.magnitude.multipliedFullWidth(by: square)
        let divisor = radicand.denominator.magnitude
        guard !overflow, wide.high < divisor else { throw .overflow }
        let (inner, rest) = divisor.dividingFullWidth(wide)
        let root = squareRoot(inner)
        let isRoot = rest == 0 && root * root == inner
        let start = try product(offset.numerator, scale)
        let signed = isNegative ? -Int128(root) - (isRoot ? 0 : 1) : Int128(root)
        let (quotient, tail) = try sum(start, signed)
            .quotientAndRemainder(dividingBy: offset.denominator)
        return (tail < 0 ? quotient - 1 : quotient, isRoot && tail == 0)
    }
}

/// The greatest whole number whose square is not above a number.
///
/// - Complexity: O(1): floating point gives 52 bits of it and one step of Newton's the rest.
func squareRoot(_ number: UInt128) -> UInt128 {
    guard number > 0 else { return 0 }
    var root = UInt128(Double(number).squareRoot())
    root = (root + number / root) / 2
    while root > number / root { root -= 1 }
    while root + 1 <= number / (root + 1) { root += 1 }
    return root
}
