import Contests

extension Submission {
    /// Writes the submission without the names of people, without its identifier and without
    /// what stands for its entrant, which only the ledger knows.
    func write(open writer: inout FieldWriter) {
        writer.field("track", track.text)
        if let heat { writer.field("heat", heat.text) }
        writer.field("region", ifPresent: region)
        titles.write("title", to: &writer)
        abstract.write("abstract", to: &writer)
        for member in entrant.members { writer.field("member", member.role, member.organisation) }
        for organisation in entrant.organisations { writer.field("organisation", organisation) }
        for keyword in keywords { writer.field("keyword", keyword) }
        for link in links { writer.field("link", link) }
        for attachment in attachments {
            writer.field(
                "attachment", attachment.name, attachment.size.map(String.init) ?? "",
                attachment.sha256)
        }
        if let submitted { writer.field("submitted", submitted.text) }
        let names = fields.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for name in names { writer.field("field", name, fields[name] ?? "") }
    }

    /// Writes the names of people; nothing where there are none.
    func write(personal writer: inout FieldWriter) {
        writer.field("entrant", ifPresent: entrant.name)
        for member in entrant.members { writer.field("name", member.name) }
    }

    /// Reads what was written; the names are missing where they were erased.
    ///
    /// Nothing where a field is not known.
    init?(id: SubmissionID, open: inout FieldReader, personal: inout FieldReader) {
        self.init(id: id, track: "")
        while let field = open.next() { guard read(field) else { return nil } }
        var index = 0
        while let field = personal.next() {
            switch field.name {
            case "entrant": entrant.name = field[0]
            case "name" where index < entrant.members.count:
                entrant.members[index].name = field[0]
                index += 1
            default: return nil
            }
        }
    }

    private mutating func read(_ field: FieldReader.Field) -> Bool {
        switch field.name {
        case "track": track = TrackID(field[0])
        case "heat": heat = HeatID(field[0])
        case "region": region = field[0]
        case "title": titles.wordings.append(.init(language: field[0], text: field[1]))
        case "abstract": abstract.wordings.append(.init(language: field[0], text: field[1]))
        case "member":
            entrant.members.append(.init(name: "", role: field[0], organisation: field[1]))
        case "organisation": entrant.organisations.append(field[0])
        case "entrant-key": entrant.pseudonym = field[0]
        case "keyword": keywords.append(field[0])
        case "link": links.append(field[0])
        case "attachment":
            attachments.append(.init(name: field[0], size: Int64(field[1]), sha256: field[2]))
        case "submitted":
            submitted = Timestamp(field[0])
            return submitted != nil
        case "field": fields[field[0]] = field[1]
        default: return false
        }
        return true
    }
}

extension LocalizedText {
    fileprivate func write(_ name: StaticString, to writer: inout FieldWriter) {
        for wording in wordings { writer.field(name, wording.language, wording.text) }
    }
}
