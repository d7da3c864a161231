/// How far work has come that was sent out.
public struct DispatchProgress: Sendable, Hashable {
    /// Pieces of work in all.
    public var total: Int
    /// Pieces that are done.
    public var done = 0
    /// Pieces that failed for good.
    public var failed = 0
    /// Tries that failed and were, or will be, made again.
    public var retried = 0
    /// Pieces that were given up because those before them failed.
    public var givenUp = 0
    /// Seconds since it began.
    public var seconds = 0.0

    /// Nothing done yet.
    public init(total: Int) {
        self.total = total
    }

    /// Seconds that the rest will take at the pace so far; none before anything is finished.
    public var secondsLeft: Double? {
        let finished = done + failed
        guard finished > 0 else { return nil }
        return seconds / Double(finished) * Double(total - finished - givenUp)
    }
}
