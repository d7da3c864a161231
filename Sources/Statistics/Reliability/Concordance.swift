/// How far judges rank the submissions alike: Kendall's *W*, corrected for ties.
///
/// *W* = 12·*S* ÷ (*k*²(*n*³ − *n*) − *k*·*T*), where *S* is the sum of squares of the submissions'
/// rank sums from their mean and *T* sums *t*³ − *t* over every group of *t* tied ranks (Kendall,
/// M. G. and Babington Smith, B. (1939), Annals of Mathematical Statistics 10, 275–287,
/// doi:10.1214/aoms/1177732186). All judges mark all submissions.
public struct Concordance: Sendable, Hashable {
    /// *W*: 1 where all rank alike, 0 where they cancel out.
    public let value: Double
    /// Friedman's statistic *k*(*n* − 1)·*W*, near χ² with *n* − 1 degrees of freedom by chance
    /// alone.
    public let chiSquare: Double

    /// Compares how judges rank.
    ///
    /// - Complexity: O(*k*·*n* log *n*) for *k* judges and *n* submissions.
    /// - Throws: ``ReliabilityRefusal``; equal marks of every judge count as all equal.
    public init(_ matrix: MarkMatrix) throws(ReliabilityRefusal) {
        let marks = try matrix.complete()
        let (rows, columns) = (matrix.submissionCount, matrix.judgeCount)
        var sums = [Double](repeating: 0, count: rows)
        var ties = 0.0
        for judge in 0..<columns {
            let own = (0..<rows).map { marks[$0 * columns + judge] }
            for group in Self.tied(own) {
                let size = Double(group.places.count)
                ties += size * size * size - size
                for place in group.places { sums[place] += group.rank }
            }
        }
        let (n, k) = (Double(rows), Double(columns))
        let mean = sums.reduce(0, +) / n
        let squares = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let most = k * k * (n * n * n - n) - k * ties
        guard most > 0 else { throw .allEqual }
        value = 12 * squares / most
        chiSquare = k * (n - 1) * value
    }

    /// Groups of equal values with the mean of the ranks that they share.
    private static func tied(_ values: [Double]) -> [(places: [Int], rank: Double)] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var groups: [(places: [Int], rank: Double)] = []
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            groups.append((Array(order[start..<end]), Double(start + end + 1) / 2))
            start = end
        }
        return groups
    }
}
