/// The limits of reading XML; each is told in its own fault.
public struct XMLLimits: Sendable, Hashable {
    /// Elements open at once, the root counted: from 1 to 200.
    public var depth = 64
    /// Bytes of one attribute's value.
    public var attributeBytes = 64 << 10
    /// Bytes of one element's own text.
    public var textBytes = 1 << 20
    /// Attributes of one element.
    public var attributes = 64
    /// Elements in one record, itself counted.
    public var elements = 10_000
    /// Bytes of all values in one record.
    public var recordBytes = 16 << 20
    /// Different names of elements and attributes in one file.
    public var names = 10_000

    public init() {}

    /// For files of many records.
    public static let standard = XMLLimits()

    /// For a file that is read as one tree: a contest, a rubric, a score sheet.
    public static let document = {
        var limits = XMLLimits()
        limits.elements = 1_000_000
        limits.recordBytes = documentBytes
        return limits
    }()

    /// Bytes of a file that is read as one tree.
    public static let documentBytes = 64 << 20
}
