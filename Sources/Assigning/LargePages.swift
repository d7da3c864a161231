#if canImport(Glibc)
    import Glibc
#endif

/// Memory for numbers that are read in no order, in large pages where the system has them: finding
/// the page of an address then takes no time of its own.
struct LargePages {
    let numbers: UnsafeMutablePointer<Int64>
    private let raw: UnsafeMutableRawPointer
    private static let pageSize = 2 << 20

    init(count: Int) {
        let bytes = max(1, count) * MemoryLayout<Int64>.stride
        let isLarge = bytes >= 2 * Self.pageSize
        raw = .allocate(byteCount: bytes, alignment: isLarge ? Self.pageSize : 16)
        #if canImport(Glibc)
            // Only advice: where it is not taken, pages are small.
            if isLarge { _ = madvise(raw, bytes, MADV_HUGEPAGE) }
        #endif
        numbers = raw.bindMemory(to: Int64.self, capacity: max(1, count))
    }

    func deallocate() { raw.deallocate() }
}
