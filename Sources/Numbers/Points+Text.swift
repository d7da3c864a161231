extension Points: CustomStringConvertible {
    /// Parses an ASCII decimal such as `87`, `-0.5` or `12.25`.
    ///
    /// Grouping marks, exponents and full-width digits are not accepted here: readers of files
    /// normalise a spreadsheet's habits first, and say so. Zeros before the first digit and after
    /// the last decimal do not count.
    ///
    /// - Throws: ``NumbersError/notANumber(_:)``, or ``NumbersError/tooPrecise(_:)`` beyond 6
    ///   decimals or 12 digits.
    /// - Complexity: O(*n*) in the length of the text.
    public init(parsing text: some StringProtocol) throws(NumbersError) {
        guard let parts = DecimalParts(text) else { throw .notANumber(String(text)) }
        guard parts.digits <= Self.maximumDigits, let points = Points(parts) else {
            throw .tooPrecise(String(text))
        }
        self = points
    }

    /// Nothing beyond 6 decimals or 64 bits.
    fileprivate init?(_ parts: DecimalParts) {
        guard parts.decimals <= Self.maximumDecimals, parts.digits <= DecimalParts.kept else {
            return nil
        }
        let scale = UInt64(powersOfTen[Self.maximumDecimals - parts.decimals])
        let (size, overflow) = parts.coefficient.multipliedReportingOverflow(by: scale)
        let signed = parts.isNegative ? -Int128(size) : Int128(size)
        guard !overflow, let millionths = Int64(exactly: signed) else { return nil }
        self.init(millionths: millionths)
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

/// Powers of ten that fit 64 bits, by exponent.
let powersOfTen: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
}

/// A decimal text taken apart: sign, digits, and where the point stands.
private struct DecimalParts {
    /// Digits that a coefficient holds; with more, it is not the number.
    static let kept = 19

    var isNegative = false
    var coefficient: UInt64 = 0
    /// Digits without leading zeros and without zeros that end the decimals.
    var digits = 0
    /// Decimals without the zeros that end them.
    var decimals = 0

    /// Nothing if the text is not a plain decimal.
    init?(_ text: some StringProtocol) {
        let parts =
            text.utf8.withContiguousStorageIfAvailable { Self(bytes: $0) }
            ?? Array(text.utf8).withUnsafeBufferPointer { Self(bytes: $0) }
        guard let parts else { return nil }
        self = parts
    }

    private init?(bytes text: UnsafeBufferPointer<UInt8>) {
        var bytes = text.makeIterator()
        var next = bytes.next()
        if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") {
            isNegative = next == UInt8(ascii: "-")
            next = bytes.next()
        }
        guard let first = next.flatMap(Self.digit) else { return nil }
        append(first)
        next = bytes.next()
        while let byte = next, byte != UInt8(ascii: ".") {
            guard let digit = Self.digit(byte) else { return nil }
            append(digit)
            next = bytes.next()
        }
        guard next != nil else { return }  // no point
        var zeros = 0
        var count = 0
        while let byte = bytes.next() {
            guard let digit = Self.digit(byte) else { return nil }
            count += 1
            guard digit > 0 else {
                zeros += 1
                continue
            }
            for _ in 0..<zeros { append(0) }
            zeros = 0
            append(digit)
        }
        guard count > 0 else { return nil }
        decimals = count - zeros
    }

    private static func digit(_ byte: UInt8) -> UInt64? {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            ? UInt64(byte - UInt8(ascii: "0")) : nil
    }

    private mutating func append(_ digit: UInt64) {
        if digits > 0 || digit > 0 { digits += 1 }
        if digits <= Self.kept { coefficient = coefficient * 10 + digit }
    }
}
