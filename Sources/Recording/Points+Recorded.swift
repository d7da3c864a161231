import Numbers

extension Points {
    /// Reads what ``write(to:)`` or `description` wrote; nothing where it is something else.
    init?(recorded text: String) {
        var text = text
        let points = text.withUTF8 { bytes -> Points? in
            var position = 0
            let points = Points(recorded: bytes, from: &position)
            return position == bytes.count ? points : nil
        }
        guard let points else { return nil }
        self = points
    }

    /// Reads a decimal that begins at a position, and moves the position behind it.
    ///
    /// Nothing where there is no digit, or more than 64 bits of millionths hold.
    init?(recorded bytes: UnsafeBufferPointer<UInt8>, from position: inout Int) {
        let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let first = position
        var millionths: Int64 = 0
        var decimals = -1  // none until the point
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "."), decimals < 0, position > first {
                decimals = 0
            } else {
                let digit = byte &- UInt8(ascii: "0")
                guard digit <= 9 else { break }
                let (ten, isTooLarge) = millionths.multipliedReportingOverflow(by: 10)
                let (next, overflows) = ten.subtractingReportingOverflow(Int64(digit))
                guard !isTooLarge, !overflows, decimals < Points.maximumDecimals else { return nil }
                millionths = next  // gathered below zero, where there is room for every value
                if decimals >= 0 { decimals += 1 }
            }
            position += 1
        }
        guard position > first else { return nil }
        let scale = scales[max(decimals, 0)]
        let (scaled, isTooLarge) = millionths.multipliedReportingOverflow(by: scale)
        guard !isTooLarge, isNegative || scaled != .min else { return nil }
        self.init(millionths: isNegative ? scaled : -scaled)
    }

    /// Writes the shortest decimal that is this value, as `description` does.
    func write(to bytes: inout [UInt8]) {
        let magnitude = millionths.magnitude
        if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
        Self.write(magnitude / 1_000_000, to: &bytes)
        var fraction = magnitude % 1_000_000
        guard fraction > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        while fraction > 0 {
            fraction *= 10
            bytes.append(UInt8(ascii: "0") + UInt8(fraction / 1_000_000))
            fraction %= 1_000_000
        }
    }

    private static func write(_ number: UInt64, to bytes: inout [UInt8]) {
        if number >= 10 { write(number / 10, to: &bytes) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}

/// What a decimal counts in millionths, by its number of decimals.
private let scales: [Int64] = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1]
