import Computing
import Foundation

/// The log likelihood of a Bradley–Terry model at a point, its slope and its curvature.
///
/// With the difference *d* of two strengths and the weight *ν* of ties, a win, a tie and a loss
/// have chances as e^(*d*÷2), *ν* and e^(−*d*÷2). With *x* = ½, 0 or −½ for the three, the slope by
/// *d* is *x* − E *x* and the curvature −Var *x*; by log *ν* they are [tie] − P(tie) and
/// −Var [tie]. The strengths' curvature is a graph's Laplacian with the weights Var *x*.
struct PairwiseSums: Sendable {
    private let graph: ComparisonGraph
    private let parts: [PairwisePart]
    private let width: Int
    let logLikelihood: Double
    /// The slope by each strength.
    let slopes: [Double]
    /// The sum of each submission's weights.
    let diagonal: [Double]
    /// The slope by log *ν*, its curvature, and the mixed one with each strength.
    let ofTies: (slope: Double, curvature: Double, mixed: [Double])

    /// Sums over all comparisons.
    ///
    /// - Complexity: O(*m*) for *m* comparisons.
    init(_ graph: ComparisonGraph, _ strengths: [Double], tieWeight: Double, width: Int) {
        self.graph = graph
        self.width = width
        let size = max(1, (graph.count + 31) / 32)
        parts = (0..<graph.count).concurrentChunks(of: size, width: width) { range in
            PairwisePart(graph, range, strengths, tieWeight)
        }
        logLikelihood = parts.reduce(0) { $0 + $1.logLikelihood } / 2
        slopes = parts.flatMap(\.slopes)
        diagonal = parts.flatMap(\.diagonal)
        // Each comparison stands in two rows.
        let expected = parts.reduce(0) { $0 + $1.expectedTies } / 2
        ofTies = (
            slope: tieWeight > 0 ? Double(graph.tieCount) - expected : 0,
            curvature: parts.reduce(0) { $0 + $1.tieVariance } / 2,
            mixed: parts.flatMap(\.mixed)
        )
    }

    /// The Laplacian times a vector.
    func product(_ vector: [Double]) -> [Double] {
        let (graph, parts, diagonal) = (graph, parts, diagonal)
        let products = parts.concurrentMap(width: width) { part in
            let start = graph.bounds[3 * part.range.lowerBound]
            return part.range.map { row in
                let entries = graph.bounds[3 * row]..<graph.bounds[3 * row + 3]
                let others = graph.others[entries]
                let weights = part.weights[entries.lowerBound - start..<entries.upperBound - start]
                return diagonal[row] * vector[row] - Self.dot(weights, others, vector)
            }
        }
        return Array(products.joined())
    }

    /// The sum of weights times the vector's elements at places: four sums that do not wait for one
    /// another.
    @inline(__always)
    private static func dot(
        _ weights: ArraySlice<Double>, _ places: ArraySlice<Int32>, _ vector: [Double]
    ) -> Double {
        weights.withUnsafeBufferPointer { weights in
            places.withUnsafeBufferPointer { places in
                vector.withUnsafeBufferPointer { vector in
                    var sums = SIMD4<Double>.zero
                    let whole = weights.count & ~3
                    for entry in stride(from: 0, to: whole, by: 4) {
                        for lane in 0..<4 {
                            sums[lane] +=
                                weights[entry + lane] * vector[Int(places[entry + lane])]
                        }
                    }
                    for entry in whole..<weights.count {
                        sums[0] += weights[entry] * vector[Int(places[entry])]
                    }
                    return sums.sum()
                }
            }
        }
    }

    /// The Laplacian as a whole.
    func laplacian() -> SymmetricMatrix {
        var matrix = SymmetricMatrix(order: graph.count)
        for part in parts {
            let start = graph.bounds[3 * part.range.lowerBound]
            for row in part.range {
                matrix[row, row] += diagonal[row]
                for entry in graph.bounds[3 * row]..<graph.bounds[3 * row + 3] {
                    let other = Int(graph.others[entry])
                    if other < row { matrix[row, other] -= part.weights[entry - start] }
                }
            }
        }
        return matrix
    }
}

/// The sums over some submissions' rows.
struct PairwisePart: Sendable {
    let range: Range<Int>
    private(set) var logLikelihood = 0.0
    private(set) var slopes: [Double] = []
    private(set) var diagonal: [Double] = []
    private(set) var mixed: [Double] = []
    private(set) var expectedTies = 0.0
    private(set) var tieVariance = 0.0
    /// Var *x* of each entry of the rows.
    private(set) var weights: [Double]

    init(
        _ graph: ComparisonGraph, _ range: Range<Int>, _ strengths: [Double], _ tieWeight: Double
    ) {
        self.range = range
        let start = graph.bounds[3 * range.lowerBound]
        let end = graph.bounds[3 * range.upperBound]
        weights = [Double](repeating: 0, count: end - start)
        let logTieWeight = tieWeight > 0 ? log(tieWeight) : 0
        for row in range {
            var sums = RowSums()
            for kind in 0..<3 {
                let entries = graph.bounds[3 * row + kind]..<graph.bounds[3 * row + kind + 1]
                sums.linear += kind == 1 ? Double(entries.count) * logTieWeight : 0
                for entry in entries {
                    let distance = strengths[row] - strengths[Int(graph.others[entry])]
                    weights[entry - start] = sums.add(
                        distance, outcome: Double(1 - kind) / 2, tieWeight)
                }
            }
            logLikelihood += sums.logLikelihood
            slopes.append(sums.slope)
            diagonal.append(sums.diagonal)
            mixed.append(sums.mixed)
            expectedTies += sums.ties
            tieVariance += sums.tieVariance
        }
    }
}

/// The sums over one submission's comparisons.
private struct RowSums {
    var linear = 0.0
    var slope = 0.0
    var diagonal = 0.0
    var mixed = 0.0
    var ties = 0.0
    var tieVariance = 0.0
    private var product = 1.0
    private var logs = 0.0

    var logLikelihood: Double { linear - logs - log(product) }

    /// Adds a comparison; its Var *x*.
    @inline(__always)
    mutating func add(_ distance: Double, outcome: Double, _ tieWeight: Double) -> Double {
        let size = abs(distance)
        let root = exp(-size / 2)
        let square = root * root
        let tie = tieWeight * root
        let sum = 1 + tie + square
        let scale = 1 / sum
        let mean = (distance < 0 ? -0.5 : 0.5) * (1 - square) * scale
        let variance = (square + tie * (1 + square) / 4) * scale * scale
        slope += outcome - mean
        diagonal += variance
        linear += outcome * distance - size / 2
        // A logarithm of a product of many is cheaper than many logarithms.
        product *= sum
        if product > 1e200 {
            logs += log(product)
            product = 1
        }
        if tieWeight > 0 {
            let chance = tie * scale
            ties += chance
            tieVariance += chance * (1 - chance)
            mixed -= mean * chance
        }
        return variance
    }
}
