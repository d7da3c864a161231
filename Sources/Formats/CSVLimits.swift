/// The limits of reading CSV; each is told in its own fault.
public struct CSVLimits: Sendable, Hashable {
    /// Bytes of one cell.
    public var cellBytes = 1 << 20
    /// Bytes of one row.
    public var rowBytes = 16 << 20
    /// Cells of one row.
    public var cells = 10_000

    public init() {}

    public static let standard = CSVLimits()
}
