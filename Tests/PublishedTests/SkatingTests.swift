import Contests
import Numbers
import TestSupport
import Testing

/// Marks turned into points by a table, trimmed for each criterion, rounded where the rules say.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct SkatingTests {
    private static let elements = (1...14).map { "e\($0)" }
    private static let components = (1...5).map { "c\($0)" }
    private let segments: [[String: String]]
    private let official: [[String: String]]
    private let aspects: [[String: String]]

    init() throws {
        segments = try DataTable("isu_skating_2016_17/segments.csv").rows
        official = try DataTable("isu_skating_2016_17/official.csv").rows
        aspects = try DataTable("isu_skating_2016_17/aspects.csv").rows
    }

    private func written() throws -> WrittenContest {
        var contest = try WrittenContest()
        contest.criteria = Self.elements + Self.components + ["fall"]
        contest.fields = Self.elements.flatMap { [$0 + ".code", $0 + ".base"] }
        try contest.workshop.writeCSV(
            ["code", "-3", "-2", "-1", "0", "1", "2", "3"],
            DataTable("isu_skating_2016_17/goe_points.csv").rows.map { row in
                ["code", "m3", "m2", "m1", "z", "p1", "p2", "p3"].map { row[text: $0] }
            }, to: "quality.csv")
        contest.others = #"<table id="quality" file="quality.csv"/>"#
        let aspectsOf = Dictionary(grouping: aspects) { $0[text: "performance_id"] }
        let performances = Dictionary(grouping: official) { $0[text: "segment_id"] }
        for segment in segments {
            let track = segment[text: "segment_id"]
            let own = performances[track] ?? []
            let first = aspectsOf[own.first?[text: "performance_id"] ?? ""] ?? []
            let factors = first.filter { $0[text: "section"] == "component" }
                .map { $0[text: "factor"] }
            let rubric = "factors-" + factors.joined(separator: "-")
            contest.rubrics[rubric] = Self.rubric(factors)
            let rules = Self.rules(isShort: segment[text: "program"].contains("SHORT"))
            contest.tracks.append(
                WrittenContest.Track(
                    id: track, stages: [WrittenContest.Stage(rubric: rubric, rules: rules)]))
            for performance in own {
                add(performance, aspectsOf[performance[text: "performance_id"]] ?? [], to: &contest)
            }
        }
        try addMarks(to: &contest)
        return contest
    }

    private static func rubric(_ factors: [String]) -> String {
        let quality = elements.map {
            WrittenContest.criterion(
                $0, attributes: #"required="no""#,
                #"<scale minimum="-3" maximum="3" step="1"/>"#)
        }
        let programme = zip(components, factors).map {
            WrittenContest.criterion(
                $0, attributes: #"weight="\#($1)""#,
                #"<scale minimum="0.25" maximum="10" step="0.25"/>"#)
        }
        let fall = WrittenContest.criterion(
            "fall", kind: "deduction", #"<scale minimum="0" maximum="20" step="0.5"/>"#)
        return [("elements", quality), ("components", programme)].map { id, criteria in
            """
            <group id="\(id)"><name xml:lang="en">\(id)</name>\(criteria.joined())</group>
            """
        }.joined() + fall
    }

    private static func rules(isShort: Bool) -> String {
        let points = elements.map {
            #"<look-up table="quality" field="\#($0).code" of="\#($0)"/>"#
        }
        let bases = elements.map { #"<shift field="\#($0).base" of="\#($0)"/>"# }
        return """
            <scoring><drop highest="1" lowest="1"/>\(points.joined())
            <combine over="judges" by="mean"/><round digits="2" of="elements components"/>
            <scale by-weight="yes" of="components"/><round digits="2" of="components"/>
            \(bases.joined())<combine over="criteria" by="sum"/></scoring>
            <ties><criterion id="\(isShort ? "elements" : "components")"/></ties>
            """
    }

    private func add(
        _ performance: [String: String], _ aspects: [[String: String]],
        to contest: inout WrittenContest
    ) {
        let id = performance[text: "performance_id"]
        let track = performance[text: "segment_id"]
        var fields: [String: String] = [:]
        for aspect in aspects where aspect[text: "section"] == "element" {
            let element = "e" + aspect[text: "number"]
            fields[element + ".code"] = aspect[text: "code"]
            fields[element + ".base"] = aspect[text: "base_value"]
        }
        contest.add(submission: id, track: track, fields: fields)
        contest.add(
            sheetOf: "referee", on: id, track: track, scope: ["fall"],
            ["fall": performance[text: "official_deductions"]])
    }

    private func addMarks(to contest: inout WrittenContest) throws {
        let track = Dictionary(
            uniqueKeysWithValues: official.map {
                ($0[text: "performance_id"], $0[text: "segment_id"])
            })
        let aspect = Dictionary(uniqueKeysWithValues: aspects.map { ($0[text: "aspect_id"], $0) })
        var sheets: [String: [String: [String: String]]] = [:]
        for mark in try DataTable("isu_skating_2016_17/marks.csv.gz").rows {
            let aspect = aspect[mark[text: "aspect_id"]] ?? [:]
            let section = aspect[text: "section"] == "element" ? "e" : "c"
            sheets[aspect[text: "performance_id"], default: [:]][mark[text: "judge"], default: [:]][
                section + aspect[text: "number"]] = mark[text: "mark"]
        }
        for (performance, sheets) in sheets {
            for (judge, marks) in sheets {
                contest.add(
                    sheetOf: judge, on: performance, track: track[performance] ?? "",
                    scope: ["elements", "components"], marks)
            }
        }
    }

    @Test func `88 segments have their official parts, totals and places`() throws {
        let organizer = try written().run()
        var (elements, components, totals, places) = (0, 0, 0, 0)
        let segments = Dictionary(grouping: official) { $0[text: "segment_id"] }
        for results in try organizer.results() {
            let scores = try #require(results.scores["only"])
            for row in segments[results.track.id.text] ?? [] {
                let id = SubmissionID(row[text: "performance_id"])
                let score = try #require(scores[id])
                func equal(_ values: [Ratio?], _ column: String) throws -> Int {
                    try values.compactMap { $0 }.sum() == Ratio(parsing: row[text: column]) ? 1 : 0
                }
                elements += try equal(Array(score.criteria[..<14]), "official_element_score")
                components += try equal(
                    Array(score.criteria[14..<19]), "official_component_score")
                totals += try equal([score.score], "official_total")
                let standing = results.board.first { $0.submission == id }
                places += standing?.placeText == row[text: "official_rank"] ? 1 : 0
            }
        }
        #expect(elements == 1_143)
        #expect(components == 1_143)
        #expect(totals == 1_143)
        #expect(places == 1_143)
    }
}
