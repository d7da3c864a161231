public import Computing

/// The many-facet Rasch model by conditional likelihood: severities, difficulties and thresholds
/// from how each submission's total came about, without its quality.
///
/// Given a submission's total, the chances of its marks do not depend on its quality. So the
/// estimates stay right however few marks a submission has, where joint likelihood
/// (``RaschModel``) spreads them too far, by about *k* ÷ (*k* − 1) for *k* marks on a submission.
///
/// > E. B. Andersen. "A goodness of fit test for the Rasch model." *Psychometrika* 38, 1973,
/// > pp. 123–140. doi:10.1007/BF02291180
public struct ConditionalRasch: Sendable {
    /// The severity of each judge; none without a finite estimate. They sum to 0.
    public let judges: [RaschModel.Measure?]
    /// The difficulty of each criterion; none without a finite estimate. They sum to 0.
    public let criteria: [RaschModel.Measure?]
    /// The thresholds of each set: one set, or one for each criterion that has an estimate.
    public let thresholds: [[RaschModel.Measure]]
    /// The log of the conditional likelihood.
    public let logLikelihood: Double
    /// The largest slope of the log likelihood by any effect, which is 0 at the exact estimates.
    public let largestSlope: Double
    /// How the fit went.
    public let report: FitReport
    let design: RaschDesign
    let point: RaschPoint

    private static let tolerance = 1e-12

    /// Fits the model by Newton's method.
    ///
    /// - Parameters:
    ///   - ratings: The marks.
    ///   - width: The most threads to use.
    /// - Complexity: O(*p*·*k*²·*m*²·*e*² + *q*³) a step for *p* different panels, which give *k*
    ///   marks of *m* categories and meet *e* of the *q* effects.
    /// - Throws: Why the marks cannot carry it.
    public init(
        _ ratings: RatingColumns, width: Int = Concurrency.width
    ) throws(RaschRefusal) {
        let design = try RaschDesign(ratings)
        guard design.effectCount <= RaschModel.effectLimit else {
            throw .tooLarge(effects: design.effectCount, limit: RaschModel.effectLimit)
        }
        let panels = PanelTotals.panels(design)
        let free = RaschSearch.free(design)
        var point = RaschPoint(design)
        var sums = ConditionalSums(design, panels, point, width)
        var report = FitReport(
            start: -2 * sums.logLikelihood, end: 0, evaluations: 1, tolerance: Self.tolerance,
            lastStep: .infinity, ending: .stepsUsedUp)
        while report.evaluations < 100, report.lastStep > Self.tolerance {
            let part = RaschSearch.part(sums.information, free)
            guard let factor = CholeskyFactor(part) else { throw .notToldApart }
            var step = RaschStep(
                qualities: [], others: [Double](repeating: 0, count: design.effectCount))
            for (index, value) in factor.solving(free.map { sums.slopes[$0] }).enumerated() {
                step.others[free[index]] = -value
            }
            point.qualities = []
            var share = min(1, 2 / max(step.size, 1e-300))
            let noise = 1e-11 * abs(sums.logLikelihood)
            var next = point.moved(by: step, share: share)
            var found = ConditionalSums(design, panels, next, width)
            while found.logLikelihood < sums.logLikelihood - noise, share > 1e-6 {
                share /= 4
                next = point.moved(by: step, share: share)
                found = ConditionalSums(design, panels, next, width)
                report.evaluations += 1
            }
            (point, sums) = (next, found)
            report.evaluations += 1
            report.lastStep = share * step.size
        }
        report.end = -2 * sums.logLikelihood
        guard report.lastStep <= 1e-9 else { throw .noConvergence(report) }
        report.ending = report.lastStep <= Self.tolerance ? .converged : .precisionReached
        guard let factor = CholeskyFactor(RaschSearch.part(sums.information, free)) else {
            throw .notToldApart
        }
        let centred = point.centred(design)
        let measures = RaschMeasures(
            design, centred, RaschErrors(design, factor.inverse(), free, nil), ratings)
        (judges, criteria, thresholds) = (
            measures.judges, measures.criteria, measures.thresholds
        )
        logLikelihood = sums.logLikelihood
        largestSlope = sums.slopes.reduce(0) { max($0, abs($1)) }
        self.report = report
        self.design = design
        self.point = centred
    }
}
