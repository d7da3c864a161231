import Foundation

/// A run of the built program with what it took.
struct MeasuredRun {
    /// The exit status; 128 and the signal where one ended it.
    let status: Int32
    /// The most memory that it held, in MiB.
    let peakMebibytes: Int
    /// What it wrote to standard error.
    let errors: String

    /// Runs the program in a folder, which gets the file `errors.txt`.
    init(_ arguments: [String], in folder: String) throws {
        let errors = folder + "/errors.txt"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words = ([Program.path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        guard posix_spawn(&process, Program.path, &actions, nil, &words, environ) == 0 else {
            throw Failure.notStarted
        }
        var state = Int32()
        var peak = 0
        // What wait4 tells of memory begins with that of the tests, so the kernel's own high-water
        // mark of the program is read while it runs; and only once it runs, for the spawned process
        // has the tests' memory until the program has taken their place.
        while waitpid(process, &state, WNOHANG) == 0 {
            if Self.program(of: process) != Self.program(of: getpid()) {
                peak = max(peak, Self.highWaterMark(of: process))
            }
            usleep(1_000)
        }
        let signal = state & 0x7F
        status = signal == 0 ? (state >> 8) & 0xFF : 128 + signal
        peakMebibytes = peak
        self.errors = try String(contentsOfFile: errors, encoding: .utf8)
    }

    /// The file that a process runs; `nil` once it has ended.
    private static func program(of process: pid_t) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
    }

    /// In MiB; 0 once the process has ended.
    private static func highWaterMark(of process: pid_t) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
        return (kibibytes.flatMap { Int($0) } ?? 0) / 1_024
    }

    enum Failure: Error {
        case notStarted
    }
}
