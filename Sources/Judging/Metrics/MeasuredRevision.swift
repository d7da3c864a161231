public import Numbers

/// What a built-in judge measured.
public struct MeasuredRevision: Sendable, Hashable {
    /// The metric's value.
    public let value: Double
    /// The file that it is of.
    public let revision: MetricRevision

    /// The value with six decimals, half to even, as a mark has them; none where it has more than
    /// twelve digits.
    public var points: Points? {
        let millionths = (value * 1_000_000).rounded(.toNearestOrEven)
        guard millionths.magnitude < 1e18 else { return nil }
        return Points(millionths: Int64(millionths))
    }
}
