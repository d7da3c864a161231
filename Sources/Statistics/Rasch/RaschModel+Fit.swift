extension RaschModel {
    /// The fit of each submission, judge and criterion; none where there is no estimate.
    ///
    /// - Complexity: O(*n*·*m*) for *n* marks of *m* categories.
    public func fits() -> (submissions: [RaschFit?], judges: [RaschFit?], criteria: [RaschFit?]) {
        var curve = CategoryCurve(thresholds: point.thresholds(design))
        var ofSubmissions = [RaschResiduals](
            repeating: RaschResiduals(), count: design.submissions.count)
        var ofJudges = [RaschResiduals](repeating: RaschResiduals(), count: design.judges.count)
        var ofCriteria = [RaschResiduals](
            repeating: RaschResiduals(), count: design.criteria.count)
        for submission in design.submissions.indices {
            for mark in design.starts[submission]..<design.starts[submission + 1] {
                let (judge, criterion) = (Int(design.judge[mark]), Int(design.criterion[mark]))
                let top = design.highest[criterion]
                let eta =
                    point.qualities[submission] - point.others[judge]
                    - point.others[design.judges.count + criterion]
                curve.move(to: eta, set: thresholds.count == 1 ? 0 : criterion, top: top)
                let residual = Double(design.category[mark]) - curve.mean
                let (variance, fourth) = (curve.variance, curve.fourthMoment(top: top))
                ofSubmissions[submission].add(residual, variance: variance, fourth: fourth)
                ofJudges[judge].add(residual, variance: variance, fourth: fourth)
                ofCriteria[criterion].add(residual, variance: variance, fourth: fourth)
            }
        }
        return (
            Self.spread(design.submissions, ofSubmissions, submissions.count),
            Self.spread(design.judges, ofJudges, judges.count),
            Self.spread(design.criteria, ofCriteria, criteria.count)
        )
    }

    private static func spread(
        _ used: [Int], _ residuals: [RaschResiduals], _ count: Int
    ) -> [RaschFit?] {
        var fits = [RaschFit?](repeating: nil, count: count)
        for (new, old) in used.enumerated() { fits[old] = residuals[new].fit }
        return fits
    }

    /// How well submissions are told apart; none for fewer than two.
    public var separationOfSubmissions: RaschSeparation? {
        RaschSeparation(submissions.compactMap { $0 })
    }

    /// How well judges are told apart, where a high value means that they differ; none for fewer
    /// than two.
    public var separationOfJudges: RaschSeparation? { RaschSeparation(judges.compactMap { $0 }) }

    /// The mean category that a judge of severity 0 gives a submission of a quality, over all
    /// criteria that have an estimate: what its marks would have been with an average panel.
    ///
    /// - Parameter quality: In logits.
    /// - Complexity: O(*c*·*m*) for *c* criteria of *m* categories.
    public func fairAverage(quality: Double) -> Double {
        var curve = CategoryCurve(thresholds: point.thresholds(design))
        var sum = 0.0
        for criterion in design.criteria.indices {
            let eta = quality - point.others[design.judges.count + criterion]
            curve.move(
                to: eta, set: thresholds.count == 1 ? 0 : criterion,
                top: design.highest[criterion])
            sum += curve.mean
        }
        return sum / Double(design.criteria.count)
    }

    /// The chance of each category of a criterion, from a judge of severity 0.
    ///
    /// - Parameters:
    ///   - quality: The submission's quality, in logits.
    ///   - criterion: The criterion; one that has no estimate has no chances.
    public func chances(quality: Double, criterion: Int) -> [Double] {
        guard let place = design.criteria.firstIndex(of: criterion) else { return [] }
        var curve = CategoryCurve(thresholds: point.thresholds(design))
        let top = design.highest[place]
        let eta = quality - point.others[design.judges.count + place]
        curve.move(to: eta, set: thresholds.count == 1 ? 0 : place, top: top)
        return (0...top).map { curve.chance(of: $0) }
    }
}
