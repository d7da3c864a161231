/// How far judges agree beyond chance, whatever the level of measurement and however many marks are
/// missing.
///
/// α = 1 − observed ÷ expected disagreement, over all pairs of marks of one submission
/// (Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability,
/// repository.upenn.edu/asc_papers/43). Submissions with fewer than two marks say nothing and are
/// left out.
public struct KrippendorffAlpha: Sendable, Hashable {
    /// What differences between marks mean.
    public enum Level: Sendable, Hashable, CaseIterable {
        /// Marks are names: two are equal or not.
        case nominal
        /// Marks are ranks: a difference counts the marks between.
        case ordinal
        /// Marks are numbers: the squared difference.
        case interval
        /// Marks are numbers from a true zero: the squared difference relative to the sum.
        case ratio
    }

    /// The coefficient: 1 where all agree, 0 where they agree as often as by chance.
    public let value: Double

    /// Computes the coefficient.
    ///
    /// - Complexity: O(*n* log *n* + *v*²) for *n* marks of *v* different values.
    /// - Throws: ``ReliabilityRefusal``; for ``Level/ratio`` also where a mark is below 0.
    public init(_ matrix: MarkMatrix, _ level: Level) throws(ReliabilityRefusal) {
        let units = (0..<matrix.submissionCount).map { matrix.marks(of: $0) }
            .filter { $0.count >= 2 }
        guard !units.isEmpty else { throw .nothingShared }
        let values = Set(units.joined()).sorted()
        guard values.allSatisfy({ $0.isFinite && (level != .ratio || $0 >= 0) }) else {
            throw .outOfRange
        }
        guard values.count > 1 else { throw .allEqual }
        let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
        var counts = [Double](repeating: 0, count: values.count)
        for mark in units.joined() { counts[places[mark] ?? 0] += 1 }
        let distance = Distance(level: level, values: values, counts: counts)
        let observed = units.reduce(0) { $0 + Self.disagreement($1, places, distance) }
        let total = counts.reduce(0, +)
        var expected = 0.0
        for one in values.indices {
            for other in 0..<one {
                expected += counts[one] * counts[other] * distance(one, other)
            }
        }
        value = 1 - observed * (total - 1) / expected
    }

    /// The sum over the pairs of a submission's marks, divided by the marks less one.
    private static func disagreement(
        _ marks: [Double], _ places: [Double: Int], _ distance: Distance
    ) -> Double {
        var found: [Int: Double] = [:]
        for mark in marks { found[places[mark] ?? 0, default: 0] += 1 }
        let kinds = found.sorted { $0.key < $1.key }
        var sum = 0.0
        for (place, one) in kinds.enumerated() {
            for other in kinds[..<place] {
                sum += one.value * other.value * distance(one.key, other.key)
            }
        }
        return sum / Double(marks.count - 1)
    }

    /// The squared distance of two different values, by their places in ascending order.
    private struct Distance {
        let level: Level
        let values: [Double]
        let counts: [Double]
        /// The marks up to and with each value.
        let running: [Double]

        init(level: Level, values: [Double], counts: [Double]) {
            (self.level, self.values, self.counts) = (level, values, counts)
            var sum = 0.0
            running = counts.map { count in
                sum += count
                return sum
            }
        }

        func callAsFunction(_ one: Int, _ other: Int) -> Double {
            switch level {
            case .nominal: return 1
            case .ordinal:
                let (low, high) = (min(one, other), max(one, other))
                let between = running[high] - running[low] + counts[low]
                let ranks = between - (counts[low] + counts[high]) / 2
                return ranks * ranks
            case .interval:
                let difference = values[one] - values[other]
                return difference * difference
            case .ratio:
                let share = (values[one] - values[other]) / (values[one] + values[other])
                return share * share
            }
        }
    }
}
