import CXML

/// Drives the C parser, on one thread, and hands its batches on.
struct XMLParser {
    private let parser: OpaquePointer
    private var names = XMLNames(names: [], indices: [:])
    private var root: XMLTree?
    private(set) var records = 0
    private let deliver: (XMLRecordBatch) -> Bool

    /// Parses a file that is open, or bytes, to the end or the first fault.
    ///
    /// - Parameters:
    ///   - record: The local name of the elements to deliver; nothing for the root itself.
    ///   - deliver: Takes a batch; false ends the reading.
    static func parse(
        _ source: XMLSource, file: String, record: String?, limits: XMLLimits, batchBytes: Int,
        deliver: (XMLRecordBatch) -> Bool
    ) -> XMLSummary {
        withoutActuallyEscaping(deliver) { deliver in
            source.withParser(record: record, limits: limits, batchBytes: batchBytes) { pointer in
                guard let pointer else {
                    return XMLSummary(
                        root: nil, records: 0, strays: [], fault: .outOfMemory(file: file))
                }
                defer { cxml_parser_free(pointer) }
                var parser = XMLParser(parser: pointer, deliver: deliver)
                parser.run()
                return parser.summary(file: file, limits: limits, isWhole: record == nil)
            }
        }
    }

    private init(parser: OpaquePointer, deliver: @escaping (XMLRecordBatch) -> Bool) {
        self.parser = parser
        self.deliver = deliver
    }

    private mutating func run() {
        withUnsafeMutablePointer(to: &self) { this in
            let parser = this.pointee.parser
            cxml_parse(
                parser,
                { receiver, batch in
                    guard let batch, let receiver else { return false }
                    return receiver.assumingMemoryBound(to: XMLParser.self).pointee.take(batch)
                }, this)
        }
        readRoot()
    }

    private mutating func take(_ storage: UnsafeMutablePointer<cxml_batch>) -> Bool {
        readNames()
        readRoot()
        let batch = XMLRecordBatch(
            storage: storage, names: names, root: root ?? XMLTree(name: ""))
        records += batch.count
        return deliver(batch)
    }

    /// Takes the names over that came since the last batch.
    private mutating func readNames() {
        let count = Int(cxml_parser_name_count(parser))
        guard count > names.names.count else { return }
        var (list, indices) = (names.names, names.indices)
        for index in list.count..<count {
            let name = cxml_parser_name(parser, UInt32(index)).map { String(cString: $0) } ?? ""
            list.append(name)
            indices[name] = UInt32(index)
        }
        names = XMLNames(names: list, indices: indices)
    }

    private mutating func readRoot() {
        guard root == nil, let storage = cxml_parser_root(parser) else { return }
        readNames()
        guard storage.pointee.node_count == 1, let nodes = storage.pointee.nodes else { return }
        let node = nodes[0]
        let attributes = (0..<Int(node.attribute_count)).map { index in
            let attribute = storage.pointee.attributes[Int(node.attributes) + index]
            let bytes = UnsafeBufferPointer(
                start: storage.pointee.bytes + Int(attribute.value),
                count: Int(attribute.value_length))
            return XMLTree.Attribute(
                name: names.names[Int(attribute.name)],
                value: String(decoding: bytes, as: UTF8.self))
        }
        root = XMLTree(
            name: names.names[Int(node.name)], attributes: attributes, line: Int(node.line),
            column: Int(node.column))
    }

    private mutating func summary(
        file: String, limits: XMLLimits, isWhole: Bool
    ) -> XMLSummary {
        readNames()
        var list: UnsafePointer<cxml_stray>?
        let count = cxml_parser_strays(parser, &list)
        let strays = UnsafeBufferPointer(start: list, count: count).map { stray in
            XMLSummary.Stray(
                name: names.names[Int(stray.name)], line: stray.line, count: stray.count)
        }
        let fault = cxml_parser_fault(parser).flatMap { fault in
            Fault(fault.pointee, file: file, limits: limits, isWhole: isWhole)
        }
        return XMLSummary(root: root, records: records, strays: strays, fault: fault)
    }
}

/// Where XML comes from.
enum XMLSource: Sendable {
    /// An open file, which the reader of it closes.
    case descriptor(Int32)
    case bytes([UInt8])

    func withParser<Result>(
        record: String?, limits: XMLLimits, batchBytes: Int, _ body: (OpaquePointer?) -> Result
    ) -> Result {
        let limits = limits.forC
        switch self {
        case .descriptor(let file):
            return body(cxml_parser_create(file, nil, 0, record, limits, batchBytes))
        case .bytes(let bytes):
            return bytes.withUnsafeBufferPointer {
                body(cxml_parser_create(-1, $0.baseAddress, $0.count, record, limits, batchBytes))
            }
        }
    }
}

extension XMLLimits {
    var forC: cxml_limits {
        func bounded(_ value: Int, _ range: ClosedRange<Int>) -> UInt32 {
            UInt32(min(max(value, range.lowerBound), range.upperBound))
        }
        return cxml_limits(
            depth: bounded(depth, 1...200), attribute_bytes: bounded(attributeBytes, 0...(8 << 20)),
            text_bytes: bounded(textBytes, 0...(1 << 28)),
            attributes: bounded(attributes, 0...10_000),
            elements: bounded(elements, 1...10_000_000),
            record_bytes: bounded(recordBytes, 0...(1 << 28)), names: bounded(names, 1...16_000))
    }
}
