/// A symmetric matrix of doubles, of which the lower triangle counts.
public struct SymmetricMatrix: Sendable {
    /// The number of rows, and of columns.
    public let order: Int
    /// The numbers, column by column: *order* × *order*.
    public var elements: [Double]

    /// A matrix of zeros.
    ///
    /// - Complexity: O(*n*²) for order *n*.
    public init(order: Int) {
        self.order = order
        elements = [Double](repeating: 0, count: order * order)
    }

    init(order: Int, elements: [Double]) {
        self.order = order
        self.elements = elements
    }

    /// The element of two indices in any order; only the lower triangle is written.
    public subscript(row: Int, column: Int) -> Double {
        get { elements[place(row, column)] }
        set { elements[place(row, column)] = newValue }
    }

    private func place(_ row: Int, _ column: Int) -> Int {
        row >= column ? column * order + row : row * order + column
    }
}
