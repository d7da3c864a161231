/// The runs of four neighbouring words of a text, each once, as hashes.
///
/// > A. Z. Broder. "On the resemblance and containment of documents." *Compression and Complexity
/// > of Sequences* 1997. doi:10.1109/SEQUEN.1997.666900
package struct Shingles: Sendable {
    /// Texts with fewer words are not compared: short ones are alike by chance.
    package static let fewestWords = 20
    private static let length = 4

    /// The runs' hashes, ascending.
    package let hashes: [UInt64]
    /// A hash of the words in their order: equal texts have equal ones.
    let whole: UInt64

    /// The runs of a text.
    ///
    /// - Parameter fewest: With fewer words there are none.
    /// - Complexity: O(*n* log *n*) for *n* bytes.
    package init?(_ text: String, fewest: Int = Self.fewestWords) {
        let words = TextUnits(text).hashes
        guard words.count >= max(fewest, Self.length) else { return nil }
        var runs: [UInt64] = []
        runs.reserveCapacity(words.count)
        for start in 0...(words.count - Self.length) {
            runs.append(Self.hash(words[start..<(start + Self.length)]))
        }
        runs.sort()
        hashes = runs.withoutRepeats
        whole = Self.hash(words[...])
    }

    private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(0x9E37_79B9_7F4A_7C15) {
            TextUnits.mixed($0 &* 0x9DDF_EA08_EB38_2D69 &+ $1)
        }
    }

    /// How many runs stand in both texts, and how many in either.
    ///
    /// - Complexity: O(*n*) for *n* runs.
    package func compared(with other: Shingles) -> (shared: Int, all: Int) {
        var (left, right, shared) = (0, 0, 0)
        while left < hashes.count, right < other.hashes.count {
            let (one, two) = (hashes[left], other.hashes[right])
            if one == two { shared += 1 }
            if one <= two { left += 1 }
            if two <= one { right += 1 }
        }
        return (shared, hashes.count + other.hashes.count - shared)
    }
}

extension [UInt64] {
    /// The elements of an ascending array, each once.
    var withoutRepeats: [UInt64] {
        var unique: [UInt64] = []
        unique.reserveCapacity(count)
        for element in self where unique.last != element { unique.append(element) }
        return unique
    }
}
