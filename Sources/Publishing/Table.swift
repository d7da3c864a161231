public import Formats

/// A table of any content, to be shown in a terminal, a spreadsheet, a page or a program.
///
/// Every verb that prints a table makes one of these. Columns have a key for programs and a title
/// for people; cells keep what they hold, so that JSON has numbers where there are numbers and null
/// where there is nothing.
public struct Table: Sendable, Hashable {
    /// The columns, from left to right.
    public var columns: [Column]
    /// The cells, row by row. A row that is too short has nothing in its last columns.
    public var rows: [[Cell]]
    /// What the table is called where several stand together; nothing for its first column's title.
    public var name: Phrase?

    /// A table from its columns and rows.
    public init(columns: [Column], rows: [[Cell]] = [], name: Phrase? = nil) {
        self.columns = columns
        self.rows = rows
        self.name = name
    }

    /// On which side of its column a cell stands.
    public enum Alignment: Sendable, Hashable {
        /// To the left, as words do.
        case leading
        /// To the right, as numbers do.
        case trailing
    }

    /// What stands at the head of the cells below it.
    public struct Column: Sendable, Hashable {
        /// The name in JSON and CSV.
        public var key: String
        /// The title in both languages.
        public var title: Phrase
        /// On which side the cells stand.
        public var alignment: Alignment
        /// Whether the column gives way first where a terminal is too narrow.
        public var isFlexible: Bool

        /// A column.
        public init(
            _ key: String, _ title: Phrase, alignment: Alignment = .leading,
            isFlexible: Bool = false
        ) {
            self.key = key
            self.title = title
            self.alignment = alignment
            self.isFlexible = isFlexible
        }
    }

    /// What one cell holds.
    public enum Cell: Sendable, Hashable {
        /// A text that is the same in both languages: an identifier, a name.
        case text(String)
        /// Words in both languages.
        case phrase(Phrase)
        /// A whole number.
        case whole(Int)
        /// An exact decimal or fraction, kept as it was written.
        case decimal(String)
        /// Yes or no.
        case truth(Bool)
        /// Nothing: shown as a dash in a terminal, `null` in JSON; never as 0.
        case none
    }

    /// The cell of a row and a column; nothing where the row is too short.
    func cell(_ row: Int, _ column: Int) -> Cell {
        column < rows[row].count ? rows[row][column] : .none
    }
}

extension Table.Cell: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        self = .text(text)
    }
}

extension Table.Cell {
    /// A text, or nothing where it is absent or empty.
    public static func optional(_ text: String?) -> Table.Cell {
        guard let text, !text.isEmpty else { return .none }
        return .text(text)
    }

    /// Words, or nothing where there are none.
    public static func optional(_ phrase: Phrase?) -> Table.Cell {
        guard let phrase, !phrase.isEmpty else { return .none }
        return .phrase(phrase)
    }

    /// What people read, not yet escaped for any form; empty for nothing.
    public func text(in language: Language) -> String {
        switch self {
        case .text(let text), .decimal(let text): text
        case .phrase(let phrase): phrase[language]
        case .whole(let number): String(number)
        case .truth(let truth): Phrase.yesOrNo(truth)[language]
        case .none: ""
        }
    }
}
