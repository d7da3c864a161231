import Computing

/// A sketch of a text's runs in 128 bytes: two texts agree in about as many bytes of it as the
/// share of runs that both have.
///
/// Each byte is the last eight bits of the least of the runs' hashes under one of 128 functions.
/// Texts that share the part *s* of their runs agree in a byte with the chance *s* + (1 − *s*)/256.
///
/// > A. Z. Broder, M. Charikar, A. M. Frieze, M. Mitzenmacher. "Min-Wise Independent Permutations."
/// > *Journal of Computer and System Sciences* 60 (3), 2000. doi:10.1006/jcss.1999.1690
///
/// > P. Li, A. C. König. "b-Bit Minwise Hashing." *WWW* 2010. doi:10.1145/1772690.1772759
struct MinHash {
    /// Bytes of a sketch.
    static let size = 128

    private let factors: [SIMD16<UInt32>]
    private let terms: [SIMD16<UInt32>]

    /// The same 128 functions always: two machines make the same sketches.
    init() {
        var random = SeededRandom(seed: 0, label: "near copies")
        var numbers: [SIMD16<UInt32>] = []
        for _ in 0..<(Self.size / 8) {
            var lanes = SIMD16<UInt32>()
            for lane in 0..<16 { lanes[lane] = UInt32(truncatingIfNeeded: random.next() >> 32) }
            numbers.append(lanes)
        }
        // An odd factor keeps all numbers apart.
        factors = numbers.prefix(Self.size / 16).map { $0 | 1 }
        terms = Array(numbers.suffix(Self.size / 16))
    }

    /// The sketch of a text's runs.
    ///
    /// - Complexity: O(*n*) for *n* runs.
    func sketch(of shingles: Shingles) -> [UInt8] {
        let runs = shingles.hashes.map { UInt32(truncatingIfNeeded: $0 >> 32) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.size)
        for group in factors.indices {
            let (factor, term) = (factors[group], terms[group])
            var least = SIMD16<UInt32>(repeating: .max)
            for run in runs {
                let hash = factor &* SIMD16(repeating: run) &+ term
                least = pointwiseMin(least, hash)
            }
            for lane in 0..<16 { bytes.append(UInt8(truncatingIfNeeded: least[lane])) }
        }
        return bytes
    }

    /// In how many bytes two sketches agree.
    static func agreement(
        _ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>
    ) -> Int {
        var agreed = SIMD16<UInt8>()
        let (one, other) = (UnsafeRawPointer(one), UnsafeRawPointer(other))
        for offset in stride(from: 0, to: size, by: 16) {
            let left = one.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            let right = other.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            agreed.replace(with: agreed &+ 1, where: left .== right)
        }
        return Int(agreed.wrappedSum())
    }
}
