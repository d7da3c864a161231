public import Numbers

/// The marks of a stage in columns: what scoring reads.
///
/// A row is a sheet, a column a criterion. Rows are ordered by submission, then by judge; one row
/// for each pair.
public struct MarkTable: Sendable, Hashable {
    /// A cell where the judge gave nothing.
    public static let notScored = Int64.min
    /// A cell where the judge gave "not applicable".
    public static let notApplicable = Int64.min + 1

    /// The submissions, in ascending order; a row's submission is an index into them.
    public var submissions: [SubmissionID]
    /// The judges, in ascending order; a row's judge is an index into them.
    public var judges: [JudgeID]
    /// The criteria, in the order of the rubric.
    public var criteria: [CriterionID]
    /// The submission of each row.
    public var submissionOfRow: [Int32]
    /// The judge of each row.
    public var judgeOfRow: [Int32]
    /// The stated confidence of each row; empty if no sheet states one.
    public var confidenceOfRow: [Points?]
    /// The marks in millionths of a point, row by row.
    public var cells: [Int64]

    /// A table from its columns.
    public init(
        submissions: [SubmissionID], judges: [JudgeID], criteria: [CriterionID],
        submissionOfRow: [Int32] = [], judgeOfRow: [Int32] = [], confidenceOfRow: [Points?] = [],
        cells: [Int64] = []
    ) {
        self.submissions = submissions
        self.judges = judges
        self.criteria = criteria
        self.submissionOfRow = submissionOfRow
        self.judgeOfRow = judgeOfRow
        self.confidenceOfRow = confidenceOfRow
        self.cells = cells
    }

    /// Sheets in the table.
    public var rowCount: Int { submissionOfRow.count }

    /// A mark, or none where the judge gave none.
    public subscript(row: Int, criterion: Int) -> Mark.Value? {
        switch cells[row * criteria.count + criterion] {
        case Self.notScored: nil
        case Self.notApplicable: .notApplicable
        case let millionths: .points(Points(millionths: millionths))
        }
    }

    /// The rows of each submission, by its index.
    ///
    /// - Complexity: O(rows).
    public func rowsBySubmission() -> [Range<Int>] {
        var ranges = [Range<Int>](repeating: 0..<0, count: submissions.count)
        var row = 0
        while row < rowCount {
            let start = row
            while row < rowCount, submissionOfRow[row] == submissionOfRow[start] { row += 1 }
            ranges[Int(submissionOfRow[start])] = start..<row
        }
        return ranges
    }
}

extension MarkTable {
    /// The table without the sheets of some judges.
    ///
    /// - Complexity: O(cells).
    public func without(_ judges: Set<JudgeID>) -> MarkTable {
        let isLeftOut = self.judges.map { judges.contains($0) }
        guard isLeftOut.contains(true) else { return self }
        var kept = MarkTable(
            submissions: submissions, judges: self.judges, criteria: criteria)
        for row in 0..<rowCount where !isLeftOut[Int(judgeOfRow[row])] {
            kept.submissionOfRow.append(submissionOfRow[row])
            kept.judgeOfRow.append(judgeOfRow[row])
            if !confidenceOfRow.isEmpty { kept.confidenceOfRow.append(confidenceOfRow[row]) }
            kept.cells += cells[row * criteria.count..<(row + 1) * criteria.count]
        }
        return kept.compacted
    }

    /// The table without submissions and judges that have no row.
    private var compacted: MarkTable {
        var table = self
        (table.submissions, table.submissionOfRow) = Self.compacted(submissions, submissionOfRow)
        (table.judges, table.judgeOfRow) = Self.compacted(judges, judgeOfRow)
        if table.confidenceOfRow.allSatisfy({ $0 == nil }) { table.confidenceOfRow = [] }
        return table
    }

    private static func compacted<Key>(_ keys: [Key], _ rows: [Int32]) -> ([Key], [Int32]) {
        let used = Set(rows)
        let kept = keys.indices.filter { used.contains(Int32($0)) }
        var place = [Int32](repeating: 0, count: keys.count)
        for (new, old) in kept.enumerated() { place[old] = Int32(new) }
        return (kept.map { keys[$0] }, rows.map { place[Int($0)] })
    }
}

extension MarkTable {
    /// A table of the latest revision of each pair's sheet.
    ///
    /// - Complexity: O(*n* log *n*) for *n* sheets.
    public init(_ sheets: [ScoreSheet], criteria: [CriterionID]) {
        let latest = Self.latestRevisions(sheets)
        let submissions = Set(latest.map(\.submission)).sorted()
        let judges = Set(latest.map(\.judge)).sorted()
        let submissionIndex = Self.indices(submissions)
        let judgeIndex = Self.indices(judges)
        let column = Self.indices(criteria)
        self.init(submissions: submissions, judges: judges, criteria: criteria)
        cells.reserveCapacity(latest.count * criteria.count)
        for sheet in latest {
            submissionOfRow.append(submissionIndex[sheet.submission] ?? 0)
            judgeOfRow.append(judgeIndex[sheet.judge] ?? 0)
            confidenceOfRow.append(sheet.confidence)
            append(sheet.marks, column: column)
        }
        if confidenceOfRow.allSatisfy({ $0 == nil }) { confidenceOfRow = [] }
    }

    private mutating func append(_ marks: [Mark], column: [CriterionID: Int32]) {
        let start = cells.count
        cells.append(contentsOf: repeatElement(Self.notScored, count: criteria.count))
        for mark in marks {
            guard let index = column[mark.criterion] else { continue }
            switch mark.value {
            case .points(let points): cells[start + Int(index)] = points.millionths
            case .notApplicable: cells[start + Int(index)] = Self.notApplicable
            case .text: break
            }
        }
    }

    private static func latestRevisions(_ sheets: [ScoreSheet]) -> [ScoreSheet] {
        let ordered = sheets.sorted {
            ($0.submission, $0.judge, $0.revision) < ($1.submission, $1.judge, $1.revision)
        }
        return ordered.indices.filter { index in
            index + 1 == ordered.count || ordered[index].submission != ordered[index + 1].submission
                || ordered[index].judge != ordered[index + 1].judge
        }.map { ordered[$0] }
    }

    private static func indices<Key: Hashable>(_ keys: [Key]) -> [Key: Int32] {
        Dictionary(
            keys.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }
}
