/// What is to be run, and within which limits.
struct ProgramCommand: Sendable, Hashable {
    /// The executable.
    var path: String
    /// The folder that it lies in, which it may read.
    var folder: String
    /// Seconds for a request.
    var seconds: Int
    /// Memory of each process.
    var megabytes: Int
    /// Whether one process answers many requests.
    var isKept: Bool
    /// Whether it may use the network.
    var hasNetwork: Bool

    /// Processor seconds of a process; none where it lives on from request to request.
    var processorSeconds: Int? { isKept ? nil : seconds + 1 }
}
