/// The texts that the cells of a workbook share, one copy of each.
struct SharedTexts: Sendable {
    private(set) var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    init() {}

    /// Reads them.
    ///
    /// - Throws: A fault where they are damaged or beyond a limit.
    init(_ part: ZipArchive.Part, in archive: ZipArchive) throws(Fault) {
        let limits = archive.limits
        // Room is made once: an array that grows holds its bytes twice meanwhile.
        bytes.reserveCapacity(min(part.bytes, limits.sharedBytes + (1 << 20)))
        let fault = try archive.readRecords(of: part, named: "si") { batch throws(Fault) in
            for record in batch {
                CellText.append(record, to: &bytes)
                ends.append(UInt32(bytes.count))
            }
            guard bytes.count <= limits.sharedBytes, ends.count <= limits.sharedTexts else {
                throw .tooMuchShared(limits, file: archive.file)
            }
        }
        if let fault { throw fault }
    }

    var count: Int { ends.count }

    /// Where a text lies in ``bytes``; nothing where there is no such text.
    subscript(index: Int) -> Range<Int>? {
        guard ends.indices.contains(index) else { return nil }
        return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }
}
