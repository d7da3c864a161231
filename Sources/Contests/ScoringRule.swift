/// What a stage makes of its marks: an ordered list of small steps.
///
/// Scoring starts from a table with a row for each sheet and a column for each criterion. Every
/// step changes the table and leaves the order of its rows alone:
/// - a step over *criteria* turns the columns into one, so that each sheet has a score;
/// - a step over *judges* turns the sheets of a submission into one row;
/// - the others change single cells.
///
/// Either may come first: a sheet score that is then averaged, or a mean for each criterion that
/// is then summed. Where a row holds one score for each sheet and the next step is over judges, the
/// chief judge's adjustments and the reconsidered scores come in. When one value is left for
/// each submission, its penalties come in.
public struct ScoringRule: Sendable, Hashable {
    /// The steps, in the order in which they are taken.
    public var steps: [ScoringStep]
    /// Whether a higher score stands before a lower one, or after it.
    public var order: Order

    /// Which scores stand first.
    public enum Order: String, Sendable, Hashable, CaseIterable {
        /// The highest score is the best.
        case descending
        /// The lowest score is the best.
        case ascending
    }

    /// A rule.
    public init(steps: [ScoringStep], order: Order = .descending) {
        self.steps = steps
        self.order = order
    }
}

/// One step of a ``ScoringRule``.
public enum ScoringStep: Sendable, Hashable {
    /// Makes one value of several, over criteria or over judges.
    case combine(CombineStep)
    /// Leaves out the highest and the lowest values of the judges.
    case drop(DropStep)
    /// Turns each sheet's score into a standard score of its judge.
    case standardise(StandardiseStep)
    /// Multiplies.
    case scale(ScaleStep)
    /// Adds.
    case shift(ShiftStep)
    /// Keeps values within bounds.
    case bound(BoundStep)
    /// Rounds.
    case round(RoundStep)
    /// Replaces each mark by a value from a table.
    case lookUp(LookUpStep)
    /// Sends submissions back whose sheet scores span too much.
    case range(RangeStep)
    /// Brings in scores of earlier stages.
    case carry(CarryStep)
}
