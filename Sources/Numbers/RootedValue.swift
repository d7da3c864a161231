/// A value of the form *offset* ± √*radicand*, held exactly.
///
/// A standard score is such a value: target mean + target deviation · (x − mean) ÷ deviation,
/// where the deviation is a root. It is irrational, so it can only be used rounded, and the
/// rounding here is decided by comparing squares, not by floating point.
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
    /// - Throws: ``NumbersError/overflow``.
    public func rounded(_ rounding: Rounding) throws(NumbersError) -> Ratio {
        let scale = Int(rounding.scale)
        let floor = try flooredTimes(scale)
        let unit = try Ratio(1, over: Int128(scale))
        let lower = try Ratio(floor, over: Int128(scale))
        let upper = try lower + unit
        if try compare(to: lower) == 0 { return lower }
        let isBelowZero = floor < 0
        if rounding.mode == .down { return isBelowZero ? upper : lower }
        let half = try compare(to: lower + unit / Ratio(whole: 2))
        if half != 0 { return half < 0 ? lower : upper }
        if rounding.mode == .halfEven { return floor % 2 == 0 ? lower : upper }
        return isBelowZero ? lower : upper
    }

    /// The greatest whole number not above the value times a scale.
    ///
    /// Starts from floating point and walks to the exact answer by comparing.
    private func flooredTimes(_ scale: Int) throws(NumbersError) -> Int128 {
        let root = radicand.approximation.squareRoot()
        let estimate = (offset.approximation + (isNegative ? -root : root)) * Double(scale)
        guard estimate.magnitude < 1e17 else { throw .overflow }
        var floor = Int128(estimate.rounded(.down))
        while try compare(to: Ratio(floor, over: Int128(scale))) < 0 { floor -= 1 }
        while try compare(to: Ratio(floor + 1, over: Int128(scale))) >= 0 { floor += 1 }
        return floor
    }

    /// −1, 0 or 1 as the value is below, equal to or above another.
    private func compare(to other: Ratio) throws(NumbersError) -> Int {
        let distance = try other - offset
        let square = try distance * distance
        let magnitudes = radicand < square ? -1 : (radicand == square ? 0 : 1)
        if radicand == .zero { return distance == .zero ? 0 : (distance.isNegative ? 1 : -1) }
        if isNegative { return distance.isNegative || distance == .zero ? (distance == .zero ? -1 : -magnitudes) : -1 }
        return distance.isNegative ? 1 : magnitudes
    }
}
