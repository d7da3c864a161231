/// The pseudo-inverse of the Laplacian of a connected graph.
///
/// A Laplacian takes constants to nothing. With a multiple of the matrix of ones added it can be
/// inverted, and takes constants and all else apart from each other; the inverse is that of a
/// Cholesky decomposition.
struct LaplacianInverse {
    /// Nodes of the graph.
    let count: Int
    /// Row after row.
    private var elements: [Double]

    subscript(row: Int, column: Int) -> Double { elements[row * count + column] }

    /// - Parameter edges: Calls its argument with both nodes and the weight of every edge.
    /// - Returns: Nothing where the graph is not connected.
    /// - Complexity: O(*n*³) for *n* nodes.
    init?(count: Int, _ edges: ((_ one: Int, _ other: Int, _ weight: Double) -> Void) -> Void) {
        self.count = count
        var matrix = [Double](repeating: 0, count: count * count)
        edges { one, other, weight in
            matrix[one * count + one] += weight
            matrix[other * count + other] += weight
            matrix[one * count + other] -= weight
            matrix[other * count + one] -= weight
        }
        var trace = 0.0
        for node in 0..<count { trace += matrix[node * count + node] }
        // A shift of the size of the other eigenvalues keeps the matrix well conditioned.
        let mean = trace / Double(count)
        let shift = mean / Double(count)
        for place in matrix.indices { matrix[place] += shift }
        guard mean > 0, Self.factor(&matrix, count) else { return nil }
        elements = Self.inverse(of: matrix, count)
        // The constants' own part of the inverse goes out again.
        let constant = 1 / (shift * Double(count) * Double(count))
        for place in elements.indices { elements[place] -= constant }
    }

    /// Puts the lower Cholesky factor in the place of a matrix; says whether there is one.
    private static func factor(_ matrix: inout [Double], _ count: Int) -> Bool {
        for row in 0..<count {
            for column in 0...row {
                var value = matrix[row * count + column]
                for inner in 0..<column {
                    value -= matrix[row * count + inner] * matrix[column * count + inner]
                }
                if row == column {
                    guard value > 0 else { return false }
                    matrix[row * count + row] = value.squareRoot()
                } else {
                    matrix[row * count + column] = value / matrix[column * count + column]
                }
            }
        }
        return true
    }

    /// The inverse of the matrix with a Cholesky factor.
    private static func inverse(of factor: [Double], _ count: Int) -> [Double] {
        // First the factor's own inverse, by columns, then the product with its transpose.
        var half = [Double](repeating: 0, count: count * count)
        for column in 0..<count {
            for row in column..<count {
                var value = row == column ? 1.0 : 0
                for inner in column..<row {
                    value -= factor[row * count + inner] * half[column * count + inner]
                }
                half[column * count + row] = value / factor[row * count + row]
            }
        }
        var result = half
        for row in 0..<count {
            for column in 0...row {
                var value = 0.0
                for inner in row..<count {
                    value += half[row * count + inner] * half[column * count + inner]
                }
                result[row * count + column] = value
                result[column * count + row] = value
            }
        }
        return result
    }
}

extension LaplacianInverse {
    /// The greatest eigenvalue, found by Lanczos' method with full reorthogonalisation.
    ///
    /// > C. Lanczos. "An Iteration Method for the Solution of the Eigenvalue Problem of Linear
    /// > Differential and Integral Operators." *Journal of Research of the National Bureau of
    /// > Standards* 45 (4), 1950. doi:10.6028/jres.045.026
    ///
    /// - Complexity: O(*k* *n*²) for *n* nodes and *k* steps, at most ``mostSteps``.
    func greatestEigenvalue() -> Double {
        var basis: [[Double]] = [Self.unit(start())]
        var (diagonal, beside): ([Double], [Double]) = ([], [])
        while let last = basis.last {
            var next = product(last)
            diagonal.append(Self.dot(next, last))
            for _ in 0..<2 {
                for vector in basis { Self.subtract(Self.dot(next, vector), vector, from: &next) }
            }
            let norm = Self.dot(next, next).squareRoot()
            let scale = diagonal.map(\.magnitude).max() ?? 0
            guard basis.count < min(count - 1, Self.mostSteps), norm > 1e-12 * scale else { break }
            beside.append(norm)
            basis.append(next.map { $0 / norm })
        }
        return Self.greatest(diagonal, beside)
    }

    private static let mostSteps = 80

    /// A vector that leans on no symmetry of a graph and sums to zero.
    private func start() -> [Double] {
        let values = (0..<count).map { node in
            let turn = Double(node + 1) * 0.618_033_988_749_895
            return turn - turn.rounded(.down) + Double(node) / Double(count)
        }
        let mean = values.reduce(0, +) / Double(count)
        return values.map { $0 - mean }
    }

    private func product(_ vector: [Double]) -> [Double] {
        (0..<count).map { row in
            var sum = 0.0
            for column in 0..<count { sum += elements[row * count + column] * vector[column] }
            return sum
        }
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for place in left.indices { sum += left[place] * right[place] }
        return sum
    }

    private static func subtract(_ factor: Double, _ vector: [Double], from target: inout [Double])
    {
        for place in target.indices { target[place] -= factor * vector[place] }
    }

    private static func unit(_ vector: [Double]) -> [Double] {
        let norm = dot(vector, vector).squareRoot()
        return vector.map { $0 / norm }
    }

    /// The greatest eigenvalue of a tridiagonal matrix, by halving on Sturm's count.
    private static func greatest(_ diagonal: [Double], _ beside: [Double]) -> Double {
        let reach = (beside.max() ?? 0) * 2
        var low = diagonal.max() ?? 0
        var high = low + reach
        for _ in 0..<200 where high - low > 1e-15 * high.magnitude {
            let middle = (low + high) / 2
            if isBelow(middle, diagonal, beside) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// Whether a number lies below the greatest eigenvalue.
    private static func isBelow(_ number: Double, _ diagonal: [Double], _ beside: [Double]) -> Bool
    {
        var pivot = 1.0
        for place in diagonal.indices {
            let square = place > 0 ? beside[place - 1] * beside[place - 1] : 0
            pivot = diagonal[place] - number - square / (pivot == 0 ? 1e-300 : pivot)
            if pivot > 0 { return true }
        }
        return false
    }
}
