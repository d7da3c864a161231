/// How much severer a judge is on one criterion than on all of them.
///
/// The severity is estimated from the judge's marks on the criterion alone, with all effects of the
/// model as they are; what it exceeds the model by is the interaction.
public struct RaschInteraction: Sendable, Hashable {
    /// The judge's number.
    public let judge: Int
    /// The criterion's number.
    public let criterion: Int
    /// The number of marks.
    public let count: Int
    /// The sum of the categories.
    public let observed: Double
    /// The sum that the model expects.
    public let expected: Double
    /// The extra severity, in logits; none where the marks are all lowest or all highest.
    public let extra: RaschModel.Measure?

    /// The extra severity over its standard error, about standard normal where there is none.
    public var z: Double? { extra.map { $0.value / $0.error } }
}

extension RaschModel {
    /// The interaction of every judge with every criterion marked, by judge and then criterion.
    ///
    /// Of so many, some stand out by chance alone: they call for a look at the sheets and for
    /// false-discovery control before anyone is spoken to.
    ///
    /// - Complexity: O(*n*·*m*) for *n* marks of *m* categories, times about six.
    public func interactions() -> [RaschInteraction] {
        let count = design.criteria.count
        var ofCell = [[RaschCellMark]](repeating: [], count: design.judges.count * count)
        for submission in design.submissions.indices {
            for mark in design.starts[submission]..<design.starts[submission + 1] {
                let (judge, criterion) = (Int(design.judge[mark]), Int(design.criterion[mark]))
                let eta =
                    point.qualities[submission] - point.others[judge]
                    - point.others[design.judges.count + criterion]
                ofCell[judge * count + criterion].append(
                    RaschCellMark(eta: eta, category: Double(design.category[mark])))
            }
        }
        return ofCell.indices.compactMap { cell in
            ofCell[cell].isEmpty ? nil : interaction(cell / count, cell % count, ofCell[cell])
        }
    }

    private func interaction(
        _ judge: Int, _ criterion: Int, _ marks: [RaschCellMark]
    ) -> RaschInteraction {
        var curve = CategoryCurve(thresholds: point.thresholds(design))
        let set = thresholds.count == 1 ? 0 : criterion
        let top = design.highest[criterion]
        let observed = marks.reduce(0) { $0 + $1.category }
        func sums(_ extra: Double) -> (expected: Double, information: Double) {
            var (expected, information) = (0.0, 0.0)
            for mark in marks {
                curve.move(to: mark.eta - extra, set: set, top: top)
                expected += curve.mean
                information += curve.variance
            }
            return (expected, information)
        }
        let start = sums(0)
        var extra: Measure?
        if observed > 0, observed < Double(marks.count * top) {
            var (value, found) = (0.0, start)
            for _ in 0..<50 {
                let step = (found.expected - observed) / found.information
                value += min(max(step, -1), 1)
                found = sums(value)
                if abs(step) < 1e-12 { break }
            }
            extra = Measure(value: value, error: 1 / found.information.squareRoot())
        }
        return RaschInteraction(
            judge: design.judges[judge], criterion: design.criteria[criterion],
            count: marks.count, observed: observed, expected: start.expected, extra: extra)
    }
}

/// A mark of a judge on a criterion, with the logit that the model gives it.
private struct RaschCellMark {
    var eta: Double
    var category: Double
}
