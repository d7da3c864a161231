import Computing

/// Qualities by weighted likelihood, given severities, difficulties and thresholds.
///
/// The most likely quality is too far out by about the order of one mark's share, and infinite
/// where all marks are lowest or highest. With the square root of the information as a weight, the
/// estimate solves Σ(*x* − E *x*) + *J* ÷ 2*I* = 0, where *I* = Σ Var *x* and *J* is its slope, the
/// sum of third central moments. It is finite for all marks, and its bias is of a smaller order.
///
/// > T. A. Warm. "Weighted likelihood estimation of ability in item response theory."
/// > *Psychometrika* 54, 1989, pp. 427–450. doi:10.1007/BF02294627
struct WeightedQualities {
    private let design: RaschDesign
    private let others: [Double]
    private let judges: [Int32]
    private let criteria: [Int32]
    private let thresholds: [[Double]]

    init(_ design: RaschDesign, _ point: RaschPoint, _ ratings: RatingColumns) {
        self.design = design
        others = point.others
        thresholds = point.thresholds(design)
        judges = RaschDesign.newNumbers(design.judges, ratings.judgeCount)
        criteria = RaschDesign.newNumbers(design.criteria, ratings.highest.count)
    }

    /// The quality of every submission; none where no judge and criterion of its marks has an
    /// estimate.
    ///
    /// - Complexity: O(*n*·*m*) for *n* marks of *m* categories, times about 50.
    func measures(_ ratings: RatingColumns, width: Int) -> [RaschModel.Measure?] {
        var ofSubmission = [[Int]](repeating: [], count: ratings.submissionCount)
        for mark in 0..<ratings.count
        where judges[Int(ratings.judges[mark])] >= 0 && criteria[Int(ratings.criteria[mark])] >= 0 {
            ofSubmission[Int(ratings.submissions[mark])].append(mark)
        }
        return ofSubmission.concurrentMap(chunk: 64, width: width) { marks in
            marks.isEmpty ? nil : measure(marks, ratings)
        }
    }

    private func measure(_ marks: [Int], _ ratings: RatingColumns) -> RaschModel.Measure {
        var curve = CategoryCurve(thresholds: thresholds)
        // The slope falls from above 0 to below it; the root is between bounds that are halved.
        var (low, high) = (-60.0, 60.0)
        var information = 0.0
        while high - low > 1e-13 * max(1, abs(low)) {
            let middle = (low + high) / 2
            guard middle > low, middle < high else { break }
            let found = slope(marks, ratings, at: middle, &curve)
            information = found.information
            if found.slope > 0 { low = middle } else { high = middle }
        }
        return RaschModel.Measure(
            value: (low + high) / 2, error: 1 / information.squareRoot())
    }

    private func slope(
        _ marks: [Int], _ ratings: RatingColumns, at quality: Double, _ curve: inout CategoryCurve
    ) -> (slope: Double, information: Double) {
        var (rest, information, third) = (0.0, 0.0, 0.0)
        for mark in marks {
            let judge = Int(judges[Int(ratings.judges[mark])])
            let criterion = Int(criteria[Int(ratings.criteria[mark])])
            let top = design.highest[criterion]
            let eta = quality - others[judge] - others[design.judges.count + criterion]
            curve.move(to: eta, set: thresholds.count == 1 ? 0 : criterion, top: top)
            rest += Double(ratings.categories[mark]) - curve.mean
            information += curve.variance
            third += curve.thirdMoment(top: top)
        }
        return (rest + third / (2 * information), information)
    }
}

extension RaschModel {
    /// The quality of every submission by Warm's weighted likelihood, given the other effects:
    /// finite also where all marks are lowest or highest.
    ///
    /// The errors take severities, difficulties and thresholds for known.
    ///
    /// - Parameter ratings: The marks that the model was fitted to.
    public func weightedQualities(of ratings: RatingColumns) -> [Measure?] {
        WeightedQualities(design, point, ratings).measures(ratings, width: Concurrency.width)
    }
}

extension ConditionalRasch {
    /// The quality of every submission by Warm's weighted likelihood, given the other effects:
    /// finite also where all marks are lowest or highest.
    ///
    /// The errors take severities, difficulties and thresholds for known.
    ///
    /// - Parameter ratings: The marks that the model was fitted to.
    public func weightedQualities(of ratings: RatingColumns) -> [RaschModel.Measure?] {
        WeightedQualities(design, point, ratings).measures(ratings, width: Concurrency.width)
    }
}
