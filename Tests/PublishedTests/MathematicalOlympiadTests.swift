import Contests
import TestSupport
import Testing

/// Sums with huge ties, and awards by lines that the jury set.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct MathematicalOlympiadTests {
    private static let tiers = [
        "gold": "gold medal", "silver": "silver medal", "bronze": "bronze medal",
        "honourable": "honourable mention",
    ]
    private static let problems = (1...6).map { "p\($0)" }

    private func written() throws -> WrittenContest {
        var contest = try WrittenContest()
        contest.criteria = Self.problems
        contest.rubrics["problems"] = Self.problems.map {
            WrittenContest.criterion($0, #"<scale minimum="0" maximum="7" step="1"/>"#)
        }.joined()
        for lines in try DataTable("imo_2000_2024/cutoffs.csv").rows {
            contest.tracks.append(
                WrittenContest.Track(
                    id: lines[text: "year"],
                    stages: [
                        WrittenContest.Stage(
                            rubric: "problems",
                            rules: """
                                <scoring><combine over="criteria" by="sum"/>
                                <combine over="judges" by="mean"/></scoring>
                                """)
                    ], awards: awards(lines)))
        }
        for row in try DataTable("imo_2000_2024/marks.csv").rows {
            let (year, id) = (row[text: "year"], "\(row[text: "year"])-\(row[text: "contestant"])")
            contest.add(submission: id, track: year)
            contest.add(sheetOf: "jury", on: id, track: year, row)
        }
        return contest
    }

    private func awards(_ lines: [String: String]) -> String {
        let year = lines[text: "year"]
        let medals = ["gold", "silver", "bronze"].map { medal in
            """
            <award id="\(medal)-\(year)" from-score="\(lines[text: medal + "_from"])">
              <name xml:lang="en">\(medal) medal</name></award>
            """
        }
        return medals.joined() + """
            <award id="honourable-\(year)" everyone="yes">
              <name xml:lang="en">honourable mention</name>
              <condition criteria="\(Self.problems.joined(separator: " "))" of="best" minimum="7"/>
            </award>
            """
    }

    @Test func `25 years of totals, places and awards are reproduced`() throws {
        let contest = try written()
        let organizer = try contest.run()
        var (totals, places, awards) = (0, 0, 0)
        let standings = try organizer.standings()
        for row in try DataTable("imo_2000_2024/official.csv").rows {
            let id = row[text: "year"] + "-" + row[text: "contestant"]
            let standing = try #require(standings[id])
            totals += standing.score?.description == row[text: "official_total"] ? 1 : 0
            places += standing.placeText == row[text: "official_rank"] ? 1 : 0
            // "Gold medal, Special prize": the prize is an addition, not a tier. A section sign
            // marks two decisions outside the lines.
            let award = row[text: "official_award"].lowercased().prefix { $0 != "," }
            let won = standing.awards.first.map { $0.text.prefix { $0 != "-" } }
            awards += award == won.map { Self.tiers[String($0)] ?? "" } ?? "" ? 1 : 0
        }
        #expect(totals == 13_760)
        #expect(places == 13_667)
        #expect(awards == 13_758)
    }
}
