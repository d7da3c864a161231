import Foundation
import Numbers
import Organizing
import TestSupport
import Testing

@Suite struct ComparingTests {
    private static let abstract = """
        A record that anyone can check keeps a contest honest, because whoever doubts a place can \
        add up the marks again and see for themselves that nothing was lost on the way.
        """

    @Test func `near copies are flagged across tracks and languages, and nothing is recorded`()
        throws
    {
        let contest = try SmallContest()
        let chinese = "评审系统应让每个人都能核对结果并且让每位评委的打分都有据可查"
        try contest.workshop.writeCSV(
            ["id", "track", "title", "abstract:en", "abstract:zh", "entrant"],
            [
                ["S1", "t", "First", Self.abstract, "", "Heron"],
                ["S2", "t", "Second", Self.abstract + " Truly.", "", "Reed"],
                ["S3", "t", "Third", "", chinese, "Reed"],
                ["S4", "t", "Fourth", "", chinese + "。", "Reed"],
                ["S5", "t", "Fifth", Self.abstract, "", "Heron"],
                ["S6", "t", "Sixth", "too short", "", "Heron"],
            ], to: "submissions/works.csv")
        let organizer = try contest.organizer()
        _ = try organizer.load()
        _ = try organizer.withdraw("S5", reason: "theirs", isByOffice: true)
        let before = try organizer.log(last: nil)
        let report = try organizer.compareAbstracts(atLeast: Points(millionths: 700_000))
        let table = try #require(report.tables.first)
        func column(_ key: String) -> [String] {
            let place = table.columns.firstIndex { $0.key == key } ?? 0
            return table.rows.map { $0[place].text(in: .english) }
        }
        #expect(column("first") == ["S3", "S1"])
        #expect(column("second") == ["S4", "S2"])
        #expect(column("resemblance") == ["1", "0.967"])
        #expect(column("same_entrant") == ["yes", "no"])
        #expect(report.lines.contains { $0.english.contains("1 abstract(s) are too short") })
        #expect(try organizer.log(last: nil).tables == before.tables)
    }

    @Test func `only the last revision is compared`() throws {
        let contest = try SmallContest()
        func load(_ second: String) throws -> Organizer {
            try contest.workshop.writeCSV(
                ["id", "track", "title", "abstract"],
                [["S1", "t", "First", Self.abstract], ["S2", "t", "Second", second]],
                to: "submissions/works.csv")
            let organizer = try contest.organizer()
            _ = try organizer.load()
            return organizer
        }
        let limit = Points(millionths: 700_000)
        #expect(try load(Self.abstract).compareAbstracts(atLeast: limit).tables.count == 1)
        let own = (0..<30).map { "own\($0)" }.joined(separator: " ")
        #expect(try load(own).compareAbstracts(atLeast: limit).tables.isEmpty)
    }

    @Test func `a limit outside its range is refused`() throws {
        let organizer = try SmallContest().organizer()
        for millionths in [0, 599_999, 1_000_001] as [Int64] {
            #expect(throws: Refusal.self) {
                try organizer.compareAbstracts(atLeast: Points(millionths: millionths))
            }
        }
    }
}
