import Foundation

/// What one panel's submissions add to the conditional likelihood.
///
/// The weight of a total is the sum, over all ways to reach it, of the product of the marks'
/// weights; mark by mark it is a convolution. Along with it run the sums of the statistics of the
/// effects and of their products, which over the weight are their means and second moments given
/// the total: the exact slope and curvature.
struct PanelMoments: Sendable {
    private(set) var logLikelihood = 0.0
    private(set) var slopes: [Double]
    /// Row by row, the lower triangle.
    private(set) var information: [Double]

    init(_ panel: PanelTotals, _ point: RaschPoint) {
        let size = panel.effects.count
        let values = panel.effects.map { point.others[$0] }
        slopes = panel.sums
        information = [Double](repeating: 0, count: size * size)
        for (sum, value) in zip(panel.sums, values) { logLikelihood -= sum * value }
        var totals = TotalWeights(panel, size)
        for mark in panel.marks { totals.add(mark, Self.weights(mark, values)) }
        for (total, count) in panel.counts.enumerated() where count > 0 {
            let weight = totals.weights[total]
            let number = Double(count)
            logLikelihood -= number * log(weight)
            let means = totals.first[total * size..<(total + 1) * size].map { $0 / weight }
            for one in 0..<size {
                slopes[one] -= number * means[one]
                for other in 0...one {
                    let second = totals.second[(total * size + one) * size + other] / weight
                    information[one * size + other] +=
                        number * (second - means[one] * means[other])
                }
            }
        }
    }

    /// The weight of each category of a mark, without the quality.
    private static func weights(_ mark: PanelTotals.Mark, _ values: [Double]) -> [Double] {
        var (sum, weights) = (0.0, [1.0])
        for step in 0..<mark.top {
            sum -= values[mark.judge] + values[mark.criterion] + values[mark.threshold + step]
            weights.append(exp(sum))
        }
        return weights
    }
}

/// The weights of totals, with the sums of the statistics and of their products.
private struct TotalWeights {
    private(set) var weights: [Double]
    /// *total* × *size* + *effect*.
    private(set) var first: [Double]
    /// (*total* × *size* + *effect*) × *size* + *effect*.
    private(set) var second: [Double]
    private let size: Int
    /// The highest total so far.
    private var top = 0

    init(_ panel: PanelTotals, _ size: Int) {
        self.size = size
        let count = panel.counts.count
        weights = [Double](repeating: 0, count: count)
        first = [Double](repeating: 0, count: count * size)
        second = [Double](repeating: 0, count: count * size * size)
        weights[0] = 1
    }

    /// Adds a mark: from the highest total down, so that what is read is not yet changed.
    mutating func add(_ mark: PanelTotals.Mark, _ factors: [Double]) {
        top += mark.top
        for total in stride(from: top, through: 0, by: -1) {
            // Category 0 leaves what is there, for its weight is 1 and its statistics are 0.
            for category in 1...mark.top where category <= total {
                add(mark, category, factors[category], from: total - category, to: total)
            }
        }
    }

    private mutating func add(
        _ mark: PanelTotals.Mark, _ category: Int, _ factor: Double, from: Int, to: Int
    ) {
        let weight = factor * weights[from]
        guard weight > 0 else { return }
        let (source, goal) = (from * size, to * size)
        for place in 0..<size * size {
            second[goal * size + place] += factor * second[source * size + place]
        }
        var statistics = [(mark.judge, Double(category)), (mark.criterion, Double(category))]
        for step in 0..<category { statistics.append((mark.threshold + step, 1)) }
        for (one, value) in statistics {
            for other in 0..<size {
                let product = factor * value * first[source + other]
                second[(goal + one) * size + other] += product
                second[(goal + other) * size + one] += product
            }
            for (other, also) in statistics {
                second[(goal + one) * size + other] += weight * value * also
            }
        }
        for place in 0..<size { first[goal + place] += factor * first[source + place] }
        for (one, value) in statistics { first[goal + one] += weight * value }
        weights[to] += weight
    }
}
