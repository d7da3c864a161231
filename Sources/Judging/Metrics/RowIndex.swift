/// Names of rows, each once, looked up by their bytes.
///
/// An open hash table over one array of bytes: a look-up makes no string.
struct RowIndex: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots: [Int32] = Array(repeating: -1, count: 16)

    /// Names held.
    var count: Int { ends.count }

    /// The name of a row.
    func name(_ row: Int) -> String {
        String(decoding: bytes[start(row)..<ends[row]], as: UTF8.self)
    }

    /// The row of a name.
    ///
    /// - Parameter guess: A row that is tried first: files are mostly in the order of the answers.
    /// - Complexity: O(*n*) in the length of the name.
    func row(of name: UnsafeBufferPointer<UInt8>, guess: Int = -1) -> Int? {
        if guess >= 0, guess < ends.count, isName(guess, name) { return guess }
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] >= 0 {
            let row = Int(slots[slot])
            if isName(row, name) { return row }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a name as the next row; nothing where it is known.
    mutating func add(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        guard row(of: name) == nil else { return nil }
        bytes.append(contentsOf: name)
        ends.append(bytes.count)
        if ends.count * 2 > slots.count { grow() } else { place(ends.count - 1) }
        return ends.count - 1
    }

    private func start(_ row: Int) -> Int { row == 0 ? 0 : ends[row - 1] }

    private func isName(_ row: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let from = start(row)
        guard ends[row] - from == name.count else { return false }
        for place in 0..<name.count where bytes[from + place] != name[place] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for row in ends.indices { place(row) }
    }

    private mutating func place(_ row: Int) {
        let hash = bytes.withUnsafeBufferPointer { all in
            Self.hash(UnsafeBufferPointer(rebasing: all[start(row)..<ends[row]]))
        }
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(row)
    }

    /// FNV-1a, the upper bits folded into the lower.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
    }
}
