extension Ratio {
    /// The exact sum, by way of the greatest common divisor of the denominators alone.
    ///
    /// > D. E. Knuth. *The Art of Computer Programming*, volume 2, 3rd edition. Addison-Wesley,
    /// > 1997, section 4.5.1.
    ///
    /// - Throws: ``NumbersError/overflow``.
    public static func + (left: Ratio, right: Ratio) throws(NumbersError) -> Ratio {
        if left.denominator == right.denominator {
            let numerator = try sum(left.numerator, right.numerator)
            if left.denominator == 1 { return Ratio(reducedNumerator: numerator, denominator: 1) }
            return try Ratio(numerator, over: left.denominator)
        }
        let common = Int128(
            greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
        let leftFactor = right.denominator / common
        let rightFactor = left.denominator / common
        let numerator = try sum(
            product(left.numerator, leftFactor), product(right.numerator, rightFactor))
        // Whatever numerator and denominator share divides `common`.
        let shared = Int128(greatestCommonDivisor(numerator.magnitude, common.magnitude))
        return Ratio(
            reducedNumerator: numerator / shared,
            denominator: try product(rightFactor, right.denominator / shared))
    }

    /// The exact difference.
    ///
    /// - Throws: ``NumbersError/overflow``.
    public static func - (left: Ratio, right: Ratio) throws(NumbersError) -> Ratio {
        try left + (-right)
    }

    /// The value with its sign turned.
    public static prefix func - (value: Ratio) -> Ratio {
        Ratio(reducedNumerator: -value.numerator, denominator: value.denominator)
    }

    /// The exact product.
    ///
    /// - Throws: ``NumbersError/overflow``.
    public static func * (left: Ratio, right: Ratio) throws(NumbersError) -> Ratio {
        let one = Int128(
            greatestCommonDivisor(left.numerator.magnitude, right.denominator.magnitude))
        let other = Int128(
            greatestCommonDivisor(right.numerator.magnitude, left.denominator.magnitude))
        return Ratio(
            reducedNumerator: try product(left.numerator / one, right.numerator / other),
            denominator: try product(left.denominator / other, right.denominator / one))
    }

    /// The exact quotient.
    ///
    /// - Throws: ``NumbersError/divisionByZero`` or ``NumbersError/overflow``.
    public static func / (left: Ratio, right: Ratio) throws(NumbersError) -> Ratio {
        try left * Ratio(right.denominator, over: right.numerator)
    }

    /// The value without its sign.
    public var magnitude: Ratio { isNegative ? -self : self }
}

extension Sequence<Ratio> {
    /// The exact sum of all values; zero of none.
    ///
    /// - Throws: ``NumbersError/overflow``.
    public func sum() throws(NumbersError) -> Ratio {
        var total = Ratio.zero
        for value in self { total = try total + value }
        return total
    }
}

extension Collection<Ratio> {
    /// The exact arithmetic mean.
    ///
    /// - Throws: ``NumbersError/divisionByZero`` of no values, or ``NumbersError/overflow``.
    public func mean() throws(NumbersError) -> Ratio {
        try sum() / Ratio(whole: count)
    }

    /// The exact median: the middle value, or the mean of the two middle ones.
    ///
    /// - Throws: ``NumbersError/divisionByZero`` of no values, or ``NumbersError/overflow``.
    /// - Complexity: O(*n* log *n*).
    public func median() throws(NumbersError) -> Ratio {
        guard !isEmpty else { throw .divisionByZero }
        let ordered = sorted()
        return try ordered[((ordered.count - 1) / 2)...(ordered.count / 2)].mean()
    }
}

func sum(_ one: Int128, _ other: Int128) throws(NumbersError) -> Int128 {
    let (value, overflow) = one.addingReportingOverflow(other)
    guard !overflow, value != .min else { throw .overflow }
    return value
}

func product(_ one: Int128, _ other: Int128) throws(NumbersError) -> Int128 {
    let (value, overflow) = one.multipliedReportingOverflow(by: other)
    guard !overflow, value != .min else { throw .overflow }
    return value
}
