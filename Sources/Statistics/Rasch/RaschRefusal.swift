/// Why a Rasch model cannot be fitted: the data cannot carry it.
public enum RaschRefusal: Error, Sendable, Hashable {
    /// A mark lies outside its criterion's categories, or names a level that is not counted; the
    /// mark's place from 0.
    case outOfRange(at: Int)
    /// No mark is left, once submissions and judges with nothing but lowest or nothing but highest
    /// marks are set aside. Marks that differ would mend it.
    case allExtreme
    /// A category that no mark uses has no threshold; joining it with its neighbour would mend it.
    /// The criterion is named where each has thresholds of its own.
    case categoryUnused(Int, criterion: Int?)
    /// The judges fall into islands that share no submission, so their severities cannot be
    /// compared. Sheets that join the islands would mend it, or the mixed model.
    case islands(Int)
    /// The marks leave a mix of effects open, such as a judge who marked on one criterion alone
    /// that nobody else marked on.
    case notToldApart
    /// There are more judges, criteria and thresholds than memory holds a matrix for.
    case tooLarge(effects: Int, limit: Int)
    /// The fit did not come to rest; the report tells how far it came.
    case noConvergence(FitReport)
}
