import Foundation

/// `bench [NAME]`: prints a line of JSON for each workload whose name begins with NAME.
///
/// Every workload runs in a process of its own, so that its peak of memory is its own. A wrong
/// answer shows in `check`, which the peers' lines have too.
@main
struct Bench {
    static let workloads: [any Workload] = [
        IngestWorkload(submissions: 20_000), IngestWorkload(submissions: 1_000_000),
        LoadWorkload(task: .load), LoadWorkload(task: .open),
        AssignmentWorkload(submissions: 1_000, judges: 200, kind: "sparse"),
        AssignmentWorkload(submissions: 1_000, judges: 200, kind: "dense"),
        AssignmentWorkload(submissions: 10_000, judges: 2_000, kind: "sparse"),
        AssignmentWorkload(submissions: 10_000, judges: 2_000, kind: "dense"),
        AssignmentWorkload(submissions: 100_000, judges: 10_000, kind: "sparse"),
        ManyTracksWorkload(),
        StandardisedRankingWorkload(),
        MixedModelWorkload(data: .teachingRatings), MixedModelWorkload(data: .marks(100_000)),
        MixedModelWorkload(data: .marks(1_000_000)),
        PairwiseWorkload(submissions: 10_000, comparisons: 1_000_000), RaschWorkload(),
        RankBootstrapWorkload(),
        WorkbookWorkload(task: .write, rows: 100_000), WorkbookWorkload(task: .read, rows: 100_000),
        WorkbookWorkload(task: .write, rows: 1_000_000),
        WorkbookWorkload(task: .read, rows: 1_000_000),
        GraduateContestWorkload(),
        MetricsWorkload(metric: .meanAbsolute), MetricsWorkload(metric: .areaUnderCurve),
        NearCopyWorkload(), SingleSheetWorkload(),
        LedgerWorkload(task: .record), LedgerWorkload(task: .read), LedgerWorkload(task: .audit),
        LedgerWorkload(task: .proof),
    ]

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "--worker", let name = arguments.dropFirst().first {
            let workload = workloads.first { $0.name == name }
            if let place = arguments.dropFirst(2).first.flatMap({ Int($0) }) {
                try workload?.peers[place].run(for: name)?.show()
            } else {
                try workload?.run().show()
            }
            return
        }
        let wanted = arguments.first ?? ""
        for workload in workloads where workload.name.hasPrefix(wanted) {
            guard workload.isPossible else {
                FileHandle.standardError.write(Data("\(workload.name): no input\n".utf8))
                continue
            }
            try measureApart([workload.name])
            for place in workload.peers.indices {
                try measureApart([workload.name, "\(place)"])
            }
        }
    }

    /// Measures a workload, or the peer at a place, in a process of its own.
    private static func measureApart(_ arguments: [String]) throws {
        let worker = Process()
        worker.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        worker.arguments = ["--worker"] + arguments
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
    /// Where it prints a line of JSON after `@@`: the names under which that says how long the work
    /// itself took, and what came out.
    var result: (seconds: String, check: String)?

    /// Runs the program once; nothing if it is not installed.
    func run(for workload: String) throws -> Measurement? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let elapsed = clock.now - start
        guard process.terminationStatus != 127 else { return nil }
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        var measurement = Measurement(
            workload: workload, peer: name, seconds: elapsed / .seconds(1),
            peakMegabytes: Double(usage.ru_maxrss) / 1024,
            check: "exit \(process.terminationStatus)")
        if let result {
            guard let said = Self.said(in: printed), let seconds = said[result.seconds] as? Double,
                let check = said[result.check]
            else { return nil }
            measurement.seconds = seconds
            measurement.check = "\(check)"
        }
        return measurement
    }

    private static func said(in printed: Data) -> [String: Any]? {
        String(decoding: printed, as: UTF8.self).split(separator: "\n").lazy
            .filter { $0.hasPrefix("@@") }
            .compactMap { try? JSONSerialization.jsonObject(with: Data($0.dropFirst(2).utf8)) }
            .first as? [String: Any]
    }
}
