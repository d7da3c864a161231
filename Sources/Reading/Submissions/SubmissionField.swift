import Contests
import Formats

/// A field of a submission, as columns, JSON members and mappings name it.
enum SubmissionField: Sendable, Hashable {
    case id, track, heat, region, entrant, submitted
    case title(language: String)
    case abstract(language: String)
    case organisations, members, memberRole, memberOrganisation
    case keywords, links, attachments
    /// Further values: one of a name, or all of them, in JSON.
    case field(String)
    case fields

    /// Names for suggestions.
    static let names = [
        "id", "track", "heat", "region", "title", "abstract", "entrant", "organisation", "members",
        "keywords", "links", "attachments", "submitted", "field:NAME",
    ]

    /// - Parameters:
    ///   - name: In English or Chinese; `title:zh` states a language, `field:NAME` a further value.
    ///   - language: The language of texts where the name states none.
    init?(name: String, language: String = "") {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let stem = String(parts[0]).foldedForLookup
        let suffix = parts.count == 2 ? String(parts[1]).trimmed : nil
        let (tongue, isPlain) = (suffix ?? language, suffix == nil)
        switch stem {
        case "title", "titles", "标题", "作品名称", "题目": self = .title(language: tongue)
        case "abstract", "摘要", "简介": self = .abstract(language: tongue)
        case "field", "字段":
            guard let suffix, !suffix.isEmpty else { return nil }
            self = .field(suffix)
        default:
            guard isPlain, let plain = Self.plain[stem] else { return nil }
            self = plain
        }
    }

    /// The names of a field that has neither language nor name of its own, in code point order.
    static func plainNames(of field: SubmissionField) -> [String] {
        plain.filter { $0.value == field }.keys.sorted { $0.precedesByCodePoint($1) }
    }

    private static let plain: [String: SubmissionField] = [
        "id": .id, "submission": .id, "编号": .id, "作品编号": .id,
        "track": .track, "赛道": .track, "heat": .heat, "赛区": .heat,
        "region": .region, "地区": .region,
        "entrant": .entrant, "team": .entrant, "团队": .entrant, "参赛者": .entrant, "团队名称": .entrant,
        "submitted": .submitted, "提交时间": .submitted,
        "organisation": .organisations, "organisations": .organisations,
        "organization": .organisations, "单位": .organisations, "参赛单位": .organisations,
        "member": .members, "members": .members, "成员": .members, "团队成员": .members,
        "member/role": .memberRole, "member/organisation": .memberOrganisation,
        "keyword": .keywords, "keywords": .keywords, "关键词": .keywords,
        "link": .links, "links": .links, "链接": .links, "网址": .links,
        "attachment": .attachments, "attachments": .attachments, "附件": .attachments,
        "fields": .fields,
    ]
}

extension SubmissionDraft {
    /// Puts a value into the field; one of several in a list is put behind the others.
    ///
    /// - Parameter value: Without blanks at its ends.
    mutating func put(_ value: String, into field: SubmissionField) {
        guard !value.isEmpty else { return }
        switch field {
        case .id: submission.id = SubmissionID(value)
        case .track: submission.track = TrackID(value)
        case .heat: submission.heat = HeatID(value)
        case .region: submission.region = value
        case .entrant: submission.entrant.name = value
        case .submitted: submitted = value
        case .title(let language):
            submission.titles.wordings.append(.init(language: language, text: value))
        case .abstract(let language):
            submission.abstract.wordings.append(.init(language: language, text: value))
        case .organisations: submission.entrant.organisations.append(value)
        case .members: submission.entrant.members.append(Entrant.Member(name: value))
        case .keywords: submission.keywords.append(value)
        case .links: submission.links.append(value)
        case .attachments: submission.attachments.append(Attachment(name: value))
        case .field(let name): submission.fields[name] = value
        case .memberRole, .memberOrganisation, .fields: break
        }
    }

    /// Puts a cell into the field: one value, or several between semicolons.
    mutating func put(cell value: String, into field: SubmissionField) {
        switch field {
        case .organisations, .keywords, .links, .attachments:
            for part in value.parts { put(part, into: field) }
        case .members:
            for part in value.parts { submission.entrant.members.append(Self.member(part)) }
        default: put(value, into: field)
        }
    }

    /// A member written `name/role/organisation`, the latter two as needed.
    static func member(_ text: String) -> Entrant.Member {
        let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        return Entrant.Member(
            name: parts[0], role: parts.count > 1 ? parts[1] : "",
            organisation: parts.count > 2 ? parts[2] : "")
    }
}
