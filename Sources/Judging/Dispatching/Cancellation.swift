import Synchronization

/// Asks work that is going on to stop.
public final class Cancellation: Sendable {
    private let flag = Atomic(false)

    /// Nothing is asked yet.
    public init() {}

    /// Whether work is to stop.
    public var isAsked: Bool { flag.load(ordering: .acquiring) }

    /// Asks work to stop; it may be asked again.
    public func ask() { flag.store(true, ordering: .releasing) }
}
