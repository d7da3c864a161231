/// An element of an XML document with all that stands in it.
///
/// Names are local names: prefixes and namespaces are dropped. Comments and processing
/// instructions are left out, and CDATA is text like any other.
public struct XMLTree: Sendable, Hashable {
    /// An attribute as it was written.
    public struct Attribute: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var name: String
    public var attributes: [Attribute]
    public var children: [XMLTree]
    /// The element's own character data, without that of its children. Empty where an element with
    /// children holds nothing but blanks.
    public var text: String
    /// The line of the start tag, counted from 1.
    public var line: Int
    /// The column of the start tag, counted in characters from 1; 0 where it is not known.
    public var column: Int

    public init(
        name: String, attributes: [Attribute] = [], children: [XMLTree] = [], text: String = "",
        line: Int = 0, column: Int = 0
    ) {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.text = text
        self.line = line
        self.column = column
    }
}

extension XMLTree {
    /// The value of an attribute. One without a prefix comes before one with.
    public func attribute(_ name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }

    /// The children of a name, in the order of the document.
    public func children(named name: String) -> [XMLTree] {
        children.filter { $0.name == name }
    }

    /// The first child of a name.
    public func first(named name: String) -> XMLTree? {
        children.first { $0.name == name }
    }

    /// The text without blanks at its ends, ideographic ones included.
    public var trimmedText: String { text.trimmed }

    /// A fault at the element's start tag.
    public func fault(
        in file: String, _ problem: Phrase, rule: Phrase = .none, remedy: Phrase = .none,
        severity: Fault.Severity = .error
    ) -> Fault {
        Fault(
            file: file, line: line, column: column > 0 ? column : nil, severity: severity,
            problem: problem, rule: rule, remedy: remedy)
    }
}
