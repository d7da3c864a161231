extension XMLTree {
    /// Parses a document of at most 64 MiB as one tree.
    ///
    /// - Parameter file: The path that faults name.
    /// - Complexity: O(*n*).
    /// - Throws: A fault where the document is not well formed or goes beyond a limit.
    public static func parse(
        _ bytes: [UInt8], file: String, limits: XMLLimits = .document
    ) throws(Fault) -> XMLTree {
        guard bytes.count <= XMLLimits.documentBytes else {
            throw .tooManyBytes(bytes.count, limit: XMLLimits.documentBytes, file: file)
        }
        var tree: XMLTree?
        let summary = XMLParser.parse(
            .bytes(bytes), file: file, record: nil, limits: limits, batchBytes: 1 << 16
        ) { batch in
            tree = batch.first?.tree
            return true
        }
        if let fault = summary.fault { throw fault }
        guard let tree else { throw .emptyDocument(file: file) }
        return tree
    }

    /// Reads and parses a file of at most 64 MiB as one tree.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name; `path` where there is none.
    /// - Throws: A fault where the file cannot be read, is not well formed or goes beyond a limit.
    public static func parse(
        contentsOf path: String, file: String? = nil, limits: XMLLimits = .document
    ) throws(Fault) -> XMLTree {
        let bytes = try Files.read(path, file: file, limit: XMLLimits.documentBytes)
        return try parse(bytes, file: file ?? path, limits: limits)
    }
}
