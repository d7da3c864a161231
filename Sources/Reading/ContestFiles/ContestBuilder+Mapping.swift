import Contests
import Formats
import Numbers

extension ContestBuilder {
    mutating func mapping(_ tree: XMLTree) -> Mapping {
        let noun: Mapping.Noun = tree.choice("of") ?? .submissions
        let fields = tree.children(named: "field")
        let constants = tree.children(named: "constant")
        let known = MappedNames.names(of: noun)
        for element in fields + constants { checkName(element, noun, known) }
        // A `*` stands for any run of characters, which no file name may hold.
        if let files = tree.value("files") { place(files.replacing("*", with: "x"), of: tree) }
        checkIdentity(tree, noun, fields)
        return Mapping(
            id: tree.value("id") ?? "", noun: noun, files: tree.value("files") ?? "",
            record: tree.value("record") ?? "", fields: fields.map { field($0) },
            constants: Dictionary(
                constants.map { ($0.value("name") ?? "", $0.value("value") ?? "") },
                uniquingKeysWith: { first, _ in first }))
    }

    private mutating func field(_ tree: XMLTree) -> Mapping.Field {
        var values: [String: String] = [:]
        for value in tree.children(named: "value") {
            guard let theirs = value.value("from"), let ours = value.value("to") else { continue }
            guard values.updateValue(ours, forKey: theirs) != nil else { continue }
            tell(
                value,
                Phrase("the value \(theirs.quoted) stands again", "值 \(theirs.quoted) 重复"),
                rule: Phrase("each of their values has one of ours", "对方的每个值只对应一个值"),
                remedy: Phrase("Take one of them out", "请删去其中一个"))
        }
        return Mapping.Field(
            name: tree.value("name") ?? "", source: tree.value("from") ?? "", values: values,
            language: tree.value("lang") ?? "")
    }

    private mutating func checkName(_ tree: XMLTree, _ noun: Mapping.Noun, _ known: [String]) {
        guard let name = tree.value("name"), !MappedNames.isKnown(name, of: noun) else { return }
        let list = known.phrase(limit: 20)
        tell(
            tree,
            Phrase(
                "the unknown field \(name.quoted) in <\(tree.name)>",
                "<\(tree.name)> 中有未知字段 \(name.quoted)"),
            rule: Phrase(
                "\(noun.rawValue) have \(list.english)", "\(noun.rawValue) 的字段有 \(list.chinese)"),
            remedy: .perhaps(
                name, among: known, otherwise: Phrase("Correct the name", "请改正字段名")))
    }

    /// Tells a mapping without the fields that nothing can be read without.
    private mutating func checkIdentity(
        _ tree: XMLTree, _ noun: Mapping.Noun, _ fields: [XMLTree]
    ) {
        let given = (fields + tree.children(named: "constant")).compactMap { $0.value("name") }
        for wanted in MappedNames.needed(by: noun) where !given.contains(wanted) {
            tell(
                tree,
                Phrase(
                    "the mapping has no field \(wanted.quoted)", "映射中没有字段 \(wanted.quoted)"),
                rule: Phrase(
                    "\(noun.rawValue) cannot be read without it", "没有它就无法读取 \(noun.rawValue)"),
                remedy: Phrase(
                    "Add <field name=\"\(wanted)\" from=\"…\"/>",
                    "请加上 <field name=\"\(wanted)\" from=\"…\"/>"))
        }
    }
}

/// The names that the fields of a mapping may have.
enum MappedNames {
    static func names(of noun: Mapping.Noun) -> [String] {
        switch noun {
        case .submissions:
            [
                "id", "track", "heat", "region", "title", "abstract", "entrant", "organisations",
                "members", "member/role", "member/organisation", "keywords", "links",
                "attachments", "submitted", "field:NAME",
            ]
        case .judges: JudgeColumn.allCases.map(\.rawValue)
        case .conflicts: ConflictColumn.allCases.map(\.rawValue)
        case .marks:
            ["stage", "judge", "submission", "criterion", "mark", "comment", "confidence"]
        }
    }

    static func isKnown(_ name: String, of noun: Mapping.Noun) -> Bool {
        noun == .submissions
            ? SubmissionField(name: name, language: "") != nil : names(of: noun).contains(name)
    }

    static func needed(by noun: Mapping.Noun) -> [String] {
        switch noun {
        case .submissions: ["id", "track", "title"]
        case .judges: ["id"]
        case .conflicts: ["judge"]
        case .marks: ["judge", "submission", "criterion", "mark"]
        }
    }
}
