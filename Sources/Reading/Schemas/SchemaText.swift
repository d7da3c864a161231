import Contests
import Formats

/// Writes a grammar as a RELAX NG schema.
///
/// > J. Clark, M. Murata. "RELAX NG Specification." OASIS, 2001. Also ISO/IEC 19757-2:2008.
enum SchemaText {
    /// The schema of a grammar.
    static func of(_ grammar: Grammar) -> String {
        var writer = SchemaWriter()
        writer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        writer.block(
            "grammar",
            "xmlns=\"http://relaxng.org/ns/structure/1.0\""
                + " xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\""
                + " datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\""
        ) { writer in
            writer.block("start") { $0.line("<ref name=\"\(grammar.root.key)\"/>") }
            for form in grammar.forms {
                writer.block("define", "name=\"\(form.key)\"") { $0.element(form, grammar) }
            }
        }
        return writer.text
    }
}

private struct SchemaWriter {
    var text = ""
    private var depth = 0

    mutating func line(_ line: String) {
        text += String(repeating: "  ", count: depth) + line + "\n"
    }

    mutating func block(
        _ name: String, _ attributes: String = "", _ body: (inout Self) -> Void
    ) {
        line(attributes.isEmpty ? "<\(name)>" : "<\(name) \(attributes)>")
        depth += 1
        body(&self)
        depth -= 1
        line("</\(name)>")
    }

    mutating func documentation(_ meaning: Phrase) {
        for language in [Language.english, .chinese] {
            let text = HTMLText.escaped(meaning[language])
            line("<a:documentation xml:lang=\"\(language.rawValue)\">\(text)</a:documentation>")
        }
    }

    mutating func element(_ form: Form, _ grammar: Grammar) {
        block("element", "name=\"\(form.name)\"") { writer in
            writer.documentation(form.meaning)
            for attribute in form.attributes { writer.attribute(attribute) }
            if !form.alternatives.isEmpty {
                writer.block("choice") { writer in
                    for attribute in form.alternatives { writer.bare(attribute) }
                }
            }
            if let kind = form.text { writer.value(kind) }
            writer.children(grammar.children(of: form))
            if form.attributes.isEmpty, form.alternatives.isEmpty, form.text == nil,
                form.children.isEmpty
            {
                writer.line("<empty/>")
            }
        }
    }

    private mutating func attribute(_ attribute: Form.Attribute) {
        if attribute.isRequired { return bare(attribute) }
        block("optional") { $0.bare(attribute) }
    }

    private mutating func bare(_ attribute: Form.Attribute) {
        // Readers look at local names, so an attribute may stand with its prefix or without.
        guard attribute.localName != attribute.name else { return named(attribute, attribute.name) }
        block("choice") { writer in
            writer.named(attribute, attribute.name)
            writer.named(attribute, attribute.localName)
        }
    }

    private mutating func named(_ attribute: Form.Attribute, _ name: String) {
        block("attribute", "name=\"\(name)\"") { writer in
            writer.documentation(attribute.meaning)
            writer.value(attribute.kind)
        }
    }

    private mutating func children(_ children: [(form: Form, occurrence: Form.Occurrence)]) {
        guard children.count > 1 else {
            for (form, occurrence) in children { child(form, occurrence) }
            return
        }
        block("interleave") { writer in
            for (form, occurrence) in children { writer.child(form, occurrence) }
        }
    }

    private mutating func child(_ form: Form, _ occurrence: Form.Occurrence) {
        let reference = "<ref name=\"\(form.key)\"/>"
        switch occurrence {
        case .one: line(reference)
        case .optional: block("optional") { $0.line(reference) }
        case .any: block("zeroOrMore") { $0.line(reference) }
        case .some: block("oneOrMore") { $0.line(reference) }
        }
    }
}

extension SchemaWriter {
    /// What a value must be.
    private mutating func value(_ kind: ValueKind) {
        switch kind {
        case .anything: line("<text/>")
        case .text: data("token", [("minLength", "1")])
        case .identifier: data("token", [("pattern", Self.identifier)])
        case .identifiers: list([("pattern", Self.identifier)])
        case .decimal: data("token", [("pattern", Self.decimal)])
        case .ratio:
            data("token", [("pattern", "\(Self.decimal)|[+\\-]?[0-9]+/[+\\-]?0*[1-9][0-9]*")])
        case .whole(let range):
            data(
                "integer",
                [("minInclusive", "\(range.lowerBound)"), ("maxInclusive", "\(range.upperBound)")])
        case .choice(let names):
            block("choice") { writer in
                for name in names { writer.line("<value>\(HTMLText.escaped(name))</value>") }
            }
        case .flag: value(.choice(["yes", "no"]))
        case .moment: data("token", [("pattern", Self.moment)])
        case .language: data("token", [("pattern", Self.language)])
        case .languages: list([("pattern", Self.language)])
        case .currency: data("token", [("pattern", "[A-Z]{3}")])
        case .hash: data("token", [("pattern", "[0-9a-fA-F]{64}")])
        }
    }

    private static let identifier =
        "[^\\s/\\\\;,.][^\\s/\\\\;,]{0,\(ValueKind.identifierLength - 1)}"
    private static let decimal = "[+\\-]?0*[0-9]{1,12}(\\.[0-9]{1,6}0*)?"
    private static let language = "[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*"
    private static let moment =
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?"
        + "([Zz]|[+\\-][0-9]{2}:[0-9]{2})"

    private mutating func data(_ type: String, _ limits: [(name: String, value: String)]) {
        block("data", "type=\"\(type)\"") { writer in
            for limit in limits {
                writer.line("<param name=\"\(limit.name)\">\(limit.value)</param>")
            }
        }
    }

    private mutating func list(_ limits: [(name: String, value: String)]) {
        block("list") { $0.block("oneOrMore") { $0.data("token", limits) } }
    }
}
