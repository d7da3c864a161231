/// A file of predictions that a submission handed in.
public struct MetricRevision: Sendable, Hashable {
    /// The place of the file.
    public let path: String
    /// The path that faults name.
    public let file: String

    /// A file.
    public init(path: String, file: String) {
        self.path = path
        self.file = file
    }
}
