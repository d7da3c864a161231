/// Estimates at the numbers that the marks have for submissions, judges and criteria.
struct RaschMeasures {
    let submissions: [RaschModel.Measure?]
    let judges: [RaschModel.Measure?]
    let criteria: [RaschModel.Measure?]
    let thresholds: [[RaschModel.Measure]]

    init(
        _ design: RaschDesign, _ point: RaschPoint, _ errors: RaschErrors,
        _ ratings: RatingColumns
    ) {
        submissions = Self.spread(
            design.submissions, point.qualities[...], errors.qualities, ratings.submissionCount)
        judges = Self.spread(
            design.judges, point.others[..<design.judges.count], errors.judges,
            ratings.judgeCount)
        criteria = Self.spread(
            design.criteria, point.others[design.judges.count..<design.thresholdsFrom],
            errors.criteria, ratings.highest.count)
        var remaining = errors.thresholds[...]
        thresholds = point.thresholds(design).map { values in
            defer { remaining = remaining.dropFirst(values.count) }
            return zip(values, remaining).map { RaschModel.Measure(value: $0, error: $1) }
        }
    }

    private static func spread(
        _ used: [Int], _ values: ArraySlice<Double>, _ errors: [Double], _ count: Int
    ) -> [RaschModel.Measure?] {
        var measures = [RaschModel.Measure?](repeating: nil, count: count)
        for (old, (value, error)) in zip(used, zip(values, errors)) {
            measures[old] = RaschModel.Measure(value: value, error: error)
        }
        return measures
    }
}
