package import Dispatch

extension DispatchTime {
    /// Seconds from then to now, by a clock that nobody sets.
    package var secondsAgo: Double {
        Double(DispatchTime.now().uptimeNanoseconds - uptimeNanoseconds) / 1e9
    }
}
