/// How a cell looks, and whether it may be written into.
public struct SheetStyle: Sendable, Hashable {
    /// On which side of its cell a text stands.
    public enum Side: Sendable, Hashable {
        case leading, middle, trailing
    }

    public var isBold = false
    /// The size of the letters, in points.
    public var size = 11
    /// The colour of the letters and the ground, as `0xRRGGBB`; nothing for the usual one.
    public var color: UInt32?
    public var ground: UInt32?
    /// How a number is shown, such as `0.00`; empty for as it is.
    public var number = ""
    public var side: Side?
    /// Whether a long text goes on below.
    public var isWrapped = false
    public var hasBorder = false
    /// Whether a text keeps a little away from the side where it stands.
    public var isIndented = false
    /// Whether the cell may be written into where its sheet is locked.
    public var isOpen = false

    public init() {}

    /// The style with something about it changed.
    public func with(_ change: (inout SheetStyle) -> Void) -> SheetStyle {
        var style = self
        change(&style)
        return style
    }

    /// A column's title: bold on a dark ground.
    public static let title = SheetStyle().with {
        $0.isBold = true
        $0.isWrapped = true
        $0.hasBorder = true
        $0.side = .middle
        $0.color = 0xFFFFFF
        $0.ground = 0x1F4E5F
    }
}
