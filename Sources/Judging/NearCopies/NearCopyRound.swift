import Computing
public import Contests
import Numbers

/// Some pairs of submissions that may be near copies, to be compared word by word.
public struct NearCopyRound: Sendable {
    private let limit: Ratio
    private var pairs: [(first: SubmissionID, second: SubmissionID)] = []
    private var texts: [SubmissionID: [Shingles]] = [:]

    init(limit: Points) {
        self.limit = Ratio(limit)
    }

    /// How many submissions are suspected.
    var size: Int { texts.count }

    mutating func suspect(_ first: SubmissionID, _ second: SubmissionID) {
        pairs.append((first, second))
        texts[first] = []
        texts[second] = []
    }

    /// Takes the abstracts of those submissions that are suspected.
    public mutating func take(_ batch: [Submission]) {
        let wanted = batch.filter { texts[$0.id] != nil }
        let found = wanted.concurrentMap(chunk: 64) { submission in
            submission.abstract.wordings.compactMap { Shingles($0.text) }
        }
        for (submission, shingles) in zip(wanted, found) { texts[submission.id] = shingles }
    }

    /// The pairs that are as alike as the limit asks, in the order of loading.
    ///
    /// - Complexity: O(*n*) for *n* runs of all pairs, shared out among the cores.
    public func nearCopies() -> [NearCopy] {
        pairs.concurrentMap(chunk: 64) { compared($0.first, $0.second) }.compactMap { $0 }
    }

    /// The two wordings that are most alike, if they are alike enough.
    private func compared(_ first: SubmissionID, _ second: SubmissionID) -> NearCopy? {
        var best: NearCopy?
        for one in texts[first] ?? [] {
            for other in texts[second] ?? [] {
                let (shared, all) = one.compared(with: other)
                let copy = NearCopy(first: first, second: second, shared: shared, all: all)
                if best.map({ isMoreAlike(copy, than: $0) }) ?? true { best = copy }
            }
        }
        guard let best, isAlike(best) else { return nil }
        return best
    }

    private func isMoreAlike(_ one: NearCopy, than other: NearCopy) -> Bool {
        one.shared * other.all > other.shared * one.all
    }

    /// Exactly: no rounding decides at the limit.
    private func isAlike(_ copy: NearCopy) -> Bool {
        Int128(copy.shared) * limit.denominator >= limit.numerator * Int128(copy.all)
    }
}
