import Contests

/// Reads the rows of a table in their order, and writes each in its plain form from what is stored.
struct StoredRecords {
    private let table: LedgerTable
    private let rows: PreparedStatement
    private let texts: StoredTexts

    init(_ table: LedgerTable, of connection: Connection, texts: StoredTexts) throws(LedgerError) {
        self.table = table
        self.texts = texts
        rows = try connection.prepare(Self.sql(table))
    }

    private static func sql(_ table: LedgerTable) -> String {
        func from(_ columns: String) -> String {
            """
            SELECT \(table.name).number, fact, \(columns) FROM \(table.name)
            ORDER BY \(table.name).number
            """
        }
        func joined(_ columns: String) -> String {
            """
            SELECT \(table.name).number, \(table.name).fact, commitment, \(columns)
            FROM \(table.name) LEFT JOIN personal ON personal.number = \(table.name).personal
            ORDER BY \(table.name).number
            """
        }
        return switch table {
        case .judge, .submission: joined("id, revision, body")
        case .conflict: joined("change, judge, kind, target")
        case .recusal: joined("judge, stage, submission")
        case .assignment: from("change, stage, submission, judge")
        case .sheet:
            joined(
                "key, source, stage, submission, judge, revision, rubric, confidence, "
                    + "layout, marks")
        case .admission: from("stage, submission")
        case .fact: "SELECT sequence, sequence, at, by, kind, detail FROM fact ORDER BY sequence"
        }
    }

    /// Goes to the next row.
    func next() throws(LedgerError) -> Bool { try rows.next() }

    /// The row's number in its table.
    var number: Int { rows.number(0) }

    /// The fact that the row belongs to.
    var fact: Int { rows.number(1) }

    /// Writes the row's plain form; what a missing text would be stays empty.
    func write(to writer: inout FieldWriter) {
        switch table {
        case .judge, .submission:
            writer.revision(
                of: table, rows.text(3), fact: fact, revision: rows.number(4),
                body: rows.bytes(5), personal: rows.hash(2))
        case .conflict:
            writer.conflict(
                fact: fact, change: rows.number(3), judge: rows.text(4), kind: rows.text(5),
                target: rows.text(6), reason: rows.hash(2))
        case .recusal:
            writer.recusal(
                fact: fact, judge: rows.text(3), stage: texts.stage(rows.number(4)),
                submission: rows.isNull(5) ? nil : rows.text(5), reason: rows.hash(2))
        case .assignment:
            writer.assignment(
                fact: fact, change: rows.number(2), stage: texts.stage(rows.number(3)),
                submission: texts.text(rows.number(4)), judge: texts.text(rows.number(5)))
        case .sheet: writeSheet(to: &writer)
        case .admission:
            writer.admission(
                fact: fact, stage: texts.stage(rows.number(2)), submission: rows.text(3))
        case .fact:
            writer.fact(
                fact, at: rows.text(2), by: rows.text(3), kind: rows.text(4),
                detail: rows.bytes(5))
        }
    }

    /// The receipt of a sheet's row, without its code and position.
    var receipt: SheetReceipt {
        SheetReceipt(
            code: "", position: 0, fact: fact, stage: texts.stage(rows.number(5)),
            judge: JudgeID(texts.text(rows.number(7))),
            submission: SubmissionID(texts.text(rows.number(6))), revision: rows.number(8))
    }

    private func writeSheet(to writer: inout FieldWriter) {
        let row = FieldWriter.SheetRow(
            fact: fact, key: rows.isNull(3) ? nil : rows.text(3),
            source: texts.text(rows.number(4)), stage: texts.stage(rows.number(5)),
            submission: texts.text(rows.number(6)), judge: texts.text(rows.number(7)),
            revision: rows.number(8), rubric: texts.text(rows.number(9)),
            confidence: rows.isNull(10) ? nil : rows.text(10), comments: rows.hash(2))
        texts.layout(rows.number(11)).withUnsafeBufferPointer { layout in
            writer.sheet(row, layout: layout, marks: rows.bytes(12))
        }
    }
}

/// The texts that rows refer to by number.
struct StoredTexts {
    private let identifiers: IdentifierTexts
    private let stages: [Int: StageID]
    private let layouts: [Int: [UInt8]]

    /// Reads them all.
    init(of connection: Connection) throws(LedgerError) {
        identifiers = try connection.identifiers()
        stages = try connection.stages()
        let rows = try connection.prepare("SELECT number, criteria FROM layout")
        defer { rows.reset() }
        var layouts: [Int: [UInt8]] = [:]
        while try rows.next() { layouts[rows.number(0)] = Array(rows.bytes(1)) }
        self.layouts = layouts
    }

    func text(_ number: Int) -> String { identifiers[number] ?? "" }

    func stage(_ number: Int) -> StageID {
        stages[number] ?? StageID(track: TrackID(""), name: "")
    }

    func layout(_ number: Int) -> [UInt8] { layouts[number] ?? [] }
}

extension Connection {
    /// Seals everything that is stored as one batch.
    func sealAll(with sealer: inout Sealer, keyPath: String) throws(LedgerError) {
        let texts = try StoredTexts(of: self)
        for table in LedgerTable.allCases {
            let records = try StoredRecords(table, of: self, texts: texts)
            while try records.next() { sealer.add(table) { records.write(to: &$0) } }
        }
        let last = try number("SELECT coalesce(max(sequence), 0) FROM fact")
        try sealer.seal(lastFact: last, keyPath: keyPath)
    }
}
