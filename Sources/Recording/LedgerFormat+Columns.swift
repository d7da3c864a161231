/// What a column of the ledger holds.
enum ColumnKind {
    case number, text, blob
}

extension LedgerFormat {
    /// A table as a copy reads and writes it.
    struct Columns {
        var table: String
        /// What orders the rows: its first columns.
        var keyCount = 1
        var columns: [(name: String, kind: ColumnKind)]
        /// Whether the database gives the first column its number where an insertion does not.
        var isNumbered = false
    }

    /// Every table with all its columns, each after those that it refers to.
    static let columns: [Columns] = [
        table("identity", "#number name *secret"),
        table("key", "#number *public", isNumbered: true),
        table("identifier", "#number text", isNumbered: true),
        table("stage", "#number track name", isNumbered: true),
        table("layout", "#number criteria", isNumbered: true),
        table("personal", "#number #fact content *salt *commitment", isNumbered: true),
        table("document", "sha256 content"),
        table("submission", "#number #fact id #revision body #personal", isNumbered: true),
        table("judge", "#number #fact id #revision body #personal", isNumbered: true),
        table("conflict", "#number #fact #change judge kind target #personal", isNumbered: true),
        table("recusal", "#number #fact judge #stage submission #personal", isNumbered: true),
        table("assignment", "#number #fact #change #stage #submission #judge", isNumbered: true),
        table(
            "sheet",
            "#number #fact key #source #stage #submission #judge #revision #rubric confidence "
                + "#layout marks #personal", isNumbered: true),
        table("admission", "#number #fact #stage submission", isNumbered: true),
        table("fact", "#sequence at by kind detail"),
        table("leaf", "#first *hashes"),
        table("node", "#level #position *hash", keyCount: 2),
        table("seal", "#number *head *peaks #key *signature"),
    ]

    /// A table from the names of its columns: `#` marks a number, `*` bytes.
    private static func table(
        _ name: String, _ columns: String, keyCount: Int = 1, isNumbered: Bool = false
    ) -> Columns {
        let columns = columns.split(separator: " ").map { word -> (String, ColumnKind) in
            switch word.first {
            case "#": (String(word.dropFirst()), .number)
            case "*": (String(word.dropFirst()), .blob)
            default: (String(word), .text)
            }
        }
        return Columns(table: name, keyCount: keyCount, columns: columns, isNumbered: isNumbered)
    }
}
