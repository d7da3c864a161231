/// A rounding that a rule states: to how many decimals, and which way a half goes.
public struct Rounding: Sendable, Hashable {
    /// Which way values between two decimals go.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// To the nearest; a half goes away from zero (四舍五入).
        case halfUp = "half-up"
        /// To the nearest; a half goes to the even digit.
        case halfEven = "half-even"
        /// Towards zero: further digits are cut off.
        case down
    }

    /// Decimals kept, 0 to 12.
    public let digits: Int

    /// Which way values between two decimals go.
    public let mode: Mode

    /// Decimals that a rule may keep.
    public static let allowedDigits = 0...12

    /// A rounding to a number of decimals, kept within ``allowedDigits``.
    public init(digits: Int, mode: Mode = .halfUp) {
        self.digits = min(max(digits, Self.allowedDigits.lowerBound), Self.allowedDigits.upperBound)
        self.mode = mode
    }

    /// One unit of the last decimal kept, as the denominator of a fraction: 10 to the digits.
    var scale: Int128 { Int128(powersOfTen[digits]) }
}

extension Ratio {
    /// The value rounded as a rule states.
    ///
    /// - Throws: ``NumbersError/overflow``.
    public func rounded(_ rounding: Rounding) throws(NumbersError) -> Ratio {
        let (whole, parts) = roundedParts(rounding)
        guard let whole = Int128(exactly: whole) else { throw .overflow }
        let count = try sum(product(whole, rounding.scale), Int128(parts))
        return try Ratio(isNegative ? -count : count, over: rounding.scale)
    }

    /// The size of the rounded value: its whole part, and how many units of the last decimal kept
    /// come on top. No size overflows here.
    func roundedParts(_ rounding: Rounding) -> (whole: UInt128, parts: UInt128) {
        let divisor = denominator.magnitude
        let scale = rounding.scale.magnitude
        let tail: UInt128
        var whole: UInt128
        (whole, tail) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
        // The tail is less than 1, so it has fewer than `scale` units, and the quotient fits.
        let rest: UInt128
        var parts: UInt128
        (parts, rest) = divisor.dividingFullWidth(tail.multipliedFullWidth(by: scale))
        if rounding.mode != .down {
            // Which side of a half the rest lies on; doubling it could overflow.
            let other = divisor - rest
            let isOdd = (whole &* scale &+ parts) & 1 == 1
            if rest > other || rest == other && (rounding.mode == .halfUp || isOdd) { parts += 1 }
        }
        if parts == scale { (whole, parts) = (whole + 1, 0) }
        return (whole, parts)
    }
}
