/// How well a facet's estimates are told apart.
public struct RaschSeparation: Sendable, Hashable {
    /// The standard deviation of the estimates, in logits.
    public let deviation: Double
    /// The root mean square of their standard errors.
    public let error: Double
    /// How many errors the true spread is wide: √(deviation² − error²) ÷ error; 0 where the
    /// errors explain all.
    public let separation: Double
    /// The share of the estimates' variance that is not error, from 0 to 1.
    public let reliability: Double

    init?(_ measures: [RaschModel.Measure]) {
        guard measures.count > 1 else { return nil }
        let number = Double(measures.count)
        let mean = measures.reduce(0) { $0 + $1.value } / number
        let variance =
            measures.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / (number - 1)
        let square = measures.reduce(0) { $0 + $1.error * $1.error } / number
        let own = max(0, variance - square)
        deviation = variance.squareRoot()
        error = square.squareRoot()
        separation = (own / square).squareRoot()
        reliability = variance > 0 ? own / variance : 0
    }
}
