import Computing
import Foundation
import Statistics

/// The additive mixed model from its definition: with the whole covariance matrix of the marks.
///
/// Slow, and shares nothing with the model but the Cholesky factor.
struct DenseReference {
    let criterion: Double
    /// The mean of each group, and its standard error.
    let means: [Double]
    let meanErrors: [Double]
    /// The predictions of submissions, then of judges (leniency, not severity).
    let effects: [Double]
    /// Their standard errors.
    let errors: [Double]

    init?(_ marks: MarkColumns, variances: (submissions: Double, judges: Double, error: Double)) {
        let count = marks.count
        var matrix = SymmetricMatrix(order: count)
        for one in 0..<count {
            for other in 0...one {
                var value = 0.0
                if marks.submissions[one] == marks.submissions[other] {
                    value += variances.submissions
                }
                if marks.judges[one] == marks.judges[other] { value += variances.judges }
                if one == other { value += variances.error / (marks.weights?[one] ?? 1) }
                matrix[one, other] = value
            }
        }
        guard let factor = CholeskyFactor(matrix) else { return nil }
        let groups = marks.groupCount
        let indicators = (0..<groups).map { group in
            (0..<count).map { Int(marks.groups?[$0] ?? 0) == group ? 1.0 : 0 }
        }
        let spread = indicators.map { factor.solving($0) }
        func product(_ one: [Double], _ other: [Double]) -> Double {
            zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
        }
        var information = SymmetricMatrix(order: groups)
        for one in 0..<groups {
            for other in 0...one {
                information[one, other] = product(indicators[one], spread[other])
            }
        }
        guard let ofMeans = CholeskyFactor(information) else { return nil }
        let means = ofMeans.solving(spread.map { product($0, marks.values) })
        let centred = (0..<count).map { marks.values[$0] - means[Int(marks.groups?[$0] ?? 0)] }
        let solved = factor.solving(centred)
        let square = zip(centred, solved).reduce(0) { $0 + $1.0 * $1.1 }
        criterion =
            factor.logDeterminant + ofMeans.logDeterminant + square
            + Double(count - groups) * log(2 * .pi)
        self.means = means
        let inverse = ofMeans.inverse()
        meanErrors = (0..<groups).map { inverse[$0, $0].squareRoot() }
        var effects: [Double] = []
        var errors: [Double] = []
        let factors = [
            (marks.submissions, marks.submissionCount, variances.submissions),
            (marks.judges, marks.judgeCount, variances.judges),
        ]
        for (levels, levelCount, variance) in factors {
            for level in 0..<levelCount {
                // The covariance of the level's effect with every mark.
                let shared = levels.map { Int($0) == level ? variance : 0 }
                effects.append(zip(shared, solved).reduce(0) { $0 + $1.0 * $1.1 })
                let explained = factor.solving(shared)
                let own = zip(shared, explained).reduce(0) { $0 + $1.0 * $1.1 }
                let missed = indicators.map { product($0, explained) }
                let unknown = product(missed, ofMeans.solving(missed))
                errors.append((variance - own + unknown).squareRoot())
            }
        }
        (self.effects, self.errors) = (effects, errors)
    }
}
