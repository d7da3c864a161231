/// An outside program that judges in a stage.
public struct ProgramTask: Sendable, Hashable {
    /// The judge, of the kind program, whose marks the program gives.
    public var judge: JudgeID
    /// The executable, in a folder of its own beside the contest file.
    public var command: String
    /// Whether its sheets count towards official scores; if not, it advises.
    public var counts = false
    /// Whether one process answers many requests, or each request gets a process of its own.
    public var isKept = false
    /// Submissions that it judges at once, at most.
    public var atOnce = 1
    /// Seconds that it may take for a submission.
    public var seconds = 60
    /// Megabytes of memory that each of its processes may have.
    public var megabytes = 1_024
    /// Tries for a submission where a failure may pass.
    public var attempts = 3
    /// Whether it may use the network.
    public var hasNetwork = false
    /// Names of environment variables that it is given, such as that of a key.
    public var variables: [String] = []

    /// A program with what is usual.
    public init(judge: JudgeID, command: String) {
        self.judge = judge
        self.command = command
    }
}

extension Stage {
    /// Programs whose sheets do not count: they judge every submission and sit on no panel.
    public var advisers: Set<JudgeID> {
        Set(programs.filter { !$0.counts }.map(\.judge))
    }
}
