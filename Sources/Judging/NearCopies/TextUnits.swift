/// The words of a text as hashes, in their order: what two texts are compared by.
///
/// A word is a run of letters and digits; in scripts that are written without blanks each letter is
/// one, so that Chinese and English are compared alike. Case, full width, punctuation, blanks and
/// signs that nobody sees make no difference.
struct TextUnits {
    /// The words' hashes.
    private(set) var hashes: [UInt64] = []
    private var word: UInt64?

    /// The words of a text.
    ///
    /// - Complexity: O(*n*) for *n* bytes.
    init(_ text: String) {
        hashes.reserveCapacity(text.utf8.count / 4)
        for scalar in text.unicodeScalars { take(scalar) }
        end()
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: extend(scalar.value)
        case 0x41...0x5A: extend(scalar.value + 32)
        case 0..<0x80: end()
        case 0xFF01...0xFF5E: takeHalfWidth(scalar.value - 0xFEE0)
        case let value where Self.standsAlone(value): single(value)
        default: takeRare(scalar)
        }
    }

    private mutating func takeHalfWidth(_ value: UInt32) {
        if let scalar = Unicode.Scalar(value) { take(scalar) }
    }

    /// A letter with a case of its own, an accent, or a sign.
    private mutating func takeRare(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        guard !properties.isDefaultIgnorableCodePoint else { return }
        guard properties.isAlphabetic || properties.numericType != nil else { return end() }
        for lower in properties.lowercaseMapping.unicodeScalars { extend(lower.value) }
    }

    private mutating func single(_ value: UInt32) {
        end()
        hashes.append(Self.mixed(UInt64(value)))
    }

    private mutating func extend(_ value: UInt32) {
        word = ((word ?? 0xCBF2_9CE4_8422_2325) ^ UInt64(value)) &* 0x100_0000_01B3
    }

    private mutating func end() {
        if let word { hashes.append(Self.mixed(word)) }
        word = nil
    }

    /// Whether a letter's script is written without blanks: Chinese, Japanese, and the scripts of
    /// Thailand, Laos, Myanmar and Cambodia.
    private static func standsAlone(_ value: UInt32) -> Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        case 0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FF: true
        case 0x0E01...0x0EFF, 0x1000...0x109F, 0x1780...0x17D3: true
        default: false
        }
    }

    /// A number whose bits all depend on all bits of another: the last step of MurmurHash3.
    static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return mixed ^ mixed >> 33
    }
}
