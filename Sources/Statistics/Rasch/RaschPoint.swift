/// Where a fit of a Rasch model stands.
struct RaschPoint: Sendable {
    /// The submissions' qualities, in logits.
    var qualities: [Double]
    /// The judges' severities, the criteria's difficulties, then all thresholds.
    var others: [Double]

    /// All effects 0, thresholds evenly apart.
    init(_ design: RaschDesign) {
        qualities = [Double](repeating: 0, count: design.submissions.count)
        others = [Double](repeating: 0, count: design.thresholdsFrom)
        for count in design.thresholdCounts {
            for step in 0..<count { others.append(Double(2 * step + 1 - count) / 2) }
        }
    }

    /// Moved by a share of a step.
    func moved(by step: RaschStep, share: Double) -> RaschPoint {
        var point = self
        for index in qualities.indices { point.qualities[index] += share * step.qualities[index] }
        for index in others.indices { point.others[index] += share * step.others[index] }
        return point
    }

    /// The thresholds of each set.
    func thresholds(_ design: RaschDesign) -> [[Double]] {
        var start = design.thresholdsFrom
        return design.thresholdCounts.map { count in
            defer { start += count }
            return Array(others[start..<start + count])
        }
    }

    /// The same model with judges, criteria and each set of thresholds summing to 0.
    func centred(_ design: RaschDesign) -> RaschPoint {
        var point = self
        let isCommon = design.thresholdCounts.count == 1
        var start = design.thresholdsFrom
        for (set, count) in design.thresholdCounts.enumerated() {
            let mean = point.centre(start..<start + count)
            for criterion in design.criteria.indices where isCommon || criterion == set {
                point.others[design.judges.count + criterion] += mean
            }
            start += count
        }
        let judges = point.centre(0..<design.judges.count)
        let criteria = point.centre(design.judges.count..<design.thresholdsFrom)
        for index in qualities.indices { point.qualities[index] -= judges + criteria }
        return point
    }

    private mutating func centre(_ range: Range<Int>) -> Double {
        let mean = others[range].reduce(0, +) / Double(range.count)
        for index in range { others[index] -= mean }
        return mean
    }
}

/// A step of a fit.
struct RaschStep: Sendable {
    var qualities: [Double]
    var others: [Double]

    /// The largest change.
    var size: Double {
        (qualities + others).reduce(0) { max($0, abs($1)) }
    }
}
