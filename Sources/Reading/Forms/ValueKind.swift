import Contests
import Formats
import Numbers

/// What an attribute or a text must be.
enum ValueKind: Sendable {
    /// Any text, also none.
    case anything
    /// Any text but blanks.
    case text
    /// A name that other places refer to.
    case identifier
    /// Identifiers, blanks between them.
    case identifiers
    /// An exact decimal.
    case decimal
    /// A decimal or a fraction.
    case ratio
    case whole(ClosedRange<Int>)
    case choice([String])
    /// A date and time with its offset.
    case moment
    case language
    case languages
    case currency
    case flag
    /// SHA-256 in hexadecimal.
    case hash

    /// Characters that an identifier may have.
    static let identifierLength = 100
}

extension ValueKind {
    /// Whether a value, without blanks at its ends, is of the kind.
    func accepts(_ value: String) -> Bool {
        switch self {
        case .anything: true
        case .text: !value.isEmpty
        case .identifier: Self.isIdentifier(value)
        case .identifiers: Self.areAll(value, Self.isIdentifier)
        case .decimal: (try? Points(parsing: value)) != nil
        case .ratio: (try? Ratio(parsing: value)) != nil
        case .whole(let range): Self.whole(value).map(range.contains) ?? false
        case .choice(let names): names.contains(value)
        case .flag: value == "yes" || value == "no"
        case .moment: Timestamp(value) != nil
        case .language: Self.isLanguage(value)
        case .languages: Self.areAll(value, Self.isLanguage)
        case .currency:
            value.utf8.count == 3 && value.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        case .hash: value.utf8.count == 64 && value.utf8.allSatisfy(Self.isHexadecimal)
        }
    }

    /// A whole number in plain digits.
    static func whole(_ text: String) -> Int? {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func areAll(_ text: String, _ isGood: (String) -> Bool) -> Bool {
        let words = text.words
        return !words.isEmpty && words.allSatisfy(isGood)
    }

    private static func isIdentifier(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return !text.isEmpty && scalars.count <= identifierLength && scalars.first != "."
            && scalars.allSatisfy { scalar in
                !scalar.isBlank && !scalar.isInvisible && !"/\\;,".unicodeScalars.contains(scalar)
            }
    }

    private static func isLanguage(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { position, part in
            (position == 0 ? 2...8 : 1...8).contains(part.count)
                && part.allSatisfy { byte in
                    (0x61...0x7A).contains(byte | 0x20)
                        || position > 0 && (0x30...0x39).contains(byte)
                }
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}

extension ValueKind {
    /// What must stand there, for a message: a clause after "it must be".
    var expectation: Phrase {
        switch self {
        case .anything, .text: Phrase("a text", "文字")
        case .identifier:
            Phrase(
                "a name of 1 to 100 characters without blanks, / \\ ; , or a dot at its beginning",
                "1 至 100 个字符的名称，不含空白和 / \\ ; ,，也不以点开头")
        case .identifiers: Phrase("names with blanks between them", "以空白分隔的名称")
        case .decimal:
            Phrase(
                "a number such as 12.5, of at most 12 digits and 6 decimals",
                "数字，如 12.5，最多 12 位、6 位小数")
        case .ratio:
            Phrase("a number such as 0.7 or a fraction such as 7/10", "数字（如 0.7）或分数（如 7/10）")
        case .whole(let range):
            Phrase(
                "a whole number from \(range.lowerBound) to \(range.upperBound)",
                "\(range.lowerBound) 至 \(range.upperBound) 的整数")
        case .choice(let names):
            Phrase(names.listed(.english, "or"), names.listed(.chinese, "或"))
        case .flag: Phrase("yes or no", "yes 或 no")
        case .moment:
            Phrase(
                "a date and time with its offset, such as 2026-05-01T18:00:00+08:00",
                "带时差的日期和时间，如 2026-05-01T18:00:00+08:00")
        case .language: Phrase("a language tag such as zh or en", "语言代码，如 zh 或 en")
        case .languages:
            Phrase(
                "language tags with blanks between them, such as zh en",
                "以空白分隔的语言代码，如 zh en")
        case .currency:
            Phrase("a code of three capitals such as CNY", "三个大写字母的货币代码，如 CNY")
        case .hash: Phrase("64 hexadecimal digits", "64 位十六进制数字")
        }
    }

    /// What to do about a value that is not of the kind.
    func remedy(for value: String) -> Phrase {
        switch self {
        case .choice(let names):
            guard let near = NearestName.of(value, among: names) else { break }
            return Phrase("Perhaps \(near) is meant", "也许应为 \(near)")
        case .moment where Timestamp(value + "Z") != nil:
            return Phrase(
                "Add the offset: \(value)+08:00 for China",
                "请加上时差：中国时间写作 \(value)+08:00")
        case .decimal, .ratio, .whole:
            guard let plain = value.plainNumber, accepts(plain) else { break }
            return Phrase("Write \(plain)", "请写作 \(plain)")
        default: break
        }
        return Phrase("Correct it", "请改正")
    }
}

extension String {
    /// The number that a text with a percent sign, full-width digits or grouping commas stands for.
    fileprivate var plainNumber: String? {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19: text.append(String(scalar.value - 0xFF10))
            case 0xFF0E: text.append(".")
            case 0x2C, 0xFF0C, 0x20: continue
            default: text.unicodeScalars.append(scalar)
            }
        }
        if text.hasSuffix("%") || text.hasSuffix("％") {
            guard let value = try? Ratio(parsing: text.dropLast()),
                let hundred = try? Ratio(100, over: 1), let share = try? value / hundred
            else { return nil }
            return share.description
        }
        return text == self ? nil : text
    }
}
