import Contests
public import Formats

extension Phrase {
    /// One phrase directly after another.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(left.english + right.english, left.chinese + right.chinese)
    }

    /// Between two things of a list: a comma, or an enumeration comma in Chinese.
    static let listComma = Phrase(", ", "、")
    /// Between two clauses.
    static let clauseComma = Phrase("; ", "；")

    /// The phrase in quotation marks.
    var quoted: Phrase { Phrase("“\(english)”", "“\(chinese)”") }

    /// The phrase in brackets.
    var bracketed: Phrase { Phrase(" (\(english))", "（\(chinese)）") }

    /// The phrase with its first letter large and a full stop, as a sentence that stands alone.
    var sentence: Phrase {
        guard !isEmpty else { return self }
        return Phrase(english.prefix(1).uppercased() + english.dropFirst() + ".", chinese + "。")
    }

    /// "yes" or "no".
    static func yesOrNo(_ value: Bool) -> Phrase { value ? Phrase("yes", "是") : Phrase("no", "否") }
}

extension Sequence<Phrase> {
    /// The phrases that say something, with a separator between them.
    func joined(_ separator: Phrase = .listComma) -> Phrase {
        Phrase(
            map(\.english).filter { !$0.isEmpty }.joined(separator: separator.english),
            map(\.chinese).filter { !$0.isEmpty }.joined(separator: separator.chinese))
    }
}

extension LocalizedText {
    /// The text in Banyan's two languages, each the nearest wording that there is.
    var phrase: Phrase { Phrase(text(in: "en"), text(in: "zh")) }

    /// The same, or an identifier where there is no text at all.
    func phrase(else identifier: String) -> Phrase {
        isEmpty ? Phrase(verbatim: identifier) : phrase
    }
}
