import Foundation

/// The chances of a mark's categories, and their moments.
///
/// With *η* = quality − severity − difficulty and thresholds *τ*, category *k* has a chance
/// proportional to exp(*k*·*η* − *τ*₁ − … − *τ*ₖ). All sums are taken from the end at which the
/// exponentials are at most 1, so nothing overflows.
struct CategoryCurve {
    /// For each set of thresholds, exp(−*τ*₁ − … − *τ*ₖ) over the largest of them, for each *k*.
    private let factors: [[Double]]
    /// The logarithms of those factors.
    private let logFactors: [[Double]]

    /// The chance of category *h* or above, at *h* − 1.
    private(set) var atLeast: [Double]
    /// The covariance of the category with its being *h* or above, at *h* − 1.
    private(set) var covariances: [Double]
    /// The mean category.
    private(set) var mean = 0.0
    /// The variance of the category.
    private(set) var variance = 0.0
    /// The logarithm of the sum that the chances are divided by, for the likelihood.
    private var logSum = 0.0
    private var chances: [Double]

    /// Curves of sets of thresholds.
    init(thresholds: [[Double]]) {
        logFactors = thresholds.map { own in
            var sums = [0.0]
            for threshold in own { sums.append(sums[sums.count - 1] - threshold) }
            let most = sums.max() ?? 0
            return sums.map { $0 - most }
        }
        factors = logFactors.map { $0.map { exp($0) } }
        let most = thresholds.map(\.count).max() ?? 0
        atLeast = [Double](repeating: 0, count: most)
        covariances = atLeast
        chances = [Double](repeating: 0, count: most + 1)
    }

    /// Computes the moments at *η* for categories from 0 to `top` of a set of thresholds.
    @inline(__always)
    mutating func move(to eta: Double, set: Int, top: Int) {
        let base = exp(-abs(eta))
        var power = 1.0
        var sum = 0.0
        factors[set].withUnsafeBufferPointer { factors in
            if eta <= 0 {
                for category in 0...top {
                    let chance = factors[category] * power
                    chances[category] = chance
                    sum += chance
                    power *= base
                }
            } else {
                for category in stride(from: top, through: 0, by: -1) {
                    let chance = factors[category] * power
                    chances[category] = chance
                    sum += chance
                    power *= base
                }
            }
        }
        logSum = log(sum) + (eta > 0 ? Double(top) * eta : 0)
        let scale = 1 / sum
        var (tail, weighted, squares) = (0.0, 0.0, 0.0)
        for category in stride(from: top, to: 0, by: -1) {
            let chance = chances[category] * scale
            chances[category] = chance
            tail += chance
            let part = Double(category) * chance
            weighted += part
            squares += Double(category) * part
            atLeast[category - 1] = tail
            covariances[category - 1] = weighted
        }
        chances[0] *= scale
        mean = weighted
        variance = squares - weighted * weighted
        for step in 0..<top { covariances[step] -= weighted * atLeast[step] }
    }

    /// The log likelihood of a category at the *η* moved to.
    @inline(__always)
    func logChance(of category: Int, eta: Double, set: Int) -> Double {
        Double(category) * eta + logFactors[set][category] - logSum
    }

    /// The chance of a category at the *η* moved to.
    func chance(of category: Int) -> Double { chances[category] }

    /// The fourth central moment of the category, for categories up to `top`.
    func fourthMoment(top: Int) -> Double {
        (0...top).reduce(0) { sum, category in
            let distance = Double(category) - mean
            return sum + chances[category] * distance * distance * distance * distance
        }
    }
}
