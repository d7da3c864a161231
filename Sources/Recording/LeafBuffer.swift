import Computing

/// Gathers the plain forms of a table's records, and hashes many of them at once.
struct LeafBuffer: Sendable {
    /// Bytes that are gathered before they are hashed.
    private static let capacity = 1 << 20
    /// Records that a thread hashes at a time.
    private static let chunk = 256

    /// The record that is being written.
    var record = FieldWriter()
    /// The hashes of the leaves so far, but for those that still wait.
    private(set) var hashes: [TreeHash] = []
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private let secret: [UInt8]

    init(secret: [UInt8]) {
        self.secret = secret
    }

    /// Leaves that were written.
    var count: Int { hashes.count + ends.count }

    /// Takes the record that was written, and begins a new one.
    mutating func end() {
        bytes.append(contentsOf: record.bytes)
        ends.append(bytes.count)
        record.removeAll()
        if bytes.count >= Self.capacity { hash() }
    }

    /// Hashes what waits, using all the cores.
    mutating func hash() {
        guard !ends.isEmpty else { return }
        let (bytes, ends, secret) = (bytes, ends, secret)
        let found = (0..<ends.count).concurrentChunks(of: Self.chunk) { records in
            Self.leaves(records, bytes, ends, secret)
        }
        for chunk in found { hashes.append(contentsOf: chunk) }
        self.bytes.removeAll(keepingCapacity: true)
        self.ends.removeAll(keepingCapacity: true)
    }

    /// Gives the hashes away and keeps none.
    mutating func takeHashes() -> [TreeHash] {
        hash()
        defer { hashes.removeAll(keepingCapacity: true) }
        return hashes
    }

    private static func leaves(
        _ records: Range<Int>, _ bytes: [UInt8], _ ends: [Int], _ secret: [UInt8]
    ) -> [TreeHash] {
        var form = SealedForm(secret: secret)
        var leaf: [UInt8] = []
        return bytes.withUnsafeBufferPointer { bytes in
            records.map { index in
                let start = index == 0 ? 0 : ends[index - 1]
                leaf.removeAll(keepingCapacity: true)
                leaf.append(0)  // marks a leaf, as a one marks a node
                form.write(UnsafeBufferPointer(rebasing: bytes[start..<ends[index]]), to: &leaf)
                return leaf.withUnsafeBytes { TreeHash(of: $0) }
            }
        }
    }
}
