import Foundation

/// Looks for the ratios of variances at which −2 log REML is least.
///
/// Newton's method on the slope, with the average information corrected by what the last step
/// showed of it (Broyden's rank-one correction), so that it comes to rest faster than linearly.
/// Ratios stay at or above 0; at 0 a factor rests where the slope says that it would not help.
struct MixedSearch {
    private let design: CrossedDesign
    /// A relative step below this is the last.
    static let tolerance = 1e-10
    private static let maximumSteps = 60

    private(set) var best: MixedEvaluation
    private(set) var report: FitReport

    /// Searches from ratios that the sums of squares give.
    ///
    /// - Throws: ``ModelRefusal/noConvergence(_:)``.
    init(_ design: CrossedDesign) throws(ModelRefusal) {
        self.design = design
        let start = try design.momentRatios()
        guard let first = MixedEvaluation(design, ratios: (start[0], start[1])) else {
            throw .nothingLeftOver
        }
        best = first
        report = FitReport(
            start: first.criterion, end: first.criterion, evaluations: 1,
            tolerance: Self.tolerance, lastStep: .infinity, ending: .stepsUsedUp)
        run(from: start)
        report.end = best.criterion
        guard report.ending != .stepsUsedUp else { throw .noConvergence(report) }
    }

    private mutating func run(from start: [Double]) {
        var ratios = start
        var curvature = Curvature(best)
        for _ in 0..<Self.maximumSteps {
            let slope = [best.slope.rows, best.slope.columns]
            let step = curvature.step(from: ratios, slope: slope)
            report.lastStep = zip(step, ratios).map { abs($0) / max($1, 1e-6) }.max() ?? 0
            if report.lastStep <= Self.tolerance {
                report.ending = .converged
                return
            }
            let down = Self.descent(from: ratios, slope: slope)
            guard
                let (next, found) = advance(from: ratios, by: step)
                    ?? advance(from: ratios, by: down)
            else {
                // No shorter step lowers the criterion beyond its rounding.
                report.ending = .precisionReached
                return
            }
            curvature = Curvature(
                found, after: zip(next, ratios).map { $0 - $1 },
                change: [found.slope.rows - slope[0], found.slope.columns - slope[1]])
            (ratios, best) = (next, found)
        }
    }

    /// A step against the slope, at most as long as the ratios are: a short enough part of it leads
    /// down, where the information is too far from the curvature for Newton's step to do so.
    private static func descent(from ratios: [Double], slope: [Double]) -> [Double] {
        (0..<2).map { index in
            let length = max(ratios[index], 1e-3)
            return slope[index] > 0 ? -min(ratios[index], length) : slope[index] < 0 ? length : 0
        }
    }

    /// Takes a step, or a shorter one where the criterion would rise.
    private mutating func advance(
        from ratios: [Double], by step: [Double]
    ) -> ([Double], MixedEvaluation)? {
        var share = 1.0
        while share > 1e-6 {
            let next = zip(ratios, step).map { max(0, $0 + share * $1) }
            report.evaluations += 1
            if let found = MixedEvaluation(design, ratios: (next[0], next[1])),
                found.criterion <= best.criterion + 1e-11 * abs(best.criterion)
            {
                return (next, found)
            }
            share /= 4
        }
        return nil
    }
}

/// The second derivatives of the criterion in the two ratios, as far as they are known.
private struct Curvature {
    private var rows: Double
    private var columns: Double
    /// How the slope of rows changes with the ratio of columns, and the other way round; Broyden's
    /// correction makes the two differ.
    private var rowsByColumns: Double
    private var columnsByRows: Double

    /// The average information alone.
    init(_ evaluation: MixedEvaluation) {
        rows = evaluation.information.rows
        columns = evaluation.information.columns
        rowsByColumns = evaluation.information.both
        columnsByRows = evaluation.information.both
    }

    /// The average information, corrected so that it explains how the last step changed the slope.
    init(_ evaluation: MixedEvaluation, after step: [Double], change: [Double]) {
        self.init(evaluation)
        let square = step[0] * step[0] + step[1] * step[1]
        guard square > 0 else { return }
        let missing = [
            change[0] - rows * step[0] - rowsByColumns * step[1],
            change[1] - columnsByRows * step[0] - columns * step[1],
        ]
        var corrected = self
        corrected.rows += missing[0] * step[0] / square
        corrected.rowsByColumns += missing[0] * step[1] / square
        corrected.columnsByRows += missing[1] * step[0] / square
        corrected.columns += missing[1] * step[1] / square
        if corrected.isSound { self = corrected }
    }

    private var determinant: Double { rows * columns - rowsByColumns * columnsByRows }

    private var isSound: Bool {
        rows > 0 && columns > 0 && determinant > 1e-3 * rows * columns
    }

    /// The step to where the slope is 0, or along the bound to where the other slope is.
    func step(from ratios: [Double], slope: [Double]) -> [Double] {
        // A factor whose information is not positive goes by its slope alone.
        let own = [max(rows, 1e-12), max(columns, 1e-12)]
        let mixed = [rowsByColumns, columnsByRows]
        var step = [-slope[0] / own[0], -slope[1] / own[1]]
        if determinant > 1e-6 * own[0] * own[1] {
            step[0] = (-slope[0] * columns + slope[1] * rowsByColumns) / determinant
            step[1] = (-slope[1] * rows + slope[0] * columnsByRows) / determinant
        }
        for index in 0..<2 where step[index] <= -ratios[index] && slope[index] >= 0 {
            let other = 1 - index
            step[index] = -ratios[index]
            step[other] = -(slope[other] + mixed[other] * step[index]) / own[other]
        }
        return zip(step, ratios).map { max($0, -$1) }
    }
}
