import Contests
import Formats

/// How the records of a foreign XML file become submissions: a mapping, made ready to be followed.
struct RecordPlan: Sendable {
    struct Step: Sendable {
        var field: SubmissionField
        /// Elements from the record down, and the attribute at the end, if any.
        var elements: [String]
        var attribute: String?
        var values: [String: String]
        var isLocalized: Bool
        var language: String
    }

    private let steps: [Step]
    private let constants: [(field: SubmissionField, value: String)]

    init(_ mapping: Mapping) {
        var steps = mapping.fields.compactMap { Step($0) }
        let members = steps.first { $0.field == .members }?.elements ?? []
        // What is said of a member is looked for inside the member's own element.
        for index in steps.indices where steps[index].isOfMember {
            if steps[index].elements.starts(with: members) {
                steps[index].elements.removeFirst(members.count)
            }
        }
        self.steps = steps
        constants = mapping.constants.sorted { $0.key.precedesByCodePoint($1.key) }
            .compactMap { name, value in
                SubmissionField(name: name).map { ($0, value) }
            }
    }

    /// The plan with the numbers that the names have in a batch.
    func resolved(in batch: XMLRecordBatch) -> ResolvedPlan {
        let resolved = steps.map { step in
            ResolvedPlan.Step(
                step: step, elements: step.elements.map { batch.name($0) },
                attribute: step.attribute.map { batch.name($0) },
                language: batch.name("lang"), isSingle: step.field.isSingle)
        }
        return ResolvedPlan(
            steps: resolved.filter { !$0.step.isOfMember },
            memberSteps: resolved.filter(\.step.isOfMember), constants: constants)
    }
}

extension RecordPlan.Step {
    init?(_ field: Mapping.Field) {
        guard let known = SubmissionField(name: field.name, language: field.language) else {
            return nil
        }
        self.field = known
        var parts = field.source.split(separator: "/").map(String.init)
        attribute = nil
        if let last = parts.last, last.hasPrefix("@") {
            attribute = String(last.dropFirst())
            if let colon = attribute?.lastIndex(of: ":"), let name = attribute {
                attribute = String(name[name.index(after: colon)...])
            }
            parts.removeLast()
        }
        elements = parts.filter { $0 != "." }
        values = field.values
        language = field.language
        switch known {
        case .title(let language), .abstract(let language): isLocalized = language.isEmpty
        default: isLocalized = false
        }
    }

    var isOfMember: Bool { field == .memberRole || field == .memberOrganisation }
}

/// A plan for the records of one batch.
struct ResolvedPlan: Sendable {
    struct Step: Sendable {
        var step: RecordPlan.Step
        var elements: [XMLName?]
        /// The attribute; its name has no number where no element of the file has it.
        var attribute: XMLName??
        var language: XMLName?
        var isSingle: Bool
    }

    let steps: [Step]
    let memberSteps: [Step]
    let constants: [(field: SubmissionField, value: String)]

    /// The submission of a record, not yet checked.
    func draft(of record: XMLRecord) -> SubmissionDraft {
        var draft = SubmissionDraft(line: record.line, column: record.column)
        for (field, value) in constants { draft.put(cell: value, into: field) }
        for step in steps { follow(step, 0, record, &draft) }
        return draft
    }

    /// Walks from an element down the rest of a step's path, and puts what stands at its end.
    private func follow(
        _ step: Step, _ depth: Int, _ element: XMLRecord, _ draft: inout SubmissionDraft
    ) {
        guard depth < step.elements.count else {
            put(step, element, &draft)
            return
        }
        guard let name = step.elements[depth] else { return }
        if step.isSingle {
            guard let child = element.first(name) else { return }
            return follow(step, depth + 1, child, &draft)
        }
        for child in element.children where child.nameNumber == name {
            follow(step, depth + 1, child, &draft)
        }
    }

    private func put(_ step: Step, _ element: XMLRecord, _ draft: inout SubmissionDraft) {
        guard var value = value(step, of: element), !value.isEmpty else { return }
        if !step.step.values.isEmpty, let ours = step.step.values[value] { value = ours }
        switch step.step.field {
        case .members:
            var member = Entrant.Member(name: value)
            for part in memberSteps { complete(&member, part, element) }
            draft.submission.entrant.members.append(member)
        case .title where step.step.isLocalized:
            draft.put(value, into: .title(language: language(step, of: element)))
        case .abstract where step.step.isLocalized:
            draft.put(value, into: .abstract(language: language(step, of: element)))
        case let field: draft.put(value, into: field)
        }
    }

    private func language(_ step: Step, of element: XMLRecord) -> String {
        step.language.flatMap { element.attribute($0)?.string } ?? ""
    }

    private func value(_ step: Step, of element: XMLRecord) -> String? {
        if let attribute = step.attribute { return element.attribute(attribute)?.value }
        return element.hasMixedText ? element.trimmedText : element.text.value
    }

    private func complete(_ member: inout Entrant.Member, _ step: Step, _ element: XMLRecord) {
        var place: XMLRecord? = element
        for name in step.elements { place = place?.first(name) }
        guard let place, var value = value(step, of: place) else { return }
        if !step.step.values.isEmpty, let ours = step.step.values[value] { value = ours }
        if step.step.field == .memberRole {
            member.role = value
        } else {
            member.organisation = value
        }
    }
}

extension SubmissionField {
    /// Whether a submission has one value of the field.
    fileprivate var isSingle: Bool {
        switch self {
        case .id, .track, .heat, .region, .entrant, .submitted, .field: true
        default: false
        }
    }
}

extension XMLText {
    /// The text without blanks at its ends, made at once where there are none to see.
    fileprivate var value: String {
        let isPlain = withUTF8 { bytes in
            guard let first = bytes.first, let last = bytes.last else { return true }
            // Blanks beyond ASCII begin with one of these bytes; the last character is looked at
            // where it is ASCII or has three bytes, as most ideographs have.
            let blank: (UInt8) -> Bool = { $0 <= 0x20 || (0xC2...0xE3).contains($0) || $0 == 0xEF }
            if last < 0x80 { return !blank(first) && !blank(last) }
            guard bytes.count >= 3 else { return false }
            return !blank(first) && bytes[bytes.count - 3] >= 0xE3
                && !Self.isIdeographicBlank(bytes.suffix(3))
        }
        return isPlain ? string : trimmed
    }

    /// Whether three bytes are U+3000 or a byte-order mark.
    private static func isIdeographicBlank(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.elementsEqual([0xE3, 0x80, 0x80]) || bytes.elementsEqual([0xEF, 0xBB, 0xBF])
    }
}
