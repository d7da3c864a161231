import Contests
import Formats

extension String {
    /// The words between blanks.
    var words: [String] {
        unicodeScalars.split(whereSeparator: \.isBlank).map { String($0) }
    }

    /// The text in quotation marks, with what does not show written out.
    var quoted: String { "\"\(shown)\"" }
}

extension [String] {
    /// The names one after another: `a, b and c`, in Chinese `a、b 和 c`, where
    /// Latin words stand apart from Chinese ones by a blank.
    func listed(_ language: Language, _ joint: String) -> String {
        guard count > 1, let last else { return first ?? "" }
        let isChinese = language == .chinese
        let start = dropLast().joined(separator: isChinese ? "、" : ", ")
        guard isChinese else { return "\(start) \(joint) \(last)" }
        let before = start.unicodeScalars.last?.isASCII == true ? " " : ""
        let after = last.unicodeScalars.first?.isASCII == true ? " " : ""
        return start + before + joint + after + last
    }

    /// The names as a phrase, at most so many of them.
    func phrase(limit: Int = 12) -> Phrase {
        guard count > limit else { return Phrase(listed(.english, "and"), listed(.chinese, "和")) }
        let start = Array(prefix(limit))
        return Phrase(
            start.joined(separator: ", ") + " and \(count - limit) more",
            start.joined(separator: "、") + "等 \(count) 个")
    }
}

extension Phrase {
    /// What to do about a name that is not there: take the nearest, or else something.
    static func perhaps(
        _ text: String, among names: some Sequence<String>, mark: (String) -> String = { $0 },
        otherwise: Phrase
    ) -> Phrase {
        guard let near = NearestName.of(text, among: names) else { return otherwise }
        return Phrase("Perhaps \(mark(near)) is meant", "也许应为 \(mark(near))")
    }
}
