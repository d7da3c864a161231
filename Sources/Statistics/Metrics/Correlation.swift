/// How two columns of numbers move together, from −1 to 1.
public enum Correlation {
    /// Pearson's correlation.
    ///
    /// - Complexity: O(*n*).
    /// - Throws: ``MetricRefusal/allEqual`` where either column does not vary.
    public static func pearson(
        _ answers: [Double], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers, predictions)
        for column in [answers, predictions] where column.allSatisfy({ $0 == column[0] }) {
            throw .allEqual
        }
        let size = Double(answers.count)
        let answerMean = answers.reduce(0, +) / size
        let predictionMean = predictions.reduce(0, +) / size
        var (both, own, other) = (0.0, 0.0, 0.0)
        for row in answers.indices {
            let answer = answers[row] - answerMean
            let prediction = predictions[row] - predictionMean
            both += answer * prediction
            own += answer * answer
            other += prediction * prediction
        }
        guard own > 0, other > 0 else { throw .allEqual }
        let value = try Columns.finite(both / (own.squareRoot() * other.squareRoot()))
        return min(max(value, -1), 1)
    }

    /// Spearman's correlation: Pearson's, of ranks; those that tie share the mean of theirs.
    ///
    /// - Complexity: O(*n* log *n*).
    /// - Throws: ``MetricRefusal/allEqual`` where either column does not vary.
    public static func spearman(
        _ answers: [Double], _ predictions: [Double]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers, predictions)
        return try pearson(ranks(of: answers), ranks(of: predictions))
    }

    /// Ranks from 1, ties sharing the mean.
    private static func ranks(of column: [Double]) -> [Double] {
        let order = column.indices.sorted { column[$0] < column[$1] }
        var ranks = [Double](repeating: 0, count: column.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, column[order[end]] == column[order[start]] { end += 1 }
            let shared = Double(start + 1 + end) / 2
            for place in start..<end { ranks[order[place]] = shared }
            start = end
        }
        return ranks
    }
}
