import Computing
import Foundation

/// −2 log REML at given ratios of variances, with its slope and its average information.
///
/// With *P* as in the mixed-model equations, *Z* the indicator of a factor's levels and *s*² the
/// variance of the error at these ratios, the slope in a factor's ratio is
///
///     tr(Zᵀ P Z) − ‖Zᵀ P y‖² ÷ s²,
///
/// where Zᵀ*Py* are the weighted sums of what the effects leave, and the trace comes from the
/// inverse of *K*: over rows, of wᵢ ÷ Dᵢ − Bᵢ K⁻¹ Bᵢᵀ ÷ Dᵢ² with Bᵢ the row of (√γc·N, M_r); over
/// columns, of (1 − K⁻¹ⱼⱼ) ÷ γc. The second derivatives are replaced by the average of the observed
/// and the expected ones, for which the traces cancel:
///
///     (ZZᵀPy)ᵀ P (ZZᵀPy) ÷ s² − ‖ZᵀPy‖²·‖ZᵀPy‖² ÷ ((n − g)·s⁴).
///
/// Gilmour, A. R., Thompson, R. and Cullis, B. R. (1995), Biometrics 51, 1440–1450,
/// doi:10.2307/2533274.
struct MixedEvaluation: Sendable {
    let equations: MixedEquations
    let effects: CrossedEffects
    /// The variance of the error.
    let errorVariance: Double
    /// −2 log REML.
    let criterion: Double
    /// The slope in the ratios of rows and columns.
    let slope: (rows: Double, columns: Double)
    /// The average information in the ratios.
    let information: (rows: Double, both: Double, columns: Double)
    /// K⁻¹, of which the last rows are the means'.
    let inverse: SymmetricMatrix
    /// For each row, Bᵢ K⁻¹ Bᵢᵀ ÷ Dᵢ².
    let rowForms: [Double]

    /// Evaluates; none where rounding spoils the equations.
    ///
    /// - Complexity: O(Σ *k*² + *q*³) for *k* cells in a row and *q* columns.
    init?(_ design: CrossedDesign, ratios: (rows: Double, columns: Double)) {
        guard let equations = MixedEquations(design, ratios: ratios) else { return nil }
        self.equations = equations
        effects = equations.effects(of: design.response)
        let response = design.response
        let explained =
            dot(effects.means, response.groups) + dot(effects.rows, response.rows)
            + dot(effects.columns, response.columns)
        let degrees = Double(design.count - design.groupCount)
        errorVariance = (design.squares - explained) / degrees
        guard errorVariance > 0 else { return nil }
        criterion =
            equations.pivots.reduce(0) { $0 + log($1) } + equations.factor.logDeterminant
            + degrees * (1 + log(2 * .pi * errorVariance)) - design.logWeights
        inverse = equations.factor.inverse()
        rowForms = Self.rowForms(design, equations, inverse)
        let rest = equations.rest(of: response, after: effects)
        let lengths = (dot(rest.rows, rest.rows), dot(rest.columns, rest.columns))
        slope = (
            Self.rowTrace(design, equations, rowForms) - lengths.0 / errorVariance,
            Self.columnTrace(design, equations, inverse) - lengths.1 / errorVariance
        )
        information = Self.information(equations, rest, errorVariance, degrees)
    }

    private static func rowForms(
        _ design: CrossedDesign, _ equations: MixedEquations, _ inverse: SymmetricMatrix
    ) -> [Double] {
        let scale = equations.ratios.columns.squareRoot()
        return inverse.elements.withUnsafeBufferPointer { elements in
            (0..<design.rowCount).map { row in
                form(ofRow: row, design, scale, elements)
                    / (equations.pivots[row] * equations.pivots[row])
            }
        }
    }

    /// Bᵢ K⁻¹ Bᵢᵀ of a row, from the lower triangle of K⁻¹.
    @inline(__always)
    private static func form(
        ofRow row: Int, _ design: CrossedDesign, _ scale: Double,
        _ elements: UnsafeBufferPointer<Double>
    ) -> Double {
        let (count, groups) = (design.columnCount, design.groupCount)
        let order = count + groups
        let cells = design.starts[row]..<design.starts[row + 1]
        var own = 0.0
        var mixed = 0.0
        for cell in cells {
            let column = Int(design.columns[cell])
            var sum = 0.5 * elements[column * (order + 1)] * design.weights[cell]
            for other in (cell + 1)..<max(cell + 1, cells.upperBound) {
                sum += elements[column * order + Int(design.columns[other])] * design.weights[other]
            }
            own += 2 * sum * design.weights[cell]
            for group in 0..<groups {
                let element = elements[column * order + count + group]
                mixed += element * design.weights[cell] * design.rowGroups[row * groups + group]
            }
        }
        var means = 0.0
        for one in 0..<groups {
            let weight = design.rowGroups[row * groups + one]
            means += weight * weight * elements[(count + one) * (order + 1)]
            for other in (one + 1)..<max(one + 1, groups) {
                means +=
                    2 * weight * design.rowGroups[row * groups + other]
                    * elements[(count + one) * order + count + other]
            }
        }
        return scale * scale * own + 2 * scale * mixed + means
    }

    private static func rowTrace(
        _ design: CrossedDesign, _ equations: MixedEquations, _ forms: [Double]
    ) -> Double {
        var trace = 0.0
        for row in 0..<design.rowCount {
            trace += design.weight.rows[row] / equations.pivots[row] - forms[row]
        }
        return trace
    }

    private static func columnTrace(
        _ design: CrossedDesign, _ equations: MixedEquations, _ inverse: SymmetricMatrix
    ) -> Double {
        let ratio = equations.ratios.columns
        guard ratio < 1e-8 else {
            return (0..<design.columnCount).reduce(0) { $0 + (1 - inverse[$1, $1]) / ratio }
        }
        // Without an effect of columns, P only takes out the rows and the means.
        let (count, groups) = (design.columnCount, design.groupCount)
        var own = design.weight.columns
        var means = design.columnGroups
        for row in 0..<design.rowCount {
            let share = equations.ratios.rows / equations.pivots[row]
            for cell in design.starts[row]..<design.starts[row + 1] {
                let (column, weight) = (Int(design.columns[cell]), design.weights[cell])
                own[column] -= share * weight * weight
                for group in 0..<groups {
                    means[column * groups + group] -=
                        share * weight * design.rowGroups[row * groups + group]
                }
            }
        }
        var trace = own.reduce(0, +)
        for column in 0..<count {
            for one in 0..<groups {
                for other in 0..<groups {
                    trace -=
                        means[column * groups + one] * means[column * groups + other]
                        * inverse[count + one, count + other]
                }
            }
        }
        return trace
    }

    private static func information(
        _ equations: MixedEquations, _ rest: CrossedSums, _ variance: Double, _ degrees: Double
    ) -> (rows: Double, both: Double, columns: Double) {
        let ofRows = equations.response(ofRows: rest.rows)
        let ofColumns = equations.response(ofColumns: rest.columns)
        let afterRows = equations.rest(of: ofRows, after: equations.effects(of: ofRows))
        let afterColumns = equations.rest(of: ofColumns, after: equations.effects(of: ofColumns))
        let (rows, columns) = (dot(rest.rows, rest.rows), dot(rest.columns, rest.columns))
        let share = 1 / (degrees * variance * variance)
        return (
            dot(rest.rows, afterRows.rows) / variance - rows * rows * share,
            dot(rest.columns, afterRows.columns) / variance - rows * columns * share,
            dot(rest.columns, afterColumns.columns) / variance - columns * columns * share
        )
    }
}

/// The sum of the products of two columns of numbers.
func dot(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<min(one.count, other.count) { sum += one[index] * other[index] }
    return sum
}
