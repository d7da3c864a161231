import Contests
import Foundation
import Organizing
import TestSupport

/// A contest that a built-in judge decides: forecasts of eight numbers, four of them public.
struct ForecastContest {
    static let stage = StageID(track: "t", name: "p")
    static let before = "2026-05-01T09:00:00+08:00"
    static let after = "2026-05-03T09:00:00+08:00"

    let workshop: ContestWorkshop

    /// - Parameters:
    ///   - metric: Further attributes of `<metric>`.
    ///   - task: What stands in its place.
    init(
        metric: String = #"split="part" file="p-*.csv""#, kind: String = "program",
        task: String? = nil
    ) throws {
        workshop = try ContestWorkshop()
        let submissions = ["S1", "S2", "S3"]
        let task =
            task
                ?? """
                <metric judge="M" criterion="error" name="mae" answers="hidden/answers.csv"
                  until="2026-05-02T00:00:00+08:00" \(metric)/>
                """
        try workshop.write(
            """
            <contest id="forecast" languages="en"><name xml:lang="en">Forecast</name>
              <track id="t"><name xml:lang="en">Track</name>
                <stage id="p" rubric="rubric.xml"><name xml:lang="en">Stage</name>
                  <panel minimum="1"/>
                  \(task)
                  <scoring><combine over="criteria" by="sum"/>
                    <combine over="judges" by="mean"/></scoring>
                </stage></track></contest>
            """, to: "contest.xml")
        try workshop.write(
            """
            <rubric id="r" languages="en"><name xml:lang="en">Rubric</name>
              <criterion id="error" kind="measurement"><name xml:lang="en">Error</name>
                <measure minimum="0"><line base="100" reference="0" slope="-10"/></measure>
              </criterion></rubric>
            """, to: "rubric.xml")
        try workshop.writeCSV(
            ["id", "track", "title"], submissions.map { [$0, "t", "Work \($0)"] },
            to: "submissions/works.csv")
        try workshop.writeCSV(["id", "name", "kind"], [["M", "Meter", kind]], to: "judges.csv")
        try workshop.writeCSV(
            ["id", "answer", "part"],
            (1...8).map { ["r\($0)", "\($0 * 1_000_003)", $0 <= 4 ? "public" : "private"] },
            to: "hidden/answers.csv")
    }

    /// Hands in forecasts that miss the public answers by one number, the private by another.
    func handIn(_ id: String, _ name: String, publicError: Int, privateError: Int) throws {
        let rows = (1...8).reversed().map { row in
            ["r\(row)", "\(row * 1_000_003 + (row <= 4 ? publicError : privateError))"]
        }
        try workshop.writeCSV(["id", "prediction"], rows, to: "submissions/\(id)/\(name)")
    }

    func organizer(at moment: String = Self.before) throws -> Organizer {
        try Organizer(
            folder: workshop.path, author: "office",
            now: Timestamp(moment) ?? Timestamp(seconds: 0))
    }

    /// Loads, and assigns every submission to the built-in judge.
    func prepared() throws -> Organizer {
        let organizer = try organizer()
        let report = try organizer.load()
        guard !report.faults.hasErrors else { throw Refusal(report) }
        let ids = ["S1", "S2", "S3"]
        try workshop.writeCSV(["judge", "submission"], ids.map { ["M", $0] }, to: "pairs.csv")
        _ = try organizer.assign(Self.stage, from: workshop.inside("pairs.csv"))
        return organizer
    }
}
