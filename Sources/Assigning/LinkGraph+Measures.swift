extension LinkGraph {
    /// Beyond so many judges the measures that look at every pair are left out.
    static let mostMeasured = 600

    /// The weight of the least cut into two parts, shared submissions counted for every pair of
    /// judges; none for fewer than two judges or too many.
    ///
    /// > M. Stoer, F. Wagner. "A Simple Min-Cut Algorithm." *Journal of the ACM* 44 (4), 1997,
    /// > pp. 585–591. doi:10.1145/263867.263872
    ///
    /// - Complexity: O(*n*³) for *n* judges.
    func smallestCut() -> Int? {
        guard (2...Self.mostMeasured).contains(judges.count) else { return nil }
        var weight = [[Int]](
            repeating: [Int](repeating: 0, count: judges.count), count: judges.count)
        for edge in edges {
            weight[edge.one][edge.other] = edge.shared
            weight[edge.other][edge.one] = edge.shared
        }
        var left = Array(judges.indices)
        var best = Int.max
        while left.count > 1 {
            let (last, before, cut) = Self.lastTwo(of: left, weight)
            best = min(best, cut)
            // The last two become one.
            for judge in left where judge != last && judge != before {
                weight[before][judge] += weight[last][judge]
                weight[judge][before] = weight[before][judge]
            }
            left.removeAll { $0 == last }
        }
        return best
    }

    /// The last two judges in an order in which each next one is tied most strongly to those
    /// before, and how strongly the last is.
    private static func lastTwo(
        of judges: [Int], _ weight: [[Int]]
    ) -> (last: Int, before: Int, cut: Int) {
        var tie = [Int](repeating: 0, count: weight.count)
        var waiting = judges
        var (last, before, cut) = (judges[0], judges[0], 0)
        while let next = waiting.max(by: { (tie[$0], $1) < (tie[$1], $0) }) {
            (before, last, cut) = (last, next, tie[next])
            waiting.removeAll { $0 == next }
            for judge in waiting { tie[judge] += weight[next][judge] }
        }
        return (last, before, cut)
    }

    /// The second smallest eigenvalue of the Laplacian of shared submissions: 0 for islands; none
    /// for fewer than two judges or too many.
    ///
    /// > M. Fiedler. "Algebraic Connectivity of Graphs." *Czechoslovak Mathematical Journal* 23
    /// > (2), 1973, pp. 298–305. doi:10.21136/CMJ.1973.101168
    ///
    /// - Complexity: O(*n*³) for *n* judges.
    func algebraicConnectivity() -> Double? {
        guard (2...Self.mostMeasured).contains(judges.count) else { return nil }
        guard components().count == 1 else { return 0 }
        let inverse = LaplacianInverse(count: judges.count) { add in
            for edge in edges { add(edge.one, edge.other, Double(edge.shared)) }
        }
        return inverse.map { 1 / $0.greatestEigenvalue() }
    }

    /// How exactly the design tells severities apart, if a mark is the sum of the submission's
    /// quality, the judge's severity and an error, errors being independent and alike.
    ///
    /// With the qualities eliminated, the information on severities is a Laplacian in which a
    /// panel of *k* joins each two of its judges with weight 1 ÷ *k*; the variance of a difference
    /// is read off its pseudo-inverse.
    ///
    /// > J. A. Eccleston, A. Hedayat. "On the Theory of Connected Designs: Characterization and
    /// > Optimality." *The Annals of Statistics* 2 (6), 1974, pp. 1238–1255.
    /// > doi:10.1214/aos/1176342878
    ///
    /// - Returns: None for islands, a single judge, or too many judges.
    /// - Complexity: O(*n*³) for *n* judges.
    func severityErrors() -> (mean: Double, worst: Double, pair: (Int, Int))? {
        guard (2...Self.mostMeasured).contains(judges.count), components().count == 1,
            let inverse = LaplacianInverse(
                count: judges.count,
                { add in for edge in edges { add(edge.one, edge.other, edge.information) } })
        else { return nil }
        var (sum, worst, pair) = (0.0, -1.0, (0, 0))
        for one in judges.indices {
            for other in judges.indices.dropFirst(one + 1) {
                let variance = inverse[one, one] + inverse[other, other] - 2 * inverse[one, other]
                let error = max(0, variance).squareRoot()
                sum += error
                // Of errors that differ by rounding alone, the first pair is told.
                if error > worst * (1 + 1e-9) { (worst, pair) = (error, (one, other)) }
            }
        }
        let pairs = Double(judges.count * (judges.count - 1) / 2)
        return (sum / pairs, worst, (judges[pair.0], judges[pair.1]))
    }
}
