import Contests
import Numbers
import TestSupport
import Testing

/// Style without the highest and the lowest mark, and measured values turned into points.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct SkiJumpingTests {
    private static let rules = """
        <scoring><drop highest="1" lowest="1" of="style"/><combine over="judges" by="sum"/>
        <combine over="criteria" by="sum"/><bound minimum="0"/></scoring>
        """

    private struct Competition {
        let id: String
        let kPoint: String
        let meterValue: String
        let isKnockOut: Bool

        init(_ row: [String: String]) {
            id = row[text: "competition_id"]
            (kPoint, meterValue) = (row[text: "k_point"], row[text: "meter_value"])
            isKnockOut = row[text: "knockout_round_1"] == "1"
        }

        var hill: String { "K\(kPoint)-\(meterValue)" }

        /// The rubric of the hill.
        var rubric: String {
            let base = (Int(kPoint) ?? 0) >= 180 ? 120 : 60
            let line = """
                <measure unit="m"><line base="\(base)" reference="\(kPoint)" slope="\(meterValue)" \
                digits="1"/></measure>
                """
            return WrittenContest.criterion(
                "style", #"<scale minimum="0" maximum="20" step="0.5"/>"#)
                + WrittenContest.criterion("distance", kind: "measurement", line)
                + ["wind", "gate"].map {
                    WrittenContest.criterion($0, kind: "measurement", "<measure/>")
                }.joined()
        }
    }

    /// A season as a contest: a track for each round, for places are by a round's points alone.
    private func written(
        _ jumps: [[String: String]], in competitions: [String: Competition]
    ) throws -> WrittenContest {
        var contest = try WrittenContest()
        contest.criteria = ["style", "distance", "wind", "gate"]
        for jump in jumps {
            guard let competition = competitions[jump[text: "competition_id"]] else { continue }
            let track = Self.track(jump)
            if contest.tracks.last?.id != track {
                contest.rubrics[competition.hill] = competition.rubric
                let stage = WrittenContest.Stage(rubric: competition.hill, rules: Self.rules)
                contest.tracks.append(WrittenContest.Track(id: track, stages: [stage]))
            }
            let id = track + " " + jump[text: "jumper"]
            contest.add(submission: id, track: track)
            for judge in "ABCDE" {
                contest.add(
                    sheetOf: "\(judge)", on: id, track: track, scope: ["style"],
                    ["style": jump[text: "judge_\(judge)"]])
            }
            contest.add(
                sheetOf: "measured", on: id, track: track, scope: ["distance", "wind", "gate"],
                [
                    "distance": jump[text: "distance_m"], "wind": jump[text: "wind_points"],
                    "gate": jump[text: "gate_points"],
                ])
        }
        return contest
    }

    private static func track(_ row: [String: String]) -> String {
        row[text: "competition_id"] + "-" + row[text: "round"]
    }

    /// Jumps of each season, and those whose places points decide: 14,879 and 13,983 together.
    private static let seasons = [
        ("2012", 2_564, 2_415), ("2013", 3_101, 2_901), ("2014", 3_197, 3_048),
        ("2015", 2_860, 2_660), ("2016", 3_157, 2_959),
    ]

    @Test(arguments: seasons)
    func `all points of a season are reproduced, and every place that points decide`(
        season: String, jumps: Int, places: Int
    ) throws {
        let competitions = Dictionary(
            uniqueKeysWithValues: try DataTable("ski_jumping_2012_2016/competitions.csv").rows.map {
                ($0[text: "competition_id"], Competition($0))
            })
        let rows = try DataTable("ski_jumping_2012_2016/jumps.csv").rows.filter {
            $0[text: "competition_id"].hasPrefix(season)
        }
        let contest = try written(
            rows.sorted { Self.track($0) < Self.track($1) }, in: competitions)
        let official = Dictionary(
            grouping: try DataTable("ski_jumping_2012_2016/official.csv").rows, by: Self.track)
        var equal = [0, 0, 0, 0]
        for results in try contest.run().results() {
            let track = results.track.id.text
            let isKnockOut =
                track.hasSuffix("-1") && competitions[String(track.dropLast(2))]?.isKnockOut == true
            let scores = try #require(results.scores["only"])
            let places = Dictionary(
                uniqueKeysWithValues: results.board.map { ($0.submission, $0.placeText) })
            for row in official[track] ?? [] {
                let id = SubmissionID(track + " " + row[text: "jumper"])
                let score = try #require(scores[id])
                let values = [score.criteria[0], score.criteria[1], score.score]
                let columns = ["judge_points", "distance_points", "points"]
                for (index, (value, column)) in zip(values, columns).enumerated() {
                    let published = try Ratio(parsing: row[text: "official_" + column])
                    equal[index] += value == published ? 1 : 0
                }
                // Who duelled whom in a knock-out round is not in the source.
                let isEqual = places[id] == row[text: "official_rank_in_round"]
                equal[3] += isEqual && !isKnockOut ? 1 : 0
            }
        }
        #expect(equal == [jumps, jumps, jumps, places])
    }
}
