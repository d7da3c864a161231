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
        let numerator = try Points(parsing: text[..<slash])
        let denominator = try Points(parsing: text[text.index(after: slash)...])
        self = try Ratio(numerator) / Ratio(denominator)
    }

    /// The value as a decimal with exactly so many digits after the point, a half rounded up.
    ///
    /// For display: what is compared, ranked or recorded is the ratio itself.
    public func decimal(digits: Int) -> String {
        guard let rounded = try? rounded(Rounding(digits: digits)) else { return description }
        let scale = Rounding(digits: digits).scale
        let count = rounded.numerator.magnitude128() * (scale / rounded.denominator)
        let whole = "\(rounded.isNegative ? "-" : "")\(count / scale)"
        guard digits > 0 else { return whole }
        let fraction = String(count % scale)
        return whole + "." + String(repeating: "0", count: digits - fraction.count) + fraction
    }

    /// The shortest exact decimal, where one of at most 12 digits exists.
    public var exactDecimal: String? {
        for digits in Rounding.allowedDigits where Int128(powersOfTen[digits]) % denominator == 0 {
            return decimal(digits: digits)
        }
        return nil
    }
}

extension Ratio: CustomStringConvertible {
    /// The exact value: a decimal where one exists, otherwise a fraction such as `1/3`.
    public var description: String {
        // Not by way of `decimal`, which falls back on this one.
        if denominator == 1 { return String(numerator) }
        let scale = Int128(powersOfTen[12])
        if scale % denominator == 0, numerator.magnitude128() < Int128(powersOfTen[18]) * scale,
            let exact = exactDecimal
        {
            return exact
        }
        return "\(numerator)/\(denominator)"
    }
}

extension Ratio: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let parts = text.split(separator: "/", maxSplits: 1)
        if parts.count == 2, let one = Int128(parts[0]), let other = Int128(parts[1]) {
            try self.init(one, over: other)
        } else {
            try self.init(decimal: text)
        }
    }

    /// A decimal of any length that 128 bits can hold, as ``description`` writes it.
    private init(decimal text: String) throws(NumbersError) {
        let parts = text.split(separator: ".", maxSplits: 1)
        let fraction = parts.count == 2 ? parts[1] : ""
        guard let whole = Int128(parts.joined()), fraction.count <= 18 else {
            throw .notANumber(text)
        }
        try self.init(whole, over: Int128(powersOfTen[fraction.count]))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
