import Contests
import Foundation
import Organizing
import TestSupport

/// A contest folder of one stage without marks, to assign in.
struct AssigningContest {
    static let stage = StageID(track: "t", name: "p")

    let workshop: ContestWorkshop

    /// - Parameters:
    ///   - panel: What `<panel>` holds: attributes and elements.
    ///   - judges: How many judges, `J01`….
    ///   - submissions: How many submissions, `S01`….
    ///   - reserve: Which of the judges are in reserve.
    ///   - load: Everyone's own limit; empty for none.
    init(
        panel: String, judges: Int, submissions: Int, reserve: Set<Int> = [], load: String = ""
    ) throws {
        workshop = try ContestWorkshop()
        try workshop.write(Self.xml(panel: panel), to: "contest.xml")
        try workshop.write(Self.rubric, to: "rubric.xml")
        try workshop.writeCSV(
            ["id", "track", "title"],
            (1...submissions).map { [Self.id("S", $0), "t", "Work \($0)"] },
            to: "submissions/works.csv")
        try workshop.writeCSV(
            ["id", "name", "load", "reserve"],
            (1...judges).map {
                [Self.id("J", $0), "Judge \($0)", load, reserve.contains($0) ? "yes" : ""]
            }, to: "judges.csv")
    }

    static func id(_ letter: String, _ number: Int) -> String {
        letter + (number < 10 ? "0" : "") + String(number)
    }

    /// The office, with everything loaded.
    func loaded() throws -> Organizer {
        let organizer = try Organizer(
            folder: workshop.path, author: "office",
            now: Timestamp("2026-05-01T09:00:00+08:00") ?? Timestamp(seconds: 0))
        _ = try organizer.load()
        return organizer
    }

    private static func xml(panel: String) -> String {
        """
        <contest id="small" languages="en">
          <name xml:lang="en">Small</name>
          <track id="t"><name xml:lang="en">Track</name>
            <stage id="p" rubric="rubric.xml"><name xml:lang="en">Preliminary</name>
              \(panel)
              <scoring>
                <combine over="criteria" by="sum"/><combine over="judges" by="mean"/>
              </scoring>
            </stage>
          </track>
        </contest>
        """
    }

    private static let rubric = """
        <rubric id="r" version="1" languages="en"><name xml:lang="en">Rubric</name>
          <criterion id="c" kind="judgement"><name xml:lang="en">Quality</name>
            <scale minimum="0" maximum="10" step="0.5"/></criterion>
        </rubric>
        """
}
