import Formats

/// The rules of a contest as a bundle shows them.
///
/// Only what a result is computed by is shown: `contest.xml` written anew, its rubrics and its
/// look-up tables. Comments are left out, where files of people, affinities and bids lie is too,
/// and judges whom a rule names have the pseudonyms by which the records know them.
struct BundleRules {
    private let tree: XMLTree

    /// The rules of the bytes of a `contest.xml`.
    init(_ bytes: [UInt8]) throws(Fault) {
        tree = Self.shown(try XMLTree.parse(bytes, file: "contest.xml"))
    }

    /// What is shown of an element.
    private static func shown(_ element: XMLTree) -> XMLTree {
        var shown = element
        if element.name == "panel" {
            shown.attributes.removeAll { ["affinity", "bids"].contains($0.name) }
        }
        shown.children = element.children.filter { !["mapping", "sources"].contains($0.name) }
            .map(Self.shown)
        return shown
    }

    private func visit(_ body: (XMLTree) -> Void) {
        func visit(_ element: XMLTree) {
            body(element)
            for child in element.children { visit(child) }
        }
        visit(tree)
    }

    /// The judges whom rules name, by their identifiers.
    var judges: [String] {
        var judges = Set<String>()
        visit { element in
            judges.formUnion(element.attributes.filter { Self.isJudge($0, of: element) }.map(\.id))
        }
        return judges.sorted()
    }

    /// The rubrics and look-up tables, by the names that the rules use, each once.
    var files: [String] {
        var files: [String] = []
        visit { element in
            let name =
                switch element.name {
                case "stage": element.attribute("rubric")
                case "table": element.attribute("file")
                default: nil as String?
                }
            if let name = name?.trimmed, !files.contains(name) { files.append(name) }
        }
        return files
    }

    /// The fields of submissions that the rules look at.
    var fields: Set<String> {
        var fields = Set<String>()
        visit { element in
            if let field = element.attribute("field") { fields.insert(field.trimmed) }
            if element.name == "field", let field = element.attribute("name") {
                fields.insert(field.trimmed)
            }
        }
        return fields
    }

    /// Whether an attribute names a judge.
    private static func isJudge(_ attribute: XMLTree.Attribute, of element: XMLTree) -> Bool {
        ["together", "apart"].contains(element.name) && ["judge", "with"].contains(attribute.name)
    }
}

extension BundleRules {
    /// The text of the shown `contest.xml`.
    ///
    /// - Parameter pseudonyms: What stands for each of ``judges``.
    func text(pseudonyms: [String: String]) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        Self.write(tree, depth: 0, pseudonyms, to: &text)
        return text
    }

    private static func write(
        _ element: XMLTree, depth: Int, _ pseudonyms: [String: String], to text: inout String
    ) {
        let indentation = String(repeating: "  ", count: depth)
        text += "\(indentation)<\(element.name)"
        for attribute in element.attributes {
            let isJudge = isJudge(attribute, of: element)
            let value = isJudge ? pseudonyms[attribute.id] ?? "" : attribute.value
            // A tree has local names; this one belongs to XML itself.
            let name = attribute.name == "lang" ? "xml:lang" : attribute.name
            text += " \(name)=\"\(XMLWriter.escaped(value, isAttribute: true))\""
        }
        guard !element.children.isEmpty || !element.text.isEmpty else {
            text += "/>\n"
            return
        }
        text += ">" + XMLWriter.escaped(element.text)
        if !element.children.isEmpty {
            text += "\n"
            for child in element.children { write(child, depth: depth + 1, pseudonyms, to: &text) }
            text += indentation
        }
        text += "</\(element.name)>\n"
    }
}

extension XMLTree.Attribute {
    /// The identifier that the value is.
    fileprivate var id: String { value.trimmed }
}
