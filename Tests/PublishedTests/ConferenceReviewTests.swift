import Contests
import Numbers
import Organizing
import TestSupport
import Testing

/// Ratings weighted by stated confidence, and plain means before and after a discussion.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct ConferenceReviewTests {
    private func written(_ papers: [[String: String]], rules: String) throws -> WrittenContest {
        var contest = try WrittenContest()
        contest.criteria = ["rating"]
        contest.rubrics["rating"] = WrittenContest.criterion(
            "rating", #"<scale minimum="1" maximum="10" step="1"/>"#)
        for paper in papers {
            contest.add(submission: paper[text: "paper_id"], track: Self.track(paper))
        }
        contest.tracks = Set(papers.map(Self.track)).sorted().map {
            WrittenContest.Track(
                id: $0, stages: [WrittenContest.Stage(rubric: "rating", rules: rules)])
        }
        return contest
    }

    private static func track(_ row: [String: String]) -> String { row["year"] ?? "2021" }

    /// For each track, how many ratings equal the published ones to two digits, and how many
    /// published ranks lie within the places that a tie takes up.
    private func equal(
        _ organizer: Organizer, _ papers: [[String: String]], rating: String
    ) throws -> [Int] {
        let papers = Dictionary(
            uniqueKeysWithValues: papers.map { (SubmissionID($0[text: "paper_id"]), $0) })
        return try organizer.results().flatMap { results in
            let tied = Dictionary(grouping: results.board.compactMap(\.firstPlace)) { $0 }
            var (ratings, ranks) = (0, 0)
            for standing in results.board {
                let paper = try #require(papers[standing.submission])
                guard let score = standing.score, let first = standing.firstPlace else { continue }
                let rounded = try score.rounded(Rounding(digits: 2, mode: .halfEven))
                ratings += try rounded == Ratio(parsing: paper[text: rating]) ? 1 : 0
                let places = first..<first + (tied[first]?.count ?? 0)
                ranks += places.contains(Int(paper[text: "official_rank"]) ?? 0) ? 1 : 0
            }
            return [ratings, ranks]
        }
    }

    @Test func `ratings weighted by confidence and their ranks are reproduced`() throws {
        let papers = try DataTable("iclr_reviews/papers_2017_2018.csv").rows
        var contest = try written(
            papers,
            rules: """
                <scoring><combine over="criteria" by="sum"/>
                <combine over="judges" by="weighted-mean"/>
                <round digits="2" mode="half-even"/></scoring>
                """)
        for review in try DataTable("iclr_reviews/reviews_2017_2018.csv").rows {
            contest.add(
                sheetOf: "R" + review[text: "review"], on: review[text: "paper_id"],
                track: review[text: "year"], confidence: review[text: "confidence"], review)
        }
        let organizer = try contest.run()
        let found = try equal(organizer, papers, rating: "official_weighted_rating")
        #expect(found == [490, 490, 978, 978])
    }

    @Test func `mean ratings are reproduced from sheets that a discussion revised`() throws {
        let papers = try DataTable("iclr_reviews/papers_2021.csv").rows
        var contest = try written(
            papers,
            rules: """
                <scoring><combine over="criteria" by="sum"/><combine over="judges" by="mean"/>
                </scoring>
                """)
        let reviews = try DataTable("iclr_reviews/reviews_2021.csv").rows.filter {
            !$0[text: "rating_final"].isEmpty
        }
        for review in reviews {
            contest.add(
                sheetOf: "R" + review[text: "review"], on: review[text: "paper_id"], track: "2021",
                ["rating": review[text: "rating_initial"]])
        }
        let workshop = contest.workshop
        let organizer = try contest.run { organizer in
            try workshop.writeCSV(
                ["stage", "judge", "submission", "rating"],
                reviews.map {
                    ["2021/only", "R" + $0[text: "review"], $0[text: "paper_id"]]
                        + [$0[text: "rating_final"]]
                }, to: "marks/final.csv")
            let collected = try organizer.collect(paths: [workshop.inside("marks/final.csv")])
            let words = collected.lines.map(\.english).joined()
            #expect(words.contains("24 sheet(s) collected, 2319 revised"), "\(words)")
        }
        #expect(try equal(organizer, papers, rating: "official_average") == [2_965, 2_965])
    }
}
