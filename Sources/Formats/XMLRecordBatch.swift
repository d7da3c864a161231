import CXML

/// Some of the records of an XML file, whole and in the order of the document.
///
/// The records lie flat in a few arrays, about one and a half times the size that they have in the
/// file. A batch can be kept, and read from many threads at once.
///
/// ```swift
/// let title = batch.name("title")
/// for record in batch { print(record.first(title)?.string ?? "") }
/// ```
// @unchecked: the storage is changed by nobody from `init` to `deinit`.
public final class XMLRecordBatch: @unchecked Sendable {
    let storage: UnsafeMutablePointer<cxml_batch>
    let names: XMLNames
    /// The root element's name, attributes and line; it has no children here.
    public let root: XMLTree

    /// Takes the storage over.
    init(storage: UnsafeMutablePointer<cxml_batch>, names: XMLNames, root: XMLTree) {
        self.storage = storage
        self.names = names
        self.root = root
    }

    deinit { cxml_batch_free(storage) }

    /// The number of a name; nothing where no element or attribute so far has had it.
    ///
    /// - Complexity: O(1).
    public func name(_ text: String) -> XMLName? {
        names.indices[text].map(XMLName.init)
    }
}

extension XMLRecordBatch: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { storage.pointee.record_count }

    public subscript(position: Int) -> XMLRecord {
        precondition(position >= 0 && position < endIndex, "no such record")
        return XMLRecord(batch: self, index: storage.pointee.records[position])
    }
}
