import Contests
import Formats

extension SubmissionDraft {
    /// Puts the members of a JSON object into the draft, and tells values of a wrong kind.
    mutating func put(_ object: JSONObject, file: String) {
        for member in object.members where !member.value.isNull {
            guard let field = SubmissionField(name: member.name) else {
                unknownNames.append(member.name)
                continue
            }
            if !put(member.value, into: field) { tellKind(member, file) }
        }
    }

    /// - Returns: Whether the value is of the right kind.
    private mutating func put(_ value: JSONValue, into field: SubmissionField) -> Bool {
        switch field {
        case .title, .abstract: return put(texts: value, into: field)
        case .organisations, .keywords, .links: return put(list: value, into: field)
        case .members:
            guard let elements = value.elements else { return put(cell: value, into: field) }
            return elements.allSatisfy { put(member: $0) }
        case .attachments:
            guard let elements = value.elements else { return put(cell: value, into: field) }
            return elements.allSatisfy { put(attachment: $0) }
        case .fields:
            guard let object = value.object else { return false }
            return object.members.allSatisfy { put(cell: $0.value, into: .field($0.name)) }
        case .entrant where value.object != nil: return put(entrant: value)
        default: return put(cell: value, into: field)
        }
    }

    private mutating func put(cell value: JSONValue, into field: SubmissionField) -> Bool {
        guard let text = value.scalar else { return false }
        put(cell: text.trimmed, into: field)
        return true
    }

    private mutating func put(texts value: JSONValue, into field: SubmissionField) -> Bool {
        guard let object = value.object else { return put(cell: value, into: field) }
        for member in object.members {
            guard let text = member.value.text else { return false }
            if case .title = field {
                put(text.trimmed, into: .title(language: member.name))
            } else {
                put(text.trimmed, into: .abstract(language: member.name))
            }
        }
        return true
    }

    private mutating func put(list value: JSONValue, into field: SubmissionField) -> Bool {
        guard let elements = value.elements else { return put(cell: value, into: field) }
        for element in elements {
            guard let text = element.scalar else { return false }
            put(text.trimmed, into: field)
        }
        return true
    }

    private mutating func put(entrant value: JSONValue) -> Bool {
        var isGood = true
        if let name = value["name"] { isGood = put(cell: name, into: .entrant) && isGood }
        if let members = value["members"] { isGood = put(members, into: .members) && isGood }
        if let list = value["organisations"] {
            isGood = put(list: list, into: .organisations) && isGood
        }
        return isGood
    }

    private mutating func put(member value: JSONValue) -> Bool {
        if let text = value.text {
            submission.entrant.members.append(Self.member(text))
            return true
        }
        guard let name = value["name"]?.text else { return false }
        submission.entrant.members.append(
            Entrant.Member(
                name: name.trimmed, role: value["role"]?.text ?? "",
                organisation: value["organisation"]?.text ?? ""))
        return true
    }

    private mutating func put(attachment value: JSONValue) -> Bool {
        if let text = value.text {
            put(text, into: .attachments)
            return true
        }
        guard let name = value["name"]?.text else { return false }
        submission.attachments.append(
            Attachment(
                name: name, size: value["size"]?.integer.map(Int64.init),
                sha256: value["sha256"]?.text?.lowercased() ?? ""))
        return true
    }

    private mutating func tellKind(_ member: JSONObject.Member, _ file: String) {
        tell(
            file,
            Phrase(
                "the value of \(member.name.quoted) is of another kind",
                "\(member.name.quoted) 的值类型不对"),
            Phrase(
                "values are texts; title and abstract may be objects by language, lists may be"
                    + " arrays, members and attachments objects with a name",
                "值应为文本；title 和 abstract 可以是按语言的对象，列表可以是数组，members 和 attachments 的元素可以是带 name 的对象"),
            Phrase("Correct it", "请改正"))
    }
}

extension JSONValue {
    /// A text, or a number as it was written.
    fileprivate var scalar: String? { text ?? digits }
}
