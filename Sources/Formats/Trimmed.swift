extension StringProtocol {
    /// The text without blanks at its ends, ideographic ones (U+3000) and byte-order marks too.
    ///
    /// - Complexity: O(1) where there are none, else O(*n*).
    public var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex {
            return String(self)
        }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}

extension Unicode.Scalar {
    /// A blank, a break, or a byte-order mark that strayed into the text.
    package var isBlank: Bool {
        if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
        return value == 0xFEFF || properties.isWhitespace
    }
}
