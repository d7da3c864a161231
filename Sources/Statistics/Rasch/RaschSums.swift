import Computing

/// The log likelihood of a Rasch model at a point, its slope and its curvature, with the
/// submissions eliminated.
///
/// Each mark *x* adds to the log likelihood a term whose derivative by the quality is *x* − E *x*,
/// by severity and difficulty its negative, and by threshold *h* the negative of
/// [*x* ≥ *h*] − P(*x* ≥ *h*). The second derivatives are the covariances of those statistics, with
/// the opposite sign. With the others' directions turned round, Newton's equations are
///
///     V·dθ + B·ds = g        Bᵀ·dθ + H·ds = f
///
/// with V diagonal, so (H − BᵀV⁻¹B)·ds = f − BᵀV⁻¹g, and dθ = V⁻¹(g − B·ds). B has an entry only
/// for what a submission has met.
struct RaschSums: Sendable {
    let logLikelihood: Double
    /// The slope by each submission, g, and by each of the others, f.
    let slopes: (submissions: [Double], others: [Double])
    /// V: each submission's information.
    let pivots: [Double]
    /// H − BᵀV⁻¹B, with all effects.
    let matrix: SymmetricMatrix
    /// f − BᵀV⁻¹g.
    let right: [Double]
    /// The rows of B: submission *i* has the entries from `starts[i]` up to `starts[i + 1]`.
    let rows: (starts: [Int], places: [Int32], values: [Double])

    /// Sums over all marks, a part of the submissions at a time.
    ///
    /// - Complexity: O(*n*·*m* + Σ *e*²) for *n* marks of *m* categories and *e* effects that a
    ///   submission has met.
    init(_ design: RaschDesign, _ point: RaschPoint, width: Int = Concurrency.width) {
        let order = design.effectCount
        // As many parts as fit in 32 MB, which does not depend on the number of cores.
        let parts = max(1, min(16, (32 << 20) / max(1, 8 * order * order)))
        let count = design.submissions.count
        let size = (count + parts - 1) / parts
        let sums = (0..<count).concurrentChunks(of: size, width: width) { range in
            var part = RaschPart(design, point)
            for submission in range { part.add(submission) }
            return part
        }
        var whole = SymmetricMatrix(order: order)
        var others = [Double](repeating: 0, count: order)
        var right = others
        whole.elements = sums[0].elements
        for part in sums.dropFirst() { whole.elements.add(part.elements) }
        for part in sums {
            for index in 0..<order {
                others[index] += part.slopes[index]
                right[index] += part.right[index]
            }
        }
        matrix = whole
        self.right = zip(right, others).map { $0 + $1 }
        slopes = (sums.flatMap(\.submissionSlopes), others)
        pivots = sums.flatMap(\.pivots)
        logLikelihood = sums.reduce(0) { $0 + $1.logLikelihood }
        var starts = [0]
        for part in sums {
            let base = starts[starts.count - 1]
            starts.append(contentsOf: part.ends.map { base + $0 })
        }
        rows = (starts, sums.flatMap(\.places), sums.flatMap(\.values))
    }

    /// The largest slope.
    var slope: Double {
        (slopes.submissions + slopes.others).reduce(0) { max($0, abs($1)) }
    }

    /// B·v for a submission.
    func product(_ submission: Int, _ vector: [Double]) -> Double {
        var sum = 0.0
        for entry in rows.starts[submission]..<rows.starts[submission + 1] {
            sum += rows.values[entry] * vector[Int(rows.places[entry])]
        }
        return sum
    }
}

extension [Double] {
    /// Adds another vector, element by element.
    fileprivate mutating func add(_ other: [Double]) {
        for index in indices { self[index] += other[index] }
    }
}
