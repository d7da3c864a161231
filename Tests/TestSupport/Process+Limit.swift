public import Foundation

extension Process {
    /// Seconds after which a program that a test runs is taken to hang.
    private static let limit = 600

    /// Waits until the program has ended; one that hangs is ended, so that the test fails and the
    /// others go on.
    public func waitWithinLimit() {
        let watchdog = DispatchWorkItem { [processIdentifier] in kill(processIdentifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(
            deadline: .now() + .seconds(Self.limit), execute: watchdog)
        waitUntilExit()
        watchdog.cancel()
    }
}
