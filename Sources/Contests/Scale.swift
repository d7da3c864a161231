public import Numbers

/// The marks that a judge may give: from a minimum to a maximum in steps.
public struct Scale: Sendable, Hashable {
    /// The lowest mark.
    public var minimum: Points
    /// The highest mark.
    public var maximum: Points
    /// The distance between neighbouring marks, counted from ``minimum``; positive.
    public var step: Points
    /// Named bands of marks, in the order of the file.
    public var levels: [Level]

    /// A scale.
    public init(minimum: Points, maximum: Points, step: Points, levels: [Level] = []) {
        self.minimum = minimum
        self.maximum = maximum
        self.step = step
        self.levels = levels
    }

    /// Whether a judge may give this mark.
    public func allows(_ mark: Points) -> Bool {
        mark >= minimum && mark <= maximum && mark.isOnStep(step, from: minimum)
    }

    /// The band that a mark falls in; the first one where bands share an end.
    public func level(of mark: Points) -> Level? {
        levels.first { $0.low <= mark && mark <= $0.high }
    }
}

/// A named band of marks with what it means.
public struct Level: Sendable, Hashable {
    /// The level's identifier within its criterion.
    public var id: String
    /// Its names, such as 优秀 or "excellent".
    public var names: LocalizedText
    /// The lowest mark of the band.
    public var low: Points
    /// The highest mark of the band.
    public var high: Points
    /// What a submission at this level is like.
    public var descriptor: LocalizedText
    /// Examples, each in any number of languages.
    public var examples: [LocalizedText]

    /// A level.
    public init(
        id: String, names: LocalizedText, low: Points, high: Points,
        descriptor: LocalizedText = LocalizedText(), examples: [LocalizedText] = []
    ) {
        self.id = id
        self.names = names
        self.low = low
        self.high = high
        self.descriptor = descriptor
        self.examples = examples
    }
}

/// How a measured value is turned into points.
public struct Measurement: Sendable, Hashable {
    /// The unit, for display, such as `m` or `ms`.
    public var unit: String
    /// The rule.
    public var conversion: Conversion
    /// The fewest points; none if there is no floor.
    public var minimum: Points?
    /// The most points; none if there is no ceiling.
    public var maximum: Points?

    /// A rule that turns a measured value into points.
    public enum Conversion: Sendable, Hashable {
        /// The value is the points.
        case identity
        /// base + (value − reference) × slope, rounded as stated.
        case line(base: Points, reference: Points, slope: Ratio, rounding: Rounding?)
        /// Bands, each from a value on (included) up to the next band.
        case bands([Band])
    }

    /// Points from a measured value on.
    public struct Band: Sendable, Hashable {
        /// The lowest value of the band.
        public var from: Points
        /// What it is worth.
        public var points: Points

        /// A band.
        public init(from: Points, points: Points) {
            self.from = from
            self.points = points
        }
    }

    /// A measurement.
    public init(
        unit: String = "", conversion: Conversion, minimum: Points? = nil, maximum: Points? = nil
    ) {
        self.unit = unit
        self.conversion = conversion
        self.minimum = minimum
        self.maximum = maximum
    }

    /// The points for a measured value; none where it lies below every band.
    ///
    /// - Throws: `NumbersError.overflow`.
    public func points(for value: Points) throws(NumbersError) -> Ratio? {
        var points: Ratio
        switch conversion {
        case .identity:
            points = Ratio(value)
        case .line(let base, let reference, let slope, let rounding):
            points = try Ratio(base) + (Ratio(value) - Ratio(reference)) * slope
            if let rounding { points = try points.rounded(rounding) }
        case .bands(let bands):
            let reached = bands.filter { $0.from <= value }.max { $0.from < $1.from }
            guard let reached else { return nil }
            points = Ratio(reached.points)
        }
        if let minimum { points = max(points, Ratio(minimum)) }
        if let maximum { points = min(points, Ratio(maximum)) }
        return points
    }
}
