import Contests

extension Judge {
    /// Writes the judge without the name, and without the identifier.
    func write(open writer: inout FieldWriter) {
        for organisation in organisations { writer.field("organisation", organisation) }
        writer.field("region", ifPresent: region)
        for place in serves { writer.field("serves", place) }
        for heat in heats { writer.field("heat", heat.text) }
        for criterion in criteria { writer.field("criterion", criterion.text) }
        for word in expertise { writer.field("expertise", word) }
        if let maximumLoad { writer.field("load", String(maximumLoad)) }
        writer.field("kind", kind.text)
        if isSenior { writer.field("senior", "yes") }
        if isReserve { writer.field("reserve", "yes") }
    }

    /// Writes the name; nothing where there is none.
    func write(personal writer: inout FieldWriter) {
        writer.field("name", ifPresent: name)
    }

    /// Reads what was written; the name is missing where it was erased.
    ///
    /// Nothing where a field is not known.
    init?(id: JudgeID, open: inout FieldReader, personal: inout FieldReader) {
        self.init(id: id)
        while let field = open.next() { guard read(field) else { return nil } }
        while let field = personal.next() {
            guard field.name == "name" else { return nil }
            name = field[0]
        }
    }

    private mutating func read(_ field: FieldReader.Field) -> Bool {
        switch field.name {
        case "organisation": organisations.append(field[0])
        case "region": region = field[0]
        case "serves": serves.append(field[0])
        case "heat": heats.append(HeatID(field[0]))
        case "criterion": criteria.append(CriterionID(field[0]))
        case "expertise": expertise.append(field[0])
        case "load": maximumLoad = Int(field[0])
        case "kind": kind = JudgeKind(field[0])
        case "senior": isSenior = field[0] == "yes"
        case "reserve": isReserve = field[0] == "yes"
        default: return false
        }
        return true
    }
}
