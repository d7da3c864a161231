public import Contests
import Numbers

extension Ledger {
    /// A sheet and where it came from.
    public struct RecordedSheet: Sendable, Hashable {
        /// The sheet.
        public var sheet: ScoreSheet
        /// The file, or whatever else it came from.
        public var source: String
        /// The sequence of its fact.
        public var fact: Int
    }

    /// The last revision of each pair's sheet in a stage, by submission and then by judge.
    ///
    /// - Complexity: O(*n* log *n*) for *n* sheets of the stage.
    /// - Throws: ``LedgerError``.
    public func sheets(of stage: StageID) throws -> [ScoreSheet] {
        try read { connection in
            guard let stage = try connection.scope(of: stage) else { return [] }
            let all = try connection.sheets(stage, rest: "").map(\.sheet)
            var last: [ScoreSheet] = []
            last.reserveCapacity(all.count)
            for sheet in all {
                if last.last?.submission == sheet.submission, last.last?.judge == sheet.judge {
                    last.removeLast()
                }
                last.append(sheet)
            }
            return last
        }
    }

    /// Every revision of every sheet in a stage, by submission, judge and revision.
    ///
    /// - Complexity: O(*n* log *n*) for *n* sheets of the stage.
    /// - Throws: ``LedgerError``.
    public func recordedSheets(of stage: StageID) throws -> [RecordedSheet] {
        try read { connection in
            guard let stage = try connection.scope(of: stage) else { return [] }
            return try connection.sheets(stage, rest: "")
        }
    }

    /// Every revision of the sheet of one judge for one submission, from the first.
    ///
    /// - Throws: ``LedgerError``.
    public func sheetHistory(
        stage: StageID, judge: JudgeID, submission: SubmissionID
    ) throws -> [RecordedSheet] {
        try read { connection in
            guard let stage = try connection.scope(of: stage) else { return [] }
            return try connection.sheets(
                stage,
                rest: """
                    AND sheet.submission = (SELECT number FROM identifier WHERE text = ?)
                    AND sheet.judge = (SELECT number FROM identifier WHERE text = ?)
                    """, submission.text, judge.text)
        }
    }
}

/// A stage and the number by which rows refer to it.
struct StageScope {
    var stage: StageID
    var number: Int
}

extension Connection {
    /// The number of a stage; nothing where no row refers to it.
    func scope(of stage: StageID) throws(LedgerError) -> StageScope? {
        let find = try prepare("SELECT number FROM stage WHERE track = ? AND name = ?")
        find.bind(1, stage.track.text)
        find.bind(2, stage.name)
        defer { find.reset() }
        return try find.next() ? StageScope(stage: stage, number: find.number(0)) : nil
    }

    /// The criteria of each layout by its number.
    func layouts() throws(LedgerError) -> [Int: [CriterionID]] {
        let rows = try prepare("SELECT number, criteria FROM layout")
        defer { rows.reset() }
        var layouts: [Int: [CriterionID]] = [:]
        while try rows.next() {
            let criteria = FieldReader.fields(of: rows.text(1)).first?.values ?? []
            layouts[rows.number(0)] = criteria.map { CriterionID($0) }
        }
        return layouts
    }

    /// Sheets of a stage, by submission, judge and revision.
    ///
    /// - Parameter rest: Further conditions, with parameters for these texts.
    fileprivate func sheets(
        _ stage: StageScope, rest: String, _ texts: String...
    ) throws(LedgerError) -> [Ledger.RecordedSheet] {
        let layouts = try layouts()
        let rows = try prepare(
            """
            SELECT sheet.fact, source.text, submission.text, judge.text, revision, rubric.text,
                confidence, layout, marks, content
            FROM sheet JOIN identifier AS source ON source.number = sheet.source
                JOIN identifier AS submission ON submission.number = sheet.submission
                JOIN identifier AS judge ON judge.number = sheet.judge
                JOIN identifier AS rubric ON rubric.number = sheet.rubric
                LEFT JOIN personal ON personal.number = sheet.personal
            WHERE sheet.stage = ? \(rest)
            """)
        rows.bind(1, stage.number)
        for (index, text) in texts.enumerated() { rows.bind(Int32(index + 2), text) }
        defer { rows.reset() }
        var sheets: [Ledger.RecordedSheet] = []
        while try rows.next() { sheets.append(try sheet(rows, stage.stage, layouts)) }
        return sheets.sorted { left, right in
            let (left, right) = (left.sheet, right.sheet)
            return (left.submission, left.judge, left.revision)
                < (right.submission, right.judge, right.revision)
        }
    }

    private func sheet(
        _ row: PreparedStatement, _ stage: StageID, _ layouts: [Int: [CriterionID]]
    ) throws(LedgerError) -> Ledger.RecordedSheet {
        var sheet = ScoreSheet(
            stage: stage, judge: JudgeID(row.text(3)), submission: SubmissionID(row.text(2)),
            revision: row.number(4), rubricHash: row.text(5), marks: [])
        let place = "the sheet of judge \(sheet.judge) for submission \(sheet.submission)"
        if !row.isNull(6) {
            sheet.confidence = Points(recorded: row.text(6))
            guard sheet.confidence != nil else { throw damaged(place) }
        }
        guard let layout = layouts[row.number(7)],
            let marks = MarksText.read(row.bytes(8), layout: layout)
        else { throw damaged(place) }
        sheet.marks = marks
        var comments = FieldReader(row.bytes(9))
        while let comment = comments.next() {
            guard let index = Int(comment[0]), marks.indices.contains(index) else {
                throw damaged(place)
            }
            sheet.marks[index].comment = comment[1]
        }
        return Ledger.RecordedSheet(sheet: sheet, source: row.text(1), fact: row.number(0))
    }
}
