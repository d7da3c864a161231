import Computing
public import Contests

/// A draw that anybody can repeat from a published seed.
///
/// Every submission draws a number of its own, and the lowest goes first. The number depends on
/// the seed and the submission alone, so nobody's leaving changes the order of the others.
///
/// The number is the first one of `SeededRandom` with seed 0 and, as its label, the published seed,
/// a line feed (U+000A) and the submission's identifier. By the definition there, with
/// `f(x)` the first number of SplitMix64 started at `x`, and FNV-1a over UTF-8 bytes:
/// 1. `x = f(f(0) ^ fnv1a64(seed + "\n" + identifier))`;
/// 2. the state is four successive numbers of SplitMix64 started at `f(x)`;
/// 3. the number is the first one of xoshiro256\*\* in that state: with `s1` the second word of the
///    state, `rotateLeft(s1 * 5, 7) * 9`.
///
/// Equal numbers, of which there is one chance in 2⁶⁴ for a pair, go by identifier.
public enum Draw {
    /// The number that a submission draws; the lowest goes first.
    public static func number(of submission: SubmissionID, seed: String) -> UInt64 {
        var random = SeededRandom(seed: 0, label: seed + "\n" + submission.text)
        return random.next()
    }

    /// The submissions in the order of the draw, whatever order they are given in.
    ///
    /// - Complexity: O(*n* log *n*).
    public static func order(of submissions: [SubmissionID], seed: String) -> [SubmissionID] {
        submissions.map { (number: number(of: $0, seed: seed), id: $0) }
            .sorted { ($0.number, $0.id) < ($1.number, $1.id) }
            .map(\.id)
    }
}
