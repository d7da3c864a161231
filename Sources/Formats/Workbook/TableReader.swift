import Glibc

/// Reads tables from CSV and from `.xlsx` workbooks alike, told apart by their first bytes.
public enum TableReader {
    /// Reads a file some rows at a time, in memory that does not grow with it.
    ///
    /// In a workbook every sheet that has the table is read, in their order; rows are those of the
    /// sheet, and each knows its place. Formulas, merged cells, hidden rows and columns are told.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name; `path` where there is none.
    ///   - search: How the table is found in a workbook.
    ///   - body: Called for some rows, in the order of the file.
    /// - Returns: The header, and all that was wrong.
    /// - Throws: What `body` throws.
    public static func readBatches<Failure: Error>(
        path: String, file: String? = nil, search: TableSearch = .firstRow,
        limits: CSVLimits = .standard, _ body: (CSVBatch) throws(Failure) -> Void
    ) throws(Failure) -> CSVSummary {
        switch form(of: path) {
        case .other:
            return try CSVReader.readBatches(path: path, file: file, limits: limits, body)
        case .workbook:
            return try WorkbookReader.readBatches(
                path: path, file: file ?? path, search: search, body)
        case .oldWorkbook:
            var summary = CSVSummary()
            summary.faults.append(.oldOrLocked(file: file ?? path))
            return summary
        }
    }

    /// Whether a file is a workbook, also one that cannot be read.
    public static func isWorkbook(_ path: String) -> Bool { form(of: path) != .other }

    private enum Form {
        case workbook, oldWorkbook, other
    }

    private static func form(of path: String) -> Form {
        // A pipe is not even opened: what writes to it would lose its reader when it is closed.
        guard Files.isRegular(path),
            case .success(let descriptor) = Files.open(path, file: path)
        else { return .other }
        defer { close(descriptor) }
        guard let head = Files.readChunk(descriptor, limit: 4) else { return .other }
        switch head {
        case [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]: return .workbook
        case [0xD0, 0xCF, 0x11, 0xE0]: return .oldWorkbook
        default: return .other
        }
    }
}
