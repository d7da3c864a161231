extension Ratio {
    /// Parses a decimal such as `12.5` or a fraction of whole numbers such as `1/3`.
    ///
    /// - Throws: ``NumbersError/notANumber(_:)``, ``NumbersError/tooPrecise(_:)`` or
    ///   ``NumbersError/divisionByZero``.
    public init(parsing text: some StringProtocol) throws(NumbersError) {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
            self.init(try Points(parsing: text))
            return
        }
        let numerator = Ratio(try Points(parsing: text[..<slash]))
        let denominator = Ratio(try Points(parsing: text[text.utf8.index(after: slash)...]))
        guard numerator.denominator == 1, denominator.denominator == 1 else {
            throw .notANumber(String(text))
        }
        self = try numerator / denominator
    }

    /// The value as a decimal with exactly so many digits after the point, a half rounded up.
    ///
    /// For display: what is compared, ranked or recorded is the ratio itself.
    ///
    /// - Parameter digits: Kept within ``Rounding/allowedDigits``.
    public func decimal(digits: Int) -> String {
        let rounding = Rounding(digits: digits)
        let (whole, parts) = roundedParts(rounding)
        let isBelowZero = isNegative && (whole > 0 || parts > 0)
        return Self.decimal(whole, parts, digits: rounding.digits, isNegative: isBelowZero)
    }

    /// The shortest exact decimal, where one of at most 12 digits after the point exists.
    public var exactDecimal: String? {
        for digits in Rounding.allowedDigits where Int128(powersOfTen[digits]) % denominator == 0 {
            return decimal(digits: digits)
        }
        return nil
    }

    private static func decimal(
        _ whole: UInt128, _ parts: UInt128, digits: Int, isNegative: Bool
    ) -> String {
        let text = isNegative ? "-\(whole)" : "\(whole)"
        guard digits > 0 else { return text }
        let fraction = String(parts)
        return text + "." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}

extension Ratio: CustomStringConvertible {
    /// The exact value: a decimal where one exists, otherwise a fraction such as `1/3`.
    public var description: String {
        exactDecimal ?? "\(numerator)/\(denominator)"
    }
}
