/// How a fit went.
public struct FitReport: Sendable, Hashable {
    /// Why a fit stopped.
    public enum Ending: Sendable, Hashable {
        /// The last step was below the tolerance.
        case converged
        /// Numbers of this size cannot be told closer.
        case precisionReached
        /// The steps that it may take were used up.
        case stepsUsedUp
    }

    /// The criterion at the start: −2 log likelihood.
    public var start: Double
    /// The criterion at the end.
    public var end: Double
    /// How often the criterion was computed.
    public var evaluations: Int
    /// The relative step below which the fit counts as at rest.
    public var tolerance: Double
    /// The last step, relative to where it led.
    public var lastStep: Double
    /// Why it stopped.
    public var ending: Ending

    /// A report.
    public init(
        start: Double, end: Double, evaluations: Int, tolerance: Double, lastStep: Double,
        ending: Ending
    ) {
        self.start = start
        self.end = end
        self.evaluations = evaluations
        self.tolerance = tolerance
        self.lastStep = lastStep
        self.ending = ending
    }
}
