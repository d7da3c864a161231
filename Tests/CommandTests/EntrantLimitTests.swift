import Foundation
import TestSupport
import Testing

/// An award that an entrant may win once, where the record and its bundle do not show names.
struct EntrantLimitTests {
    let workshop: ContestWorkshop

    /// Three submissions, the best two by one team that is written in two ways.
    init() throws {
        workshop = try ContestWorkshop()
        try workshop.write(
            """
            <contest id="c" languages="en">
              <name>Contest</name>
              <sources submissions="submissions.csv" judges="judges.csv"/>
              <track id="t">
                <name>Track</name>
                <stage id="s" rubric="rubric.xml">
                  <name>Stage</name>
                  <panel minimum="1" maximum="1"/>
                  <scoring>
                    <combine over="criteria" by="sum"/><combine over="judges" by="mean"/>
                  </scoring>
                </stage>
                <awards>
                  <award id="prize" count="2" per-entrant="1"><name>Prize</name></award>
                </awards>
              </track>
            </contest>
            """, to: "contest.xml")
        try workshop.write(
            """
            <rubric id="r" version="1" languages="en" total="100">
              <name>Rubric</name>
              <criterion id="a" kind="judgement" weight="100">
                <name>All</name>
                <scale minimum="0" maximum="100" step="1"/>
              </criterion>
            </rubric>
            """, to: "rubric.xml")
        try workshop.writeCSV(
            ["id", "track", "title", "entrant"],
            [
                ["S1", "t", "One", "ABC 远山队"], ["S2", "t", "Two", "ａｂｃ远山队"],
                ["S3", "t", "Three", "听潮队"],
            ], to: "submissions.csv")
        try workshop.write("id,name,tracks\nJ1,Judge,t\n", to: "judges.csv")
        try workshop.write(
            "judge,submission,criterion,mark\nJ1,S1,a,90\nJ1,S2,a,80\nJ1,S3,a,70\n",
            to: "marks.csv")
    }

    private func run(_ arguments: String..., recording: Bool = true) throws -> Program.Output {
        try Program.run(
            arguments + (recording ? ["--as", "office"] : []), in: workshop.path,
            environment: ["BANYAN_NOW": "2026-05-01T09:00:00+08:00"])
    }

    /// Publishes, verifies the bundle, and gives who won.
    private func published() throws -> [String] {
        let output = try run("publish")
        #expect(output.status == 0, "\(output.errors)")
        let verified = try run("verify", "published/public/bundle.jsonl", recording: false)
        #expect(verified.status == 0, "\(verified.text)\(verified.errors)")
        let ranked = try run("rank", "t", "--format", "json", recording: false)
        let rows =
            try JSONSerialization.jsonObject(with: Data(ranked.text.utf8)) as? [[String: Any]] ?? []
        return rows.filter { "\($0["awards"] ?? "")".contains("Prize") }
            .compactMap { $0["submission"] as? String ?? $0["id"] as? String }
    }

    @Test func `an entrant's second award goes to the next, also once the name is erased`() throws {
        for arguments in [
            ["load"], ["assign", "t/s"], ["collect", "marks.csv", "--stage", "t/s"],
            ["close", "t/s"],
        ] {
            let output = try Program.run(arguments + ["--as", "office"], in: workshop.path)
            #expect(output.status == 0, "\(arguments): \(output.errors)")
        }
        #expect(try published() == ["S1", "S3"])
        let loaded = try run("load")
        #expect(loaded.text.contains("0 new, 0 revised"), "\(loaded.text)")
        let erased = try run("redact", "--submission", "S1", "--reason", "asked")
        #expect(erased.status == 0, "\(erased.errors)")
        #expect(try published() == ["S1", "S3"])
    }
}
