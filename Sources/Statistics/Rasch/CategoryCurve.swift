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

    /// The chance of each category; then, for each *h* from 1, the chance of category *h* or above;
    /// then the covariance of the category with its being *h* or above.
    private var values: [Double]
    /// The room for each of the three.
    private let room: Int
    /// The mean category.
    private(set) var mean = 0.0
    /// The variance of the category.
    private(set) var variance = 0.0
    /// The logarithm of the sum that the chances are divided by, for the likelihood.
    private var logSum = 0.0

    /// Curves of sets of thresholds.
    init(thresholds: [[Double]]) {
        logFactors = thresholds.map { own in
            var sums = [0.0]
            for threshold in own { sums.append(sums[sums.count - 1] - threshold) }
            let most = sums.max() ?? 0
            return sums.map { $0 - most }
        }
        factors = logFactors.map { $0.map { exp($0) } }
        room = (thresholds.map(\.count).max() ?? 0) + 1
        values = [Double](repeating: 0, count: 3 * room)
    }

    /// Computes the moments at *η* for categories from 0 to `top` of a set of thresholds.
    @inline(__always)
    mutating func move(to eta: Double, set: Int, top: Int) {
        let base = exp(-abs(eta))
        let room = room
        var sum = 0.0
        var (first, second) = (0.0, 0.0)
        values.withUnsafeMutableBufferPointer { values in
            factors[set].withUnsafeBufferPointer { factors in
                var power = 1.0
                for step in 0...top {
                    let category = eta <= 0 ? step : top - step
                    let chance = factors[category] * power
                    values[category] = chance
                    sum += chance
                    power *= base
                }
            }
            let scale = 1 / sum
            var tail = 0.0
            for category in stride(from: top, to: 0, by: -1) {
                let chance = values[category] * scale
                values[category] = chance
                tail += chance
                let part = Double(category) * chance
                first += part
                second += Double(category) * part
                values[room + category - 1] = tail
                values[2 * room + category - 1] = first
            }
            values[0] *= scale
            for step in 0..<top { values[2 * room + step] -= first * values[room + step] }
        }
        logSum = log(sum) + (eta > 0 ? Double(top) * eta : 0)
        mean = first
        variance = second - first * first
    }

    /// The chance of category *h* or above, given *h* − 1.
    @inline(__always)
    func chance(above step: Int) -> Double { values[room + step] }

    /// The covariance of the category with its being *h* or above, given *h* − 1.
    @inline(__always)
    func covariance(above step: Int) -> Double { values[2 * room + step] }

    /// The log likelihood of a category at the *η* moved to.
    @inline(__always)
    func logChance(of category: Int, eta: Double, set: Int) -> Double {
        Double(category) * eta + logFactors[set][category] - logSum
    }

    /// The chance of a category at the *η* moved to.
    func chance(of category: Int) -> Double { values[category] }

    /// The third central moment of the category, for categories up to `top`.
    func thirdMoment(top: Int) -> Double {
        (0...top).reduce(0) { sum, category in
            let distance = Double(category) - mean
            return sum + values[category] * distance * distance * distance
        }
    }

    /// The fourth central moment of the category, for categories up to `top`.
    func fourthMoment(top: Int) -> Double {
        (0...top).reduce(0) { sum, category in
            let distance = Double(category) - mean
            return sum + values[category] * distance * distance * distance * distance
        }
    }
}
