import Foundation
import TestSupport
import Testing

/// The ledger's verbs, on a copy of the sample contest.
struct LedgerVerbTests {
    private let sample: SampleCopy
    private var folder: String { sample.folder }

    init() throws {
        sample = try SampleCopy()
    }

    private func run(_ arguments: String...) throws -> Program.Output {
        try sample.run(arguments)
    }

    private func holds(_ file: String, _ text: String) -> Bool {
        let data = try? Data(contentsOf: URL(filePath: folder + "/" + file))
        return data?.range(of: Data(text.utf8)) != nil
    }

    @Test func `an audit of the sample finds everything sound, the leaderboards too`() throws {
        let output = try run("audit")
        #expect(output.status == 0, "\(output.text)")
        #expect(output.text.contains("all sound"))
        #expect(output.text.contains("10 published leaderboard(s) computed anew"))
        let other = try run("audit", "--key", String(repeating: "0", count: 64))
        #expect(other.status == 1)
    }

    @Test func `a bit that was changed in the file is told`() throws {
        var data = try Data(contentsOf: URL(filePath: folder + "/contest.banyan"))
        let place = try #require(data.range(of: Data("track\tparty-building\nregion\t".utf8)))
        data[place.lowerBound + 8] ^= 1
        try data.write(to: URL(filePath: folder + "/contest.banyan"))
        let output = try run("audit")
        #expect(output.status == 1)
        #expect(output.text.contains("submission row"))
    }

    @Test func `a backup is restored, and audits as the original does`() throws {
        #expect(try run("backup", "copy.banyan").status == 0)
        #expect(try run("backup", "copy.banyan").status == 3)  // it is there already
        let audit = try run("audit").text
        try FileManager.default.removeItem(atPath: folder + "/contest.banyan")
        #expect(try run("restore", "copy.banyan").status == 0)
        #expect(try run("audit").text == audit)
        #expect(try run("restore", "copy.banyan").status == 3)
    }

    @Test func `a damaged backup is not restored`() throws {
        _ = try run("backup", "copy.banyan")
        var data = try Data(contentsOf: URL(filePath: folder + "/copy.banyan"))
        let place = try #require(data.range(of: Data("track\tparty-building".utf8)))
        data[place.upperBound - 1] ^= 1
        try data.write(to: URL(filePath: folder + "/copy.banyan"))
        try FileManager.default.removeItem(atPath: folder + "/contest.banyan")
        #expect(try run("restore", "copy.banyan").status == 1)
        #expect(!FileManager.default.fileExists(atPath: folder + "/contest.banyan"))
    }

    @Test func `a frozen result is released only as it was frozen`() throws {
        #expect(try run("ledger", "freeze", "--as", "office").status == 0)
        #expect(try run("publish", "--as", "office").status == 0)
        let bundle = "published/public/bundle.jsonl"
        #expect(try run("verify", bundle).text.contains("it is the result that was frozen"))
        _ = try run("withdraw", "PB-010", "--reason", "left", "--as", "office")
        #expect(try run("publish", "--as", "office").status == 0)
        let changed = try run("verify", bundle)
        #expect(changed.status == 1)
        #expect(changed.text.contains("is not the one that was frozen"))
    }

    @Test(arguments: ["0", "-1", "-9223372036854775808"])
    func `a count of heads below one is refused`(last: String) throws {
        let output = try run("ledger", "heads", "--last=\(last)")
        #expect(output.status == 2)
        #expect(output.errors.contains("--last is 1 or more"))
        #expect(try run("ledger", "heads", "--last=1").status == 0)
    }

    @Test func `an audit compares with heads that were published`() throws {
        let output = try run("ledger", "heads", "--last=1", "--format", "json")
        let rows =
            try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [[String: Any]]
        let row = try #require(rows?.first)
        let number = try #require(row["head"] as? Int)
        let root = try #require(row["root"] as? String)
        #expect(try run("audit", "--head", "\(number):\(root)").status == 0)
        #expect(try run("audit", "--head", "\(number + 1):\(root)").status == 1)
        #expect(try run("audit", "--head", root).status == 2)
    }

    @Test func `a redacted judge is gone from the ledger, and every proof still holds`() throws {
        let judges = DataTable(
            text: try String(contentsOfFile: folder + "/judges.csv", encoding: .utf8))
        let judge = try #require(judges.rows.first { $0["id"] == "J01" })
        let name = try #require(judge["name"])
        #expect(holds("contest.banyan", name))
        let output = try run("redact", "--judge", "J01", "--reason", "asked", "--as", "office")
        #expect(output.status == 0, "\(output.errors)")
        #expect(!holds("contest.banyan", name))
        #expect(!holds("contest.banyan-wal", name))
        #expect(try run("audit").status == 0)
        #expect(try run("log", "--last", "1").text.contains("judge J01"))
        #expect(try run("publish", "--as", "office").status == 0)
        #expect(try run("verify", "published/public/bundle.jsonl").status == 0)
    }

    @Test func `sheets that are collected give their judges receipts`() throws {
        let source = try FileManager.default.contentsOfDirectory(atPath: folder + "/marks")
            .filter { $0.contains("final") }.sorted()
        let file = try #require(source.first)
        #expect(try run("reopen", "party-building/final", "--reason", "x").status == 0)
        let output = try run(
            "collect", "marks/" + file, "--stage", "party-building/final", "--receipts", "out",
            "--lang", "en")
        #expect(output.text.contains("page(s) of receipts written to out"), "\(output)")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder + "/out")
        #expect(!pages.isEmpty)
    }

    @Test func `an appeal is filed, listed and decided, and the log tells of it`() throws {
        let filed = try run(
            "appeal", "file", "PB-001", "--stage", "party-building/preliminary", "--reason",
            "加分未计", "--lang", "en")
        #expect(filed.status == 0, "\(filed)")
        let fact = try #require(
            filed.text.split(separator: " ").last.map { $0.filter(\.isNumber) })
        #expect(try run("appeal", "list", "--lang", "zh").text.contains("待处理"))
        let decided = try run(
            "appeal", "decide", fact, "--outcome", "dismissed", "--reason", "已计入", "--lang", "en")
        #expect(decided.text.contains("the appeal about PB-001 is dismissed"), "\(decided)")
        #expect(try run("log", "--last", "2", "--lang", "zh").text.contains("的申诉不成立：已计入"))
        #expect(
            try run("appeal", "decide", fact, "--outcome", "upheld", "--reason", "x").status == 2)
        #expect(try run("audit").status == 0)
    }

    @Test func `an override waits for a second person where the contest asks for four eyes`() throws
    {
        let path = folder + "/contest.xml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing(
            "<contest id=", with: "<contest four-eyes=\"yes\" id=", maxReplacements: 1
        )
        .write(toFile: path, atomically: true, encoding: .utf8)
        let set = try run(
            "override", "PB-001", "--award", "none", "--reason", "x", "--as", "甲", "--lang", "en")
        #expect(set.text.contains("it counts once a second person has confirmed it"), "\(set)")
        let fact = try #require(
            set.text.split(separator: ";").first?.split(separator: " ").last.map { String($0) })
        #expect(try run("confirm", "--format", "csv").text.contains("PB-001"))
        #expect(try run("confirm", fact, "--as", "甲").status == 2)
        #expect(try run("confirm", fact, "--as", "乙").status == 0)
        #expect(try run("confirm", "--lang", "en").text.contains("no override waits"))
    }
}
