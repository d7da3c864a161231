import Computing
import Foundation
import Statistics

/// The additive mixed model from its definition: with the whole covariance matrix of the marks.
///
/// Slow, and shares nothing with the model but the Cholesky factor.
struct DenseReference {
    let criterion: Double
    let mean: Double
    let meanError: Double
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
        let ones = factor.solving([Double](repeating: 1, count: count))
        let information = ones.reduce(0, +)
        let mean = zip(ones, marks.values).reduce(0) { $0 + $1.0 * $1.1 } / information
        let centred = marks.values.map { $0 - mean }
        let solved = factor.solving(centred)
        let square = zip(centred, solved).reduce(0) { $0 + $1.0 * $1.1 }
        criterion =
            factor.logDeterminant + log(information) + square + Double(count - 1) * log(2 * .pi)
        self.mean = mean
        meanError = (1 / information).squareRoot()
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
                let missed = explained.reduce(0, +)
                errors.append((variance - own + missed * missed / information).squareRoot())
            }
        }
        (self.effects, self.errors) = (effects, errors)
    }
}
