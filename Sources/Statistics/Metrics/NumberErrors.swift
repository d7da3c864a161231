import Foundation

/// How far predicted numbers lie from their answers.
///
/// Values agree with scikit-learn's functions of the same names. What it warns of, or turns into a
/// very large number, is refused: ``MetricRefusal``. Every function is O(*n*) for *n* rows.
public enum NumberErrors {
    /// The mean absolute error, in the unit of the answers; 0 is best.
    public static func meanAbsolute(
        _ answers: [Double], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try mean(answers, predictions) { answer, prediction in abs(answer - prediction) }
    }

    /// The mean squared error, in the squared unit of the answers; 0 is best.
    public static func meanSquared(
        _ answers: [Double], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try mean(answers, predictions) { answer, prediction in
            (answer - prediction) * (answer - prediction)
        }
    }

    /// The root of the mean squared error, in the unit of the answers; 0 is best.
    public static func rootMeanSquared(
        _ answers: [Double], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try meanSquared(answers, predictions).squareRoot()
    }

    /// The root mean squared error of log(1 + *x*); 0 is best.
    ///
    /// - Throws: ``MetricRefusal/outOfRange(row:)`` where a number is below 0.
    public static func rootMeanSquaredLog(
        _ answers: [Double], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers, predictions)
        for row in answers.indices where answers[row] < 0 || predictions[row] < 0 {
            throw .outOfRange(row: row)
        }
        return try rootMeanSquared(answers.map { log1p($0) }, predictions.map { log1p($0) })
    }

    /// The mean absolute error as a share of the answer, 1 for 100 %; 0 is best.
    ///
    /// - Throws: ``MetricRefusal/outOfRange(row:)`` where an answer is 0.
    public static func meanAbsoluteShare(
        _ answers: [Double], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers, predictions)
        if let row = answers.firstIndex(of: 0) { throw .outOfRange(row: row) }
        return try mean(answers, predictions) { answer, prediction in
            abs(answer - prediction) / abs(answer)
        }
    }

    /// The symmetric share: 2·|*p* − *a*| ÷ (|*a*| + |*p*|), from 0, the best, to 2.
    ///
    /// A row where both are 0 is right, and counts 0.
    public static func symmetricShare(
        _ answers: [Double], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try mean(answers, predictions) { answer, prediction in
            answer == prediction
                ? 0 : 2 * abs(answer - prediction) / (abs(answer) + abs(prediction))
        }
    }

    /// The mean quantile (pinball) loss; 0 is best.
    ///
    /// Koenker, R., Bassett, G. (1978), Econometrica 46, 33–50, doi:10.2307/1913643.
    ///
    /// - Parameter quantile: Which quantile is predicted, between 0 and 1.
    public static func quantileLoss(
        _ answers: [Double], _ predictions: [Double], quantile: Double
    ) throws(MetricRefusal) -> Double {
        guard quantile > 0, quantile < 1 else { throw .outOfRange(row: 0) }
        return try mean(answers, predictions) { answer, prediction in
            let over = answer - prediction
            return over >= 0 ? quantile * over : (quantile - 1) * over
        }
    }

    /// The share of the answers' variance that is predicted (R²), at most 1.
    ///
    /// - Throws: ``MetricRefusal/allEqual`` where the answers do not vary.
    public static func determination(
        _ answers: [Double], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers, predictions)
        let centre = try Columns.finite(answers.reduce(0, +) / Double(answers.count))
        guard answers.contains(where: { $0 != answers[0] }) else { throw .allEqual }
        var (rest, spread) = (0.0, 0.0)
        for row in answers.indices {
            rest += (answers[row] - predictions[row]) * (answers[row] - predictions[row])
            spread += (answers[row] - centre) * (answers[row] - centre)
        }
        guard spread > 0 else { throw .allEqual }
        return try Columns.finite(1 - rest / spread)
    }

    private static func mean(
        _ answers: [Double], _ predictions: [Double], _ loss: (Double, Double) -> Double
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers, predictions)
        var sum = 0.0
        for row in answers.indices { sum += loss(answers[row], predictions[row]) }
        return try Columns.finite(sum / Double(answers.count))
    }
}
