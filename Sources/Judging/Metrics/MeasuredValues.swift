public import Contests
public import Formats
public import Numbers

/// The values that a table says were measured, by submission.
public struct MeasuredValues: Sendable {
    /// The values. An empty cell is none: that is not zero.
    public private(set) var values: [SubmissionID: Points] = [:]
    /// All that is wrong with the table; rows at fault have no value.
    public private(set) var faults = FaultList()

    /// Reads a table, CSV or a workbook.
    ///
    /// Numbers as spreadsheets write them are forgiven: full-width digits, grouping commas.
    ///
    /// - Parameters:
    ///   - path: The place of the table.
    ///   - file: The path that faults name.
    ///   - known: The submissions that there are.
    /// - Complexity: O(*n*) for *n* rows.
    public init(
        _ table: MeasuredTable, path: String, file: String, known: Set<SubmissionID>
    ) {
        let search = TableSearch(needed: [[table.key], [table.value]])
        let reading = CSVTable(path: path, file: file, search: search)
        faults.append(contentsOf: reading.faults)
        guard let header = reading.header else { return }
        let places = [table.key, table.value].map { header.index(of: $0) }
        for (name, place) in zip([table.key, table.value], places) where place == nil {
            faults.append(.columnMissing(name, header: header.names, line: header.line, file: file))
        }
        guard let key = places[0], let value = places[1] else { return }
        var seen = Set<SubmissionID>()
        for row in reading.rows {
            let id = SubmissionID(row.trimmed(key))
            if !known.contains(id) {
                faults.append(.unknownSubmission(id, row, key, file: file))
            } else if !seen.insert(id).inserted {
                faults.append(.measuredTwice(id, row, key, file: file))
            } else if !row.trimmed(value).isEmpty {
                take(row, id, value, file)
            }
        }
    }

    private mutating func take(
        _ row: CSVRow, _ id: SubmissionID, _ column: Int, _ file: String
    ) {
        let text = row[column]
        let number = SpreadsheetHabits.normalisedNumber(text)?.text
        guard let number, let points = try? Points(parsing: number) else {
            faults.append(.notMeasured(text, id, row, column, file: file))
            return
        }
        values[id] = points
    }
}

extension Fault {
    fileprivate static func unknownSubmission(
        _ id: SubmissionID, _ row: CSVRow, _ column: Int, file: String
    ) -> Fault {
        Fault(
            file: file, line: row.line,
            problem: Phrase("there is no submission '\(id)'", "没有编号为“\(id)”的作品"),
            rule: Phrase("values are measured of submissions that were loaded", "只能为已载入的作品给出测量值"),
            remedy: Phrase("Correct it, or take the row out", "请改正或删去该行"),
            place: row.place(column))
    }

    fileprivate static func measuredTwice(
        _ id: SubmissionID, _ row: CSVRow, _ column: Int, file: String
    ) -> Fault {
        Fault(
            file: file, line: row.line,
            problem: Phrase("submission '\(id)' stands here again", "作品“\(id)”重复"),
            rule: Phrase("each submission has one row", "每件作品只能有一行"),
            remedy: Phrase("Take one of the rows out", "请删去其中一行"), place: row.place(column))
    }

    fileprivate static func notMeasured(
        _ text: String, _ id: SubmissionID, _ row: CSVRow, _ column: Int, file: String
    ) -> Fault {
        Fault(
            file: file, line: row.line,
            problem: Phrase("'\(text)' stands for '\(id)'", "作品“\(id)”处为“\(text)”"),
            rule: Phrase(
                "a value is a number of at most 12 digits and 6 decimals, without a unit",
                "测量值应为数字，最多 12 位、6 位小数，不带单位"),
            remedy: Phrase("Correct it, or leave the cell empty", "请改正，或留空"),
            place: row.place(column))
    }
}
