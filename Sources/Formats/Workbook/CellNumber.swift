/// The text of a number that a workbook holds: the decimal that its spreadsheet shows.
///
/// Spreadsheets keep numbers in binary and show at most 15 digits, so 8.7 may be written as
/// `8.6999999999999993`; the decimal of at most 15 digits is what was meant. It is made of the
/// digits in the file, and never goes through binary.
enum CellNumber {
    /// Appends the decimal of a number as it stands in a file, moved by powers of ten.
    ///
    /// - Returns: Whether it is a number; else nothing was appended.
    /// - Complexity: O(*n*).
    static func append(
        _ text: UnsafeBufferPointer<UInt8>, shift: Int = 0, to bytes: inout [UInt8]
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: shownDigits + 1) { digits in
            guard var number = scan(text, into: digits) else { return false }
            number.round(digits)
            number.power += shift
            number.write(digits, to: &bytes)
            return true
        }
    }

    /// The decimal of a number as it stands in a file; nothing where it is no number.
    static func decimal(_ text: String, shift: Int = 0) -> String? {
        var bytes: [UInt8] = []
        let isNumber = Array(text.utf8).withUnsafeBufferPointer {
            append($0, shift: shift, to: &bytes)
        }
        return isNumber ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// Digits that spreadsheets show.
    private static let shownDigits = 15

    /// A number whose digits lie apart: the first of them counts for ten to a power.
    private struct Scanned {
        var isNegative = false
        var count = 0
        var power = 0

        /// Leaves as many digits as are shown, without zeros at the end.
        mutating func round(_ digits: UnsafeMutableBufferPointer<UInt8>) {
            if count > shownDigits {
                count = shownDigits
                var carries = digits[shownDigits] >= 5
                while carries, count > 0 {
                    carries = digits[count - 1] == 9
                    if carries { count -= 1 } else { digits[count - 1] += 1 }
                }
                if carries {
                    (digits[0], count) = (1, 1)
                    power += 1
                }
            }
            while count > 0, digits[count - 1] == 0 { count -= 1 }
        }

        func write(_ digits: UnsafeMutableBufferPointer<UInt8>, to bytes: inout [UInt8]) {
            guard count > 0 else { return bytes.append(UInt8(ascii: "0")) }
            if isNegative { bytes.append(UInt8(ascii: "-")) }
            let isLong = !(-9..<shownDigits).contains(power)
            let point = isLong ? 0 : power
            if point < 0 { bytes.append(contentsOf: "0.".utf8) }
            for _ in 0..<max(0, -point - 1) { bytes.append(UInt8(ascii: "0")) }
            for place in 0..<max(count, point + 1) {
                if place == point + 1, point >= 0 { bytes.append(UInt8(ascii: ".")) }
                bytes.append(UInt8(ascii: "0") + (place < count ? digits[place] : 0))
            }
            if isLong { bytes.append(contentsOf: (power < 0 ? "E\(power)" : "E+\(power)").utf8) }
        }
    }

    private static func scan(
        _ text: UnsafeBufferPointer<UInt8>, into digits: UnsafeMutableBufferPointer<UInt8>
    ) -> Scanned? {
        var number = Scanned()
        var (place, point, seen) = (0, -1, 0)
        if text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") {
            number.isNegative = text.first == UInt8(ascii: "-")
            place = 1
        }
        scanning: while place < text.count {
            let byte = text[place]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                seen += 1
                if number.count == 0, byte == UInt8(ascii: "0") {
                    if point >= 0 { number.power -= 1 }
                } else {
                    if point < 0 { number.power += 1 }
                    if number.count < digits.count { digits[number.count] = byte - 0x30 }
                    number.count += number.count < digits.count ? 1 : 0
                }
            case UInt8(ascii: ".") where point < 0: point = place
            case UInt8(ascii: "e"), UInt8(ascii: "E"): break scanning
            default: return nil
            }
            place += 1
        }
        guard seen > 0 else { return nil }
        number.power -= 1
        guard place < text.count else { return number }
        let tail = String(decoding: text[(place + 1)...], as: UTF8.self)
        guard let exponent = Int(tail), abs(exponent) < 400 else { return nil }
        number.power += exponent
        return number
    }

    /// Whether the bytes are a decimal that needs nothing done to it: `8.5`, `-3`, `0`.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (1...15).contains(bytes.count) else { return false }
        var points = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
            case UInt8(ascii: "-") where index == 0 && bytes.count > 1: continue
            case UInt8(ascii: ".") where index > 0 && index < bytes.count - 1: points += 1
            default: return false
            }
        }
        return points == 0 || (points == 1 && bytes.last != UInt8(ascii: "0"))
    }

    /// A hundred times a number, with a percent sign.
    static func percentage(_ text: String) -> String? {
        decimal(text, shift: 2).map { $0 + "%" }
    }

    /// The day or time that a number stands for: `2026-03-02`, `09:30:00`, or both.
    static func date(_ text: String, _ style: CellStyles.Number, from1904: Bool) -> String? {
        guard let number = Double(text), (0..<2_958_466).contains(number) else { return nil }
        let seconds = Int((number * 86_400).rounded())
        let (serial, second) = (seconds / 86_400, seconds % 86_400)
        // 1900 is taken for a leap year, so days before its March are counted one too low.
        let days = from1904 ? serial + 1_462 : (serial < 60 ? serial + 1 : serial)
        let showsTime = second != 0 || style == .time
        let time = [second / 3_600, second / 60 % 60, second % 60].map(padded)
            .joined(separator: ":")
        if style == .time, serial == 0 { return time }
        return day(days - 25_569) + (showsTime ? " " + time : "")
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The date of a number of days since 1970, in the Gregorian calendar.
    private static func day(_ days: Int) -> String {
        let shifted = days + 719_468  // from 1 March of the year 0
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(padded(month))-\(padded(day))"
    }
}
