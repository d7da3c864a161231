/// A rounding that a rule states: to how many decimals, and which way a half goes.
public struct Rounding: Sendable, Hashable, Codable {
    /// Which way values between two decimals go.
    public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
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
        let scaled = try product(numerator.magnitude128(), rounding.scale)
        var (whole, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
        if rounding.mode != .down {
            let toHalf = rest - (denominator - rest)
            let isUp = toHalf > 0 || (toHalf == 0 && (rounding.mode == .halfUp || whole % 2 == 1))
            if isUp { whole += 1 }
        }
        rest = 0
        return try Ratio(isNegative ? -whole : whole, over: rounding.scale)
    }
}

extension Int128 {
    /// The size without the sign; a `Ratio` never holds the one value that has none.
    func magnitude128() -> Int128 { self < 0 ? -self : self }
}
