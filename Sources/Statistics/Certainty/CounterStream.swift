/// Choice *t*, from 1, is SplitMix64's mix of seed + *t* × 0x9E3779B97F4A7C15. The high 32 bits of
/// the mix, times the number of things to choose from, over 2³², are the choice (Steele, G. L.,
/// Lea, D. and Flood, C. H. (2014), OOPSLA, doi:10.1145/2660193.2660195).
struct CounterStream {
    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var state: UInt64

    /// The choices after the first so many.
    @inline(__always)
    init(seed: UInt64, after count: Int) {
        state = seed &+ UInt64(count) &* Self.step
    }

    /// The next choice, from 0 up to but not including the bound, which is below 2³².
    @inline(__always)
    mutating func choice(below bound: UInt64) -> Int {
        state &+= Self.step
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(((mixed >> 32) &* bound) >> 32)
    }
}
