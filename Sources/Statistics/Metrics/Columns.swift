/// What every metric asks of its columns.
enum Columns {
    /// Refuses columns that are empty or do not match.
    static func check(_ answers: Int, _ predictions: Int) throws(MetricRefusal) {
        guard answers == predictions else {
            throw .lengths(answers: answers, predictions: predictions)
        }
        guard answers > 0 else { throw .empty }
    }

    /// Refuses columns that do not match, or that hold what is no finite number.
    static func check(_ answers: [Double], _ predictions: [Double]) throws(MetricRefusal) {
        try check(answers.count, predictions.count)
        for row in answers.indices where !answers[row].isFinite || !predictions[row].isFinite {
            throw .notFinite(row: row)
        }
    }

    /// A result, unless the sums left the range of numbers.
    static func finite(_ value: Double) throws(MetricRefusal) -> Double {
        guard value.isFinite else { throw .overflow }
        return value
    }
}
