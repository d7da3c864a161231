/// Why a model of comparisons or rankings cannot be fitted: the data cannot carry it.
public enum PairwiseRefusal: Error, Sendable, Hashable {
    /// A comparison or a ranking names a submission that is not counted, or one twice; its place
    /// from 0.
    case outOfRange(at: Int)
    /// There are fewer than two submissions, or nothing compares them.
    case tooFew
    /// Every comparison is a tie, so nothing tells submissions apart.
    case tiesAlone
    /// These submissions never lost to any of the others, or never won against any, or were never
    /// compared with them: how far they lie apart has no finite estimate. Comparisons with the
    /// others that both sides win would mend it.
    case separated([Int])
    /// The fit did not come to rest; the report tells how far it came.
    case noConvergence(FitReport)
}
