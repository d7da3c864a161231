/// Comparisons by submission: each stands once with either of the two.
///
/// The row of a submission holds those that it won, then its ties, then those that it lost.
struct ComparisonGraph: Sendable {
    let count: Int
    let comparisonCount: Int
    let tieCount: Int
    /// Submission *i* has won from `bounds[3i]`, tied from `bounds[3i + 1]` and lost from
    /// `bounds[3i + 2]` up to `bounds[3i + 3]`.
    let bounds: [Int]
    /// The other submission.
    let others: [Int32]

    /// - Complexity: O(*n* + *m*) for *n* submissions and *m* comparisons.
    /// - Throws: Whatever no finite estimate can be had from.
    init(_ comparisons: Comparisons) throws(PairwiseRefusal) {
        count = comparisons.submissionCount
        comparisonCount = comparisons.count
        guard count > 1, comparisonCount > 0 else { throw .tooFew }
        let numbers = 0..<Int32(count)
        var next = [Int](repeating: 0, count: 3 * count + 1)
        for place in 0..<comparisons.count {
            let (better, worse) = (comparisons.better[place], comparisons.worse[place])
            guard numbers.contains(better), numbers.contains(worse), better != worse else {
                throw .outOfRange(at: place)
            }
            let isTie = comparisons.isTie?[place] ?? false
            next[3 * Int(better) + (isTie ? 2 : 1)] += 1
            next[3 * Int(worse) + (isTie ? 2 : 3)] += 1
        }
        for index in 1...3 * count { next[index] += next[index - 1] }
        bounds = next
        var others = [Int32](repeating: 0, count: 2 * comparisonCount)
        for place in 0..<comparisons.count {
            let (better, worse) = (comparisons.better[place], comparisons.worse[place])
            let isTie = comparisons.isTie?[place] ?? false
            let (one, other) = (3 * Int(better) + (isTie ? 1 : 0), 3 * Int(worse) + (isTie ? 1 : 2))
            others[next[one]] = worse
            next[one] += 1
            others[next[other]] = better
            next[other] += 1
        }
        self.others = others
        tieCount = comparisons.isTie?.count { $0 } ?? 0
        guard tieCount < comparisonCount else { throw .tiesAlone }
        try checkWays()
    }

    /// A finite estimate needs a chain of wins and ties from every submission to every other (Ford,
    /// L. R. (1957), American Mathematical Monthly 64 (8), 28–33, doi:10.2307/2308513).
    private func checkWays() throws(PairwiseRefusal) {
        for isDownward in [true, false] {
            let reached = reached(from: 0, isDownward: isDownward)
            guard reached.contains(false) else { continue }
            let (inside, outside) = (
                (0..<count).filter { reached[$0] }, (0..<count).filter { !reached[$0] }
            )
            throw .separated(inside.count < outside.count ? inside : outside)
        }
    }

    private func reached(from start: Int, isDownward: Bool) -> [Bool] {
        var reached = [Bool](repeating: false, count: count)
        reached[start] = true
        var waiting = [start]
        var missing = count - 1
        while missing > 0, let one = waiting.popLast() {
            let from = isDownward ? bounds[3 * one] : bounds[3 * one + 1]
            let end = isDownward ? bounds[3 * one + 2] : bounds[3 * one + 3]
            for entry in from..<end where !reached[Int(others[entry])] {
                reached[Int(others[entry])] = true
                waiting.append(Int(others[entry]))
                missing -= 1
            }
        }
        return reached
    }
}
