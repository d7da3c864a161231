extension String {
    /// The text for comparison by eye: lower case, full-width letters and signs as ASCII, no blanks
    /// at its ends.
    ///
    /// - Complexity: O(*n*).
    public var foldedForLookup: String { halfWidth.lowercased().trimmed }

    /// The text with full-width letters, digits, signs and blanks as their ASCII twins.
    ///
    /// - Complexity: O(*n*).
    public var halfWidth: String {
        guard unicodeScalars.contains(where: { $0.value >= 0x3000 }) else { return self }
        var scalars = UnicodeScalarView()
        for scalar in unicodeScalars { scalars.append(scalar.halfWidth) }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    var halfWidth: Unicode.Scalar {
        switch value {
        case 0x3000: " "
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
        default: self
        }
    }
}
