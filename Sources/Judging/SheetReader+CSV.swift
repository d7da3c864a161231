import Contests
import Formats

extension SheetReader {
    /// Reads a long table, a row for each mark, or a wide one, a column for each criterion.
    func readCSV(_ bytes: [UInt8], into file: inout RawFile) {
        let mapping = mapping(of: file.source.name)
        var plan: TablePlan?
        var builder = SheetBuilder()
        let name = file.source.name
        var faults = FaultList()
        let summary = CSVReader.readBatches(bytes: bytes, file: name) { batch in
            let current: TablePlan
            if let plan {
                current = plan
            } else {
                current = TablePlan(batch.header, mapping: mapping)
                faults.append(contentsOf: current.faults(file: name))
                plan = current
            }
            guard current.isUsable else { return }
            for row in batch { builder.add(row, current) }
        }
        if plan == nil, let header = summary.header {
            faults.append(contentsOf: TablePlan(header, mapping: mapping).faults(file: name))
        }
        file.faults.append(contentsOf: summary.faults)
        file.faults.append(contentsOf: faults)
        file.sheets = builder.sheets
    }
}

/// Which column of a table holds what.
struct TablePlan: Sendable {
    let header: CSVHeader
    private let mapping: Mapping?
    private(set) var columns: [SheetColumn: Int] = [:]
    /// In a wide table, the criterion of each column of marks, and where its comments stand.
    private(set) var criteria: [(name: String, mark: Int?, comment: Int?)] = []
    private var values: [Int: [String: String]] = [:]
    private var constants: [SheetColumn: String] = [:]
    /// The same as ``columns``, by position; below 0 where there is none.
    private var places = [Int](repeating: -1, count: SheetColumn.allCases.count)

    init(_ header: CSVHeader, mapping: Mapping?) {
        self.header = header
        self.mapping = mapping
        if let mapping {
            readMapping(mapping)
        } else {
            for column in SheetColumn.allCases {
                columns[column] = header.index(of: column.names)
            }
        }
        for (column, index) in columns { places[column.position] = index }
        if !isLong, mapping == nil { findCriteria() }
    }

    /// Whether each row holds one mark.
    var isLong: Bool { has(.criterion) && has(.mark) }

    /// Whether rows can be read.
    var isUsable: Bool {
        has(.judge) && has(.submission)
            && (isLong || !criteria.isEmpty || has(.recuse))
    }

    private func has(_ column: SheetColumn) -> Bool {
        columns[column] != nil || constants[column] != nil
    }

    private mutating func readMapping(_ mapping: Mapping) {
        for field in mapping.fields {
            guard let index = header.index(of: field.source) else { continue }
            if !field.values.isEmpty { values[index] = field.values }
            if let column = SheetColumn(rawValue: field.name) {
                columns[column] = index
            } else {
                criteria.append((field.name, index, nil))
            }
        }
        for (name, value) in mapping.constants {
            if let column = SheetColumn(rawValue: name) { constants[column] = value }
        }
    }

    private mutating func findCriteria() {
        let ours = Set(columns.values)
        var places: [String: Int] = [:]
        for (index, name) in header.names.enumerated() where !ours.contains(index) {
            let (criterion, isComment) = Self.criterion(name)
            let place = places[criterion] ?? criteria.count
            if place == criteria.count { criteria.append((criterion, nil, nil)) }
            places[criterion] = place
            if isComment { criteria[place].comment = index } else { criteria[place].mark = index }
        }
    }

    private static func criterion(_ name: String) -> (name: String, isComment: Bool) {
        var name = name
        let isMarked = name.hasPrefix(SheetColumn.criterionMark)
        if isMarked { name.removeFirst(SheetColumn.criterionMark.count) }
        for ending in SheetColumn.commentEndings where name.hasSuffix(ending) && name != ending {
            return (String(name.dropLast(ending.count)), true)
        }
        return (name, false)
    }

    /// A cell's text without blanks at its ends, in our words; empty where there is no column.
    func text(_ column: SheetColumn, in row: CSVRow) -> String {
        let index = places[column.position]
        return index < 0 ? (constants[column] ?? "") : text(index, in: row)
    }

    /// Where a cell stands in a workbook; none in other files, and where there is no column.
    func place(_ column: SheetColumn, in row: CSVRow) -> SheetPlace? {
        columns[column].flatMap { row.place($0) }
    }

    /// What a workbook says that a cell is.
    func kind(_ column: SheetColumn, in row: CSVRow) -> SheetCellKind {
        columns[column].map { row.kind($0) } ?? .text
    }

    /// Whether a row holds a mark or a comment.
    func hasMark(in row: CSVRow) -> Bool {
        let own = [SheetColumn.mark, .comment].compactMap { columns[$0] }
        let places = own + criteria.flatMap { [$0.mark, $0.comment].compactMap(\.self) }
        return places.contains { !row.isEmpty($0) }
    }

    /// A cell's text without blanks at its ends, in our words.
    func text(_ index: Int, in row: CSVRow) -> String {
        if row.isEmpty(index) { return "" }
        let isPlain = row.withUTF8(index) { bytes in
            // Nothing to trim and nothing to take off: so are most cells.
            guard let first = bytes.first, let last = bytes.last else { return true }
            return (0x28..<0x80).contains(first) && (0x21..<0x80).contains(last)
        }
        let text = isPlain ? row[index] : row.trimmed(index).withoutGuard
        return values.isEmpty ? text : values[index]?[text] ?? text
    }

    /// What keeps the table from being read.
    func faults(file: String) -> [Fault] {
        if let mapping {
            let absent = mapping.fields.filter { header.index(of: $0.source) == nil }
            if !absent.isEmpty {
                return [.mappedColumns(absent.map(\.source), mapping, header: header, file: file)]
            }
        }
        let needed: [SheetColumn] = [.judge, .submission]
        let missing = needed.filter { !has($0) }
        if !missing.isEmpty { return [.missingColumns(missing, header: header, file: file)] }
        return isUsable ? [] : [.noMarkColumns(header: header, file: file)]
    }
}

extension String {
    /// The text without the apostrophe that keeps spreadsheets from running it as a formula.
    var withoutGuard: String {
        guard utf8.first == UInt8(ascii: "'") else { return self }
        let rest = String(dropFirst())
        let written = CSVWriter.cell(rest)
        return written.hasPrefix("'") || written.hasPrefix("\"'") ? rest : self
    }
}

/// Puts the rows of a table together to sheets.
struct SheetBuilder {
    private struct Key: Hashable {
        var stage: String
        var judge: String
        var submission: String
    }

    private(set) var sheets: [RawSheet] = []
    private var places: [Key: Int] = [:]
    /// The last row's key and place: rows of one sheet mostly stand together.
    private var last: (key: Key, place: Int)?

    /// Rows of a workbook that name no judge and hold no mark.
    private(set) var notes: [(text: String, place: SheetPlace)] = []

    mutating func add(_ row: CSVRow, _ plan: TablePlan) {
        if row.count > 0, !row.isEmpty(0), isRemark(row) { return }
        let key = Key(
            stage: plan.text(.stage, in: row), judge: plan.text(.judge, in: row),
            submission: plan.text(.submission, in: row))
        if let place = row.place(), key.judge.isEmpty, !plan.hasMark(in: row) {
            let text = row.cells.filter { !$0.isEmpty }.joined(separator: " ")
            notes.append((text, place))
            return
        }
        guard plan.isLong else {
            sheets.append(wide(row, plan, key))
            return
        }
        let place = place(of: key) ?? start(row, plan, key)
        sheets[place].cells.append(
            RawSheet.Cell(
                criterion: plan.text(.criterion, in: row), value: plan.text(.mark, in: row),
                comment: plan.text(.comment, in: row), line: row.line,
                place: plan.place(.mark, in: row), commentPlace: plan.place(.comment, in: row),
                kind: plan.kind(.mark, in: row)))
        if sheets[place].confidence.isEmpty {
            sheets[place].confidence = plan.text(.confidence, in: row)
        }
    }

    /// Whether a row is one of those that say what the marks mean. In a workbook the first column
    /// may be another one, such as that of the submission.
    private func isRemark(_ row: CSVRow) -> Bool {
        let first = row[0].trimmed
        return row.header.sheet == nil ? first.hasPrefix("#") : first == "#"
    }

    /// Where the sheet of a key stands, if it was begun.
    private mutating func place(of key: Key) -> Int? {
        if let last, last.key == key { return last.place }
        guard let place = places[key] else { return nil }
        last = (key, place)
        return place
    }

    private mutating func start(_ row: CSVRow, _ plan: TablePlan, _ key: Key) -> Int {
        sheets.append(sheet(row, plan, key))
        places[key] = sheets.count - 1
        last = (key, sheets.count - 1)
        return sheets.count - 1
    }

    private func sheet(_ row: CSVRow, _ plan: TablePlan, _ key: Key) -> RawSheet {
        func stated(_ column: SheetColumn) -> String? {
            let text = plan.text(column, in: row)
            return text.isEmpty ? nil : text
        }
        return RawSheet(
            stage: key.stage, judge: key.judge, submission: key.submission, line: row.line,
            place: row.place(), rubric: stated(.rubric), check: stated(.check),
            confidence: plan.text(.confidence, in: row), recusal: stated(.recuse))
    }

    private func wide(_ row: CSVRow, _ plan: TablePlan, _ key: Key) -> RawSheet {
        var sheet = sheet(row, plan, key)
        sheet.cells = plan.criteria.map { criterion in
            RawSheet.Cell(
                criterion: criterion.name,
                value: criterion.mark.map { plan.text($0, in: row) } ?? "",
                comment: criterion.comment.map { plan.text($0, in: row) } ?? "", line: row.line,
                place: criterion.mark.flatMap { row.place($0) },
                commentPlace: criterion.comment.flatMap { row.place($0) },
                kind: criterion.mark.map { row.kind($0) } ?? .text)
        }
        return sheet
    }
}
