import Foundation

/// How good predicted probabilities and scores of classes are.
public enum Probabilities {
    /// The mean negative log-likelihood of the answers; 0 is best.
    ///
    /// A probability of 0 for the right class counts as 2⁻⁵², as in scikit-learn.
    ///
    /// - Parameter predictions: For each row, a probability for each class; they sum to 1 within
    ///   1e-6, and are divided by their sum.
    /// - Complexity: O(*n*·*c*) for *n* rows and *c* classes.
    /// - Throws: ``MetricRefusal/outOfRange(row:)`` where they are no probabilities.
    public static func logLoss(
        _ answers: [Int], _ predictions: [[Double]]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers.count, predictions.count)
        var sum = 0.0
        for row in answers.indices {
            let shares = predictions[row]
            let total = shares.reduce(0, +)
            guard total.isFinite else { throw .notFinite(row: row) }
            guard shares.indices.contains(answers[row]), shares.allSatisfy({ 0...1 ~= $0 }),
                abs(total - 1) <= 1e-6
            else { throw .outOfRange(row: row) }
            sum -= log(clipped(shares[answers[row]] / total))
        }
        return try Columns.finite(sum / Double(answers.count))
    }

    /// The mean negative log-likelihood of yes and no; 0 is best.
    ///
    /// - Parameter predictions: For each row, the probability of yes.
    /// - Complexity: O(*n*).
    public static func logLoss(
        _ answers: [Bool], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers.count, predictions.count)
        var sum = 0.0
        for row in answers.indices {
            let share = predictions[row]
            guard share.isFinite else { throw .notFinite(row: row) }
            guard 0...1 ~= share else { throw .outOfRange(row: row) }
            sum -= log(clipped(answers[row] ? share : 1 - share))
        }
        return try Columns.finite(sum / Double(answers.count))
    }

    /// The chance that a row of yes is scored above one of no, ties counting half (ROC AUC).
    ///
    /// Hanley, J. A., McNeil, B. J. (1982), Radiology 143, 29–36,
    /// doi:10.1148/radiology.143.1.7063747.
    ///
    /// - Complexity: O(*n* log *n*).
    /// - Throws: ``MetricRefusal/oneClass`` where all answers are the same.
    public static func areaUnderCurve(
        _ answers: [Bool], _ scores: [Double]
    ) throws(MetricRefusal) -> Double {
        let steps = try steps(answers, scores)
        guard let last = steps.last, last.yes > 0, last.no > 0 else { throw .oneClass }
        var (area, yes, no) = (0.0, 0, 0)  // in half pairs, whole numbers up to 2⁵³
        for step in steps {
            area += Double((step.no - no) * (step.yes + yes))
            (yes, no) = (step.yes, step.no)
        }
        return area / (2 * Double(last.yes) * Double(last.no))
    }

    /// The mean of precision over the steps of recall, without interpolation, from 0 to 1.
    ///
    /// - Complexity: O(*n* log *n*).
    /// - Throws: ``MetricRefusal/oneClass`` where no answer is yes.
    public static func averagePrecision(
        _ answers: [Bool], _ scores: [Double]
    ) throws(MetricRefusal) -> Double {
        let steps = try steps(answers, scores)
        guard let last = steps.last, last.yes > 0 else { throw .oneClass }
        var (sum, found) = (0.0, 0)
        for step in steps {
            let gained = Double(step.yes - found) / Double(last.yes)
            sum += gained * Double(step.yes) / Double(step.yes + step.no)
            found = step.yes
        }
        return sum
    }

    private static func clipped(_ share: Double) -> Double {
        min(max(share, 0x1p-52), 1 - 0x1p-52)
    }

    /// Rows of yes and of no that are scored at or above each score, from the highest down.
    private static func steps(
        _ answers: [Bool], _ scores: [Double]
    ) throws(MetricRefusal) -> [(yes: Int, no: Int)] {
        try Columns.check(answers.count, scores.count)
        if let row = scores.firstIndex(where: { !$0.isFinite }) { throw .notFinite(row: row) }
        // Sorted with their answers beside them, so that sorting reads memory in one piece.
        var order = zip(scores, answers).map { Scored(score: $0.0, isYes: $0.1) }
        order.sort { $0.score > $1.score }
        var steps: [(yes: Int, no: Int)] = []
        var (yes, no) = (0, 0)
        for (place, row) in order.enumerated() {
            if row.isYes { yes += 1 } else { no += 1 }
            let isLast = place + 1 == order.count || order[place + 1].score != row.score
            if isLast { steps.append((yes, no)) }
        }
        return steps
    }
}

/// A row's score and its answer.
private struct Scored {
    var score: Double
    var isYes: Bool
}
