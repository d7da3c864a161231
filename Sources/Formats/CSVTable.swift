/// A small table, read whole.
public struct CSVTable: Sendable {
    /// Nothing where the file has no header that can be used.
    public let header: CSVHeader?
    public let rows: [CSVRow]
    /// What was wrong: rows that were left out, and notes on habits that were put right.
    public let faults: FaultList

    /// Reads a file, CSV or a workbook.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name; `path` where there is none.
    ///   - search: How the table is found where the file is a workbook.
    public init(
        path: String, file: String? = nil, search: TableSearch = .firstRow,
        limits: CSVLimits = .standard
    ) {
        var rows: [CSVRow] = []
        let summary = TableReader.readBatches(
            path: path, file: file, search: search, limits: limits
        ) { rows += $0 }
        (header, self.rows, faults) = (summary.header, rows, summary.faults)
    }

    /// Reads bytes.
    ///
    /// - Parameter file: The path that faults name.
    public init(bytes: [UInt8], file: String, limits: CSVLimits = .standard) {
        var rows: [CSVRow] = []
        let summary = CSVReader.read(bytes: bytes, file: file, limits: limits) { rows.append($0) }
        (header, self.rows, faults) = (summary.header, rows, summary.faults)
    }
}
