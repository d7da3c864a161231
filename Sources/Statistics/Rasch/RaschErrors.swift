import Computing

/// The standard errors of centred effects.
///
/// A centred effect is a sum of effects that a step moves, so its variance follows from their
/// covariances *Σ*: of the sum *a*ᵀ*s* it is *a*ᵀ*Σa*. A quality is (… − *b*ᵀ*s*) ÷ *v* plus what
/// centring adds, so its variance is 1 ÷ *v* + *z*ᵀ*Σz* with *z* = *a* − *b* ÷ *v*.
struct RaschErrors: Sendable {
    /// None where the qualities have no estimates.
    let qualities: [Double]
    let judges: [Double]
    let criteria: [Double]
    let thresholds: [Double]

    /// - Complexity: O(*q*² + *n*·*e*²) for *q* effects and *n* submissions that met *e* each.
    init(
        _ design: RaschDesign, _ covariances: SymmetricMatrix, _ free: [Int], _ sums: RaschSums?
    ) {
        let form = QuadraticForm(covariances, free, count: design.effectCount)
        let (judgeCount, all) = (design.judges.count, design.effectCount)
        let isCommon = design.thresholdCounts.count == 1
        // What centring a set of thresholds adds to each of its criteria.
        var shifts = [[Double]](repeating: [Double](repeating: 0, count: all), count: 0)
        var ofThresholds: [Double] = []
        var start = design.thresholdsFrom
        for count in design.thresholdCounts {
            var mean = [Double](repeating: 0, count: all)
            for place in start..<start + count { mean[place] = 1 / Double(count) }
            for place in start..<start + count {
                ofThresholds.append(form.error(of: mean, less: place))
            }
            shifts.append(mean)
            start += count
        }
        let judgeMean = Self.mean(0..<judgeCount, all)
        var criterionMean = Self.mean(judgeCount..<design.thresholdsFrom, all)
        let shares =
            isCommon
            ? [1.0]
            : [Double](
                repeating: 1 / Double(design.criteria.count), count: shifts.count)
        var thresholdMean = [Double](repeating: 0, count: all)
        for (shift, share) in zip(shifts, shares) {
            for place in 0..<all { thresholdMean[place] += share * shift[place] }
        }
        let ofJudges = form.image(judgeMean)
        judges = (0..<judgeCount).map { judge in
            let own = form[judge, judge] - 2 * ofJudges[judge] + form.dot(judgeMean, ofJudges)
            return max(0, own).squareRoot()
        }
        if !isCommon { for place in 0..<all { criterionMean[place] += thresholdMean[place] } }
        criteria = design.criteria.indices.map { criterion in
            var contrast = criterionMean
            if !isCommon {
                for place in 0..<all { contrast[place] -= shifts[criterion][place] }
            }
            return form.error(of: contrast, less: judgeCount + criterion)
        }
        thresholds = ofThresholds
        var centre = zip(judgeMean, criterionMean).map { $0 + $1 }
        if isCommon { for place in 0..<all { centre[place] += thresholdMean[place] } }
        let image = form.image(centre)
        let common = form.dot(centre, image)
        guard let sums else {
            qualities = []
            return
        }
        qualities = design.submissions.indices.map { form.qualityError(sums, $0, image, common) }
    }

    private static func mean(_ range: Range<Int>, _ count: Int) -> [Double] {
        (0..<count).map { range.contains($0) ? 1 / Double(range.count) : 0 }
    }
}

/// The covariances of all effects, 0 for those that stay where they are.
private struct QuadraticForm {
    private let matrix: SymmetricMatrix
    private let index: [Int]

    init(_ covariances: SymmetricMatrix, _ free: [Int], count: Int) {
        matrix = covariances
        var index = [Int](repeating: -1, count: count)
        for (new, old) in free.enumerated() { index[old] = new }
        self.index = index
    }

    subscript(one: Int, other: Int) -> Double {
        index[one] < 0 || index[other] < 0 ? 0 : matrix[index[one], index[other]]
    }

    func image(_ vector: [Double]) -> [Double] {
        let used = vector.indices.filter { vector[$0] != 0 }
        return vector.indices.map { place in
            used.reduce(0) { $0 + self[place, $1] * vector[$1] }
        }
    }

    func dot(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The standard error of a sum of effects less one effect.
    func error(of sum: [Double], less place: Int) -> Double {
        var contrast = sum
        contrast[place] -= 1
        return max(0, dot(contrast, image(contrast))).squareRoot()
    }

    func qualityError(
        _ sums: RaschSums, _ submission: Int, _ image: [Double], _ common: Double
    ) -> Double {
        let entries = sums.rows.starts[submission]..<sums.rows.starts[submission + 1]
        let pivot = sums.pivots[submission]
        var (own, mixed) = (0.0, 0.0)
        for one in entries {
            let place = Int(sums.rows.places[one])
            mixed += sums.rows.values[one] * image[place]
            for other in entries {
                own +=
                    sums.rows.values[one] * sums.rows.values[other]
                    * self[place, Int(sums.rows.places[other])]
            }
        }
        let variance = 1 / pivot + own / (pivot * pivot) - 2 * mixed / pivot + common
        return max(0, variance).squareRoot()
    }
}
