extension String {
    /// The text fit to be quoted in a message: what does not show is made visible, and a long text
    /// is cut to 80 characters.
    ///
    /// `⟨U+202E⟩` stands for a character that would turn the line around, `⟨U+0000⟩` for one that a
    /// terminal would act on, and `…` for what was cut.
    public var shown: String { shown(limit: 80) }

    /// The text fit to be quoted in a message, cut after a number of characters.
    ///
    /// - Complexity: O(`limit`), however long the text is.
    public func shown(limit: Int) -> String {
        // A single character can carry any number of marks, so the cut counts scalars.
        let scalars = unicodeScalars.prefix(limit)
        let isWhole = scalars.endIndex == unicodeScalars.endIndex
        return String(String.UnicodeScalarView(scalars)).visible + (isWhole ? "" : "…")
    }

    /// The text with control, bidirectional, zero-width and unassigned characters written out as
    /// `⟨U+202E⟩`.
    ///
    /// - Complexity: O(*n*).
    public var visible: String {
        guard unicodeScalars.contains(where: \.isInvisible) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if scalar.isInvisible {
                result += scalar.codePointName
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether the character shows nothing, or changes how its neighbours are shown.
    package var isInvisible: Bool {
        if (0x20...0x7E).contains(value) || (0x4E00...0x9FFF).contains(value) { return false }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
            .surrogate:
            return true
        default:
            // Letters of Hangul that take part in no syllable and show nothing.
            return [0x115F, 0x1160, 0x3164, 0xFFA0].contains(value)
        }
    }

    /// `⟨U+202E⟩`.
    package var codePointName: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
    }
}
