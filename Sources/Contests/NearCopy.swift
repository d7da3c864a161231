public import Numbers

/// Two submissions whose abstracts are nearly the same: for the office to look at, never a mark.
public struct NearCopy: Sendable, Hashable {
    /// The submission that was loaded first.
    public var first: SubmissionID
    /// The other.
    public var second: SubmissionID
    /// Runs of neighbouring words that stand in both abstracts.
    public var shared: Int
    /// Runs of neighbouring words that stand in either; 1 or more.
    public var all: Int

    /// A pair that was found alike.
    public init(first: SubmissionID, second: SubmissionID, shared: Int, all: Int) {
        self.first = first
        self.second = second
        self.shared = shared
        self.all = all
    }

    /// The share of runs that both have, from 0 to 1, to three decimals, half up.
    public var resemblance: Points {
        let thousandths = (2_000 * shared + all) / (2 * all)
        return Points(millionths: Int64(thousandths) * 1_000)
    }
}
