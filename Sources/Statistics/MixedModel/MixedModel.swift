import Computing
import Foundation

/// A mark as a mean, a submission's quality, a judge's habit and chance, told apart.
///
/// mark = mean of its group + submission + judge + error, where submissions, judges and errors are
/// drawn with variances that the marks themselves give, by restricted maximum likelihood
/// (Patterson, H. D. and Thompson, R. (1971), Biometrika 58, 545–554, doi:10.2307/2334389). The
/// effects are their best linear unbiased predictions: a judge of few sheets is drawn towards the
/// others. Severity is positive where a judge marks low.
///
/// ``MixedEquations`` and ``MixedEvaluation`` derive how it is computed. The result does not depend
/// on the number of cores.
public struct MixedModel: Sendable {
    /// An effect and how sure it is, in points.
    public struct Effect: Sendable, Hashable {
        /// The prediction.
        public var value: Double
        /// The standard error of the prediction.
        public var error: Double
    }

    /// The mean of each group of marks, with its standard error.
    public let means: [Effect]
    /// The variances of submissions, judges and errors, in squared points.
    public let variances: (submissions: Double, judges: Double, error: Double)
    /// −2 log of the restricted likelihood.
    public let criterion: Double
    /// How far each submission lies above the mean.
    public let submissions: [Effect]
    /// How severe each judge is: by how much the judge marks below the others.
    public let severities: [Effect]
    /// The island of each judge: judges share a number where a chain of shared submissions joins
    /// them. Severities on two islands are told apart only by what the model assumes.
    public let islands: [Int32]
    /// Whether the data tell each judge's severity from the quality of what the judge marked: the
    /// judge has two marks or more, and is on the island with the most marks.
    public let isToldApart: [Bool]
    /// How the fit went.
    public let report: FitReport
    private let design: CrossedDesign
    private let evaluation: MixedEvaluation

    /// The most judges, or submissions where these are fewer, that a fit takes: a matrix of 0.5 GB.
    public static let levelLimit = 8_000

    /// Fits the model.
    ///
    /// - Complexity: O(Σ *k*² + *q*³) a step for *k* marks of a submission and *q* judges (or the
    ///   other way round where judges are more), and about six steps.
    /// - Throws: Why the marks cannot carry it.
    public init(_ marks: MarkColumns) throws(ModelRefusal) {
        let levels = min(marks.submissionCount, marks.judgeCount)
        guard levels <= Self.levelLimit else {
            throw .tooLarge(levels: levels, limit: Self.levelLimit)
        }
        let design = try CrossedDesign(marks)
        let search = try MixedSearch(design)
        let found = search.best
        let variance = found.errorVariance
        let ratios = found.equations.ratios
        let rows = Self.rowEffects(found, ratios.rows * variance)
        let columns = Self.columnEffects(found, ratios.columns * variance)
        means = found.effects.means.enumerated().map { group, mean in
            let place = design.columnCount + group
            return Effect(
                value: design.offset + mean,
                error: (variance * found.inverse[place, place]).squareRoot())
        }
        let isTurned = !design.submissionsAreRows
        let (first, second) = (ratios.rows * variance, ratios.columns * variance)
        variances =
            isTurned
            ? (submissions: second, judges: first, error: variance)
            : (submissions: first, judges: second, error: variance)
        submissions = isTurned ? columns : rows
        severities = (isTurned ? rows : columns).map { Effect(value: -$0.value, error: $0.error) }
        criterion = found.criterion
        report = search.report
        let joined = design.islands()
        islands = isTurned ? joined.rows : joined.columns
        isToldApart = Self.toldApart(marks, islands)
        self.design = design
        evaluation = found
    }

    private static func rowEffects(_ found: MixedEvaluation, _ variance: Double) -> [Effect] {
        let ratio = found.equations.ratios.rows
        return found.effects.rows.indices.map { row in
            let share = 1 / found.equations.pivots[row] + ratio * found.rowForms[row]
            return Effect(value: found.effects.rows[row], error: (variance * share).squareRoot())
        }
    }

    private static func columnEffects(_ found: MixedEvaluation, _ variance: Double) -> [Effect] {
        found.effects.columns.indices.map { column in
            Effect(
                value: found.effects.columns[column],
                error: (variance * found.inverse[column, column]).squareRoot())
        }
    }

    private static func toldApart(_ marks: MarkColumns, _ islands: [Int32]) -> [Bool] {
        var sheets = [Int](repeating: 0, count: marks.judgeCount)
        var sizes: [Int32: Int] = [:]
        for judge in marks.judges {
            sheets[Int(judge)] += 1
            sizes[islands[Int(judge)], default: 0] += 1
        }
        let main = sizes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
        return islands.indices.map { sheets[$0] > 1 && islands[$0] == main }
    }

    /// The mean of all marks.
    public var mean: Double {
        let weights = design.weight.groups
        return zip(means, weights).reduce(0) { $0 + $1.0.value * $1.1 } / design.weight.total
    }

    /// One draw of all submissions' effects from their joint distribution given the marks.
    ///
    /// An effect is how far a submission lies above the mean, in points. The variances are taken as
    /// they were fitted; that means and judges are not known is part of the draw.
    ///
    /// - Complexity: O(*n* + *q*²).
    public func drawnEffects(_ random: inout NormalStream) -> [Double] {
        let (count, groups) = (design.columnCount, design.groupCount)
        let equations = evaluation.equations
        let deviation = evaluation.errorVariance.squareRoot()
        let scale = equations.ratios.columns.squareRoot()
        // What the columns and the means miss their predictions by.
        let missed = equations.factor.solvingTransposed(
            (0..<(count + groups)).map { _ in random.next() })
        guard design.submissionsAreRows else {
            return (0..<count).map {
                evaluation.effects.columns[$0] + deviation * scale * missed[$0]
            }
        }
        let ratio = equations.ratios.rows
        return (0..<design.rowCount).map { row in
            var others = 0.0
            for group in 0..<groups {
                others += design.rowGroups[row * groups + group] * missed[count + group]
            }
            for cell in design.starts[row]..<design.starts[row + 1] {
                others += design.weights[cell] * scale * missed[Int(design.columns[cell])]
            }
            let pivot = equations.pivots[row]
            let own = ratio.squareRoot() * random.next() / pivot.squareRoot()
            return evaluation.effects.rows[row] + deviation * (own - ratio * others / pivot)
        }
    }
}
