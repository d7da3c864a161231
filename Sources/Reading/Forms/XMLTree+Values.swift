import Contests
import Formats
import Numbers

/// Values of attributes that a ``GrammarCheck`` has been over: nothing where the attribute is not
/// there, or is wrong and has been told.
extension XMLTree {
    func value(_ name: String) -> String? {
        attribute(name).map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    func points(_ name: String) -> Points? {
        value(name).flatMap { try? Points(parsing: $0) }
    }

    func ratio(_ name: String) -> Ratio? {
        value(name).flatMap { try? Ratio(parsing: $0) }
    }

    func whole(_ name: String) -> Int? {
        value(name).flatMap(ValueKind.whole)
    }

    func flag(_ name: String) -> Bool? {
        value(name).flatMap { $0 == "yes" ? true : $0 == "no" ? false : nil }
    }

    func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
        value(name).flatMap { Choice(rawValue: $0) }
    }

    func identifier<Noun>(_ name: String) -> Identifier<Noun> {
        Identifier(value(name) ?? "")
    }

    /// Identifiers in one attribute, blanks between them.
    func identifiers<Noun>(_ name: String) -> [Identifier<Noun>] {
        (value(name) ?? "").words.map { Identifier($0) }
    }

    /// The languages that the file declares; none where the declaration is wrong.
    var declaredLanguages: [String] {
        let text = value("languages") ?? ""
        return ValueKind.languages.accepts(text) ? text.words : []
    }

    /// Decimals to round to and the way of a half, where `digits` is there.
    func rounding() -> Rounding? {
        whole("digits").map { Rounding(digits: $0, mode: choice("mode") ?? .halfUp) }
    }

    /// The wordings of a text in all languages.
    func texts(_ name: String) -> LocalizedText {
        LocalizedText(children(named: name).compactMap(\.wording))
    }

    /// Texts that may be given more than once in each language: the first of every language makes
    /// the first text, and so on.
    func repeatedTexts(_ name: String) -> [LocalizedText] {
        var texts: [LocalizedText] = []
        var counts: [String: Int] = [:]
        for wording in children(named: name).compactMap(\.wording) {
            let position = counts[wording.language, default: 0]
            counts[wording.language] = position + 1
            if position == texts.count { texts.append(LocalizedText()) }
            texts[position].wordings.append(wording)
        }
        return texts
    }

    /// The element itself as one wording, on one line.
    var wording: LocalizedText.Wording? { wording(keepsLines: false) }

    /// The element itself as one wording.
    func wording(keepsLines: Bool) -> LocalizedText.Wording? {
        let text = keepsLines ? trimmedText : trimmedText.onOneLine
        guard !text.isEmpty else { return nil }
        return LocalizedText.Wording(language: value("lang") ?? "", text: text)
    }
}

extension String {
    /// The text with each run of blanks and breaks as one blank; none between two ideographs, which
    /// are only parted where a line was full.
    var onOneLine: String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return self }
        var result = ""
        for word in words {
            let isJoined =
                result.unicodeScalars.last?.isWide == true
                && word.unicodeScalars.first?.isWide == true
            if !result.isEmpty, !isJoined { result += " " }
            result += word
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Ideographs and their punctuation.
    fileprivate var isWide: Bool {
        (0x2E80...0x9FFF).contains(value) || (0xFF00...0xFF60).contains(value)
            || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFF).contains(value)
    }
}
