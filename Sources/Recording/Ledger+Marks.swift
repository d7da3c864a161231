public import Contests
import Numbers

extension Ledger {
    /// The marks of a stage in columns: the last revision of each pair's sheet.
    ///
    /// - Parameter criteria: The columns; marks on others are left out.
    /// - Complexity: O(*n*) for *n* marks, besides sorting the identifiers.
    /// - Throws: ``LedgerError``.
    public func marks(of stage: StageID, criteria: [CriterionID]) throws -> MarkTable {
        try read { connection in
            guard let stage = try connection.scope(of: stage) else {
                return MarkTable(submissions: [], judges: [], criteria: criteria)
            }
            var rows = MarkRows(columnCount: criteria.count)
            try connection.readMarks(ofStage: stage.number, criteria: criteria, into: &rows)
            return try rows.table(criteria: criteria, texts: connection.identifiers()) {
                connection.damaged("a sheet names an identifier that is missing")
            }
        }
    }
}

/// Sheets in columns as they were recorded: by their numbers, not yet in order.
struct MarkRows {
    let columnCount: Int
    var submissions: [Int32] = []
    var judges: [Int32] = []
    var confidences: [Points?] = []
    var cells: [Int64] = []

    init(columnCount: Int) {
        self.columnCount = columnCount
    }
}

extension Connection {
    /// Reads the sheets of a stage in the order of record.
    fileprivate func readMarks(
        ofStage stage: Int, criteria: [CriterionID], into rows: inout MarkRows
    ) throws(LedgerError) {
        let columns = columns(try layouts(), criteria: criteria)
        let found = try prepare(
            """
            SELECT submission, judge, layout, marks, confidence FROM sheet NOT INDEXED
            WHERE stage = ? ORDER BY number
            """)
        found.bind(1, stage)
        defer { found.reset() }
        while try found.next() {
            rows.submissions.append(Int32(truncatingIfNeeded: found.number(0)))
            rows.judges.append(Int32(truncatingIfNeeded: found.number(1)))
            guard let columns = columns[found.number(2)],
                rows.appendCells(found.bytes(3), columns: columns)
            else { throw damaged("the marks of a sheet") }
            rows.confidences.append(found.isNull(4) ? nil : Points(recorded: found.text(4)))
        }
    }

    /// For each layout, the column of each of its criteria, or -1.
    private func columns(
        _ layouts: [Int: [CriterionID]], criteria: [CriterionID]
    ) -> [Int: [Int]] {
        let column = Dictionary(
            criteria.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return layouts.mapValues { $0.map { column[$0] ?? -1 } }
    }
}

extension MarkRows {
    /// Appends a sheet's marks; false where they do not fit its layout.
    fileprivate mutating func appendCells(
        _ bytes: UnsafeBufferPointer<UInt8>, columns: [Int]
    ) -> Bool {
        let start = cells.count
        for _ in 0..<columnCount { cells.append(MarkTable.notScored) }
        var words = MarkWords(bytes)
        var index = 0
        while let word = words.next() {
            guard index < columns.count, let value = word.value else { return false }
            let column = columns[index]
            index += 1
            guard column >= 0 else { continue }
            switch value {
            case .points(let points): cells[start + column] = points.millionths
            case .notApplicable: cells[start + column] = MarkTable.notApplicable
            case .text: break
            }
        }
        return index == columns.count
    }

    /// The table, in its order: by submission, then by judge, the last of equal pairs only.
    fileprivate func table(
        criteria: [CriterionID], texts: IdentifierTexts, missing: () -> LedgerError
    ) throws(LedgerError) -> MarkTable {
        guard let submissions = Ranked(submissions, texts), let judges = Ranked(judges, texts)
        else { throw missing() }
        let order = submissions.stablySorted(judges.stablySorted(Array(0..<self.submissions.count)))
        var table = MarkTable(
            submissions: submissions.texts.map { SubmissionID($0) },
            judges: judges.texts.map { JudgeID($0) }, criteria: criteria)
        table.cells.reserveCapacity(cells.count)
        for (position, row) in order.enumerated() {
            let next = position + 1 < order.count ? order[position + 1] : -1
            if next >= 0, self.submissions[next] == self.submissions[row],
                self.judges[next] == self.judges[row]
            {
                continue  // a later revision follows
            }
            table.submissionOfRow.append(Int32(submissions.ranks[row]))
            table.judgeOfRow.append(Int32(judges.ranks[row]))
            table.confidenceOfRow.append(confidences[row])
            table.cells.append(contentsOf: cells[row * columnCount..<(row + 1) * columnCount])
        }
        if table.confidenceOfRow.allSatisfy({ $0 == nil }) { table.confidenceOfRow = [] }
        return table
    }
}

/// Numbers replaced by the rank of their texts.
private struct Ranked {
    /// The texts that occur, in ascending order.
    var texts: [String]
    /// The rank of each row's text.
    var ranks: [Int]

    /// Nothing where a number has no text.
    init?(_ numbers: [Int32], _ all: IdentifierTexts) {
        var rank = [Int](repeating: -1, count: all.bound)
        var found: [(text: String, number: Int)] = []
        for number in numbers {
            guard let text = all[Int(number)] else { return nil }
            guard rank[Int(number)] < 0 else { continue }
            rank[Int(number)] = 0
            found.append((text, Int(number)))
        }
        found.sort { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        for (index, entry) in found.enumerated() { rank[entry.number] = index }
        texts = found.map(\.text)
        ranks = numbers.map { rank[Int($0)] }
    }

    /// Rows in the order of their ranks; rows of equal rank keep their order.
    ///
    /// - Complexity: O(*n*).
    func stablySorted(_ rows: [Int]) -> [Int] {
        var start = [Int](repeating: 0, count: texts.count + 1)
        for row in rows { start[ranks[row] + 1] += 1 }
        for index in 1..<start.count { start[index] += start[index - 1] }
        var sorted = [Int](repeating: 0, count: rows.count)
        for row in rows {
            sorted[start[ranks[row]]] = row
            start[ranks[row]] += 1
        }
        return sorted
    }
}
