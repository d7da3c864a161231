import Foundation
import Testing

/// Standings by other methods, by the built program on the sample contest.
struct MethodTests {
    private func rows(_ arguments: [String]) throws -> [[String: String]] {
        let demo = try SampleContestTests.demo.get()
        let output = try Program.run(arguments + ["--format", "json"], in: demo.folder)
        #expect(output.status == 0, "\(output.errors)")
        let found = try JSONSerialization.jsonObject(with: Data(output.text.utf8))
        return (found as? [[String: Any]] ?? []).map { $0.mapValues { "\($0)" } }
    }

    /// The score of each submission by each of its sheets, in ascending order.
    private func sheets(_ stage: String) throws -> [String: [Double]] {
        var sheets: [String: [Double]] = [:]
        for row in try rows(["score", stage]) {
            guard let id = row["submission"], let raw = row["raw"].flatMap(Double.init) else {
                continue
            }
            sheets[id, default: []].append(raw)
        }
        return sheets.mapValues { $0.sorted() }
    }

    @Test(arguments: ["mean", "median", "trimmed_mean"])
    func `a method's scores and places are those of its definition`(_ method: String) throws {
        let stage = "party-building/final"
        let scores = try sheets(stage).mapValues { sheets -> Double in
            let middle = sheets.count / 2
            switch method {
            case "median":
                return (sheets[(sheets.count - 1) / 2] + sheets[middle]) / 2
            case "mean": return sheets.reduce(0, +) / Double(sheets.count)
            default:
                return sheets.dropFirst().dropLast().reduce(0, +) / Double(sheets.count - 2)
            }
        }
        let ranked = try rows(["rank", stage, "--method", method])
        #expect(ranked.count == scores.count && ranked.count == 8)
        for row in ranked {
            let own = try #require(scores[row["submission"] ?? ""])
            let shown = try #require(row["score"].flatMap(Double.init))
            #expect(abs(shown - own) < 0.000_06)
            let better = scores.values.count { $0 > own + 1e-9 }
            #expect(row["place"] == String(better + 1))
        }
    }

    @Test func `it says that it is not official, records nothing and is refused in words`() throws {
        let demo = try SampleContestTests.demo.get()
        let before = try Program.run(["log", "--format", "json"], in: demo.folder).text
        let told = try Program.run(
            ["rank", "data-intelligence/jury", "--method", "additive", "--lang", "en"],
            in: demo.folder)
        #expect(told.text.contains("ranked by “adjusted for severity”, and not official"))
        #expect(told.text.contains("Places gained"))
        #expect(try Program.run(["log", "--format", "json"], in: demo.folder).text == before)
        let refused = try Program.run(
            ["rank", "data-intelligence/benchmark", "--method", "additive", "--lang", "zh"],
            in: demo.folder)
        #expect(refused.status == 1)
        #expect((refused.text + refused.errors).contains("的评分无法按“校正严厉度”排名：涉及 21 件作品和 1 名评委"))
        let track = try Program.run(
            ["rank", "party-building", "--method", "mean", "--lang", "en"], in: demo.folder)
        #expect(track.status == 2)
        #expect((track.text + track.errors).contains("write TRACK/STAGE"))
    }
}
