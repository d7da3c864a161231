import Contests
import Formats

/// Warns of texts for people that lack a language which the file declares.
enum MissingTexts {
    /// Elements whose text is for people; the name is expected wherever there may be one.
    private static let names = ["name", "description", "descriptor", "reason"]

    /// Warnings for a document.
    static func faults(
        in tree: XMLTree, _ grammar: Grammar, _ languages: [String], file: String
    ) -> [Fault] {
        guard !languages.isEmpty else { return [] }
        var faults: [Fault] = []
        collect(tree, grammar.root, grammar, languages, file, &faults)
        return faults
    }

    private static func collect(
        _ element: XMLTree, _ form: Form, _ grammar: Grammar, _ languages: [String],
        _ file: String, _ faults: inout [Fault]
    ) {
        let children = grammar.children(of: form)
        for name in names where children.contains(where: { $0.form.name == name }) {
            let found = element.children(named: name)
            guard !found.isEmpty || name == "name" else { continue }
            // An element that is there and empty has been told.
            let texts = LocalizedText(
                found.map { .init(language: $0.value("lang") ?? "", text: "there") })
            let missing = languages.filter { !texts.covers($0) }
            if !missing.isEmpty { faults.append(fault(element, name, missing, file)) }
        }
        for child in element.children {
            guard let match = children.first(where: { $0.form.name == child.name }) else {
                continue
            }
            collect(child, match.form, grammar, languages, file, &faults)
        }
    }

    private static func fault(
        _ element: XMLTree, _ name: String, _ missing: [String], _ file: String
    ) -> Fault {
        let owner =
            element.value("id").map { "<\(element.name) id=\($0.quoted)>" } ?? "<\(element.name)>"
        let list = missing.phrase()
        return element.fault(
            in: file,
            Phrase(
                "\(owner) has no <\(name)> in \(list.english)",
                "\(owner) 缺少 \(list.chinese) 的 <\(name)>"),
            rule: Phrase(
                "the file declares it in its languages", "文件的 languages 声明了该语言"),
            remedy: Phrase(
                "Add <\(name) xml:lang=\"\(missing[0])\">",
                "请加上 <\(name) xml:lang=\"\(missing[0])\">"),
            severity: .warning)
    }
}
