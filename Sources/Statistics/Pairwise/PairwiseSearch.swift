import Foundation

/// Newton's way to the largest likelihood of comparisons.
struct PairwiseSearch: Sendable {
    private(set) var strengths: [Double]
    private(set) var tieWeight = 0.0
    private(set) var sums: PairwiseSums
    private(set) var report: FitReport

    private struct Step {
        var strengths: [Double]
        var tie: Double
        var reach: Double
    }

    private static let tolerance = 1e-12
    private static let evaluationLimit = 100

    init(_ graph: ComparisonGraph, width: Int) throws(PairwiseRefusal) {
        strengths = Self.start(graph)
        if graph.tieCount > 0 {
            tieWeight = 2 * Double(graph.tieCount) / Double(graph.comparisonCount - graph.tieCount)
        }
        sums = PairwiseSums(graph, strengths, tieWeight: tieWeight, width: width)
        report = FitReport(
            start: -2 * sums.logLikelihood, end: 0, evaluations: 1, tolerance: Self.tolerance,
            lastStep: .infinity, ending: .stepsUsedUp)
        while report.evaluations < Self.evaluationLimit {
            // Newton's error after a step is about its square, so a step need not be more exact.
            let precision = min(1e-2, max(1e-10, report.lastStep / 10))
            let step = step(precision)
            move(graph, by: step, width)
            let missed = report.lastStep * report.lastStep + precision * step.reach
            if missed <= Self.tolerance {
                report.ending = .converged
                break
            }
        }
        report.end = -2 * sums.logLikelihood
        guard report.ending != .stepsUsedUp else { throw .noConvergence(report) }
    }

    /// The largest slope.
    var slope: Double { sums.slopes.reduce(abs(sums.ofTies.slope)) { max($0, abs($1)) } }

    /// Logits of the shares of wins.
    private static func start(_ graph: ComparisonGraph) -> [Double] {
        let logits = (0..<graph.count).map { row in
            let counts = (0..<3).map {
                Double(graph.bounds[3 * row + $0 + 1] - graph.bounds[3 * row + $0])
            }
            return log((counts[0] + counts[1] / 2 + 0.5) / (counts[2] + counts[1] / 2 + 0.5))
        }
        return centred(logits)
    }

    private static func centred(_ values: [Double]) -> [Double] {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.map { $0 - mean }
    }

    /// Newton's step: the strengths', and that of log *ν*.
    ///
    /// Its reach is the size of what it is computed from, which may largely cancel out. With L the
    /// Laplacian, c the mixed curvature and t that of log *ν*, the step solves
    /// L·s + c·u = g and cᵀ·s + t·u = h.
    private func step(_ precision: Double) -> Step {
        let own = Self.solution(sums, sums.slopes, precision)
        let reach = own.reduce(0) { max($0, abs($1)) }
        guard tieWeight > 0 else { return Step(strengths: own, tie: 0, reach: reach) }
        let mixed = sums.ofTies.mixed
        let image = Self.solution(sums, mixed, 1e-12)
        func product(_ one: [Double], _ other: [Double]) -> Double {
            zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let curvature = sums.ofTies.curvature - product(mixed, image)
        let tie = (sums.ofTies.slope - product(mixed, own)) / curvature
        return Step(
            strengths: zip(own, image).map { $0 - tie * $1 }, tie: tie, reach: reach)
    }

    /// Moves by a step, or by as much of it as leads up.
    private mutating func move(
        _ graph: ComparisonGraph, by step: Step, _ width: Int
    ) {
        let size = step.strengths.reduce(abs(step.tie)) { max($0, abs($1)) }
        var share = min(1, 2 / max(size, 1e-300))
        let noise = 1e-12 * abs(sums.logLikelihood)
        while true {
            let next = Self.centred(zip(strengths, step.strengths).map { $0 + share * $1 })
            let weight = tieWeight * exp(share * step.tie)
            let found = PairwiseSums(graph, next, tieWeight: weight, width: width)
            report.evaluations += 1
            if found.logLikelihood >= sums.logLikelihood - noise || share < 1e-9 {
                (strengths, tieWeight, sums) = (next, weight, found)
                report.lastStep = share * size
                return
            }
            share /= 4
        }
    }

    /// Solves with the Laplacian by conjugate gradients, each submission scaled by its own weight,
    /// until the residual is so small a part of what it was.
    private static func solution(
        _ sums: PairwiseSums, _ right: [Double], _ precision: Double
    ) -> [Double] {
        let count = right.count
        var solution = [Double](repeating: 0, count: count)
        // What does not sum to 0, by rounding, has no solution.
        var residual = centred(right)
        var direction = zip(residual, sums.diagonal).map { $0 / $1 }
        var square = zip(residual, direction).reduce(0) { $0 + $1.0 * $1.1 }
        let goal = precision * precision * square
        for _ in 0..<(10 * count) where square > goal && square > 0 {
            let image = sums.product(direction)
            let curvature = zip(direction, image).reduce(0) { $0 + $1.0 * $1.1 }
            guard curvature > 0 else { break }
            let length = square / curvature
            var next = 0.0
            for place in 0..<count {
                solution[place] += length * direction[place]
                residual[place] -= length * image[place]
                next += residual[place] * residual[place] / sums.diagonal[place]
            }
            let ratio = next / square
            square = next
            for place in 0..<count {
                direction[place] = residual[place] / sums.diagonal[place] + ratio * direction[place]
            }
        }
        return centred(solution)
    }
}
