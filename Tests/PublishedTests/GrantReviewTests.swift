import Contests
import TestSupport
import Testing

/// The lowest mean is the best, a tie goes to the panel that agrees.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct GrantReviewTests {
    private static let criteria = [
        "innovation", "approach", "investigator", "significance", "impact", "overall",
    ]
    private let official: [[String: String]]

    init() throws { official = try DataTable("aibs_grant_review/official.csv").rows }

    /// The contest with its last tie-break, the order of loading, and any before it.
    private func written(ties: String) throws -> WrittenContest {
        var contest = try WrittenContest()
        contest.criteria = Self.criteria
        // Only the overall mark counts; impact was asked for in one year.
        contest.rubrics["sheet"] = Self.criteria.map { criterion in
            let weight = criterion == "overall" ? 1 : 0
            return WrittenContest.criterion(
                criterion,
                attributes: #"weight="\#(weight)" required="\#(weight == 1 ? "yes" : "no")""#,
                #"<scale minimum="1" maximum="5" step="0.1"/>"#)
        }.joined()
        let rules = """
            <scoring order="ascending"><combine over="criteria" by="weighted-sum"/>
            <combine over="judges" by="mean"/></scoring>
            <ties>\(ties)<earlier-submission/></ties>
            """
        contest.tracks = [
            WrittenContest.Track(
                id: "proposals", stages: [WrittenContest.Stage(rubric: "sheet", rules: rules)])
        ]
        for row in official { contest.add(submission: row[text: "proposal"], track: "proposals") }
        for row in try DataTable("aibs_grant_review/sheets.csv").rows {
            contest.add(
                sheetOf: "R" + row[text: "reviewer"], on: row[text: "proposal"],
                track: "proposals", row)
        }
        return contest
    }

    @Test(arguments: [
        ("", "official_rank"),
        (#"<highest-sheet prefers="lower"/>"#, "official_rank_adjusted"),
    ])
    func `72 averages and places are reproduced, with and without the panel's agreement`(
        ties: String, column: String
    ) throws {
        let standings = try written(ties: ties).run().standings()
        var (averages, places) = (0, 0)
        for row in official {
            let standing = try #require(standings[row[text: "proposal"]])
            let average = try #require(Double(row[text: "official_average"]))
            let score = try #require(standing.score).approximation
            averages += abs(score - average) < 1e-9 ? 1 : 0
            places += standing.placeText == row[text: column] ? 1 : 0
        }
        #expect(averages == 72)
        #expect(places == 72)
    }
}
