/// What Banyan says, in both of its languages side by side.
///
/// A phrase is a clause without a full stop: `Fault` and the faces put the marks around it.
public struct Phrase: Sendable, Hashable {
    public let english: String
    public let chinese: String

    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// A text that is the same in both languages: a name, a number, a quotation.
    public init(verbatim text: String) {
        self.init(text, text)
    }

    /// The phrase in one language.
    public func text(in language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    public subscript(language: Language) -> String { text(in: language) }
}

extension Phrase {
    /// Nothing to say.
    public static let none = Phrase("", "")

    public var isEmpty: Bool { english.isEmpty && chinese.isEmpty }
}
