public import Numbers

/// Makes one value of several.
public struct CombineStep: Sendable, Hashable {
    /// What disappears.
    public enum Axis: String, Sendable, Hashable, CaseIterable {
        /// The columns: a sheet, or a submission, has one value afterwards.
        case criteria
        /// The sheets of a submission: it has one row afterwards.
        case judges
    }

    /// How the values become one.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// Σ x.
        case sum
        /// Σ x ÷ n.
        case mean
        /// The middle value, or the mean of the two middle ones.
        case median
        /// Σ w·x, with the weights of the criteria.
        case weightedSum = "weighted-sum"
        /// Σ w·x ÷ Σ w: over criteria with their weights, over judges with their confidence.
        case weightedMean = "weighted-mean"
        /// Σ w·x ÷ maximum of x: each criterion gives its weight in points, whatever its scale.
        case points
    }

    /// A kind of judge and what its mean counts.
    public struct KindWeight: Sendable, Hashable {
        /// The kind of judge.
        public var kind: JudgeKind
        /// What the kind's own value counts, in any unit.
        public var weight: Ratio

        /// A kind and its weight.
        public init(kind: JudgeKind, weight: Ratio) {
            self.kind = kind
            self.weight = weight
        }
    }

    /// What happens where a kind of judge gave no sheet.
    public enum MissingKind: String, Sendable, Hashable, CaseIterable {
        /// The submission has no score.
        case notScored = "not-scored"
        /// The other kinds share out the weight.
        case redistribute
    }

    /// What disappears.
    public var axis: Axis
    /// How the values become one.
    public var method: Method
    /// Over judges: kinds that are combined by ``method`` first and then averaged with these
    /// weights; empty where all judges count alike. Sheets of other kinds do not count.
    public var kinds: [KindWeight]
    /// What happens where a kind of judge gave no sheet.
    public var missingKind: MissingKind

    /// A combination.
    public init(
        axis: Axis, method: Method, kinds: [KindWeight] = [], missingKind: MissingKind = .notScored
    ) {
        self.axis = axis
        self.method = method
        self.kinds = kinds
        self.missingKind = missingKind
    }
}
