import Formats
import Foundation

/// The folder and the walls in which one process of a program works.
///
/// With bubblewrap the program sees the system's folders, its own and the submissions' files, all
/// of them read-only, one folder that it may write, and no network unless it is allowed. Without
/// it, limits and a clean environment are all that holds it.
struct ProgramPlace: Sendable {
    /// Where it may write; gone when the process is.
    let folder: String
    /// The command line.
    let arguments: [String]
    /// Its whole environment, as `NAME=value`.
    let environment: [String]
    /// By which its processes are known where no walls hold them.
    let mark: String

    /// Bubblewrap, where there is one that works on this system.
    static let bubblewrap: String? = findBubblewrap()

    /// A place for a process.
    ///
    /// - Parameters:
    ///   - readable: Folders of files that it may read.
    ///   - secrets: Variables that the contest file gives it, with their values.
    /// - Throws: A fault where the folder cannot be made.
    init(
        _ program: ProgramCommand, readable: [String], secrets: [(name: String, value: String)],
        bubblewrap: String? = Self.bubblewrap
    ) throws(Fault) {
        mark = UUID().uuidString
        folder = Self.parent + Self.prefix + "\(getpid())-" + mark
        try Files.makeFolder(folder)
        var line: [String] = []
        if let bubblewrap {
            line = [bubblewrap] + Self.walls(program, folder: folder, readable: readable)
        }
        line += [
            "/usr/bin/prlimit", "--as=\(program.megabytes << 20)", "--fsize=\(64 << 20)",
            "--nofile=256", "--core=0",
        ]
        if bubblewrap != nil { line.append("--nproc=\(Self.mostProcesses)") }
        if let limit = program.processorSeconds { line.append("--cpu=\(limit)") }
        arguments = line + ["--", program.path]
        environment =
            [
                "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(folder)",
                "TMPDIR=\(folder)", "\(Self.markName)=\(mark)",
            ] + secrets.map { "\($0.name)=\($0.value)" }
    }

    private static let markName = "BANYAN_PROGRAM"
    private static let prefix = "banyan-program-"
    private static let parent = NSTemporaryDirectory()

    private static func walls(
        _ program: ProgramCommand, folder: String, readable: [String]
    ) -> [String] {
        var walls = [
            "--unshare-all", "--die-with-parent", "--new-session", "--proc", "/proc", "--dev",
            "/dev", "--tmpfs", "/tmp",
        ]
        if program.hasNetwork { walls.append("--share-net") }
        var seen = ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/opt"]
        seen += ["/etc/ld.so.cache", "/etc/alternatives", "/etc/ssl", "/etc/localtime"]
        if program.hasNetwork {
            seen += ["/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf"]
        }
        for path in seen { walls += ["--ro-bind-try", path, path] }
        for path in [program.folder] + readable { walls += ["--ro-bind", path, path] }
        return walls + ["--bind", folder, folder, "--chdir", folder]
    }

    private static func findBubblewrap() -> String? {
        let path = "/usr/bin/bwrap"
        guard access(path, X_OK) == 0 else { return nil }
        // It may be there and not be allowed, as within some containers.
        let trial = Process()
        trial.executableURL = URL(filePath: path)
        trial.arguments = ["--unshare-all", "--ro-bind", "/", "/", "/bin/true"]
        trial.standardError = FileHandle.nullDevice
        trial.standardOutput = FileHandle.nullDevice
        guard (try? trial.run()) != nil else { return nil }
        trial.waitUntilExit()
        return trial.terminationStatus == 0 ? path : nil
    }

    /// Ends the processes and removes the folders of runs that were killed before they could do so.
    static func clearStale() {
        for name in (try? Files.list(parent)) ?? [] where name.hasPrefix(prefix) {
            let parts = name.dropFirst(prefix.count).split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let owner = pid_t(parts[0]), kill(owner, 0) != 0,
                errno == ESRCH
            else { continue }
            clear(mark: String(parts[1]), folder: parent + name)
        }
    }

    /// Processes that a program may have at once.
    static let mostProcesses = 64

    /// How many processes the program has now, but those that shed the mark.
    ///
    /// The system's own limit does not hold for the superuser, so they are counted.
    var processCount: Int { Self.processes(marked: mark).count }

    /// Ends what the program left behind, waits until it is gone, and removes the folder.
    ///
    /// Walls end it by themselves, yet a moment later; without them, a process that went out of
    /// reach of its group is known by its mark.
    func clear() { Self.clear(mark: mark, folder: folder) }

    private static func clear(mark: String, folder: String) {
        for round in 0..<500 {
            let left = processes(marked: mark)
            guard !left.isEmpty else { break }
            for process in left { kill(process, SIGKILL) }
            // At first without delay: one that is ended may just have made another.
            if round > 10 { usleep(2_000) }
        }
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func processes(marked mark: String) -> [pid_t] {
        let wanted = Array("\(markName)=\(mark)".utf8)
        let all = ((try? Files.list("/proc")) ?? []).compactMap { pid_t($0) }
        return all.filter { process in
            guard process != getpid(),
                let bytes = try? Files.read("/proc/\(process)/environ", limit: 1 << 20)
            else { return false }
            return bytes.split(separator: 0).contains { $0.elementsEqual(wanted) }
        }
    }
}
