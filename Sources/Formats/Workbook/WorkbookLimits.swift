/// The limits of reading workbooks; each is told in its own fault.
public struct WorkbookLimits: Sendable, Hashable {
    /// Bytes of the file.
    public var fileBytes = 1 << 30
    /// Parts in the file: sheets, styles, pictures.
    public var parts = 5_000
    /// Sheets.
    public var sheets = 500
    /// Bytes of a part when it is unpacked.
    public var partBytes = 1 << 30
    /// How many times its packed size a part of more than 1 MiB may have.
    public var ratio = 200
    /// Bytes of the texts that cells share.
    public var sharedBytes = 32 << 20
    /// Texts that cells share.
    public var sharedTexts = 2_000_000
    /// Bytes of a part that is read whole: the list of sheets, the styles.
    public var wholeBytes = 4 << 20
    /// Bytes of all the texts of a table; a shared text counts wherever it stands.
    public var tableBytes = 1 << 30
    /// Columns of a table.
    public var columns = 16_384
    /// Rows at the top of a sheet among which the header is looked for.
    public var headerRows = 50

    public init() {}

    public static let standard = WorkbookLimits()

    /// What is allowed inside the XML of a part.
    var xml: XMLLimits {
        var limits = XMLLimits()
        limits.elements = 200_000
        limits.recordBytes = 16 << 20
        limits.textBytes = 128 << 10  // spreadsheets hold 32,767 characters in a cell
        return limits
    }
}
