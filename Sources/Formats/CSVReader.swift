/// Reads tables: CSV with a header, in memory that does not grow with the file.
///
/// Cells stand between commas, semicolons or tabs, whichever the header has most of; lines end in
/// LF, CRLF or CR; a quoted cell may hold all of them. Empty rows are passed over. A row with too
/// few or too many cells is left out and told.
///
/// > Y. Shafranovich. "Common Format and MIME Type for Comma-Separated Values (CSV) Files."
/// > RFC 4180, 2005.
public enum CSVReader {
    /// Reads a file row by row.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name; `path` where there is none.
    ///   - body: Called for each row, in the order of the file.
    /// - Returns: The header, and all that was wrong.
    /// - Throws: What `body` throws.
    public static func read<Failure: Error>(
        path: String, file: String? = nil, limits: CSVLimits = .standard,
        _ body: (CSVRow) throws(Failure) -> Void
    ) throws(Failure) -> CSVSummary {
        try readBatches(path: path, file: file, limits: limits) { batch throws(Failure) in
            for row in batch { try body(row) }
        }
    }

    /// Reads bytes row by row.
    ///
    /// - Parameter file: The path that faults name.
    /// - Throws: What `body` throws.
    public static func read<Failure: Error>(
        bytes: [UInt8], file: String, limits: CSVLimits = .standard,
        _ body: (CSVRow) throws(Failure) -> Void
    ) throws(Failure) -> CSVSummary {
        try readBatches(bytes: bytes, file: file, limits: limits) { batch throws(Failure) in
            for row in batch { try body(row) }
        }
    }

    /// Reads a file some rows at a time, about 1 MiB of them.
    ///
    /// - Throws: What `body` throws.
    public static func readBatches<Failure: Error>(
        path: String, file: String? = nil, limits: CSVLimits = .standard,
        _ body: (CSVBatch) throws(Failure) -> Void
    ) throws(Failure) -> CSVSummary {
        var summary = CSVSummary()
        let source: TextSource
        do throws(Fault) {
            source = try TextSource(path: path, file: file ?? path)
        } catch {
            summary.faults.append(error)
            return summary
        }
        return try readBatches(source, file: file ?? path, limits: limits, body)
    }

    /// Reads bytes some rows at a time.
    ///
    /// - Throws: What `body` throws.
    public static func readBatches<Failure: Error>(
        bytes: [UInt8], file: String, limits: CSVLimits = .standard,
        _ body: (CSVBatch) throws(Failure) -> Void
    ) throws(Failure) -> CSVSummary {
        var summary = CSVSummary()
        let source: TextSource
        do throws(Fault) {
            source = try TextSource(bytes: bytes, file: file)
        } catch {
            summary.faults.append(error)
            return summary
        }
        return try readBatches(source, file: file, limits: limits, body)
    }

    private static func readBatches<Failure: Error>(
        _ source: TextSource, file: String, limits: CSVLimits,
        _ body: (CSVBatch) throws(Failure) -> Void
    ) throws(Failure) -> CSVSummary {
        var source = source
        var parser = CSVParser(file: file, limits: limits)
        if let note = source.note { parser.summary.faults.append(note) }
        var isDone = false
        while !isDone {
            var chunk: [UInt8]?
            do throws(Fault) {
                chunk = try source.next()
            } catch {
                parser.summary.faults.append(error)
            }
            isDone = chunk == nil
            if let batch = parser.take(chunk ?? [], isLast: isDone), !batch.isEmpty {
                parser.summary.rows += batch.count
                try body(batch)
            }
            if parser.isStopped { break }
        }
        return parser.summary
    }
}
