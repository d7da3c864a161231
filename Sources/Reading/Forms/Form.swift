import Formats

/// What one element of Banyan's own XML files may hold.
///
/// A form is told once and used three times: the check of a file, the published RELAX NG schema,
/// and the documentation in it.
struct Form: Sendable {
    /// How often a child may stand in its parent.
    enum Occurrence: Sendable {
        case one, optional, any, some
    }

    struct Attribute: Sendable {
        var name: String
        var kind: ValueKind
        var isRequired: Bool
        var meaning: Phrase
    }

    struct Child: Sendable {
        var key: String
        var occurrence: Occurrence
    }

    /// Tells forms apart whose elements have the same name in different places.
    var key: String
    /// The name of the element.
    var name: String
    var meaning: Phrase
    var attributes: [Attribute]
    /// Attributes of which exactly one must be there.
    var alternatives: [Attribute]
    var children: [Child]
    /// What its own text must be; none where it may have no text.
    var text: ValueKind?

    init(
        _ name: String, key: String? = nil, _ english: String, _ chinese: String,
        attributes: [Attribute] = [], alternatives: [Attribute] = [], children: [Child] = [],
        text: ValueKind? = nil
    ) {
        self.name = name
        self.key = key ?? name
        meaning = Phrase(english, chinese)
        self.attributes = attributes
        self.alternatives = alternatives
        self.children = children
        self.text = text
    }
}

extension Form.Attribute {
    static func required(
        _ name: String, _ kind: ValueKind, _ english: String, _ chinese: String
    ) -> Self {
        Self(name: name, kind: kind, isRequired: true, meaning: Phrase(english, chinese))
    }

    static func optional(
        _ name: String, _ kind: ValueKind, _ english: String, _ chinese: String
    ) -> Self {
        Self(name: name, kind: kind, isRequired: false, meaning: Phrase(english, chinese))
    }
}

extension Form.Child {
    static func one(_ key: String) -> Self { Self(key: key, occurrence: .one) }
    static func optional(_ key: String) -> Self { Self(key: key, occurrence: .optional) }
    static func any(_ key: String) -> Self { Self(key: key, occurrence: .any) }
    static func some(_ key: String) -> Self { Self(key: key, occurrence: .some) }
}

/// The forms of all elements of one kind of file.
struct Grammar: Sendable {
    /// The form of the root element.
    let root: Form
    /// All forms, the root first.
    let forms: [Form]
    private let childForms: [String: [(form: Form, occurrence: Form.Occurrence)]]

    /// - Parameter forms: The root first.
    init(_ root: Form, _ rest: [Form]) {
        self.root = root
        forms = [root] + rest
        let byKey = Dictionary(
            forms.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        childForms = byKey.mapValues { form in
            form.children.compactMap { child in
                byKey[child.key].map { ($0, child.occurrence) }
            }
        }
    }

    /// The forms of an element's children.
    func children(of form: Form) -> [(form: Form, occurrence: Form.Occurrence)] {
        childForms[form.key] ?? []
    }
}

extension Form {
    /// A text for people in one language.
    static func localized(_ name: String, _ english: String, _ chinese: String) -> Form {
        Form(
            name, english, chinese,
            attributes: [
                .optional(
                    "xml:lang", .language, "The language of the text, such as zh or en",
                    "文字的语言，如 zh 或 en")
            ], text: .text)
    }
}
