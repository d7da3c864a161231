/// What belongs to a whole sheet: widths, what stays in view, what may be written, the paper.
public struct SheetLayout: Sendable, Hashable {
    /// A rule for what may be written into some cells.
    public struct Check: Sendable, Hashable {
        public enum Rule: Sendable, Hashable {
            /// One of some texts, from a list that drops down.
            case list([String])
            /// A formula, for the first cell, that must hold.
            case formula(String)
            /// Anything: only the hint is shown.
            case anything
        }

        public var cells: SheetRange
        public var rule: Rule
        /// What is shown beside a cell that was chosen; at most 32 and 255 characters.
        public var hintTitle: String
        public var hint: String
        /// What is said of a value that is refused.
        public var refusal: String

        public init(
            _ cells: SheetRange, _ rule: Rule, hintTitle: String = "", hint: String = "",
            refusal: String = ""
        ) {
            self.cells = cells
            self.rule = rule
            self.hintTitle = hintTitle
            self.hint = hint
            self.refusal = refusal
        }
    }

    /// A ground that cells have while a formula holds.
    public struct Highlight: Sendable, Hashable {
        public var cells: SheetRange
        /// For the first cell.
        public var formula: String
        public var ground: UInt32

        public init(_ cells: SheetRange, formula: String, ground: UInt32) {
            self.cells = cells
            self.formula = formula
            self.ground = ground
        }
    }

    /// The widths of the columns, in digits.
    public var widths: [Double] = []
    /// Rows and columns that stay in view.
    public var frozenRows = 0
    public var frozenColumns = 0
    /// The titles with all rows below them, which can be filtered.
    public var filter: SheetRange?
    /// Whether only open cells may be written into.
    public var isLocked = false
    public var checks: [Check] = []
    public var highlights: [Highlight] = []
    public var isLandscape = false
    /// Rows that stand on every page, counted from 0.
    public var repeatedRows: ClosedRange<Int>?
    public var printed: SheetRange?
    public var footer = ""

    public init() {}
}

/// Cells of a sheet from a corner to the opposite one, rows and columns counted from 0.
public struct SheetRange: Sendable, Hashable {
    public var rows: ClosedRange<Int>
    public var columns: ClosedRange<Int>

    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    public init(rows: ClosedRange<Int>, column: Int) {
        self.init(rows: rows, columns: column...column)
    }

    /// The name of a cell: `F12` for row 11 and column 5.
    public static func name(row: Int, column: Int) -> String {
        SheetPlace.letters(ofColumn: column + 1) + "\(row + 1)"
    }
}
