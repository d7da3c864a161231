import Contests
import Formats

/// Warns of texts for people that lack a language which the file declares.
enum MissingTexts {
    /// Elements whose text is for people.
    private static let names: Set = ["name", "description", "descriptor", "reason"]
    /// Elements that are expected to have a name.
    private static let named: Set = [
        "contest", "track", "stage", "heat", "award", "rubric", "group", "criterion", "level",
        "box",
    ]

    /// Warnings for an element and all within it.
    static func faults(in tree: XMLTree, _ languages: [String], file: String) -> [Fault] {
        guard !languages.isEmpty else { return [] }
        var faults: [Fault] = []
        collect(tree, languages, file, &faults)
        return faults
    }

    private static func collect(
        _ element: XMLTree, _ languages: [String], _ file: String, _ faults: inout [Fault]
    ) {
        for name in names.sorted() {
            let texts = element.texts(name)
            guard !texts.isEmpty || name == "name" && named.contains(element.name) else { continue }
            let missing = languages.filter { !texts.covers($0) }
            guard !missing.isEmpty else { continue }
            faults.append(fault(element, name, missing, file))
        }
        for child in element.children { collect(child, languages, file, &faults) }
    }

    private static func fault(
        _ element: XMLTree, _ name: String, _ missing: [String], _ file: String
    ) -> Fault {
        let owner =
            element.value("id").map { "<\(element.name) id=\($0.quoted)>" }
            ?? "<\(element.name)>"
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
