/// Where marks vary when every judge marks every submission on every criterion.
///
/// The seven variance components of submissions × criteria × judges by the analysis of variance, as
/// generalisability theory has them (Brennan, R. L. (2001), Generalizability Theory, Springer,
/// doi:10.1007/978-1-4757-3456-0). A component below 0 says that the data show none; it is given as
/// it came out.
public struct CrossedStudy: Sendable, Hashable {
    /// Submissions.
    public let submissions: Double
    /// Criteria.
    public let criteria: Double
    /// Judges.
    public let judges: Double
    /// Submissions that are better on some criteria.
    public let submissionsByCriteria: Double
    /// Judges who prefer some submissions.
    public let submissionsByJudges: Double
    /// Judges who are stricter on some criteria.
    public let criteriaByJudges: Double
    /// What is left, with chance.
    public let rest: Double

    /// Analyses a table of marks.
    ///
    /// - Parameter marks: For each submission, for each criterion, the judges' marks in one order.
    /// - Complexity: O(*n*) for *n* marks.
    /// - Throws: ``ReliabilityRefusal``; fewer than two criteria count as out of range.
    public init(_ marks: [[[Double]]]) throws(ReliabilityRefusal) {
        let table = try Table(marks)
        let (p, i, j) = (table.sizes[0], table.sizes[1], table.sizes[2])
        let mean = table.meanSquare([true, true, true])
        let (pi, pj, ij) = (
            table.meanSquare([true, true, false]), table.meanSquare([true, false, true]),
            table.meanSquare([false, true, true])
        )
        rest = mean
        submissionsByCriteria = (pi - mean) / j
        submissionsByJudges = (pj - mean) / i
        criteriaByJudges = (ij - mean) / p
        submissions = (table.meanSquare([true, false, false]) - pi - pj + mean) / (i * j)
        criteria = (table.meanSquare([false, true, false]) - pi - ij + mean) / (p * j)
        judges = (table.meanSquare([false, false, true]) - pj - ij + mean) / (p * i)
    }

    /// The reliability of the mean over criteria and judges between submissions that share both,
    /// with other numbers of them; components below 0 count as 0.
    public func reliability(criteria: Int, judges: Int) -> Double {
        let (i, j) = (Double(criteria), Double(judges))
        let noise =
            max(0, submissionsByCriteria) / i + max(0, submissionsByJudges) / j
            + max(0, rest) / (i * j)
        return submissions > 0 ? submissions / (submissions + noise) : 0
    }

    /// Marks as one column, with their means over any of the three sides.
    private struct Table {
        let sizes: [Double]
        private let counts: [Int]
        private let marks: [Double]

        init(_ marks: [[[Double]]]) throws(ReliabilityRefusal) {
            counts = [marks.count, marks.first?.count ?? 0, marks.first?.first?.count ?? 0]
            guard counts[0] >= 2, counts[2] >= 2 else {
                throw .tooFew(submissions: counts[0], judges: counts[2])
            }
            guard counts[1] >= 2 else { throw .outOfRange }
            sizes = counts.map { Double($0) }
            self.marks = marks.joined().flatMap { $0 }
            guard self.marks.count == counts[0] * counts[1] * counts[2],
                self.marks.allSatisfy(\.isFinite)
            else { throw .outOfRange }
        }

        /// The mean square of the effect of some sides.
        func meanSquare(_ sides: [Bool]) -> Double {
            // An effect of several sides is what their cells leave after all smaller effects: the
            // alternating sum of the means over every part of the sides.
            var effects = [Double](repeating: 0, count: marks.count)
            for part in 0..<8 {
                let kept = (0..<3).map { part >> $0 & 1 == 1 }
                guard zip(kept, sides).allSatisfy({ !$0 || $1 }) else { continue }
                let isMinus = (sides.count { $0 } - kept.count { $0 }) % 2 == 1
                let means = means(over: kept)
                for place in marks.indices {
                    effects[place] += isMinus ? -means[place] : means[place]
                }
            }
            let degrees = zip(sizes, sides).reduce(1.0) { $1.1 ? $0 * ($1.0 - 1) : $0 }
            return effects.reduce(0) { $0 + $1 * $1 } / degrees
        }

        /// For each mark, the mean of the marks that agree with it on the kept sides.
        private func means(over kept: [Bool]) -> [Double] {
            var sums = [Double](repeating: 0, count: marks.count)
            var numbers = [Double](repeating: 0, count: marks.count)
            let cells = marks.indices.map { cell(of: $0, kept) }
            for (place, cell) in cells.enumerated() {
                sums[cell] += marks[place]
                numbers[cell] += 1
            }
            return cells.map { sums[$0] / numbers[$0] }
        }

        private func cell(of place: Int, _ kept: [Bool]) -> Int {
            let indices = [
                place / (counts[1] * counts[2]), place / counts[2] % counts[1], place % counts[2],
            ]
            var cell = 0
            for side in 0..<3 { cell = cell * counts[side] + (kept[side] ? indices[side] : 0) }
            return cell
        }
    }
}
