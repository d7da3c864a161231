public import Numbers

/// Multiplies each value by a factor, by a field of the submission, by the criterion's weight, or
/// by several of them.
public struct ScaleStep: Sendable, Hashable {
    /// A fixed factor.
    public var factor: Ratio
    /// A field of the submission that holds a number; none for no such factor. Needed only where
    /// there is a value to multiply.
    public var field: String?
    /// Whether each criterion's weight is a factor.
    public var byWeight: Bool
    /// Criteria or groups that the step is for; empty for all.
    public var of: [CriterionID]

    /// A multiplication.
    public init(
        factor: Ratio = .one, field: String? = nil, byWeight: Bool = false, of: [CriterionID] = []
    ) {
        self.factor = factor
        self.field = field
        self.byWeight = byWeight
        self.of = of
    }
}

/// Adds an amount, or a field of the submission, to each value.
public struct ShiftStep: Sendable, Hashable {
    /// A fixed amount, in points.
    public var amount: Ratio
    /// A field of the submission that holds a number; none for no such amount. Needed only where
    /// there is a value to add to.
    public var field: String?
    /// Criteria or groups that the step is for; empty for all.
    public var of: [CriterionID]

    /// An addition.
    public init(amount: Ratio = .zero, field: String? = nil, of: [CriterionID] = []) {
        self.amount = amount
        self.field = field
        self.of = of
    }
}

/// Keeps each value within bounds.
public struct BoundStep: Sendable, Hashable {
    /// The lowest value; none for no floor.
    public var minimum: Points?
    /// The highest value; none for no ceiling.
    public var maximum: Points?

    /// Bounds.
    public init(minimum: Points? = nil, maximum: Points? = nil) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// Rounds each value.
public struct RoundStep: Sendable, Hashable {
    /// To how many decimals, and which way a half goes.
    public var rounding: Rounding
    /// Criteria or groups that the step is for; empty for all.
    public var of: [CriterionID]

    /// A rounding.
    public init(_ rounding: Rounding, of: [CriterionID] = []) {
        self.rounding = rounding
        self.of = of
    }
}

/// Replaces each mark by the value that a table has for it, in the row that a field of the
/// submission names.
public struct LookUpStep: Sendable, Hashable {
    /// The table's name.
    public var table: String
    /// The field of the submission that names the row; needed only where there is a mark.
    public var field: String
    /// Criteria or groups that the step is for; empty for all.
    public var of: [CriterionID]

    /// A look-up.
    public init(table: String, field: String, of: [CriterionID] = []) {
        self.table = table
        self.field = field
        self.of = of
    }
}

/// Brings in scores of earlier stages: own · weight + Σ carried · weight, or their weighted mean.
public struct CarryStep: Sendable, Hashable {
    /// Which score of the earlier stage.
    public enum Score: String, Sendable, Hashable, CaseIterable {
        /// Its score with what it had carried itself.
        case total
        /// Its score without what it had carried.
        case own
    }

    /// An earlier stage and what it counts.
    public struct Source: Sendable, Hashable {
        /// The earlier stage's name within the track.
        public var stage: String
        /// What it counts.
        public var weight: Ratio
        /// Which of its scores.
        public var score: Score

        /// An earlier stage and what it counts.
        public init(stage: String, weight: Ratio = .one, score: Score = .total) {
            self.stage = stage
            self.weight = weight
            self.score = score
        }
    }

    /// The earlier stages.
    public var sources: [Source]
    /// What the stage's own score counts.
    public var ownWeight: Ratio
    /// Whether the sum is divided by the sum of the weights.
    public var isMean: Bool

    /// A carry.
    public init(sources: [Source], ownWeight: Ratio = .one, isMean: Bool = false) {
        self.sources = sources
        self.ownWeight = ownWeight
        self.isMean = isMean
    }
}
