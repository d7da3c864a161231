/// A text in any number of languages, such as the name of a contest.
public struct LocalizedText: Sendable, Hashable {
    /// One language's wording.
    public struct Wording: Sendable, Hashable {
        /// A language tag such as `zh` or `en`; empty where the file gave none.
        public var language: String
        /// The text itself.
        public var text: String

        /// A wording in a language.
        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    /// The wordings, in the order of the file.
    public var wordings: [Wording]

    /// A text from its wordings.
    public init(_ wordings: [Wording] = []) {
        self.wordings = wordings
    }

    /// A text whose language is not stated.
    public init(_ text: String) {
        wordings = [Wording(language: "", text: text)]
    }

    /// Whether there is no text at all.
    public var isEmpty: Bool { wordings.allSatisfy(\.text.isEmpty) }

    /// The wording for a language, or the nearest there is.
    ///
    /// Taken in this order: the language itself, a more specific or a more general tag of it
    /// (`zh` for `zh-Hans` and the other way round), a text without a language, the first one.
    public func text(in language: String) -> String {
        let primary = Self.primaryTag(language)
        let found =
            wordings.first { $0.language.lowercased() == language.lowercased() }
            ?? wordings.first { Self.primaryTag($0.language) == primary }
            ?? wordings.first { $0.language.isEmpty }
            ?? wordings.first
        return found?.text ?? ""
    }

    /// Whether there is a wording in a language or in one without a stated language.
    public func covers(_ language: String) -> Bool {
        let primary = Self.primaryTag(language)
        return wordings.contains {
            !$0.text.isEmpty && ($0.language.isEmpty || Self.primaryTag($0.language) == primary)
        }
    }

    private static func primaryTag(_ tag: String) -> String {
        String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
    }
}
