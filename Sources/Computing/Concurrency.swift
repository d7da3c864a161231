import Foundation

/// How wide the program computes.
public enum Concurrency {
    /// The threads that compute at once: as many as there are active cores.
    public static let width = ProcessInfo.processInfo.activeProcessorCount
}
