/// The sums of ``RaschSums`` over some of the submissions.
struct RaschPart: Sendable {
    private let design: RaschDesign
    private let point: RaschPoint
    private(set) var curve: CategoryCurve
    private(set) var logLikelihood = 0.0
    private(set) var submissionSlopes: [Double] = []
    private(set) var pivots: [Double] = []
    private(set) var slopes: [Double]
    private(set) var right: [Double]
    /// H − BᵀV⁻¹B: its lower triangle, column by column.
    private(set) var elements: [Double]
    private let order: Int
    /// The rows of B, one after another.
    private(set) var ends: [Int] = []
    private(set) var places: [Int32] = []
    private(set) var values: [Double] = []

    /// One submission's row of B, with all effects.
    private var row: [Double]
    private var isMet: [Bool]
    private var met: [Int32] = []

    init(_ design: RaschDesign, _ point: RaschPoint) {
        self.design = design
        self.point = point
        curve = CategoryCurve(thresholds: point.thresholds(design))
        order = design.effectCount
        slopes = [Double](repeating: 0, count: order)
        right = slopes
        row = slopes
        isMet = [Bool](repeating: false, count: order)
        elements = [Double](repeating: 0, count: order * order)
    }

    /// Adds a submission's marks.
    mutating func add(_ submission: Int) {
        let quality = point.qualities[submission]
        var (slope, pivot) = (0.0, 0.0)
        for mark in design.starts[submission]..<design.starts[submission + 1] {
            let judge = Int(design.judge[mark])
            let criterion = Int(design.criterion[mark])
            let category = Int(design.category[mark])
            let top = design.highest[criterion]
            let set = design.thresholdCounts.count == 1 ? 0 : criterion
            let place = design.judges.count + criterion
            let eta = quality - point.others[judge] - point.others[place]
            curve.move(to: eta, set: set, top: top)
            logLikelihood += curve.logChance(of: category, eta: eta, set: set)
            slope += Double(category) - curve.mean
            pivot += curve.variance
            addMark(judge, place, category, from: design.thresholdsFrom(of: criterion), top: top)
        }
        submissionSlopes.append(slope)
        pivots.append(pivot)
        eliminate(slope, pivot)
    }

    @inline(__always)
    private mutating func addMark(
        _ judge: Int, _ criterion: Int, _ category: Int, from start: Int, top: Int
    ) {
        let rest = Double(category) - curve.mean
        let variance = curve.variance
        meet(judge, variance)
        meet(criterion, variance)
        slopes[judge] += rest
        slopes[criterion] += rest
        for step in 0..<top {
            meet(start + step, curve.covariance(above: step))
            slopes[start + step] += (category > step ? 1 : 0) - curve.chance(above: step)
        }
        // Judges come before criteria, and criteria before thresholds.
        let (ofJudge, ofCriterion, order) = (judge * order, criterion * order, order)
        elements.withUnsafeMutableBufferPointer { elements in
            elements[ofJudge + judge] += variance
            elements[ofJudge + criterion] += variance
            elements[ofCriterion + criterion] += variance
            for step in 0..<top {
                let (place, chance) = (start + step, curve.chance(above: step))
                elements[ofJudge + place] += curve.covariance(above: step)
                elements[ofCriterion + place] += curve.covariance(above: step)
                for other in 0...step {
                    let both = chance * (1 - curve.chance(above: other))
                    elements[(start + other) * order + place] += both
                }
            }
        }
    }

    @inline(__always)
    private mutating func meet(_ place: Int, _ value: Double) {
        if !isMet[place] {
            isMet[place] = true
            met.append(Int32(place))
        }
        row[place] += value
    }

    /// Takes a submission's part out of the others' equations.
    private mutating func eliminate(_ slope: Double, _ pivot: Double) {
        met.sort()
        for place in met {
            places.append(place)
            values.append(row[Int(place)])
            right[Int(place)] -= row[Int(place)] * slope / pivot
        }
        let start = ends.last ?? 0
        ends.append(places.count)
        let (own, shares, order) = (places[start...], values[start...], order)
        elements.withUnsafeMutableBufferPointer { elements in
            for one in own.indices {
                let share = shares[one] / pivot
                let column = Int(own[one]) * order
                for other in one..<own.endIndex {
                    elements[column + Int(own[other])] -= share * shares[other]
                }
            }
        }
        for place in met {
            row[Int(place)] = 0
            isMet[Int(place)] = false
        }
        met.removeAll(keepingCapacity: true)
    }
}
