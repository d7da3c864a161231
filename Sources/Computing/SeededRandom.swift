/// Chance that anyone can repeat: the same seed gives the same numbers on every machine.
///
/// The generator is xoshiro256\*\*; its four 64-bit words of state are four successive numbers of
/// SplitMix64, as its authors advise. All arithmetic wraps at 64 bits, and
/// shifts bind tighter than anything else.
///
/// - **SplitMix64** started at `x`: each number adds `0x9E3779B97F4A7C15` to `x`, then mixes a copy
///   of `x`: `z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9`, `z = (z ^ z >> 27) * 0x94D049BB133111EB`,
///   `z ^ z >> 31`.
/// - **A seed alone** starts SplitMix64 at the seed.
/// - **A stream** of a seed, for a purpose that a label names, starts it at
///   `f(f(f(seed) ^ hash(label)) ^ number)`. Here `f(x)` is the first number of SplitMix64 started
///   at `x`, and `hash` is 64-bit FNV-1a of the label's UTF-8 bytes: from `0xCBF29CE484222325`,
///   each byte is xored in, then multiplied by `0x100000001B3`.
///
/// It is deliberately no `RandomNumberGenerator`: the standard library does not promise that
/// `shuffled(using:)` will order the same way in its next version. It is not for secrets.
///
/// > D. Blackman, S. Vigna. "Scrambled Linear Pseudorandom Number Generators." *ACM Transactions on
/// > Mathematical Software* 47 (4), 2021. doi:10.1145/3460772
///
/// > G. L. Steele, D. Lea, C. H. Flood. "Fast Splittable Pseudorandom Number Generators."
/// > *OOPSLA* 2014. doi:10.1145/2660193.2660195
public struct SeededRandom: Sendable, Hashable {
    @usableFromInline var a: UInt64
    @usableFromInline var b: UInt64
    @usableFromInline var c: UInt64
    @usableFromInline var d: UInt64

    /// A generator whose numbers follow from a seed alone.
    public init(seed: UInt64) {
        var words = SplitMix64(state: seed)
        self.init(state: (words.next(), words.next(), words.next(), words.next()))
    }

    /// A generator for one purpose, independent of those with another label or number.
    ///
    /// - Parameters:
    ///   - seed: What was published, or what the person running it chose.
    ///   - label: What the numbers are for, such as `draw mobile/final`.
    ///   - number: Which of many like streams, such as the chunk that a thread works on.
    public init(seed: UInt64, label: String, number: UInt64 = 0) {
        let purpose = SplitMix64.first(from: seed) ^ Self.hash(label)
        self.init(seed: SplitMix64.first(from: SplitMix64.first(from: purpose) ^ number))
    }

    /// A generator in a known state, not all zero.
    package init(state: (UInt64, UInt64, UInt64, UInt64)) {
        (a, b, c, d) = state
    }

    /// The next number, each of the 2⁶⁴ equally likely.
    @inlinable
    public mutating func next() -> UInt64 {
        let product = b &* 5
        let result = (product << 7 | product >> 57) &* 9
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = d << 45 | d >> 19
        return result
    }

    /// 64-bit FNV-1a of a text's UTF-8 bytes.
    ///
    /// > G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, T. Hansen. "The FNV Non-Cryptographic Hash
    /// > Algorithm." RFC 9923, 2025.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension SeededRandom {
    /// A whole number from 0 up to but not including `bound`, each equally likely.
    ///
    /// Takes the high 64 bits of the 128-bit product of the next number and `bound`. While the low
    /// 64 bits are below 2⁶⁴ mod `bound`, it draws again: that takes the bias away.
    ///
    /// > D. Lemire. "Fast Random Integer Generation in an Interval." *ACM Transactions on Modeling
    /// > and Computer Simulation* 29 (1), 2019. doi:10.1145/3230636
    ///
    /// - Parameter bound: 1 or more.
    @inlinable
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "there is no number from 0 to below 0")
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let refused = (0 &- bound) % bound
            while product.low < refused { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    /// A number from 0 up to but not including 1: the next number's high 53 bits over 2⁵³.
    @inlinable
    public mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// The elements in a random order, every order equally likely.
    ///
    /// For each place `i` from the last down to the second, counted from 0, swaps what stands at
    /// `i` with what stands at ``below(_:)`` `i + 1` (Fisher and Yates).
    ///
    /// - Complexity: O(*n*).
    @inlinable
    public mutating func shuffled<Element>(_ elements: some Sequence<Element>) -> [Element] {
        var order = Array(elements)
        for place in order.indices.dropFirst().reversed() {
            order.swapAt(place, below(place + 1))
        }
        return order
    }
}

/// The generator that turns one seed into as many words of state as are needed.
private struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    static func first(from state: UInt64) -> UInt64 {
        var generator = SplitMix64(state: state)
        return generator.next()
    }
}
