/// How often and how soon work is tried again that failed in a way that may pass.
public struct RetryRule: Sendable, Hashable {
    /// Tries in all; 1 or more.
    public var attempts: Int
    /// Seconds before the second try; each further one waits twice as long.
    public var firstDelay: Double
    /// Seconds that no wait exceeds.
    public var longestDelay: Double

    /// A rule.
    public init(attempts: Int = 3, firstDelay: Double = 0.5, longestDelay: Double = 30) {
        self.attempts = max(1, attempts)
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
    }

    /// Seconds to wait after a try, counted from 1; none where it was the last.
    func delay(after attempt: Int) -> Double? {
        guard attempt < attempts else { return nil }
        let doublings = (1..<attempt).prefix(60).reduce(1.0) { delay, _ in delay * 2 }
        return min(longestDelay, firstDelay * doublings)
    }
}
