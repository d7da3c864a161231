import Computing

/// Newton's way to the largest joint likelihood.
///
/// The log likelihood is concave, so the way is only shortened where a step is long or leads down.
/// Effects are told apart up to a shift between facets; the last judge, the last criterion and the
/// last threshold of each set stay where they are in a step, and the result is centred.
struct RaschSearch: Sendable {
    let point: RaschPoint
    let sums: RaschSums
    /// The covariances of the others with those that stay left out.
    let covariances: SymmetricMatrix
    /// The effects that the covariances are of.
    let free: [Int]
    let report: FitReport

    private static let tolerance = 1e-12
    private static let slopeTolerance = 1e-10
    private static let evaluationLimit = 100

    init(_ design: RaschDesign, width: Int) throws(RaschRefusal) {
        let free = Self.free(design)
        var point = RaschPoint(design)
        var sums = RaschSums(design, point, width: width)
        var report = FitReport(
            start: -2 * sums.logLikelihood, end: 0, evaluations: 1, tolerance: Self.tolerance,
            lastStep: .infinity, ending: .stepsUsedUp)
        while report.evaluations < Self.evaluationLimit {
            let step = try Self.step(design, sums, free)
            report.lastStep = step.size
            guard step.size > Self.tolerance, sums.slope > Self.slopeTolerance else {
                report.ending = .converged
                break
            }
            var share = min(1, 2 / step.size)
            var next = point.moved(by: step, share: share)
            var found = RaschSums(design, next, width: width)
            report.evaluations += 1
            // Sums of so many terms are right to about 1e-12 of their size.
            let noise = 1e-11 * abs(sums.logLikelihood)
            while found.logLikelihood < sums.logLikelihood - noise, share > 1e-6 {
                share /= 4
                next = point.moved(by: step, share: share)
                found = RaschSums(design, next, width: width)
                report.evaluations += 1
            }
            // No slope is told from 0 any more where a small step does not lessen it.
            if step.size < 1e-7, found.slope >= sums.slope {
                report.ending = .precisionReached
                break
            }
            (point, sums) = (next, found)
        }
        report.end = -2 * sums.logLikelihood
        guard report.ending != .stepsUsedUp else { throw .noConvergence(report) }
        guard let factor = CholeskyFactor(Self.part(sums.matrix, free)) else {
            throw .notToldApart
        }
        covariances = factor.inverse()
        self.free = free
        self.point = point.centred(design)
        self.sums = sums
        self.report = report
    }

    /// The effects that a step moves.
    static func free(_ design: RaschDesign) -> [Int] {
        var fixed: Set = [design.judges.count - 1, design.thresholdsFrom - 1]
        var end = design.thresholdsFrom
        for count in design.thresholdCounts {
            end += count
            fixed.insert(end - 1)
        }
        return (0..<design.effectCount).filter { !fixed.contains($0) }
    }

    static func part(_ matrix: SymmetricMatrix, _ free: [Int]) -> SymmetricMatrix {
        var part = SymmetricMatrix(order: free.count)
        for column in free.indices {
            for row in column..<free.count {
                part[row, column] = matrix[free[row], free[column]]
            }
        }
        return part
    }

    private static func step(
        _ design: RaschDesign, _ sums: RaschSums, _ free: [Int]
    ) throws(RaschRefusal) -> RaschStep {
        guard let factor = CholeskyFactor(part(sums.matrix, free)) else { throw .notToldApart }
        let solved = factor.solving(free.map { sums.right[$0] })
        var turned = [Double](repeating: 0, count: design.effectCount)
        for (index, place) in free.enumerated() { turned[place] = solved[index] }
        let qualities = design.submissions.indices.map {
            (sums.slopes.submissions[$0] - sums.product($0, turned)) / sums.pivots[$0]
        }
        guard (qualities + turned).allSatisfy(\.isFinite) else { throw .notToldApart }
        return RaschStep(qualities: qualities, others: turned.map { -$0 })
    }
}
