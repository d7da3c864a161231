import Numbers

/// What spreadsheets and input methods do to values, and how to put it right.
public enum SpreadsheetHabits {
    /// A harmless habit that was put right in a number.
    public enum Habit: String, Sendable, Hashable, CaseIterable {
        case outerBlanks
        case fullWidth
        case thousandsMarks
        case leadingApostrophe
        case typographicMinus
        case bareDecimalPoint
    }

    /// A number as an ASCII decimal that `Points` parses, with the habits put right in it.
    ///
    /// `８７．５`, ` 87.5 `, `'87.5`, `1,234.5` and `−3` are forgiven; what has an exponent, a percent
    /// sign or a unit is not, since it may mean something else.
    ///
    /// - Returns: Nothing where it is no number.
    /// - Complexity: O(*n*).
    public static func normalisedNumber(_ text: String) -> (text: String, habits: [Habit])? {
        var habits: [Habit] = []
        var number = text
        func put(_ replacement: String, _ habit: Habit) {
            guard !number.unicodeScalars.elementsEqual(replacement.unicodeScalars) else { return }
            number = replacement
            habits.append(habit)
        }
        put(number.trimmed, .outerBlanks)
        put(withoutApostrophe(number), .leadingApostrophe)
        put(withASCIIMinus(number), .typographicMinus)
        put(number.halfWidth.withASCIIPoint, .fullWidth)
        guard let plain = withoutThousandsMarks(number) else { return nil }
        put(plain, .thousandsMarks)
        put(withWholePart(number), .bareDecimalPoint)
        guard isDecimal(number) else { return nil }
        return (number, habits)
    }

    private static func withoutApostrophe(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, ["'", "’", "‘", "＇"].contains(first) else {
            return text
        }
        return String(text.unicodeScalars.dropFirst()).trimmed
    }

    private static func withASCIIMinus(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, ["−", "–", "﹣"].contains(first) else {
            return text
        }
        return "-" + String(text.unicodeScalars.dropFirst())
    }

    /// Nothing where commas stand elsewhere than before groups of three digits.
    private static func withoutThousandsMarks(_ text: String) -> String? {
        guard text.contains(",") else { return text }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        let head = groups[0].drop { $0 == "-" || $0 == "+" }
        guard parts.count <= 2, parts.dropFirst().allSatisfy({ !$0.contains(",") }),
            (1...3).contains(head.count), groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return text.filter { $0 != "," }
    }

    private static func withWholePart(_ text: String) -> String {
        let sign = text.prefix { $0 == "-" || $0 == "+" }
        let digits = text.dropFirst(sign.count)
        if digits.hasPrefix("."), digits.count > 1 { return sign + "0" + digits }
        if digits.hasSuffix("."), digits.count > 1 { return String(text.dropLast()) }
        return text
    }

    private static func isDecimal(_ text: String) -> Bool {
        var digits = text.utf8[...]
        if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") {
            digits.removeFirst()
        }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            }
    }
}

extension String {
    /// The ideographic full stop, which input methods write for a point between digits.
    fileprivate var withASCIIPoint: String {
        contains("。") ? String(map { $0 == "。" ? "." : $0 }) : self
    }
}

extension SpreadsheetHabits.Habit {
    /// What was put right, for a note.
    public var phrase: Phrase {
        switch self {
        case .outerBlanks: Phrase("blanks around it were dropped", "去掉了首尾空格")
        case .fullWidth: Phrase("full-width characters were read as ASCII", "全角字符已按半角读取")
        case .thousandsMarks: Phrase("thousands marks were dropped", "去掉了千位分隔符")
        case .leadingApostrophe: Phrase("the apostrophe before it was dropped", "去掉了开头的撇号")
        case .typographicMinus: Phrase("the dash before it was read as a minus", "开头的短横已按负号读取")
        case .bareDecimalPoint: Phrase("the 0 beside its point was added", "补上了小数点旁的 0")
        }
    }
}
