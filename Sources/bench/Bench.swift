import Foundation

/// `bench [NAME]`: prints a line of JSON for each workload whose name begins with NAME.
///
/// Every workload runs in a process of its own, so that its peak of memory is its own. A wrong
/// answer shows in `check`, which the peers' lines have too.
@main
struct Bench {
    static let workloads: [any Workload] = [
        IngestWorkload(submissions: 20_000), IngestWorkload(submissions: 1_000_000),
        GraduateContestWorkload(),
    ]

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "--worker", let name = arguments.dropFirst().first {
            try workloads.first { $0.name == name }?.run().show()
            return
        }
        let wanted = arguments.first ?? ""
        for workload in workloads where workload.name.hasPrefix(wanted) {
            guard workload.isPossible else {
                FileHandle.standardError.write(Data("\(workload.name): no input\n".utf8))
                continue
            }
            try measureApart(workload.name)
            for peer in workload.peers { try peer.run(for: workload.name)?.show() }
        }
    }

    private static func measureApart(_ name: String) throws {
        let worker = Process()
        worker.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        worker.arguments = ["--worker", name]
        try worker.run()
        worker.waitUntilExit()
    }
}

/// Something to be timed that has a known answer.
protocol Workload: Sendable {
    /// Its name, as the reference numbers have it.
    var name: String { get }
    /// Whether its input is there.
    var isPossible: Bool { get }
    /// What people use today for the same work.
    var peers: [Peer] { get }
    /// Does the work once and times it.
    func run() throws -> Measurement
}

/// What a workload took and what came out.
struct Measurement {
    var workload: String
    var peer: String?
    var seconds: Double
    /// The process's peak of resident memory, in megabytes.
    var peakMegabytes: Double
    /// The value by which a wrong answer shows.
    var check: String

    func show() {
        let peer = peer.map { #""peer": "\#($0)", "# } ?? ""
        let time = String(format: "%.4f", seconds)
        let peak = String(format: "%.1f", peakMegabytes)
        print(
            #"{"workload": "\#(workload)", \#(peer)"seconds": \#(time), "#
                + #""peak_mb": \#(peak), "check": "\#(check)"}"#)
    }

    /// Times a piece of work in this process.
    static func of(_ workload: String, _ body: () throws -> String) rethrows -> Measurement {
        let clock = ContinuousClock()
        let start = clock.now
        let check = try body()
        let elapsed = clock.now - start
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return Measurement(
            workload: workload, peer: nil, seconds: elapsed / .seconds(1),
            peakMegabytes: Double(usage.ru_maxrss) / 1024, check: check)
    }
}

/// A program of others that does the same work.
struct Peer: Sendable {
    var name: String
    var command: [String]

    /// Runs the program once; nothing if it is not installed.
    func run(for workload: String) throws -> Measurement? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        process.waitUntilExit()
        let elapsed = clock.now - start
        guard process.terminationStatus != 127 else { return nil }
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return Measurement(
            workload: workload, peer: name, seconds: elapsed / .seconds(1),
            peakMegabytes: Double(usage.ru_maxrss) / 1024,
            check: "exit \(process.terminationStatus)")
    }
}
