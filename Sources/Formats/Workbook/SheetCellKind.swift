/// What a workbook says that a cell holds.
public enum SheetCellKind: UInt8, Sendable, Hashable {
    /// A text, or nothing.
    case text
    /// A number, as an exact decimal.
    case number
    /// A number that is shown as a day, as `2026-03-02`, or as a time.
    case date
    /// A number that is shown as a percentage.
    case percentage
    /// `TRUE` or `FALSE`.
    case truth
    /// What a formula gives that fails, such as `#REF!`.
    case failure
}
