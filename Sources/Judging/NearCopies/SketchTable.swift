import Computing

/// The sketches of all texts in one column, and the pairs among them that may be near copies.
struct SketchTable {
    /// Neighbours of a bucket that a text is compared with: a bound for buckets that hold very
    /// many, so that the work grows with the texts and not with their square.
    static let window = 100

    private(set) var sketches: [UInt8] = []
    /// A hash of each whole text.
    private(set) var wholes: [UInt64] = []

    /// How many texts there are.
    var count: Int { wholes.count }

    /// Adds a text; it gets the next number, from 0.
    mutating func append(_ sketch: [UInt8], whole: UInt64) {
        sketches.append(contentsOf: sketch)
        wholes.append(whole)
    }

    /// Pairs of texts that may be near copies, ascending, each with the lower number in its high 32
    /// bits.
    ///
    /// Of texts that are equal, each later one is paired with the first, which alone takes part
    /// further.
    ///
    /// - Complexity: O(*n* log *n*) for *n* texts in each band, shared out among the cores.
    func suspects(_ plan: BandPlan) -> [UInt64] {
        let (firsts, equal) = equals()
        let found = (0..<plan.count).concurrentMap { band in
            suspects(plan, band: band, among: firsts)
        }
        return (found.flatMap { $0 } + equal).sorted().withoutRepeats
    }

    /// The first of each group of equal texts, and each other one paired with it.
    private func equals() -> (firsts: [UInt32], pairs: [UInt64]) {
        let order = wholes.indices.sorted { (wholes[$0], $0) < (wholes[$1], $1) }
        var firsts: [UInt32] = []
        var pairs: [UInt64] = []
        for text in order {
            if let first = firsts.last, wholes[Int(first)] == wholes[text] {
                pairs.append(Self.pair(first, UInt32(text)))
            } else {
                firsts.append(UInt32(text))
            }
        }
        return (firsts, pairs)
    }

    private func suspects(_ plan: BandPlan, band: Int, among texts: [UInt32]) -> [UInt64] {
        var found: [UInt64] = []
        sketches.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            let entries = texts.map { text in
                Self.entry(start + Int(text) * MinHash.size + band * plan.width, plan.width, text)
            }.sorted()
            for (position, entry) in entries.enumerated() {
                for other in entries[(position + 1)...].prefix(Self.window) {
                    guard other >> 32 == entry >> 32 else { break }
                    let (one, two) = (Int(entry & 0xFFFF_FFFF), Int(other & 0xFFFF_FFFF))
                    let agreed = MinHash.agreement(
                        start + one * MinHash.size, start + two * MinHash.size)
                    guard agreed >= plan.fewestAgreed else { continue }
                    found.append(Self.pair(UInt32(one), UInt32(two)))
                }
            }
        }
        return found
    }

    /// A band's bytes as a hash of 32 bits, above the text's number.
    private static func entry(
        _ bytes: UnsafePointer<UInt8>, _ width: Int, _ text: UInt32
    ) -> UInt64 {
        var key: UInt64 = 0
        for offset in 0..<width { key = key << 8 | UInt64(bytes[offset]) }
        return (TextUnits.mixed(key) & 0xFFFF_FFFF_0000_0000) | UInt64(text)
    }

    private static func pair(_ one: UInt32, _ two: UInt32) -> UInt64 {
        UInt64(min(one, two)) << 32 | UInt64(max(one, two))
    }
}
