import Contests
import Foundation
import Judging
import Organizing
import TestSupport

/// A contest of one stage that two people judge, and programs with them.
struct ProgramContest {
    static let stage = StageID(track: "t", name: "p")
    static let people = ["J1", "J2"]

    let workshop: ContestWorkshop
    let count: Int

    /// - Parameters:
    ///   - programs: `<program>` elements, whose commands are `programs/NAME/run`.
    ///   - scripts: What each NAME does, as Python with a request and `give(marks)`.
    ///   - count: Submissions.
    init(_ programs: String, scripts: [String: String], count: Int = 6) throws {
        workshop = try ContestWorkshop()
        self.count = count
        try workshop.write(
            """
            <contest id="c" languages="en"><name xml:lang="en">Contest</name>
              <track id="t"><name xml:lang="en">Track</name>
                <stage id="p" rubric="rubric.xml" missing="wait"><name xml:lang="en">Stage</name>
                  <panel minimum="2"/>\(programs)
                  <scoring><combine over="criteria" by="sum"/>
                    <combine over="judges" by="mean"/></scoring>
                </stage></track></contest>
            """, to: "contest.xml")
        try workshop.write(
            """
            <rubric id="r" version="1" languages="en"><name xml:lang="en">Rubric</name>
              <criterion id="c" kind="judgement"><name xml:lang="en">Quality</name>
                <scale minimum="0" maximum="10" step="0.5"/></criterion></rubric>
            """, to: "rubric.xml")
        try workshop.writeCSV(
            ["id", "track", "title"], ids.map { [$0, "t", "Work \($0)"] },
            to: "submissions/works.csv")
        for id in ids.prefix(3) { try workshop.write("\(id)\n", to: "submissions/\(id)/own.txt") }
        try workshop.writeCSV(
            ["id", "name", "kind"],
            Self.people.map { [$0, "Judge \($0)", "expert"] }
                + scripts.keys.sorted().map { [$0, "Program \($0)", "program"] },
            to: "judges.csv")
        for (name, script) in scripts { try write(script, as: name) }
    }

    var ids: [String] { (1...count).map { "S\($0)" } }

    func write(_ script: String, as name: String) throws {
        let path = "programs/\(name)/run"
        let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
        try workshop.write(
            """
            #!/usr/bin/env python3
            import json, sys, os, time
            for line in sys.stdin:
                request = json.loads(line)
                id = request["submission"]["id"]
                number = int(id[1:])
                def give(mark, **other):
                    print(json.dumps({"banyan": 1, "submission": id,
                        "marks": [{"criterion": "c", "mark": mark}]} | other), flush=True)
            \(lines.map { "    \($0)" }.joined(separator: "\n"))
            """, to: path)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: workshop.inside(path))
    }

    func organizer(at moment: String = "2026-05-01T09:00:00+08:00") throws -> Organizer {
        try Organizer(
            folder: workshop.path, author: "office",
            now: Timestamp(moment) ?? Timestamp(seconds: 0))
    }

    /// Loads, gives everything to both people, and to programs where they are named.
    func prepared(counting: [String] = []) throws -> Organizer {
        let organizer = try organizer()
        let report = try organizer.load()
        guard !report.faults.hasErrors else { throw Refusal(report) }
        let pairs = ids.flatMap { id in (Self.people + counting).map { [$0, id] } }
        try workshop.writeCSV(["judge", "submission"], pairs, to: "pairs.csv")
        _ = try organizer.assign(Self.stage, from: workshop.inside("pairs.csv"))
        return organizer
    }

    /// Marks of both people: 4 and 6, 4.5 and 6.5 and so on.
    func collect(_ organizer: Organizer) throws {
        var rows: [[String]] = []
        for (place, id) in ids.enumerated() {
            for (judge, name) in Self.people.enumerated() {
                rows.append([name, id, "c", "\(4 + 2 * judge + place / 2).\(place % 2 * 5)"])
            }
        }
        try workshop.writeCSV(
            ["judge", "submission", "criterion", "mark"], rows, to: "marks.csv")
        _ = try organizer.collect(
            paths: [workshop.inside("marks.csv")], stage: Self.stage, allowsLate: false)
    }
}

extension Organizer {
    /// Lets programs judge, without a word on the way.
    func judge(
        _ stage: StageID = ProgramContest.stage, again: Bool = false, atOnce: Int = 2,
        cancellation: Cancellation = Cancellation(), stopsAfter: Int = .max
    ) throws -> Report {
        try judge(stage, again: again, atOnce: atOnce, cancellation: cancellation) { progress in
            if progress.done >= stopsAfter { cancellation.ask() }
        }
    }
}
