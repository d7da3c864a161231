import Foundation
import TestSupport
import Testing

/// What a stranger can check of the sample contest, from its published bundle alone.
struct VerifyTests {
    private static let script = Program.checkout + "/Tests/CommandTests/Verifier/verify_bundle.py"

    /// A copy of the sample's bundle, alone in a folder.
    private func bundle() throws -> (folder: ContestWorkshop, path: String, bytes: Data) {
        let demo = try SampleContestTests.demo.get()
        let folder = try ContestWorkshop()
        let path = folder.inside("bundle.jsonl")
        let bytes = try Data(
            contentsOf: URL(filePath: demo.folder + "/published/public/bundle.jsonl"))
        try bytes.write(to: URL(filePath: path))
        return (folder, path, bytes)
    }

    private func receipt() throws -> (code: String, judge: String, submission: String) {
        let demo = try SampleContestTests.demo.get()
        let output = try Program.run(
            ["ledger", "receipts", "party-building/final", "--format", "json"], in: demo.folder)
        let rows =
            try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [[String: Any]]
        let row = try #require(rows?.first)
        return (
            try #require(row["receipt"] as? String), try #require(row["judge"] as? String),
            try #require(row["submission"] as? String)
        )
    }

    @Test func `a bundle is verified from itself alone, and says what it cannot tell`() throws {
        let (folder, path, _) = try bundle()
        let output = try Program.run(["verify", path], in: folder.path)
        #expect(output.status == 0, "\(output.text)")
        #expect(output.text.contains("10 leaderboard(s) are what the rules in the bundle make"))
        #expect(output.text.contains("a bundle cannot tell: who the judges are"))
    }

    @Test func `another verifier, in Python alone, agrees on every leaderboard`() throws {
        let (folder, path, bytes) = try bundle()
        let lines = try String(contentsOfFile: Self.script, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 301)
        let output = try Program.run(python: [Self.script, path], in: folder.path)
        #expect(output.status == 0, "\(output.errors)")
        #expect(output.text.contains("10 leaderboards: proved"))
        var changed = bytes
        changed[bytes.count / 2] ^= 1
        try changed.write(to: URL(filePath: path))
        #expect(try Program.run(python: [Self.script, path], in: folder.path).status == 1)
    }

    @Test(arguments: SeededCases(3))
    func `a changed byte anywhere in a bundle is found`(sample: SeededCases.Case) throws {
        let (folder, path, bytes) = try bundle()
        var random = sample.random
        var offsets = (0..<10).map { _ in random.below(bytes.count) }
        offsets += (0..<10).map { _ in bytes.count - 1 - random.below(300) }  // the signed end
        for offset in offsets {
            var changed = bytes
            changed[offset] ^= UInt8(1 << random.below(7))
            try changed.write(to: URL(filePath: path))
            let output = try Program.run(["verify", path], in: folder.path)
            #expect(output.status == 1, "byte \(offset)")
        }
        try bytes.dropLast().write(to: URL(filePath: path))
        #expect(try Program.run(["verify", path], in: folder.path).status == 1)
    }

    @Test func `a bundle that is signed by another key than the office's is refused`() throws {
        let (folder, path, _) = try bundle()
        let key = String(repeating: "0", count: 64)
        let output = try Program.run(["verify", path, "--key", key], in: folder.path)
        #expect(output.status == 1)
        #expect(output.text.contains("the bundle is signed by"))
    }

    @Test func `a judge's receipt proves the sheet, in the ledger and in the bundle`() throws {
        let demo = try SampleContestTests.demo.get()
        let (code, judge, submission) = try receipt()
        let own = try Program.run(["verify", "--receipt", code], in: demo.folder)
        #expect(own.status == 0, "\(own.errors)")
        #expect(own.text.contains("sheet of judge \(judge) for \(submission)"))
        #expect(own.text.contains("this revision is the one that counts"))
        let (folder, path, _) = try bundle()
        let public_ = try Program.run(
            ["verify", path, "--receipt", code.lowercased()], in: folder.path)
        #expect(public_.text.contains("\(code): \(submission) in party-building/final"))
        #expect(!public_.text.contains("judge \(judge)"))
        let unknown = try Program.run(
            ["verify", path, "--receipt", "0000-0000-0000-0000"], in: folder.path)
        #expect(unknown.status == 1)
    }

    @Test func `a bundle names no judge and no person`() throws {
        let demo = try SampleContestTests.demo.get()
        let text = String(decoding: try bundle().bytes, as: UTF8.self)
        let judges = DataTable(
            text: try String(contentsOfFile: demo.folder + "/judges.csv", encoding: .utf8))
        for row in judges.rows {
            for name in ["id", "name"] {
                let value = try #require(row[name])
                #expect(!text.contains("\\t\(value)\\n"), "\(value)")
            }
            #expect(!text.contains(try #require(row["name"])))
        }
    }
}
