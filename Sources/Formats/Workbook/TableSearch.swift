/// How a table is found in a workbook: by the titles of its columns, on any sheet and in any row
/// near the top.
public struct TableSearch: Sendable {
    /// The columns by which the header is known, each with all names that it may have. Without any,
    /// the first row that is not empty is the header.
    public var needed: [[String]]
    /// Titles of columns that are not read, nor told of.
    public var unread: Set<String>
    /// Whether every sheet keeps its own columns; else those of the first sheet hold for all.
    public var keepsSheetsApart: Bool
    /// Whether cells that hold an error are told here; else the caller does it.
    public var tellsFailures: Bool

    public init(
        needed: [[String]] = [], unread: [String] = [], keepsSheetsApart: Bool = false,
        tellsFailures: Bool = true
    ) {
        self.needed = needed.map { $0.map(\.foldedForLookup) }
        self.unread = Set(unread.map(\.foldedForLookup))
        self.keepsSheetsApart = keepsSheetsApart
        self.tellsFailures = tellsFailures
    }

    /// The first row that is not empty.
    public static let firstRow = TableSearch()

    /// Whether a row with these titles is the header.
    func isHeader(_ titles: [String]) -> Bool {
        let folded = Set(titles.map(\.foldedForLookup))
        return needed.allSatisfy { names in names.contains { folded.contains($0) } }
    }
}
