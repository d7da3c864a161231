/// A moment with the offset in which it was written, such as `2026-05-01T18:00:00+08:00`.
///
/// Compared as a moment; written as it was read. Deadlines without an offset are refused, for
/// nobody could tell when they end.
public struct Timestamp: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// The text as it was written, in RFC 3339 form.
    public let text: String

    /// Reads an RFC 3339 date and time with an offset; seconds may be left out.
    ///
    /// Nothing if the text is not one, names a day that does not exist, or has no offset.
    public init?(_ text: String) {
        guard let parts = TimestampParts(plain: text) ?? TimestampParts(text) else { return nil }
        self.text = text
        seconds = parts.seconds
    }

    /// A moment in Coordinated Universal Time.
    public init(seconds: Int64) {
        self.seconds = seconds
        let (day, rest) = seconds.quotientAndFlooredRemainder(dividingBy: 86_400)
        let date = CivilDate(daysSinceEpoch: day)
        let time = [rest / 3600, rest / 60 % 60, rest % 60].map(padded).joined(separator: ":")
        text = "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))T\(time)Z"
    }

    public static func == (left: Timestamp, right: Timestamp) -> Bool {
        left.seconds == right.seconds
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
    }
}

extension Timestamp: Comparable, CustomStringConvertible {
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.seconds < right.seconds
    }

    public var description: String { text }
}

/// The numbers in an RFC 3339 text.
private struct TimestampParts {
    let seconds: Int64

    init?(_ text: String) {
        let halves = text.split(whereSeparator: { $0 == "T" || $0 == "t" || $0 == " " })
        guard halves.count == 2, let day = Self.days(halves[0]) else { return nil }
        guard let mark = halves[1].lastIndex(where: { "Zz+-".contains($0) }),
            let time = Self.time(halves[1][..<mark]), let offset = Self.offset(halves[1][mark...])
        else { return nil }
        seconds = day * 86_400 + time - offset
    }

    /// The form that programs write, `2026-05-01T18:00:00` with `Z` or `+08:00`, in one pass and
    /// without pieces of text; nothing for another form, which may be sound too.
    init?(plain text: String) {
        var text = text
        let found: Int64? = text.withUTF8 { bytes in
            guard bytes.count == 20 || bytes.count == 25 else { return nil }
            func number(_ start: Int, _ count: Int, _ range: ClosedRange<Int64>) -> Int64? {
                var value: Int64 = 0
                for byte in bytes[start..<start + count] {
                    guard byte >= 0x30, byte <= 0x39 else { return nil }
                    value = value * 10 + Int64(byte - 0x30)
                }
                return range.contains(value) ? value : nil
            }
            func stands(_ character: Unicode.Scalar, at place: Int) -> Bool {
                bytes[place] == UInt8(ascii: character)
            }
            guard stands("-", at: 4), stands("-", at: 7), stands("T", at: 10), stands(":", at: 13),
                stands(":", at: 16), let year = number(0, 4, 1...9999),
                let month = number(5, 2, 1...12), let day = number(8, 2, 1...28),
                let hour = number(11, 2, 0...23), let minute = number(14, 2, 0...59),
                let second = number(17, 2, 0...59)
            else { return nil }
            let days = CivilDate(year: year, month: month, day: day).daysSinceEpoch
            let moment = days * 86_400 + hour * 3600 + minute * 60 + second
            if bytes.count == 20 { return stands("Z", at: 19) ? moment : nil }
            guard stands("+", at: 19) || stands("-", at: 19), stands(":", at: 22),
                let hours = number(20, 2, 0...18), let minutes = number(23, 2, 0...59)
            else { return nil }
            let offset = hours * 3600 + minutes * 60
            return stands("+", at: 19) ? moment - offset : moment + offset
        }
        guard let found else { return nil }
        seconds = found
    }

    private static func days(_ text: Substring) -> Int64? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = number(parts[0], 1...9999),
            let month = number(parts[1], 1...12), let day = number(parts[2], 1...31)
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        let back = CivilDate(daysSinceEpoch: date.daysSinceEpoch)
        return back.day == day && back.month == month ? date.daysSinceEpoch : nil
    }

    private static func time(_ text: Substring) -> Int64? {
        let whole = text.split(separator: ".", maxSplits: 1)
        guard let clock = whole.first else { return nil }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = number(parts[0], 0...23),
            let minute = number(parts[1], 0...59),
            let second = parts.count == 3 ? number(parts[2], 0...59) : 0
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    private static func offset(_ text: Substring) -> Int64? {
        if text == "Z" || text == "z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = number(parts[0], 0...18),
            let minute = number(parts[1], 0...59)
        else { return nil }
        return (hour * 3600 + minute * 60) * (text.first == "-" ? -1 : 1)
    }

    private static func number(_ text: Substring, _ range: ClosedRange<Int64>) -> Int64? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }),
            text.utf8.count == (range.upperBound > 99 ? 4 : 2),
            let value = Int64(text), range.contains(value)
        else { return nil }
        return value
    }
}

/// A day of the Gregorian calendar.
///
/// > H. Hinnant. "chrono-Compatible Low-Level Date Algorithms", 2014:
/// > `days_from_civil` and `civil_from_days`.
private struct CivilDate {
    var year: Int64
    var month: Int64
    var day: Int64

    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSinceEpoch: Int64) {
        let (era, dayOfEra) = (daysSinceEpoch + 719_468)
            .quotientAndFlooredRemainder(dividingBy: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153  // months counted from March
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSinceEpoch: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shiftedYear.quotientAndFlooredRemainder(dividingBy: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }
}

extension Int64 {
    /// Quotient rounded down and the remainder, which is never negative.
    fileprivate func quotientAndFlooredRemainder(dividingBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

private func padded(_ number: Int64, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func padded(_ number: Int64) -> String { padded(number, 2) }
