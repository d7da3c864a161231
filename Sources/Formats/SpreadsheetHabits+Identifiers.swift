extension SpreadsheetHabits {
    /// Tells that an id looks like what a spreadsheet made of another one.
    ///
    /// - Parameters:
    ///   - id: The id as it was read.
    ///   - known: Ids of which a lost leading zero can be told; may be empty.
    ///   - expectsDates: Whether five digits such as `45000` may be a date's serial number: only
    ///     where ids do not look like that.
    /// - Returns: What the spreadsheet did, and how to prevent it; nothing where it looks whole.
    /// - Complexity: O(*n*), and a few look-ups in `known`.
    public static func suspectIdentifier(
        _ id: String, known: Set<String> = [], expectsDates: Bool = false
    ) -> Phrase? {
        let text = id.trimmed.halfWidth
        if known.contains(id) { return nil }
        if isScientific(text) {
            return damage(id, "a long number in scientific form", "科学计数法形式的长数字")
        }
        if isDate(text) { return damage(id, "a date", "日期") }
        if expectsDates, text.count == 5, let day = Int(text), (32_874...73_050).contains(day) {
            return damage(id, "the number of a date", "日期的序列号")
        }
        return lostZeros(text, known)
    }

    private static func damage(_ id: String, _ english: String, _ chinese: String) -> Phrase {
        Phrase(
            "'\(id.shown)' is \(english), which a spreadsheet makes of some ids; format the column "
                + "as text and enter the id again",
            "“\(id.shown)”是\(chinese)，应为电子表格改动编号所致；请将该列设为文本格式后重新填写编号")
    }

    /// The known id that equals this one but for zeros before it.
    private static func lostZeros(_ text: String, _ known: Set<String>) -> Phrase? {
        guard !known.isEmpty, !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        for zeros in 1...12 {
            let whole = String(repeating: "0", count: zeros) + text
            guard known.contains(whole) else { continue }
            return Phrase(
                "'\(text.shown)' is probably '\(whole.shown)', whose leading zeros a spreadsheet "
                    + "dropped; format the column as text and enter the id again",
                "“\(text.shown)”很可能是“\(whole.shown)”，开头的零被电子表格去掉了；"
                    + "请将该列设为文本格式后重新填写编号")
        }
        return nil
    }

    /// `1.2E+17`; not `2E5`, which may be an id.
    private static func isScientific(_ text: String) -> Bool {
        let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard parts.count == 2, let sign = parts[1].first, sign == "+" || sign == "-" else {
            return false
        }
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return isDigits(parts[1].dropFirst()) && mantissa.count <= 2
            && mantissa.allSatisfy { isDigits($0) }
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// `3月2日`, `2023年3月2日`, `2-Mar`, `Mar-23`, `2023/3/2`.
    private static func isDate(_ text: String) -> Bool {
        let marks: Set<Character> = ["年", "月", "日", "-", "/", " "]
        let parts = text.split { marks.contains($0) }.map { $0.lowercased() }
        guard (2...3).contains(parts.count) else { return false }
        let months: Set = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        let numbers = parts.filter { isDigits($0) && $0.count <= 4 }
        if text.contains("月"), text.hasSuffix("日") || text.hasSuffix("月") {
            return numbers.count == parts.count
        }
        if parts.contains(where: months.contains) {
            return text.contains("-") && numbers.count == parts.count - 1
                && numbers.allSatisfy { $0.count <= 2 || $0.count == 4 }
        }
        return isNumericDate(text, parts)
    }

    /// `2023/3/2`, `3/2/2023`: with slashes, since ids such as `2023-3-2` are common.
    private static func isNumericDate(_ text: String, _ parts: [String]) -> Bool {
        let values = parts.compactMap { Int($0) }
        guard text.contains("/"), parts.count == 3, values.count == 3 else { return false }
        let isYearFirst = parts[0].count == 4
        let year = isYearFirst ? values[0] : values[2]
        let rest = isYearFirst ? values[1...] : values[..<2]
        return (1900...2100).contains(year) && rest.allSatisfy { (1...31).contains($0) }
    }
}
