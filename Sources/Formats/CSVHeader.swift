/// The names of a table's columns.
///
/// A name is looked up without regard to case, width (`ＩＤ` is `id`) and blanks at its ends.
public struct CSVHeader: Sendable, Hashable {
    /// The names as they were written, without blanks at their ends.
    public let names: [String]
    /// The line of the header, counted from 1.
    public let line: Int
    /// The sheet of a workbook that has the table; nothing for other files.
    public let sheet: String?
    /// In a workbook, the place of each column in its sheet, counted from 1.
    let sheetColumns: [Int]
    private let indices: [String: Int]

    public init(names: [String], line: Int = 1) {
        self.init(names: names, line: line, sheet: nil, sheetColumns: [])
    }

    init(names: [String], line: Int, sheet: String?, sheetColumns: [Int]) {
        self.names = names
        self.line = line
        self.sheet = sheet
        self.sheetColumns = sheetColumns
        var indices: [String: Int] = [:]
        for (index, name) in names.enumerated() where indices[name.foldedForLookup] == nil {
            indices[name.foldedForLookup] = index
        }
        self.indices = indices
    }

    /// Columns.
    public var count: Int { names.count }

    /// The column of a name.
    ///
    /// - Complexity: O(1).
    public func index(of name: String) -> Int? {
        indices[name] ?? indices[name.foldedForLookup]
    }

    /// The first column that has one of these names.
    public func index(of names: [String]) -> Int? {
        for name in names {
            if let index = index(of: name) { return index }
        }
        return nil
    }

    /// Where the header stands in a workbook, or one of its cells; nothing for other files.
    public func place(_ column: Int? = nil) -> SheetPlace? { place(row: line, column) }

    /// Where a row stands in a workbook, or one of its cells; nothing for other files.
    func place(row: Int, _ column: Int?) -> SheetPlace? {
        guard let sheet else { return nil }
        guard let column, names.indices.contains(column) else {
            return SheetPlace(sheet: sheet, row: row)
        }
        return SheetPlace(
            sheet: sheet, row: row, column: sheetColumns[column], title: names[column])
    }

    /// A fault for each name that is empty or that another column has too.
    func faults(file: String) -> [Fault] {
        var seen: [String: Int] = [:]
        var faults: [Fault] = []
        for (index, name) in names.enumerated() {
            if name.isEmpty {
                faults.append(.emptyColumnName(index + 1, line: line, file: file))
            } else if let first = seen[name.foldedForLookup] {
                faults.append(
                    .repeatedColumn(name, columns: (first + 1, index + 1), line: line, file: file))
            } else {
                seen[name.foldedForLookup] = index
            }
        }
        return faults
    }
}
