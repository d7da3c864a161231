/// The name of an organisation as conflicts of interest compare it.
public enum OrganisationName {
    /// The name without what people write differently: two names mean the same organisation where
    /// these are equal, and not empty.
    ///
    /// Full-width characters become narrow, letters small; blanks, punctuation and symbols go, and
    /// so do legal forms at the end, such as 有限公司 or "Co., Ltd.", as long as a name is left.
    ///
    /// - Complexity: O(*n*) in the length of the name.
    public static func normalised(_ name: String) -> String {
        var words: [String] = [""]
        for scalar in name.unicodeScalars {
            let narrow = narrowed(scalar)
            if isLetterOrDigit(narrow) {
                words[words.count - 1] += narrow.properties.lowercaseMapping
            } else if words.last?.isEmpty == false, !joins(narrow) {
                words.append("")
            }
        }
        if words.last?.isEmpty == true { words.removeLast() }
        while words.count > 1, let last = words.last, legalWords.contains(last) {
            words.removeLast()
        }
        var text = words.joined()
        while let form = legalEndings.first(where: { text.hasSuffix($0) && text != $0 }) {
            text.removeLast(form.count)
        }
        return text
    }

    /// Legal forms that are words of their own.
    private static let legalWords: Set<String> = [
        "co", "company", "ltd", "limited", "inc", "incorporated", "corp", "corporation", "llc",
        "llp", "lp", "plc", "gmbh", "ag", "kg", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "oy",
        "ab", "as", "pte", "pty", "kk", "group",
    ]

    /// Legal forms that are written on to the name, longer ones first.
    private static let legalEndings = [
        "股份有限责任公司", "集团股份有限公司", "集团有限责任公司", "集团有限公司", "股份有限公司",
        "有限责任公司", "有限合伙企业", "特殊普通合伙", "普通合伙", "有限合伙", "有限公司", "株式会社",
        "股份公司", "集团公司", "集团", "公司",
    ]

    /// The ordinary form of a full-width character.
    private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    /// Whether the character may stand inside a word, as the stops in "L.L.C.".
    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "'" || scalar == "’"
    }
}
