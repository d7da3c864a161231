import Computing

extension SeededRandom {
    /// A whole number strictly between −`bound` and `bound`.
    mutating func signed(below bound: Int) -> Int128 {
        Int128(below(2 * bound - 1) - (bound - 1))
    }
}
