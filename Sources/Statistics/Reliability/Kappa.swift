/// Agreement of judges on categories beyond chance.
public enum Kappa {
    /// How much a disagreement counts.
    public enum Weighting: Sendable, Hashable, CaseIterable {
        /// Every disagreement the same.
        case none
        /// By how many categories lie between.
        case linear
        /// By the square of that.
        case quadratic
    }

    /// Cohen's kappa of two judges.
    ///
    /// Cohen, J. (1968), Psychological Bulletin 70, 213–220, doi:10.1037/h0026256.
    ///
    /// - Parameter table: How often one judge chose category *i* and the other *j*; square.
    /// - Complexity: O(*c*²) for *c* categories.
    /// - Throws: ``ReliabilityRefusal``.
    public static func cohen(
        _ table: [[Int]], _ weighting: Weighting = .none
    ) throws(ReliabilityRefusal) -> Double {
        let size = table.count
        guard size > 1, table.allSatisfy({ $0.count == size && $0.allSatisfy { $0 >= 0 } }) else {
            throw .outOfRange
        }
        let total = Double(table.joined().reduce(0, +))
        guard total > 0 else { throw .nothingShared }
        let rows = table.map { Double($0.reduce(0, +)) }
        let columns = (0..<size).map { column in Double(table.reduce(0) { $0 + $1[column] }) }
        var (observed, expected) = (0.0, 0.0)
        for one in 0..<size {
            for other in 0..<size {
                let weight = weight(abs(one - other), weighting)
                observed += weight * Double(table[one][other])
                expected += weight * rows[one] * columns[other] / total
            }
        }
        guard expected > 0 else { throw .allEqual }
        return 1 - observed / expected
    }

    private static func weight(_ distance: Int, _ weighting: Weighting) -> Double {
        switch weighting {
        case .none: distance == 0 ? 0 : 1
        case .linear: Double(distance)
        case .quadratic: Double(distance * distance)
        }
    }

    /// Fleiss's kappa of panels of one size.
    ///
    /// Fleiss, J. L. (1971), Psychological Bulletin 76, 378–382, doi:10.1037/h0031619.
    ///
    /// - Parameter counts: For each submission, how many judges chose each category.
    /// - Complexity: O(*n*·*c*) for *n* submissions and *c* categories.
    /// - Throws: ``ReliabilityRefusal``.
    public static func fleiss(_ counts: [[Int]]) throws(ReliabilityRefusal) -> Double {
        guard let first = counts.first, first.count > 1 else {
            throw .tooFew(submissions: counts.count, judges: 0)
        }
        let panel = first.reduce(0, +)
        guard panel > 1 else { throw .nothingShared }
        for row in counts {
            guard row.count == first.count, row.allSatisfy({ $0 >= 0 }), row.reduce(0, +) == panel
            else { throw .outOfRange }
        }
        let judges = Double(panel)
        let total = judges * Double(counts.count)
        let agreement = counts.reduce(0.0) { sum, row in
            let squares = row.reduce(0) { $0 + $1 * $1 }
            return sum + (Double(squares) - judges) / (judges * (judges - 1))
        }
        let chance = first.indices.reduce(0.0) { sum, category in
            let share = Double(counts.reduce(0) { $0 + $1[category] }) / total
            return sum + share * share
        }
        guard chance < 1 else { throw .allEqual }
        return (agreement / Double(counts.count) - chance) / (1 - chance)
    }
}
