import Foundation

extension CrossedDesign {
    /// First ratios of the variances of rows and columns to that of the error.
    ///
    /// The sums of squares between rows, between columns and in all are set equal to what they
    /// expect, which is linear in the three variances (Henderson's first method: Henderson, C. R.
    /// (1953), Biometrics 9, 226–252, doi:10.2307/3001853).
    ///
    /// - Complexity: O(*n*).
    /// - Throws: ``ModelRefusal/nothingLeftOver`` where rows and columns explain all.
    func momentRatios() throws(ModelRefusal) -> [Double] {
        let total = weight.total
        let rowSquares = weight.rows.reduce(0) { $0 + $1 * $1 } / total
        let columnSquares = weight.columns.reduce(0) { $0 + $1 * $1 } / total
        var (columnsInRows, rowsInColumns) = (0.0, 0.0)
        for row in 0..<rowCount {
            for cell in starts[row]..<starts[row + 1] {
                let square = weights[cell] * weights[cell]
                columnsInRows += square / weight.rows[row]
                rowsInColumns += square / weight.columns[Int(columns[cell])]
            }
        }
        let usedRows = Double(weight.rows.count { $0 > 0 })
        let usedColumns = Double(weight.columns.count { $0 > 0 })
        // Each line: the expected multiples of the variances of rows, columns and error.
        let expected = [
            [total - rowSquares, columnsInRows - columnSquares, usedRows - 1],
            [rowsInColumns - rowSquares, total - columnSquares, usedColumns - 1],
            [total - rowSquares, total - columnSquares, Double(count) - 1],
        ]
        let found = [
            between(response.rows, weight.rows), between(response.columns, weight.columns), squares,
        ]
        let variances = Self.solution(expected, found)
        let spread = squares / total
        guard let variances, variances[2] > 1e-6 * spread else {
            // Nearly free effects leave only what no effects could explain.
            let free = MixedEvaluation(self, ratios: (1e8, 1e8))
            if let free, free.errorVariance < 1e-7 * spread { throw .nothingLeftOver }
            return [0.5, 0.5]
        }
        let error = variances[2]
        return variances.prefix(2).map { min(max($0 / error, 1e-2), 1e3) }
    }

    /// The sum of squares of the means of levels, from the mean of all, which is 0.
    private func between(_ sums: [Double], _ weights: [Double]) -> Double {
        zip(sums, weights).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / $1.1 : $0 }
    }

    /// The solution of three linear equations by Cramer's rule; none where they are dependent.
    private static func solution(_ lines: [[Double]], _ right: [Double]) -> [Double]? {
        func determinant(_ a: [[Double]]) -> Double {
            a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
                - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
                + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0])
        }
        let whole = determinant(lines)
        guard abs(whole) > 0 else { return nil }
        return (0..<3).map { unknown in
            var changed = lines
            for line in 0..<3 { changed[line][unknown] = right[line] }
            return determinant(changed) / whole
        }
    }
}
