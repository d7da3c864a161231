/// How one try at a piece of work ended.
public enum Attempt<Value: Sendable, Failure: Sendable>: Sendable {
    /// It is done.
    case done(Value)
    /// It failed in a way that may pass: it is worth another try.
    case mayPass(Failure)
    /// It failed, and would fail again.
    case willNotPass(Failure)
}
