import CLinearAlgebra
import Foundation

/// The Cholesky factor *L* of a symmetric positive definite matrix *A* = *L*·*L*ᵀ.
///
/// Computed by LAPACK on the calling thread: the same bytes on the same machine, whatever the
/// number of cores.
public struct CholeskyFactor: Sendable {
    /// The number of rows.
    public let order: Int
    /// The factor's lower triangle, column by column; above the diagonal stands anything.
    private let elements: [Double]

    /// Factors a matrix; none where it is not positive definite.
    ///
    /// - Complexity: O(*n*³ ÷ 3) for order *n*, in the matrix's own memory.
    public init?(_ matrix: consuming SymmetricMatrix) {
        order = matrix.order
        var elements = matrix.elements
        matrix.elements = []  // the factor takes its memory
        let size = Int32(order)
        let state = elements.withUnsafeMutableBufferPointer { cla_cholesky($0.baseAddress, size) }
        guard state == 0 else { return nil }
        self.elements = elements
    }

    /// The logarithm of the matrix's determinant.
    public var logDeterminant: Double {
        var sum = 0.0
        for index in 0..<order { sum += log(elements[index * order + index]) }
        return 2 * sum
    }

    /// The solution *x* of *A*·*x* = *b*.
    ///
    /// - Parameter vector: *b*, as long as the order.
    /// - Complexity: O(*n*²).
    public func solving(_ vector: [Double]) -> [Double] {
        precondition(vector.count == order)
        var solution = vector
        cla_solve(elements, Int32(order), &solution)
        return solution
    }

    /// The solution *x* of *L*ᵀ·*x* = *b*: normal numbers *b* become numbers whose covariance is
    /// the inverse of *A*.
    ///
    /// - Complexity: O(*n*²).
    public func solvingTransposed(_ vector: [Double]) -> [Double] {
        precondition(vector.count == order)
        var solution = vector
        cla_solve_transposed(elements, Int32(order), &solution)
        return solution
    }

    /// The inverse of *A*.
    ///
    /// - Complexity: O(2*n*³ ÷ 3).
    public func inverse() -> SymmetricMatrix {
        var inverse = SymmetricMatrix(order: order, elements: elements)
        cla_inverse(&inverse.elements, Int32(order))
        return inverse
    }
}
