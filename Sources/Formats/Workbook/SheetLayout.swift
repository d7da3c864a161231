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
    /// The least height of a row, in points.
    public var rowHeight = 18.0
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

    /// How high a row must be for its longest text: spreadsheets differ in whether they see to it.
    ///
    /// - Complexity: O(*n*) in the length of texts that are wrapped.
    func height(of cells: [SheetCell]) -> Double {
        var height = rowHeight
        for (column, cell) in cells.enumerated() where cell.style.isWrapped {
            guard case .text(let text) = cell.value, column < widths.count else { continue }
            let size = Double(cell.style.size)
            // A digit's width is that of letters of 11 points; a blank stays free at either side.
            let room = max(1, (widths[column] - (cell.style.isIndented ? 3 : 1.5)) * 11 / size)
            if text.utf8.count < Int(room), !text.utf8.contains(UInt8(ascii: "\n")) { continue }
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            let count = lines.reduce(0) { sum, line in
                sum + max(1, Int((Double(DisplayWidth.of(String(line))) / room).rounded(.up)))
            }
            height = max(height, Double(count) * size * 1.4 + 5)
        }
        return min(height, 400)
    }
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
