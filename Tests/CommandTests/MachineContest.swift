import Foundation
import TestSupport
import Testing

/// A contest of many submissions that one outside program judges alone.
struct MachineContest {
    private let workshop: ContestWorkshop
    /// By which the program's processes are known.
    private let sign = "machine-\(UUID().uuidString)"
    private let environment: [String: String]
    /// Where its programs work: other tests have theirs.
    private static let temporary = "temporary"

    /// - Parameters:
    ///   - program: Python that prints `reply` as JSON.
    ///   - ledger: The address of the ledger; a file where there is none.
    init(count: Int, program: String, ledger: String? = nil) throws {
        workshop = try ContestWorkshop()
        environment = ["TMPDIR": workshop.inside(Self.temporary)]
            .merging(ledger.map { ["BANYAN_LEDGER": $0] } ?? [:]) { $1 }
        try workshop.write("", to: Self.temporary + "/mine")
        try workshop.write(
            """
            <contest id="c" languages="en"><name xml:lang="en">Contest</name>
              <track id="t"><name xml:lang="en">Track</name>
                <stage id="p" rubric="rubric.xml"><name xml:lang="en">Stage</name>
                  <panel minimum="1"/>
                  <program judge="P" command="\(sign)/run" counts="yes" keep="yes" at-once="2"
                    attempts="20"/>
                  <scoring><combine over="criteria" by="sum"/>
                    <combine over="judges" by="mean"/></scoring>
                </stage></track></contest>
            """, to: "contest.xml")
        try workshop.write(
            """
            <rubric id="r" version="1" languages="en"><name xml:lang="en">Rubric</name>
              <criterion id="c" kind="judgement"><name xml:lang="en">Quality</name>
                <scale minimum="0" maximum="10000" step="1"/></criterion></rubric>
            """, to: "rubric.xml")
        try workshop.write(
            """
            #!/usr/bin/python3
            import json, os, random, sys, time
            for line in sys.stdin:
                name = json.loads(line)["submission"]["id"]
                mark = {"criterion": "c", "mark": int(name[1:]) * 7919 % 9973}
                reply = {"banyan": 1, "submission": name, "marks": [mark]}
                \(program)
            """, to: sign + "/run")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: workshop.inside(sign + "/run"))
        let ids = (1...count).map { "S\($0)" }
        try workshop.writeCSV(
            ["id", "track", "title"], ids.map { [$0, "t", "Work"] }, to: "submissions/works.csv")
        try workshop.writeCSV(
            ["id", "name", "kind"], [["P", "Program", "program"]], to: "judges.csv")
        try workshop.writeCSV(["judge", "submission"], ids.map { ["P", $0] }, to: "pairs.csv")
        let outputs = try prepare()
        try #require(outputs.allSatisfy { $0.status == 0 }, "\(outputs)")
    }

    /// Loads and assigns.
    func prepare() throws -> [Program.Output] {
        try [["load"], ["assign", "t/p", "--from", "pairs.csv"]].map(run)
    }

    /// Names a server for the ledger in the contest file.
    func nameServer(_ address: String) throws {
        let path = workshop.inside("contest.xml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let sources = "<sources ledger=\"\(address.replacing("&", with: "&amp;"))\"/><track"
        try workshop.write(text.replacing("<track", with: sources), to: "contest.xml")
    }

    private func run(_ arguments: [String]) throws -> Program.Output {
        try Program.run(arguments, in: workshop.path, environment: environment)
    }

    func judge(_ options: String...) throws -> Program.Output {
        try run(["judge", "t/p"] + options)
    }

    /// Judges, and is sent a signal after so many seconds.
    @discardableResult
    func judgeKilled(after seconds: Double, by signal: Int32) throws -> Program.Output {
        let worker = try Worker(self)
        usleep(UInt32(seconds * 1_000_000))
        worker.send(signal)
        return try worker.end()
    }

    /// A `banyan judge` that is under way.
    struct Worker: Sendable {
        private let process = Process()
        private let out: String

        init(_ contest: MachineContest, _ options: [String] = []) throws {
            let name = "out-\(UUID().uuidString).txt"
            out = contest.workshop.inside(name)
            try contest.workshop.write("", to: name)
            process.executableURL = URL(filePath: Program.path)
            process.arguments = ["judge", "t/p"] + options
            process.currentDirectoryURL = URL(filePath: contest.workshop.path)
            process.environment = ProcessInfo.processInfo.environment
                .merging(["LC_ALL": "C.UTF-8", "BANYAN_NOW": "2026-04-08T17:00:00+08:00"]) { $1 }
                .merging(contest.environment) { $1 }
            process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
            process.standardError = FileHandle.nullDevice
            try process.run()
        }

        func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

        /// Waits until it has ended.
        func end() throws -> Program.Output {
            process.waitWithinLimit()
            return Program.Output(
                status: process.terminationStatus,
                text: try String(contentsOfFile: out, encoding: .utf8), errors: "")
        }
    }

    /// The leaderboard, to the last digit.
    func ranks() throws -> String { try run(["rank", "t", "--format", "csv"]).text }

    /// Sheets that are new by all entries of the log.
    func newSheets() throws -> Int {
        let lines = try run(["log", "--format", "csv"]).text.split(whereSeparator: \.isNewline)
        let counts = lines.compactMap { line -> Int? in
            guard let start = line.range(of: "sheets: ") else { return nil }
            return Int(line[start.upperBound...].prefix { $0.isNumber })
        }
        return counts.reduce(0, +)
    }

    /// Processes of the program, and folders of theirs.
    func leftovers() throws -> [String] {
        let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter {
            guard Int($0) != nil else { return false }
            let line = FileManager.default.contents(atPath: "/proc/\($0)/cmdline") ?? Data()
            return String(decoding: line, as: UTF8.self).contains(sign)
        }
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: workshop.inside(Self.temporary)
        ).filter { $0.hasPrefix("banyan-program-") }
        return processes + folders
    }
}
