public import Computing
import Foundation

/// The strengths of submissions from comparisons of two at a time.
///
/// The odds that one submission beats another are the ratio of their worths, e^strength (Bradley,
/// R. A. and Terry, M. E. (1952), Biometrika 39, 324–345, doi:10.2307/2334029). Where there are
/// ties, a tie's weight is *ν* times the geometric mean of the two worths (Davidson, R. R. (1970),
/// Journal of the American Statistical Association 65, 317–328, doi:10.2307/2283595). Strengths sum
/// to 0 and make the likelihood the largest. The result does not depend on the number of cores.
public struct BradleyTerry: Sendable {
    /// The strength of each submission, in logits.
    public let strengths: [Double]
    /// Davidson's *ν*: 0 where there are no ties.
    public let tieWeight: Double
    /// The log of the likelihood.
    public let logLikelihood: Double
    /// The largest slope of the log likelihood, which is 0 at the exact estimates.
    public let largestSlope: Double
    /// How the fit went.
    public let report: FitReport
    private let sums: PairwiseSums

    /// The most submissions that ``errors()`` are computed for: a matrix of 0.2 GB.
    public static let errorLimit = 5_000

    /// Fits the model by Newton's method, with conjugate gradients for the steps.
    ///
    /// - Parameters:
    ///   - comparisons: Who beat whom.
    ///   - width: The most threads to use.
    /// - Complexity: O(*m*·*s*) for *m* comparisons and *s* steps of conjugate gradients in all,
    ///   about 40 where every submission is compared with many.
    /// - Throws: Why the comparisons cannot carry it.
    public init(
        _ comparisons: Comparisons, width: Int = Concurrency.width
    ) throws(PairwiseRefusal) {
        let graph = try ComparisonGraph(comparisons)
        let search = try PairwiseSearch(graph, width: width)
        strengths = search.strengths
        tieWeight = search.tieWeight
        logLikelihood = search.sums.logLikelihood
        largestSlope = search.slope
        report = search.report
        sums = search.sums
    }

    /// The chances that one submission beats another, that they tie, and that it loses.
    public func chances(of one: Int, against other: Int) -> (win: Double, tie: Double, loss: Double)
    {
        let root = exp(-abs(strengths[one] - strengths[other]) / 2)
        let sum = 1 + tieWeight * root + root * root
        let (better, worse) = (1 / sum, root * root / sum)
        let isBetter = strengths[one] >= strengths[other]
        return (isBetter ? better : worse, tieWeight * root / sum, isBetter ? worse : better)
    }

    /// The standard errors of the strengths, each as its distance from the mean of all; none beyond
    /// ``errorLimit`` submissions.
    ///
    /// - Complexity: O(*n*³) for *n* submissions.
    public func errors() -> [Double]? {
        let count = strengths.count
        guard count <= Self.errorLimit else { return nil }
        var matrix = sums.laplacian()
        // What is not known of ν is taken out, and the direction in which nothing changes is filled
        // with any curvature, which is taken away from the inverse again.
        let ties = sums.ofTies
        let fill = sums.diagonal.reduce(0, +) / Double(count)
        for column in 0..<count {
            for row in column..<count {
                let unknown =
                    tieWeight > 0 ? ties.mixed[row] * ties.mixed[column] / ties.curvature : 0
                matrix[row, column] += fill / Double(count) - unknown
            }
        }
        guard let inverse = CholeskyFactor(matrix)?.inverse() else { return nil }
        return (0..<count).map {
            max(0, inverse[$0, $0] - 1 / (fill * Double(count))).squareRoot()
        }
    }
}
