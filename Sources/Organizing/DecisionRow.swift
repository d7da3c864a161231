import Contests
import Formats
import Numbers

/// A decision on a score as the office gave it: on the command line or in a row of a CSV.
public struct DecisionRow: Sendable, Hashable {
    /// The submission.
    public var submission: String
    /// The judge of the sheet; none where the submission's own score is meant.
    public var judge: String?
    /// Points or a score, as text.
    public var value: String
    /// Why.
    public var reason: String
    /// The line of the file; none on the command line.
    public var line: Int?
    /// Where in a workbook each part stands; empty elsewhere.
    var places: [Part: SheetPlace] = [:]

    /// What a row of a table of decisions says.
    enum Part: CaseIterable {
        case submission, judge, value, reason
    }

    /// A decision.
    public init(
        submission: String, judge: String?, value: String, reason: String, line: Int? = nil
    ) {
        self.submission = submission
        self.judge = judge
        self.value = value
        self.reason = reason
        self.line = line
    }
}

extension DecisionRow {
    /// Reads the rows of a CSV with the columns submission, judge, reason and one for the value.
    static func read(
        _ path: String, value names: [String]
    ) throws(Refusal) -> [DecisionRow] {
        let table = CSVTable(
            path: path,
            search: TableSearch(needed: [["submission", "作品"], ["reason", "原因", "理由"]]))
        var faults = table.faults
        let columns = [
            ["submission", "作品"], ["judge", "评委"], names, ["reason", "原因", "理由"],
        ].map { table.header?.index(of: $0) }
        for (column, wanted) in zip(columns, ["submission", "judge", names[0], "reason"])
        where column == nil && wanted != "judge" && !faults.hasErrors {
            var fault = missing(wanted, in: path)
            fault.place = table.header?.place()
            faults.append(fault)
        }
        guard !faults.hasErrors else { throw Refusal(faults) }
        return table.rows.map { row in
            func cell(_ index: Int) -> String { columns[index].map { row.trimmed($0) } ?? "" }
            var decision = DecisionRow(
                submission: cell(0), judge: cell(1).isEmpty ? nil : cell(1), value: cell(2),
                reason: cell(3), line: row.line)
            for (part, column) in zip(Part.allCases, columns) {
                decision.places[part] = row.place(column)
            }
            return decision
        }
    }

    private static func missing(_ column: String, in file: String) -> Fault {
        Fault(
            file: file, line: 1,
            problem: Phrase("there is no column '\(column)'", "缺少“\(column)”列"),
            rule: Phrase(
                "decisions have the columns submission, judge, value and reason",
                "裁定清单须有作品、评委、数值、理由各列"),
            remedy: Phrase("Add the column to the header", "请在表头补上该列"))
    }
}
