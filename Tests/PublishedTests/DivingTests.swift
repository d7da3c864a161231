import Contests
import Organizing
import TestSupport
import Testing

/// Judges dropped for each criterion, difficulties from fields, stages that carry over.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct DivingTests {
    private static let stages = [
        (name: "1_prelim", carry: ""),
        (name: "2_semi", carry: #"<carry><from stage="1_prelim"/></carry>"#),
        // What the semifinal had carried itself is dropped again.
        (name: "3_final", carry: #"<carry><from stage="2_semi" score="own"/></carry>"#),
    ]
    private let dives: [[String: String]]
    private let official: [[String: String]]

    init() throws {
        dives = try DataTable("diving_sydney_2000/dives.csv").rows
        official = try DataTable("diving_sydney_2000/official.csv").rows
    }

    private func written() throws -> WrittenContest {
        var contest = try WrittenContest()
        contest.criteria = (1...6).map { "dive\($0)" }
        contest.fields = Self.stages.flatMap { stage in (1...6).map { "\(stage.name).\($0)" } }
        contest.rubrics["dives"] = contest.criteria.map {
            WrittenContest.criterion(
                $0, attributes: #"required="no""#, #"<scale minimum="0" maximum="10" step="0.5"/>"#)
        }.joined()
        for event in Set(dives.map { $0[text: "event"] }).sorted() {
            let stages = Self.stages.indices.map { stage(at: $0, of: event) }
            contest.tracks.append(WrittenContest.Track(id: event, stages: stages))
        }
        let own = Dictionary(grouping: dives) { $0[text: "event"] + " " + $0[text: "diver"] }
        for (id, dives) in own {
            var difficulties: [String: String] = [:]
            for dive in dives {
                difficulties["\(dive[text: "round"]).\(dive[text: "dive_no"])"] =
                    dive[text: "difficulty"]
            }
            contest.add(submission: id, track: dives[0][text: "event"], fields: difficulties)
        }
        try addSheets(to: &contest)
        return contest
    }

    private func stage(at position: Int, of event: String) -> WrittenContest.Stage {
        let (name, carry) = Self.stages[position]
        let own = dives.filter { $0[text: "event"] == event && $0[text: "round"] == name }
        let scales = Set(own.map { $0[text: "dive_no"] }).sorted().map {
            #"<scale factor="0.6" field="\#(name).\#($0)" of="dive\#($0)"/>"#
        }
        var rules = """
            <scoring><drop highest="1" lowest="1"/><combine over="judges" by="sum"/>
            \(scales.joined())<combine over="criteria" by="sum"/>\(carry)</scoring>
            """
        if position + 1 < Self.stages.count {
            let next = Self.stages[position + 1].name
            let count = official.count { $0[text: "event"] == event && $0[text: "round"] == next }
            rules += #"<advance to="\#(next)" count="\#(count)"/>"#
        }
        return WrittenContest.Stage(name: name, rubric: "dives", rules: rules)
    }

    private func addSheets(to contest: inout WrittenContest) throws {
        let dive = Dictionary(uniqueKeysWithValues: dives.map { ($0[text: "dive_id"], $0) })
        let marks = try DataTable("diving_sydney_2000/marks.csv").rows
        let sheets = Dictionary(grouping: marks) { mark in
            let dive = dive[mark[text: "dive_id"]] ?? [:]
            return ["event", "round", "diver"].map { dive[text: $0] } + [mark[text: "judge_id"]]
        }
        for (key, marks) in sheets {
            let values = marks.map {
                ("dive\(dive[$0[text: "dive_id"]]?[text: "dive_no"] ?? "")", $0[text: "mark"])
            }
            contest.add(
                sheetOf: key[3], on: key[0] + " " + key[2], track: key[0], stage: key[1],
                Dictionary(uniqueKeysWithValues: values))
        }
    }

    @Test func `every diver has the official place in each stage of four events`() throws {
        let organizer = try written().run()
        var equal = 0
        for (event, rows) in Dictionary(grouping: official, by: { $0[text: "event"] }) {
            let results = try organizer.results(of: TrackID(event))
            for row in rows {
                let standings = results.standings[row[text: "round"]] ?? []
                let id = SubmissionID(event + " " + row[text: "diver"])
                let standing = try #require(standings.first { $0.submission == id })
                equal += standing.placeText == row[text: "official_rank"] ? 1 : 0
            }
        }
        #expect(equal == 295)
        #expect(official.count == 295)
    }
}
