public import Computing

/// A mark as a submission's quality, a judge's severity and a criterion's difficulty on one scale
/// of logits, told apart from categories: the many-facet Rasch model.
///
/// log(P(*k*) ÷ P(*k* − 1)) = quality − severity − difficulty − threshold *k*, for each category
/// *k* from 1. Severities, difficulties and each set of thresholds sum to 0. The estimates make the
/// joint likelihood of all effects the largest; ``RaschSums`` derives how. The result does not
/// depend on the number of cores.
///
/// > J. M. Linacre. *Many-Facet Rasch Measurement.* MESA Press, Chicago, 1989.
public struct RaschModel: Sendable {
    /// An effect, in logits.
    public struct Measure: Sendable, Hashable {
        /// The estimate.
        public var value: Double
        /// Its standard error, with all other effects unknown too.
        public var error: Double
    }

    /// The quality of each submission; none for one without a mark, or whose marks are all lowest
    /// or all highest, which has no finite estimate.
    public let submissions: [Measure?]
    /// The severity of each judge; none as for submissions.
    public let judges: [Measure?]
    /// The difficulty of each criterion; none as for submissions.
    public let criteria: [Measure?]
    /// The thresholds of each set: one set, or one for each criterion that has an estimate.
    public let thresholds: [[Measure]]
    /// The log of the joint likelihood.
    public let logLikelihood: Double
    /// The largest slope of the log likelihood by any effect, which is 0 at the exact estimates.
    public let largestSlope: Double
    /// How the fit went.
    public let report: FitReport
    let design: RaschDesign
    let point: RaschPoint

    /// The most judges, criteria and thresholds together: a matrix of 0.5 GB.
    public static let effectLimit = 8_000

    /// Fits the model.
    ///
    /// - Parameters:
    ///   - ratings: The marks.
    ///   - width: The most threads to use.
    /// - Complexity: O(*n*·*m* + *q*³) a step for *n* marks of *m* categories and *q* judges,
    ///   criteria and thresholds, and about ten steps.
    /// - Throws: Why the marks cannot carry it.
    public init(
        _ ratings: RatingColumns, width: Int = Concurrency.width
    ) throws(RaschRefusal) {
        let design = try RaschDesign(ratings)
        guard design.effectCount <= Self.effectLimit else {
            throw .tooLarge(effects: design.effectCount, limit: Self.effectLimit)
        }
        let search = try RaschSearch(design, width: width)
        let errors = RaschErrors(design, search.covariances, search.free, search.sums)
        let measures = RaschMeasures(design, search.point, errors, ratings)
        (submissions, judges) = (measures.submissions, measures.judges)
        (criteria, thresholds) = (measures.criteria, measures.thresholds)
        logLikelihood = search.sums.logLikelihood
        largestSlope = search.sums.slope
        report = search.report
        self.design = design
        point = search.point
    }
}
