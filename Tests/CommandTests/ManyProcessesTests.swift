import Foundation
import TestSupport
import Testing

/// A hundred offices that hand sheets in at the same moment, each a process of its own.
@Suite(.serialized) struct ManyProcessesTests {
    private static let processes = 100
    private static let sheets = 5

    private enum Engine: CaseIterable {
        case file, server
    }

    private static var engines: [Engine] {
        PostgresServer.isInstalled ? Engine.allCases : [.file]
    }

    /// A contest of as many judges, each with a file of marks to hand in.
    private func prepared(_ environment: [String: String]) throws -> ContestWorkshop {
        let workshop = try ContestWorkshop()
        try workshop.write(
            """
            <contest id="c" languages="en"><name xml:lang="en">Contest</name>
              <track id="t"><name xml:lang="en">Track</name>
                <stage id="p" rubric="rubric.xml"><name xml:lang="en">Stage</name>
                  <panel minimum="1"/>
                  <scoring><combine over="criteria" by="sum"/>
                    <combine over="judges" by="mean"/></scoring>
                </stage></track></contest>
            """, to: "contest.xml")
        try workshop.write(
            """
            <rubric id="r" version="1" languages="en"><name xml:lang="en">Rubric</name>
              <criterion id="c" kind="judgement"><name xml:lang="en">Quality</name>
                <scale minimum="0" maximum="100" step="1"/></criterion></rubric>
            """, to: "rubric.xml")
        let ids = (1...Self.sheets).map { "S\($0)" }
        let judges = (0..<Self.processes).map { "J\($0)" }
        try workshop.writeCSV(
            ["id", "track", "title"], ids.map { [$0, "t", "Work"] }, to: "submissions/works.csv")
        try workshop.writeCSV(["id", "name"], judges.map { [$0, "Judge"] }, to: "judges.csv")
        try workshop.writeCSV(
            ["judge", "submission"], judges.flatMap { judge in ids.map { [judge, $0] } },
            to: "pairs.csv")
        for (number, judge) in judges.enumerated() {
            try workshop.writeCSV(
                ["judge", "submission", "criterion", "mark"],
                ids.enumerated().map { [judge, $1, "c", "\((number + $0 * 7) % 101)"] },
                to: "in/\(judge).csv")
        }
        for arguments in [["load"], ["assign", "t/p", "--from", "pairs.csv"]] {
            let output = try Program.run(
                arguments, in: workshop.path, environment: environment)
            try #require(output.status == 0, "\(output.errors)")
        }
        return workshop
    }

    @Test(arguments: engines)
    private func `a hundred processes at once lose no sheet and count none twice`(
        engine: Engine
    ) throws {
        let address = try engine == .server ? PostgresServer.shared?.newAddress() : nil
        let environment = address.map { ["BANYAN_LEDGER": $0] } ?? [:]
        let workshop = try prepared(environment)
        let statuses = try (0..<Self.processes).map { number in
            let process = Process()
            process.executableURL = URL(filePath: Program.path)
            process.arguments = ["collect", "in/J\(number).csv", "--stage", "t/p"]
            process.currentDirectoryURL = URL(filePath: workshop.path)
            process.environment = ProcessInfo.processInfo.environment
                .merging(["LC_ALL": "C.UTF-8"]) { $1 }.merging(environment) { $1 }
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            return process
        }.map { process in
            process.waitWithinLimit()
            return process.terminationStatus
        }
        #expect(statuses.allSatisfy { $0 == 0 }, "\(statuses)")
        func run(_ arguments: [String]) throws -> Program.Output {
            try Program.run(arguments, in: workshop.path, environment: environment)
        }
        let score = try run(["score", "t/p", "--format", "csv"])
        let rows = score.text.split(whereSeparator: \.isNewline).dropFirst()
        #expect(rows.count == Self.processes * Self.sheets)
        let again = try run(["collect", "in", "--stage", "t/p"])
        #expect(again.text.contains("0 sheet(s) collected, 0 revised, 500 unchanged"))
        let audit = try run(["audit"])
        #expect(audit.status == 0 && audit.text.contains("all sound"), "\(audit.text)")
    }
}
