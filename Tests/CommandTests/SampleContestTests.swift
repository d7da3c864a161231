import Foundation
import TestSupport
import Testing

/// The sample contest, run by the built program as its demo does.
struct SampleContestTests {
    /// The folder of the demo's copy, which is run once for all tests.
    static let demo = Result { try Demo() }

    @Test func `the demo runs from load to published leaderboard and leaves the checkout alone`()
        throws
    {
        let demo = try Self.demo.get()
        #expect(demo.output.status == 0, "\(demo.output.errors)")
        #expect(demo.output.text.contains("published/public/index.html"))
        let page = try String(
            contentsOfFile: demo.folder + "/published/public/index.html", encoding: .utf8)
        #expect(page.contains("<html"))
    }

    /// The expected results were computed by another program from the same files.
    @Test func `places, scores and ties of the sample are those computed independently`() throws {
        let demo = try Self.demo.get()
        let expected = DataTable(
            text: try String(contentsOfFile: demo.folder + "/expected.csv", encoding: .utf8))
        #expect(expected.rows.count > 100)
        var boards: [String: [String: [String: String]]] = [:]
        for row in expected.rows {
            let scope = try #require(row["scope"])
            let id = try #require(row["submission"])
            if boards[scope] == nil { boards[scope] = try demo.ranks(scope) }
            let found = try #require(boards[scope]?[id], "\(scope) \(id)")
            let place = row["place"] ?? ""
            let shown = found["place"]?.replacingOccurrences(of: "=", with: "") ?? ""
            #expect(shown == place, "\(scope) \(id)")
            // Who left has a score in the office's table, and none in the expected one.
            guard !place.isEmpty else { continue }
            #expect(try same(found["score"], row["score"]), "\(scope) \(id)")
        }
    }

    /// Whether a shown score is the exact one, rounded to the digits shown.
    private func same(_ shown: String?, _ exact: String?) throws -> Bool {
        let (shown, exact) = (shown ?? "", exact ?? "")
        guard !shown.isEmpty, !exact.isEmpty else { return shown == exact }
        let parts = exact.split(separator: "/").compactMap { Double($0) }
        let value = parts.count == 2 ? parts[0] / parts[1] : try #require(parts.first)
        let digits = shown.split(separator: ".").dropFirst().first?.count ?? 0
        let half = 0.5 * pow(10, -Double(digits)) + 1e-9
        return abs(try #require(Double(shown)) - value) <= half
    }

    @Test func `the public pages name no judge`() throws {
        let demo = try Self.demo.get()
        let judges = DataTable(
            text: try String(contentsOfFile: demo.folder + "/judges.csv", encoding: .utf8)
        ).rows.compactMap { $0["name"] ?? $0["姓名"] }
        #expect(judges.count >= 20)
        let folder = demo.folder + "/published/public"
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let path = folder + "/" + file
            guard URL(filePath: path).pathExtension != "" else { continue }  // a folder
            let text =
                file.hasSuffix(".xlsx")
                ? try Program.text(ofWorkbook: path)
                : try String(contentsOfFile: path, encoding: .utf8)
            for judge in judges { #expect(!text.contains(judge), "\(file) names \(judge)") }
        }
    }

    @Test func `publishing again gives the same bytes`() throws {
        let demo = try Self.demo.get()
        let again = demo.folder + "/again-\(UUID().uuidString)"
        let output = try Program.run(["publish", "--out", again, "--lang", "zh"], in: demo.folder)
        #expect(output.status == 0)
        let first = demo.folder + "/published/public"
        for file in try FileManager.default.contentsOfDirectory(atPath: first) {
            #expect(
                FileManager.default.contentsEqual(
                    atPath: first + "/" + file, andPath: again + "/public/" + file), "\(file)")
        }
    }
}

/// One run of the demo in a folder of its own.
final class Demo: Sendable {
    let workshop: ContestWorkshop
    let output: Program.Output
    var folder: String { workshop.path + "/sample" }

    init() throws {
        workshop = try ContestWorkshop()
        output = try Program.run(
            script: Program.checkout + "/Submissions/demo", [workshop.path + "/sample"],
            environment: ["BANYAN": Program.path, "DEMO_LANG": "zh"])
    }

    /// The rows of a leaderboard by submission.
    func ranks(_ scope: String) throws -> [String: [String: String]] {
        let output = try Program.run(["rank", scope, "--format", "json"], in: folder)
        let rows =
            try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [[String: Any]]
        var byID: [String: [String: String]] = [:]
        for row in rows ?? [] {
            let cells = row.compactMapValues { $0 as? String }
            if let id = cells["submission"] { byID[id] = cells }
        }
        return byID
    }
}
