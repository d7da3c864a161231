import Contests
import TestSupport
import Testing

/// Points of many juries, shared places, and one first place decided by count-back.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct SongContestTests {
    private func written(_ official: [[String: String]]) throws -> WrittenContest {
        var contest = try WrittenContest()
        contest.criteria = ["vote"]
        contest.rubrics["vote"] = WrittenContest.criterion(
            "vote", #"<scale minimum="0" maximum="12" step="1"/>"#)
        let scoring = """
            <scoring><combine over="criteria" by="sum"/><combine over="judges" by="sum"/></scoring>
            """
        for row in official {
            let track = Self.track(row)
            contest.add(submission: track + " " + row[text: "country"], track: track)
            guard contest.tracks.last?.id != track else { continue }
            let countsBack = track == "1991-final"
            let ties = countsBack ? #"<ties><count-back through-place="1"/></ties>"# : ""
            contest.tracks.append(
                WrittenContest.Track(
                    id: track,
                    stages: [WrittenContest.Stage(rubric: "vote", rules: scoring + ties)]))
        }
        for vote in try DataTable("eurovision_votes/votes.csv.gz").rows {
            let track = Self.track(vote)
            contest.add(
                sheetOf: vote[text: "voter"], on: track + " " + vote[text: "country"], track: track,
                ["vote": vote[text: "points"]])
        }
        return contest
    }

    private static func track(_ row: [String: String]) -> String {
        row[text: "year"] + "-" + row[text: "round"]
    }

    @Test func `all points and places of 51 years are reproduced`() throws {
        let official = try DataTable("eurovision_votes/official.csv").rows
        let contest = try written(official)
        let organizer = try contest.run()
        var (totals, places) = (0, 0)
        let standings = try organizer.standings()
        for row in official {
            let standing = try #require(
                standings[Self.track(row) + " " + row[text: "country"]])
            totals += standing.score?.description == row[text: "official_points"] ? 1 : 0
            places += standing.placeText == row[text: "official_place"] ? 1 : 0
        }
        #expect(totals == 1_097)
        #expect(places == 1_097)
    }
}
