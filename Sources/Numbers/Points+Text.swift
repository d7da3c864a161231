extension Points: CustomStringConvertible {
    /// Parses an ASCII decimal such as `87`, `-0.5` or `12.25`.
    ///
    /// Grouping marks, exponents and full-width digits are not accepted here: readers of files
    /// normalise a spreadsheet's habits first, and say so.
    ///
    /// - Throws: ``NumbersError/notANumber(_:)``, or ``NumbersError/tooPrecise(_:)`` beyond 6
    ///   decimals or 12 digits.
    /// - Complexity: O(*n*) in the length of the text.
    public init(parsing text: some StringProtocol) throws(NumbersError) {
        guard let parts = DecimalParts(parsing: text.utf8) else { throw .notANumber(String(text)) }
        guard parts.decimals <= Self.maximumDecimals, parts.digits <= Self.maximumDigits else {
            throw .tooPrecise(String(text))
        }
        let scale = powersOfTen[Self.maximumDecimals - parts.decimals]
        millionths = parts.coefficient * scale * (parts.isNegative ? -1 : 1)
    }

    /// The shortest decimal that is this value: `87`, `-0.5`, `12.25`.
    public var description: String {
        let magnitude = millionths.magnitude
        let whole = magnitude / 1_000_000
        var text = millionths < 0 ? "-\(whole)" : "\(whole)"
        var fraction = magnitude % 1_000_000
        guard fraction > 0 else { return text }
        var digits = Self.maximumDecimals
        while fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        let decimals = String(fraction)
        text += "." + String(repeating: "0", count: digits - decimals.count) + decimals
        return text
    }
}

extension Points: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(parsing: decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Powers of ten that fit 64 bits, by exponent.
let powersOfTen: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
}

/// A decimal text taken apart: sign, digits, and where the point stands.
struct DecimalParts {
    var isNegative = false
    var coefficient: Int64 = 0
    /// Significant digits: leading zeros are not counted, trailing decimals zeros are dropped.
    var digits = 0
    var decimals = 0

    /// Nothing if the bytes are not a plain decimal.
    init?(parsing text: some Collection<UInt8>) {
        var bytes = text[...]
        if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
            isNegative = bytes.removeFirst() == UInt8(ascii: "-")
        }
        let whole = bytes.prefix { $0 != UInt8(ascii: ".") }
        var fraction = bytes.dropFirst(whole.count)
        if fraction.isEmpty == false {
            fraction = fraction.dropFirst()
            guard !fraction.isEmpty else { return nil }
        }
        guard !whole.isEmpty else { return nil }
        let kept = fraction.count - fraction.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        guard append(whole), append(fraction.prefix(kept)), isDigits(fraction) else { return nil }
        decimals = kept
    }

    private func isDigits(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Takes digits in; stops counting a coefficient that no longer fits, which `digits` tells.
    private mutating func append(_ bytes: some Sequence<UInt8>) -> Bool {
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
            if digits > 0 || byte != UInt8(ascii: "0") { digits += 1 }
            if digits <= 18 { coefficient = coefficient * 10 + Int64(byte - UInt8(ascii: "0")) }
        }
        return true
    }
}
