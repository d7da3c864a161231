import Computing
import Foundation

/// The strengths of submissions from rankings of some of them at a time.
///
/// A ranking is drawn from the best downward, each submission with a chance in proportion to its
/// worth, e^strength, among those that are left (Plackett, R. L. (1975), Applied Statistics 24,
/// 193–202, doi:10.2307/2346567; Luce 1959). Strengths sum to 0 and make the likelihood the
/// largest, by Newton's method (Hunter, D. R. (2004), Annals of Statistics 32, 384–406,
/// doi:10.1214/aos/1079120141, gives when that exists).
public struct PlackettLuce: Sendable {
    /// The strength of each submission, in logits.
    public let strengths: [Double]
    /// The log of the likelihood; of the pseudo-rankings too, where there are any.
    public let logLikelihood: Double
    /// How the fit went.
    public let report: FitReport
    /// The covariances of the strengths; none where the rankings alone do not join all submissions.
    private let covariances: SymmetricMatrix?

    /// The most submissions that a fit takes.
    public static let submissionLimit = 4_000
    private static let tolerance = 1e-12

    /// Fits the model.
    ///
    /// - Parameters:
    ///   - rankings: Each from the best to the worst, of two submissions or more.
    ///   - submissionCount: Submissions are numbered from 0 to this − 1.
    ///   - pseudoWeight: Above 0, every submission also wins and loses against one that does not
    ///     exist, with this weight: so that all estimates are finite, and drawn towards the middle
    ///     where a submission was ranked seldom.
    /// - Complexity: O(Σ *k*³ + *n*³) a step for *n* submissions and *k* of them in a ranking.
    /// - Throws: Why the rankings cannot carry it.
    public init(
        rankings: [[Int32]], submissionCount: Int, pseudoWeight: Double = 0
    ) throws(PairwiseRefusal) {
        try Self.check(rankings, submissionCount, pseudoWeight)
        // The submission that does not exist comes last.
        let count = submissionCount + (pseudoWeight > 0 ? 1 : 0)
        var strengths = [Double](repeating: 0, count: count)
        var sums = RankingSums(rankings, strengths, pseudoWeight)
        var report = FitReport(
            start: -2 * sums.logLikelihood, end: 0, evaluations: 1, tolerance: Self.tolerance,
            lastStep: .infinity, ending: .stepsUsedUp)
        while report.evaluations < 200, report.lastStep > Self.tolerance {
            guard let factor = CholeskyFactor(sums.information.filled()) else { break }
            let step = factor.solving(sums.slopes)
            let size = step.reduce(0) { max($0, abs($1)) }
            var share = min(1, 2 / max(size, 1e-300))
            let noise = 1e-12 * abs(sums.logLikelihood)
            var next = zip(strengths, step).map { $0 + share * $1 }
            var found = RankingSums(rankings, next, pseudoWeight)
            while found.logLikelihood < sums.logLikelihood - noise, share > 1e-9 {
                share /= 4
                next = zip(strengths, step).map { $0 + share * $1 }
                found = RankingSums(rankings, next, pseudoWeight)
                report.evaluations += 1
            }
            (strengths, sums) = (next, found)
            report.evaluations += 1
            report.lastStep = share * size
        }
        report.end = -2 * sums.logLikelihood
        guard report.lastStep <= 1e-9 else { throw .noConvergence(report) }
        report.ending = report.lastStep <= Self.tolerance ? .converged : .precisionReached
        let own = strengths.prefix(submissionCount)
        let mean = own.reduce(0, +) / Double(submissionCount)
        self.strengths = own.map { $0 - mean }
        logLikelihood = sums.logLikelihood
        self.report = report
        // Pseudo-rankings are no data: errors come from the rankings alone.
        let information = RankingSums(rankings, Array(own), 0).information
        covariances = CholeskyFactor(information.filled())?.inverse()
    }

    private static func check(
        _ rankings: [[Int32]], _ count: Int, _ pseudoWeight: Double
    ) throws(PairwiseRefusal) {
        precondition(pseudoWeight >= 0 && count <= submissionLimit)
        var seenIn = [Int](repeating: -1, count: count)
        var (better, worse): ([Int32], [Int32]) = ([], [])
        for (number, ranking) in rankings.enumerated() {
            for submission in ranking {
                guard (0..<count).contains(Int(submission)), seenIn[Int(submission)] != number
                else { throw .outOfRange(at: number) }
                seenIn[Int(submission)] = number
            }
            better += ranking.dropLast()
            worse += ranking.dropFirst()
        }
        guard count > 1, !better.isEmpty else { throw .tooFew }
        guard pseudoWeight == 0 else { return }
        _ = try ComparisonGraph(
            Comparisons(better: better, worse: worse, submissionCount: count))
    }

    /// The standard error of the difference of two strengths; none where the rankings alone do not
    /// tell it.
    public func error(of one: Int, against other: Int) -> Double? {
        covariances.map {
            max(0, $0[one, one] + $0[other, other] - 2 * $0[one, other]).squareRoot()
        }
    }
}

/// The log likelihood of rankings at a point, its slope and its curvature.
private struct RankingSums {
    private(set) var logLikelihood = 0.0
    private(set) var slopes: [Double]
    private(set) var information: SymmetricMatrix
    private let worths: [Double]

    init(_ rankings: [[Int32]], _ strengths: [Double], _ pseudoWeight: Double) {
        let most = strengths.max() ?? 0
        worths = strengths.map { exp($0 - most) }
        slopes = [Double](repeating: 0, count: strengths.count)
        information = SymmetricMatrix(order: strengths.count)
        for ranking in rankings {
            for place in ranking.indices.dropLast() { add(ranking[place...], weight: 1) }
        }
        guard pseudoWeight > 0 else { return }
        let none = Int32(strengths.count - 1)
        for submission in 0..<none {
            add([submission, none], weight: pseudoWeight)
            add([none, submission], weight: pseudoWeight)
        }
    }

    /// Adds a choice: the first of a list was chosen.
    private mutating func add(_ list: ArraySlice<Int32>, weight: Double) {
        let sum = list.reduce(0) { $0 + worths[Int($1)] }
        let chosen = Int(list[list.startIndex])
        logLikelihood += weight * log(worths[chosen] / sum)
        slopes[chosen] += weight
        for one in list {
            let chance = worths[Int(one)] / sum
            slopes[Int(one)] -= weight * chance
            information[Int(one), Int(one)] += weight * chance
            for other in list where other <= one {
                information[Int(one), Int(other)] -= weight * chance * worths[Int(other)] / sum
            }
        }
    }
}

extension SymmetricMatrix {
    /// With curvature in the direction in which all strengths move together, where there is none.
    fileprivate func filled() -> SymmetricMatrix {
        var filled = self
        let trace = (0..<order).reduce(0) { $0 + self[$1, $1] }
        for column in 0..<order {
            for row in column..<order { filled[row, column] += trace / Double(order * order) }
        }
        return filled
    }
}
