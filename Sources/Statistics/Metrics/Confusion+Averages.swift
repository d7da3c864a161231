extension Confusion {
    /// What is made of the precisions, recalls or overlaps of the classes.
    public enum Average: Sendable, Hashable {
        /// That of one class, the one that is looked for.
        case binary(positive: Int)
        /// The mean over the classes that are answered or predicted.
        case macro
        /// That of all rows' decisions together.
        case micro
        /// The mean over classes, each weighted by how often it is answered.
        case weighted
    }

    /// The share of predictions of a class that are right, from 0 to 1.
    ///
    /// A class that is never predicted has the precision 0, as in scikit-learn.
    ///
    /// - Throws: ``MetricRefusal`` where the answers hold no row of the positive class.
    public func precision(_ average: Average) throws(MetricRefusal) -> Double {
        try mean(average) { right, _, predicted in (right, predicted) }
    }

    /// The share of answers of a class that were found, from 0 to 1.
    ///
    /// A class that is predicted and never answered has the recall 0, as in scikit-learn.
    ///
    /// - Throws: ``MetricRefusal`` where the answers hold no row of the positive class.
    public func recall(_ average: Average) throws(MetricRefusal) -> Double {
        try mean(average) { right, answered, _ in (right, answered) }
    }

    /// The harmonic mean of precision and recall, from 0 to 1.
    ///
    /// - Throws: ``MetricRefusal`` where the answers hold no row of the positive class.
    public func f1(_ average: Average) throws(MetricRefusal) -> Double {
        try mean(average) { right, answered, predicted in (2 * right, answered + predicted) }
    }

    /// Intersection over union (Jaccard's index), from 0 to 1: with ``Average/macro``, mean IoU.
    ///
    /// - Throws: ``MetricRefusal`` where the answers hold no row of the positive class.
    public func intersectionOverUnion(_ average: Average) throws(MetricRefusal) -> Double {
        try mean(average) { right, answered, predicted in (right, answered + predicted - right) }
    }

    /// A quotient of counts, averaged over the classes.
    private func mean(
        _ average: Average,
        _ quotient: (_ right: Int, _ answered: Int, _ predicted: Int) -> (Int, Int)
    ) throws(MetricRefusal) -> Double {
        func value(_ right: Int, _ answered: Int, _ predicted: Int) -> Double {
            let (top, bottom) = quotient(right, answered, predicted)
            return bottom == 0 ? 0 : Double(top) / Double(bottom)
        }
        let labels = counts.indices
        let held = labels.filter { answered($0) + predicted($0) > 0 }
        let values = held.map { value(matched($0), answered($0), predicted($0)) }
        switch average {
        case .binary(let positive):
            guard labels.contains(positive), answered(positive) > 0 else { throw .oneClass }
            return value(matched(positive), answered(positive), predicted(positive))
        case .macro:
            return values.reduce(0, +) / Double(held.count)
        case .micro:
            return value(labels.reduce(0) { $0 + matched($1) }, total, total)
        case .weighted:
            let sum = zip(held, values).reduce(0.0) { $0 + Double(answered($1.0)) * $1.1 }
            return sum / Double(total)
        }
    }
}
