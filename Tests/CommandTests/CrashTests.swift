import Foundation
import TestSupport
import Testing

/// `kill -9` in the middle of collecting sheets.
///
/// 60 points in time, or as many as `BANYAN_CRASHES` says.
struct CrashTests {
    private static let points =
        ProcessInfo.processInfo.environment["BANYAN_CRASHES"].flatMap { Int($0) } ?? 60
    private static let collecting = [
        "collect", "marks/party-building-preliminary", "--stage", "party-building/preliminary",
        "--as", "office",
    ]

    /// A copy of the sample contest, loaded and shared out but not yet marked.
    private func prepared() throws -> ContestWorkshop {
        let workshop = try ContestWorkshop()
        let sample = Program.checkout + "/Submissions/dcic-sample"
        for name in try FileManager.default.contentsOfDirectory(atPath: sample) {
            try FileManager.default.copyItem(
                atPath: sample + "/" + name, toPath: workshop.inside(name))
        }
        let pairs = "assignments/party-building-preliminary.csv"
        for arguments in [
            ["load"], ["assign", "party-building/preliminary", "--from", pairs],
        ] {
            let output = try Program.run(arguments + ["--as", "office"], in: workshop.path)
            try #require(output.status == 0, "\(output.errors)")
        }
        return workshop
    }

    /// Collects, and is killed after so many microseconds; whether it had ended by itself.
    private func collectKilled(in folder: String, after microseconds: Int) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.arguments = Self.collecting
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ProcessInfo.processInfo.environment
            .merging(["BANYAN_NOW": "2026-04-08T17:00:00+08:00"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(microseconds))
        kill(process.processIdentifier, SIGKILL)
        process.waitWithinLimit()
        return process.terminationReason == .exit
    }

    /// The numbers in what collecting prints: new, revised, unchanged, refused.
    private func counts(_ text: String) -> [Int] {
        let line = text.split(separator: "\n").first { $0.contains("sheet(s) collected") } ?? ""
        return line.split { !$0.isNumber }.compactMap { Int($0) }
    }

    @Test func `no acknowledged sheet is lost and none is counted twice`() throws {
        let workshop = try prepared()
        let ledger = workshop.inside("contest.banyan")
        let fresh = try Data(contentsOf: URL(filePath: ledger))
        var random = SeededCases(1)[0].random
        var wasCut = 0
        for point in 0..<Self.points {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: ledger + suffix)
            }
            try fresh.write(to: URL(filePath: ledger))
            let isAcknowledged = try collectKilled(
                in: workshop.path, after: random.below(60_000))
            if !isAcknowledged { wasCut += 1 }
            let again = try Program.run(
                Self.collecting, in: workshop.path,
                environment: ["BANYAN_NOW": "2026-04-08T17:00:00+08:00"])
            #expect(again.status == 0, "point \(point): \(again.errors)")
            let found = counts(again.text)
            try #require(found.count == 4, "point \(point): \(again.text)")
            #expect(found[1] == 0 && found[3] == 0, "point \(point)")
            // All of it or nothing; and all of it where it said so.
            #expect(found[0] == 0 || found[2] == 0, "point \(point)")
            #expect(!isAcknowledged || found[0] == 0, "point \(point)")
            let audit = try Program.run(["audit"], in: workshop.path)
            #expect(audit.status == 0, "point \(point): \(audit.text)")
        }
        #expect(wasCut > 0)
    }
}
