import Computing
import Foundation

/// The mixed-model equations of Henderson at given ratios of variances, solved.
///
/// With the ratios γ = σ²(factor) ÷ σ²(error), the effects of rows and columns are *u* = √γ·*b* and
/// *v* = √γ·*c* with standard normal *b*, *c* (in units of σ), which keeps everything sound where a
/// ratio is 0. Penalised least squares asks for
///
///     minimum of Σ w·(y − β − u − v)² + Σ b² + Σ c².
///
/// The matrix of rows is diagonal, Dᵢ = 1 + γ·wᵢ; eliminating the rows leaves the matrix *K* over
/// columns and the mean, which is factored densely:
///
///     K = [ I + γc·(W_c − γr·Nᵀ D⁻¹ N)    √γc·(w_c − γr·Nᵀ D⁻¹ w_r) ]
///         [                               Σw − γr·w_rᵀ D⁻¹ w_r      ]
///
/// where *N* holds the cells' weights. Then with *n* marks, *s*² = *y*ᵀ*Py* ÷ (*n* − 1) and
///
///     −2 log REML = Σ log Dᵢ + log det K + (n − 1)·(1 + log 2π s²) − Σ log w.
///
/// Henderson, C. R. (1975), Biometrics 31, 423–447, doi:10.2307/2529430; Bates, D. and others (2015),
/// Journal of Statistical Software 67(1), doi:10.18637/jss.v067.i01, for the spherical effects.
struct MixedEquations: Sendable {
    /// The ratios of the variances of rows and columns to that of the error.
    let ratios: (rows: Double, columns: Double)
    /// Dᵢ for each row.
    let pivots: [Double]
    /// The factor of *K*; its last row is the mean's.
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
        let count = design.columnCount
        let order = count + 1
        var matrix = SymmetricMatrix(order: order)
        let scale = ratios.columns.squareRoot()
        matrix.elements.withUnsafeMutableBufferPointer { elements in
            for column in 0..<count {
                let weight = design.weight.columns[column]
                elements[column * order + column] = 1 + ratios.columns * weight
                elements[column * order + count] = scale * weight
            }
            elements[count * order + count] = design.weight.total
            for row in 0..<design.rowCount {
                let share = ratios.rows / pivots[row]
                let weight = design.weight.rows[row]
                elements[count * order + count] -= share * weight * weight
                let cells = design.starts[row]..<design.starts[row + 1]
                for cell in cells {
                    let column = Int(design.columns[cell]) * order
                    let part = share * design.weights[cell] * ratios.columns
                    // Columns ascend in a row, so these lie in the lower triangle.
                    for other in cell..<cells.upperBound {
                        elements[column + Int(design.columns[other])] -=
                            part * design.weights[other]
                    }
                    elements[column + count] -= share * scale * design.weights[cell] * weight
                }
            }
        }
        return matrix
    }

    /// Solves for the effects of a response that is given by its weighted sums.
    ///
    /// - Complexity: O(*n* + *q*²).
    func effects(of response: CrossedSums) -> CrossedEffects {
        let count = design.columnCount
        let scale = ratios.columns.squareRoot()
        var right = [Double](repeating: 0, count: count + 1)
        for column in 0..<count { right[column] = scale * response.columns[column] }
        right[count] = response.total
        for row in 0..<design.rowCount {
            let part = ratios.rows * response.rows[row] / pivots[row]
            for cell in design.starts[row]..<design.starts[row + 1] {
                right[Int(design.columns[cell])] -= scale * design.weights[cell] * part
            }
            right[count] -= design.weight.rows[row] * part
        }
        let solution = factor.solving(right)
        let mean = solution[count]
        let columns = (0..<count).map { scale * solution[$0] }
        let rows = (0..<design.rowCount).map { row in
            let rest = response.rows[row] - design.weight.rows[row] * mean
            return ratios.rows * (rest - weighted(columns, inRow: row)) / pivots[row]
        }
        return CrossedEffects(rows: rows, columns: columns, mean: mean)
    }

    /// The weighted sums of what the effects leave of a response: Zᵀ*Py*.
    ///
    /// - Complexity: O(*n*).
    func rest(of response: CrossedSums, after effects: CrossedEffects) -> CrossedSums {
        var rest = response
        for column in 0..<design.columnCount {
            rest.columns[column] -=
                design.weight.columns[column] * (effects.mean + effects.columns[column])
        }
        for row in 0..<design.rowCount {
            let weight = design.weight.rows[row]
            let own = weight * (effects.mean + effects.rows[row])
            let others = weighted(effects.columns, inRow: row)
            rest.rows[row] -= own + others
            rest.total -= own + others
            for cell in design.starts[row]..<design.starts[row + 1] {
                rest.columns[Int(design.columns[cell])] -= design.weights[cell] * effects.rows[row]
            }
        }
        return rest
    }

    /// A response that has in each mark the value of its row.
    func response(ofRows values: [Double]) -> CrossedSums {
        var columns = [Double](repeating: 0, count: design.columnCount)
        var rows = [Double](repeating: 0, count: design.rowCount)
        for row in 0..<design.rowCount {
            rows[row] = design.weight.rows[row] * values[row]
            for cell in design.starts[row]..<design.starts[row + 1] {
                columns[Int(design.columns[cell])] += design.weights[cell] * values[row]
            }
        }
        return CrossedSums(rows: rows, columns: columns, total: rows.reduce(0, +))
    }

    /// A response that has in each mark the value of its column.
    func response(ofColumns values: [Double]) -> CrossedSums {
        let columns = zip(design.weight.columns, values).map { $0 * $1 }
        let rows = (0..<design.rowCount).map { weighted(values, inRow: $0) }
        return CrossedSums(rows: rows, columns: columns, total: columns.reduce(0, +))
    }

    private func weighted(_ values: [Double], inRow row: Int) -> Double {
        var sum = 0.0
        for cell in design.starts[row]..<design.starts[row + 1] {
            sum += design.weights[cell] * values[Int(design.columns[cell])]
        }
        return sum
    }
}

/// The mean and the effects of rows and columns, in points.
struct CrossedEffects: Sendable {
    let rows: [Double]
    let columns: [Double]
    let mean: Double
}
