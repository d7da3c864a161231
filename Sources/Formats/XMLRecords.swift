import Dispatch
import Glibc

/// Reads the records of a big XML file, in memory that does not grow with the file.
///
/// The file is parsed on a thread of its own, some batches ahead of the caller.
///
/// ```swift
/// let summary = try XMLRecords().read(path: path, record: "submission") { batch in
///     for record in batch { … }
/// }
/// if let fault = summary.fault { … }
/// ```
public struct XMLRecords: Sendable {
    /// Bytes, in memory, after which a batch is handed on.
    public var batchBytes: Int
    /// Batches that may wait for the caller.
    public var batchesAhead: Int

    public init(batchBytes: Int = 1 << 19, batchesAhead: Int = 4) {
        self.batchBytes = max(1, batchBytes)
        self.batchesAhead = max(1, batchesAhead)
    }

    /// Reads every record of a file.
    ///
    /// A record is the outermost element of the given name below the root. Where the file is not
    /// well formed or goes beyond a limit, the records that stood complete before it have been
    /// delivered, and the summary's fault says from which line nothing was read.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name; `path` where there is none.
    ///   - record: The local name of the elements to deliver.
    ///   - batch: Called on the caller's own thread, in the order of the document.
    /// - Returns: The root, what was passed over, and what was wrong with the file.
    /// - Throws: What `batch` throws; nothing more is parsed then.
    public func read<Failure: Error>(
        path: String, file: String? = nil, record: String, limits: XMLLimits = .standard,
        batch body: (XMLRecordBatch) throws(Failure) -> Void
    ) throws(Failure) -> XMLSummary {
        let descriptor: Int32
        switch Files.open(path, file: file ?? path) {
        case .success(let opened): descriptor = opened
        case .failure(let fault):
            return XMLSummary(root: nil, records: 0, strays: [], fault: fault)
        }
        defer { close(descriptor) }
        return try read(
            .descriptor(descriptor), file: file ?? path, record: record, limits: limits, batch: body
        )
    }

    /// Reads every record of a document in memory.
    ///
    /// - Throws: What `batch` throws.
    public func read<Failure: Error>(
        bytes: [UInt8], file: String, record: String, limits: XMLLimits = .standard,
        batch body: (XMLRecordBatch) throws(Failure) -> Void
    ) throws(Failure) -> XMLSummary {
        try read(.bytes(bytes), file: file, record: record, limits: limits, batch: body)
    }

    func read<Failure: Error>(
        _ source: XMLSource, file: String, record: String, limits: XMLLimits,
        batch body: (XMLRecordBatch) throws(Failure) -> Void
    ) throws(Failure) -> XMLSummary {
        let line = BatchLine<XMLRecordBatch, XMLSummary>(capacity: batchesAhead)
        let bytes = batchBytes
        // A queue of its own has a thread of its own, whatever the shared ones are busy with.
        DispatchQueue(label: "banyan.formats.xml").async {
            let summary = XMLParser.parse(
                source, file: file, record: record, limits: limits, batchBytes: bytes,
                deliver: line.put)
            line.finish(summary)
        }
        do throws(Failure) {
            while let batch = line.next() { try body(batch) }
        } catch {
            line.cancel()
            _ = line.summary()  // the parser is done with the file when this returns
            throw error
        }
        return line.summary()
    }
}
