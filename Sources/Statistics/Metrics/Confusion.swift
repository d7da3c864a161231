/// How often each class was answered and predicted: what the metrics of classes are made of.
///
/// Values agree with scikit-learn's `accuracy_score`, `balanced_accuracy_score`,
/// `matthews_corrcoef`, `cohen_kappa_score` and `jaccard_score`. What it warns of and sets to 0 for
/// want of answers is refused here.
public struct Confusion: Sendable, Hashable {
    /// Rows, by the class of the answer, then of the prediction.
    public let counts: [[Int]]
    /// Rows in all; 1 or more.
    public let total: Int

    /// Counts the rows of two columns of classes, numbered from 0.
    ///
    /// - Parameter classes: How many classes there are.
    /// - Complexity: O(*n* + *c*²) for *n* rows and *c* classes.
    /// - Throws: ``MetricRefusal`` where a class is not among them, or the columns do not match.
    public init(
        answers: [Int], predictions: [Int], classes: Int
    ) throws(MetricRefusal) {
        try Columns.check(answers.count, predictions.count)
        var flat = [Int](repeating: 0, count: max(classes, 0) * max(classes, 0))
        for row in answers.indices {
            let (answer, prediction) = (answers[row], predictions[row])
            guard answer >= 0, answer < classes, prediction >= 0, prediction < classes else {
                throw .outOfRange(row: row)
            }
            flat[answer * classes + prediction] += 1
        }
        counts = (0..<classes).map { Array(flat[$0 * classes..<($0 + 1) * classes]) }
        total = answers.count
    }

    /// Rows whose answer is a class.
    func answered(_ label: Int) -> Int { counts[label].reduce(0, +) }

    /// Rows whose prediction is a class.
    func predicted(_ label: Int) -> Int { counts.reduce(0) { $0 + $1[label] } }

    /// Rows where both are a class.
    func matched(_ label: Int) -> Int { counts[label][label] }

    /// The share of rows that are right, from 0 to 1.
    public var accuracy: Double {
        Double(counts.indices.reduce(0) { $0 + matched($1) }) / Double(total)
    }

    /// The mean of the recalls of the classes that the answers hold, from 0 to 1.
    ///
    /// - Throws: ``MetricRefusal/oneClass`` where they hold one only.
    public func balancedAccuracy() throws(MetricRefusal) -> Double {
        let held = counts.indices.filter { answered($0) > 0 }
        guard held.count > 1 else { throw .oneClass }
        return held.reduce(0.0) { $0 + Double(matched($1)) / Double(answered($1)) }
            / Double(held.count)
    }

    /// The correlation of answers and predictions, from −1 to 1, for any number of classes.
    ///
    /// Gorodkin, J. (2004), Computational Biology and Chemistry 28, 367–374,
    /// doi:10.1016/j.compbiolchem.2004.09.006.
    ///
    /// - Throws: ``MetricRefusal/oneClass`` where the answers hold one class only. Predictions of
    ///   one class only give 0: they tell nothing.
    public func matthews() throws(MetricRefusal) -> Double {
        let labels = counts.indices
        let size = Double(total)
        let right = Double(labels.reduce(0) { $0 + matched($1) })
        let answers = labels.map { Double(answered($0)) }
        let predictions = labels.map { Double(predicted($0)) }
        let chance = zip(answers, predictions).reduce(0.0) { $0 + $1.0 * $1.1 }
        let answerSpread = size * size - answers.reduce(0.0) { $0 + $1 * $1 }
        let predictionSpread = size * size - predictions.reduce(0.0) { $0 + $1 * $1 }
        guard answerSpread > 0 else { throw .oneClass }
        guard predictionSpread > 0 else { return 0 }
        return (right * size - chance) / (answerSpread * predictionSpread).squareRoot()
    }

    /// Agreement beyond chance; classes are numbered in their order where it is weighted.
    ///
    /// Predictions of one class only are no agreement beyond chance: 0.
    ///
    /// - Throws: ``MetricRefusal/oneClass`` where the answers hold one class only.
    public func kappa(_ weighting: Kappa.Weighting = .none) throws(MetricRefusal) -> Double {
        guard counts.indices.filter({ answered($0) > 0 }).count > 1 else { throw .oneClass }
        do { return try Kappa.cohen(counts, weighting) } catch { throw .oneClass }
    }
}
