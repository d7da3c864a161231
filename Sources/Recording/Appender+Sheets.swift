public import Contests

extension Appender {
    /// Appends a sheet as the next revision of its pair, unless it is known already.
    ///
    /// It is known if the last sheet of the pair says the same, or if the last one that came from
    /// the same source does: so a folder of files that disagree may be read any number of times.
    /// The revision that the sheet states does not matter. A sheet with a key of its own is always
    /// a revision, also one that says the same, so that its key is kept: it is never mistaken for a
    /// later word when it is sent again after another was.
    ///
    /// - Parameters:
    ///   - source: The file, or whatever else the sheet came from.
    ///   - key: The sender's own name for this sheet, if it has one: a sheet whose key is known
    ///     is never appended again, whatever it says.
    /// - Complexity: O(log *n*).
    /// - Throws: ``LedgerError``.
    @discardableResult
    public mutating func append(
        _ sheet: ScoreSheet, from source: String, key: String? = nil
    ) throws(LedgerError) -> Change {
        if let key, try isKnown(key: key) {
            count(.unchanged, in: .sheets)
            return .unchanged
        }
        let row = try row(of: sheet, from: source)
        let isFirst = try isFirst(Pair(submission: row.submission, judge: row.judge), row.stage)
        let last = isFirst ? (revision: 0, isKnown: false) : try lastRevision(row)
        guard key != nil || !last.isKnown else {
            count(.unchanged, in: .sheets)
            return .unchanged
        }
        try insert(row, of: sheet, from: source, revision: last.revision + 1, key: key)
        let change: Change = last.revision == 0 ? .new : .revised
        count(change, in: .sheets)
        return change
    }

    /// Says which files the sheets of this transaction come from, and under which exception they
    /// were accepted, such as one from the deadline.
    public mutating func note(sheetsFrom files: [SourceFile], note: String = "") {
        self.note(.sheets, files: files, note: note)
    }

    /// A sheet in columns; its comments are in ``personalText``.
    private struct Row {
        var source: Int
        var stage: Int
        var submission: Int
        var judge: Int
        var rubric: Int
        var confidence: String?
        var layout: Int
        var marks: [UInt8]
    }

    private mutating func row(
        of sheet: ScoreSheet, from source: String
    ) throws(LedgerError) -> Row {
        openText.removeAll()
        openText.begin("criteria")
        for mark in sheet.marks { openText.value(mark.criterion.text) }
        openText.end()
        guard !openText.hasNul else { throw .nulCharacter(in: "criterion") }
        personalText.removeAll()
        for (index, mark) in sheet.marks.enumerated() where !mark.comment.isEmpty {
            personalText.field("comment", String(index), mark.comment)
        }
        guard !personalText.hasNul else { throw .nulCharacter(in: "comment") }
        var marks: [UInt8] = []
        MarksText.write(sheet.marks, to: &marks)
        return Row(
            source: try number(of: .init(source), in: "source"), stage: try number(of: sheet.stage),
            submission: try number(of: .init(sheet.submission.text), in: "submission"),
            judge: try number(of: .init(sheet.judge.text), in: "judge"),
            rubric: try number(of: .init(sheet.rubricHash), in: "rubric"),
            confidence: sheet.confidence?.description,
            layout: try number(ofLayout: openText.bytes), marks: marks)
    }

    /// Whether a pair is known to have no sheet: to look for one takes time in a large load.
    private mutating func isFirst(_ pair: Pair, _ stage: Int) throws(LedgerError) -> Bool {
        if newPairs[stage] == nil {
            let find = try connection.prepare("SELECT 1 FROM sheet WHERE stage = ? LIMIT 1")
            find.bind(1, stage)
            defer { find.reset() }
            newPairs[stage] = .some(try find.next() ? nil : [])
        }
        return newPairs[stage, default: nil]?.insert(pair).inserted ?? false
    }

    private func isKnown(key: String) throws(LedgerError) -> Bool {
        guard !key.utf8.contains(0) else { throw .nulCharacter(in: "key") }
        let find = try connection.prepare("SELECT 1 FROM sheet WHERE key = ?")
        find.bind(1, key)
        defer { find.reset() }
        return try find.next()
    }

    /// The last revision of a pair, and whether the last sheet or the last one of the same source
    /// says the same.
    private func lastRevision(
        _ row: Row
    ) throws(LedgerError) -> (revision: Int, isKnown: Bool) {
        let find = try connection.prepare(
            """
            SELECT revision, source, rubric, layout, confidence, marks, content
            FROM sheet LEFT JOIN personal ON personal.number = sheet.personal
            WHERE stage = ? AND submission = ? AND judge = ? ORDER BY revision DESC
            """)
        find.bind(1, row.stage)
        find.bind(2, row.submission)
        find.bind(3, row.judge)
        defer { find.reset() }
        var revision = 0
        while try find.next() {
            let isLast = revision == 0
            if isLast { revision = find.number(0) }
            let isOfSource = find.number(1) == row.source
            if isLast || isOfSource, isSame(find, row) { return (revision, true) }
            if isOfSource { return (revision, false) }
        }
        return (revision, false)
    }

    private func isSame(_ found: PreparedStatement, _ row: Row) -> Bool {
        found.number(2) == row.rubric && found.number(3) == row.layout
            && found.text(4) == row.confidence ?? "" && found.holds(5, row.marks)
            && found.holds(6, personalText.bytes)
    }

    private mutating func insert(
        _ row: Row, of sheet: ScoreSheet, from source: String, revision: Int, key: String?
    ) throws(LedgerError) {
        let fact = sequence(of: .sheets)
        let personal = try append(personal: personalText.bytes, fact: fact)
        let insert = try connection.prepare(
            """
            INSERT INTO sheet(fact, key, source, stage, submission, judge, revision, rubric,
                confidence, layout, marks, personal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insert.bind(1, fact)
        insert.bind(2, key)
        insert.bind(3, row.source)
        insert.bind(4, row.stage)
        insert.bind(5, row.submission)
        insert.bind(6, row.judge)
        insert.bind(7, revision)
        insert.bind(8, row.rubric)
        insert.bind(9, row.confidence)
        insert.bind(10, row.layout)
        insert.bind(11, row.marks)
        insert.bind(12, personal?.number)
        try insert.run()
        let record = FieldWriter.SheetRow(
            fact: fact, key: key, source: source, stage: sheet.stage,
            submission: sheet.submission.text, judge: sheet.judge.text, revision: revision,
            rubric: sheet.rubricHash, confidence: row.confidence,
            comments: personal?.commitment)
        openText.bytes.withUnsafeBufferPointer { layout in
            row.marks.withUnsafeBufferPointer { marks in
                sealer.add(.sheet) { $0.sheet(record, layout: layout, marks: marks) }
            }
        }
    }
}
