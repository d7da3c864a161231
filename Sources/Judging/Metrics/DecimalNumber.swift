/// A decimal number in a cell, as the nearest floating-point number.
enum DecimalNumber {
    /// Powers of ten that floating point holds exactly.
    private static let powers: [Double] = (0...22).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    /// Reads digits with a point and an exponent as in `-12.5e3`, right to the last bit.
    ///
    /// Up to 2⁵³ and 22 decimals one multiplication or division of two exact numbers rounds once,
    /// which is right: Clinger, W. D. (1990), PLDI, 92–101, doi:10.1145/93542.93557. The rest is
    /// left to the standard library.
    ///
    /// - Returns: Nothing where it is no finite number: `nan`, `inf` and hexadecimals are none.
    /// - Complexity: O(*n*) in the length of the cell.
    static func read(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
        var place = 0
        let isNegative = cell.first == 0x2D
        if isNegative || cell.first == 0x2B { place = 1 }
        var (mantissa, digits, decimals) = (UInt64(0), 0, 0)
        var hasPoint = false
        while place < cell.count {
            let byte = cell[place]
            if byte >= 0x30, byte <= 0x39 {
                digits += 1
                if digits <= 18 { mantissa = mantissa * 10 + UInt64(byte - 0x30) }
                if hasPoint { decimals += 1 }
            } else if byte == 0x2E, !hasPoint {
                hasPoint = true
            } else {
                break
            }
            place += 1
        }
        guard digits > 0 else { return nil }
        guard place == cell.count, digits <= 18, mantissa <= 1 << 53, decimals <= 22 else {
            return slowly(cell, from: place)
        }
        let value = Double(mantissa) / powers[decimals]
        return isNegative ? -value : value
    }

    /// A number with an exponent, or with more digits than one operation can round.
    private static func slowly(_ cell: UnsafeBufferPointer<UInt8>, from start: Int) -> Double? {
        var place = start
        if place < cell.count {
            guard cell[place] | 0x20 == 0x65 else { return nil }
            place += 1
            if place < cell.count, cell[place] == 0x2D || cell[place] == 0x2B { place += 1 }
            guard place < cell.count, cell[place...].allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
        }
        guard let value = Double(String(decoding: cell, as: UTF8.self)), value.isFinite else {
            return nil
        }
        return value
    }
}
