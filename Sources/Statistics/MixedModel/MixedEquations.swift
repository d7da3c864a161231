import Computing
import Foundation

/// The mixed-model equations of Henderson at given ratios of variances, solved.
///
/// With the ratios γ = σ²(factor) ÷ σ²(error), the effects of rows and columns are *u* = √γ·*b* and
/// *v* = √γ·*c* with standard normal *b*, *c* (in units of σ), which keeps everything sound where a
/// ratio is 0. With a mean β for each group of marks, penalised least squares asks for
///
///     minimum of Σ w·(y − β − u − v)² + Σ b² + Σ c².
///
/// The matrix of rows is diagonal, Dᵢ = 1 + γ·wᵢ; eliminating the rows leaves the matrix *K* over
/// columns and means, which is factored densely:
///
///     K = [ I + γc·(W_c − γr·Nᵀ D⁻¹ N)    √γc·(M_c − γr·Nᵀ D⁻¹ M_r) ]
///         [                               W_g − γr·M_rᵀ D⁻¹ M_r     ]
///
/// where *N* holds the cells' weights, *M* those of rows or columns in each group, and *W* the
/// sums. Then with *n* marks, *g* groups and *s*² = *y*ᵀ*Py* ÷ (*n* − *g*),
///
///     −2 log REML = Σ log Dᵢ + log det K + (n − g)·(1 + log 2π s²) − Σ log w.
///
/// Henderson, C. R. (1975), Biometrics 31, 423–447, doi:10.2307/2529430; Bates, D. and others
/// (2015), Journal of Statistical Software 67(1), doi:10.18637/jss.v067.i01, for the spherical
/// effects.
struct MixedEquations: Sendable {
    /// The ratios of the variances of rows and columns to that of the error.
    let ratios: (rows: Double, columns: Double)
    /// Dᵢ for each row.
    let pivots: [Double]
    /// The factor of *K*; its last rows are the means'.
    let factor: CholeskyFactor
    private let design: CrossedDesign

    /// Factors the equations; none where rounding spoils them.
    ///
    /// - Complexity: O(Σ *k*² + *q*³) for *k* cells in a row and *q* columns.
    init?(_ design: CrossedDesign, ratios: (rows: Double, columns: Double)) {
        self.design = design
        self.ratios = ratios
        pivots = design.weight.rows.map { 1 + ratios.rows * $0 }
        guard let factor = CholeskyFactor(Self.matrix(design, ratios, pivots)) else { return nil }
        self.factor = factor
    }

    private static func matrix(
        _ design: CrossedDesign, _ ratios: (rows: Double, columns: Double), _ pivots: [Double]
    ) -> SymmetricMatrix {
        let (count, groups) = (design.columnCount, design.groupCount)
        let order = count + groups
        let scale = ratios.columns.squareRoot()
        var matrix = SymmetricMatrix(order: order)
        matrix.elements.withUnsafeMutableBufferPointer { elements in
            for column in 0..<count {
                elements[column * order + column] =
                    1 + ratios.columns * design.weight.columns[column]
                for group in 0..<groups {
                    elements[column * order + count + group] =
                        scale * design.columnGroups[column * groups + group]
                }
            }
            for group in 0..<groups {
                elements[(count + group) * (order + 1)] = design.weight.groups[group]
            }
            for row in 0..<design.rowCount {
                eliminate(row, of: design, ratios.rows / pivots[row], scale, from: elements)
            }
        }
        return matrix
    }

    /// Takes a row's share out of the lower triangle of *K*.
    @inline(__always)
    private static func eliminate(
        _ row: Int, of design: CrossedDesign, _ share: Double, _ scale: Double,
        from elements: UnsafeMutableBufferPointer<Double>
    ) {
        let (count, groups) = (design.columnCount, design.groupCount)
        let order = count + groups
        let cells = design.starts[row]..<design.starts[row + 1]
        for cell in cells {
            let column = Int(design.columns[cell]) * order
            let part = share * scale * design.weights[cell]
            // Columns ascend in a row, so these lie in the lower triangle.
            for other in cell..<cells.upperBound {
                elements[column + Int(design.columns[other])] -=
                    part * scale * design.weights[other]
            }
            for group in 0..<groups {
                elements[column + count + group] -= part * design.rowGroups[row * groups + group]
            }
        }
        for one in 0..<groups {
            let part = share * design.rowGroups[row * groups + one]
            for other in one..<groups {
                elements[(count + one) * order + count + other] -=
                    part * design.rowGroups[row * groups + other]
            }
        }
    }

    /// Solves for the effects of a response that is given by its weighted sums.
    ///
    /// - Complexity: O(*n* + *q*²).
    func effects(of response: CrossedSums) -> CrossedEffects {
        let (count, groups) = (design.columnCount, design.groupCount)
        let scale = ratios.columns.squareRoot()
        var right = response.columns.map { scale * $0 } + response.groups
        for row in 0..<design.rowCount {
            let part = ratios.rows * response.rows[row] / pivots[row]
            for cell in design.starts[row]..<design.starts[row + 1] {
                right[Int(design.columns[cell])] -= scale * design.weights[cell] * part
            }
            for group in 0..<groups {
                right[count + group] -= design.rowGroups[row * groups + group] * part
            }
        }
        let solution = factor.solving(right)
        let means = Array(solution[count...])
        let columns = solution[..<count].map { scale * $0 }
        let rows = (0..<design.rowCount).map { row in
            let rest = response.rows[row] - grouped(means, inRow: row)
            return ratios.rows * (rest - weighted(columns, inRow: row)) / pivots[row]
        }
        return CrossedEffects(rows: rows, columns: columns, means: means)
    }

    /// The weighted sums of what the effects leave of a response: Zᵀ*Py*.
    ///
    /// - Complexity: O(*n*).
    func rest(of response: CrossedSums, after effects: CrossedEffects) -> CrossedSums {
        let groups = design.groupCount
        var rest = response
        for group in 0..<groups {
            rest.groups[group] -= design.weight.groups[group] * effects.means[group]
        }
        for column in 0..<design.columnCount {
            rest.columns[column] -= design.weight.columns[column] * effects.columns[column]
            for group in 0..<groups {
                let weight = design.columnGroups[column * groups + group]
                rest.columns[column] -= weight * effects.means[group]
                rest.groups[group] -= weight * effects.columns[column]
            }
        }
        for row in 0..<design.rowCount {
            rest.rows[row] -=
                design.weight.rows[row] * effects.rows[row] + grouped(effects.means, inRow: row)
                + weighted(effects.columns, inRow: row)
            for group in 0..<groups {
                rest.groups[group] -= design.rowGroups[row * groups + group] * effects.rows[row]
            }
            for cell in design.starts[row]..<design.starts[row + 1] {
                rest.columns[Int(design.columns[cell])] -= design.weights[cell] * effects.rows[row]
            }
        }
        return rest
    }

    /// A response that has in each mark the value of its row.
    func response(ofRows values: [Double]) -> CrossedSums {
        let count = design.groupCount
        var columns = [Double](repeating: 0, count: design.columnCount)
        var groups = [Double](repeating: 0, count: count)
        for row in 0..<design.rowCount {
            for cell in design.starts[row]..<design.starts[row + 1] {
                columns[Int(design.columns[cell])] += design.weights[cell] * values[row]
            }
            for group in 0..<count {
                groups[group] += design.rowGroups[row * count + group] * values[row]
            }
        }
        let rows = zip(design.weight.rows, values).map { $0 * $1 }
        return CrossedSums(rows: rows, columns: columns, groups: groups)
    }

    /// A response that has in each mark the value of its column.
    func response(ofColumns values: [Double]) -> CrossedSums {
        let count = design.groupCount
        var groups = [Double](repeating: 0, count: count)
        for column in 0..<design.columnCount {
            for group in 0..<count {
                groups[group] += design.columnGroups[column * count + group] * values[column]
            }
        }
        return CrossedSums(
            rows: (0..<design.rowCount).map { weighted(values, inRow: $0) },
            columns: zip(design.weight.columns, values).map { $0 * $1 }, groups: groups)
    }

    private func grouped(_ values: [Double], inRow row: Int) -> Double {
        var sum = 0.0
        for group in 0..<design.groupCount {
            sum += design.rowGroups[row * design.groupCount + group] * values[group]
        }
        return sum
    }

    private func weighted(_ values: [Double], inRow row: Int) -> Double {
        var sum = 0.0
        for cell in design.starts[row]..<design.starts[row + 1] {
            sum += design.weights[cell] * values[Int(design.columns[cell])]
        }
        return sum
    }
}

/// The means of the groups and the effects of rows and columns, in points.
struct CrossedEffects: Sendable {
    let rows: [Double]
    let columns: [Double]
    let means: [Double]
}
