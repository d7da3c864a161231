public import Numbers

/// Leaves out the *n* highest and the *m* lowest values of a submission's judges.
///
/// Taken on sheet scores, or on each criterion by itself where criteria are still apart. One of
/// several equal values is left out, not all of them.
public struct DropStep: Sendable, Hashable {
    /// What happens where a submission has fewer values than ``atLeast``.
    public enum Fewer: String, Sendable, Hashable, CaseIterable {
        /// Nothing is left out.
        case keep
        /// The submission has no score.
        case notScored = "not-scored"
    }

    /// How many of the highest are left out.
    public var highest: Int
    /// How many of the lowest are left out.
    public var lowest: Int
    /// Values that a submission must have for any to be left out; at least
    /// ``highest`` + ``lowest`` + 1.
    public var atLeast: Int
    /// What happens where it has fewer.
    public var fewer: Fewer
    /// Criteria or groups that the step is for; empty for all.
    public var of: [CriterionID]

    /// A drop.
    public init(
        highest: Int = 1, lowest: Int = 1, atLeast: Int? = nil, fewer: Fewer = .keep,
        of: [CriterionID] = []
    ) {
        self.highest = highest
        self.lowest = lowest
        self.atLeast = max(atLeast ?? 0, highest + lowest + 1)
        self.fewer = fewer
        self.of = of
    }
}

/// Turns each sheet's score into a standard score of its judge:
/// mean + deviation · (x − judge's mean) ÷ judge's deviation.
///
/// With mean 50 and deviation 10 this is the T-score. A judge whose scores are all equal has no
/// deviation: that is a told fault, and the judge's sheets have no score.
public struct StandardiseStep: Sendable, Hashable {
    /// Which of a judge's sheets make the judge's mean and deviation.
    public enum MarkSet: String, Sendable, Hashable, CaseIterable {
        /// All of the stage.
        case stage
        /// Those of the same heat.
        case heat
        /// Those of the same panel: submissions with the same judges.
        case panel
    }

    /// Which divisor the judge's deviation has.
    public enum Divisor: String, Sendable, Hashable, CaseIterable {
        /// *n* − 1: the sample's deviation.
        case sample
        /// *n*: the population's deviation.
        case population
    }

    /// The target mean, in points.
    public var mean: Points
    /// The target deviation, in points.
    public var deviation: Points
    /// Which of a judge's sheets make the judge's mean and deviation.
    public var set: MarkSet
    /// Which divisor the judge's deviation has.
    public var divisor: Divisor
    /// How the standard score is rounded; needed, for it holds a root.
    public var rounding: Rounding

    /// A standard score.
    public init(
        mean: Points, deviation: Points, set: MarkSet = .stage, divisor: Divisor = .sample,
        rounding: Rounding = Rounding(digits: 2)
    ) {
        self.mean = mean
        self.deviation = deviation
        self.set = set
        self.divisor = divisor
        self.rounding = rounding
    }
}

/// Sends a submission back to its judges where its sheet scores span more than a limit.
public struct RangeStep: Sendable, Hashable {
    /// The largest span, highest minus lowest, that is left alone; in points.
    public var limit: Points

    /// A range rule.
    public init(limit: Points) {
        self.limit = limit
    }
}
