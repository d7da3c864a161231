import Contests
import Foundation
import Organizing
import TestSupport

/// A small contest folder with two stages and six submissions, written anew for each test.
struct SmallContest {
    static let preliminary = StageID(track: "t", name: "preliminary")
    static let final = StageID(track: "t", name: "final")
    static let submissions = (1...6).map { "S\($0)" }
    static let judges = ["J1", "J2", "J3"]

    let workshop: ContestWorkshop

    /// - Parameters:
    ///   - missing: The preliminary's rule for missing sheets, as attributes.
    ///   - advance: The attributes of `<advance>`.
    ///   - scoring: The preliminary's steps.
    ///   - rest: What stands after the tracks.
    ///   - attributes: Further attributes of `<contest>`.
    init(
        missing: String = "", advance: String = #"count="2""#, scoring: String = Self.scoring,
        rest: String = "", attributes: String = ""
    ) throws {
        workshop = try ContestWorkshop()
        try workshop.write(
            Self.xml(
                missing: missing, advance: advance, scoring: scoring, rest: rest,
                attributes: attributes), to: "contest.xml")
        try workshop.write(Self.rubric, to: "rubric.xml")
        try workshop.writeCSV(
            ["id", "track", "title"], Self.submissions.map { [$0, "t", "Work \($0)"] },
            to: "submissions/works.csv")
        try workshop.writeCSV(
            ["id", "name"], Self.judges.map { [$0, "Judge \($0)"] }, to: "judges.csv")
    }

    func organizer(
        at moment: String = "2026-05-01T09:00:00+08:00", as author: String = "office"
    ) throws -> Organizer {
        try Organizer(
            folder: workshop.path, author: author,
            now: Timestamp(moment) ?? Timestamp(seconds: 0))
    }

    /// Loads, and gives everything of a stage to every judge.
    func prepared() throws -> Organizer {
        let organizer = try organizer()
        _ = try organizer.load()
        _ = try assign(Self.preliminary, Self.submissions, organizer)
        return organizer
    }

    func assign(_ stage: StageID, _ submissions: [String], _ organizer: Organizer) throws -> Report
    {
        let pairs = submissions.flatMap { id in Self.judges.map { [$0, id] } }
        try workshop.writeCSV(["judge", "submission"], pairs, to: "pairs.csv")
        return try organizer.assign(stage, from: workshop.inside("pairs.csv"))
    }

    /// Collects marks given as text by judge and submission; empty where nothing was given.
    func collect(
        _ stage: StageID, _ organizer: Organizer, allowsLate: Bool = false,
        mark: (_ judge: Int, _ submission: Int) -> String
    ) throws -> Report {
        var rows: [[String]] = []
        for (submission, id) in Self.submissions.enumerated() {
            for (judge, name) in Self.judges.enumerated() {
                let text = mark(judge, submission)
                if !text.isEmpty { rows.append([name, id, "c", text]) }
            }
        }
        try workshop.writeCSV(
            ["judge", "submission", "criterion", "mark"], rows, to: "marks.csv")
        return try organizer.collect(
            paths: [workshop.inside("marks.csv")], stage: stage, allowsLate: allowsLate)
    }

    static let scoring = """
        <combine over="criteria" by="sum"/><combine over="judges" by="mean"/>
        """

    private static func xml(
        missing: String, advance: String, scoring: String, rest: String, attributes: String
    ) -> String {
        """
        <contest id="small" languages="en" \(attributes)>
          <name xml:lang="en">Small</name>
          <track id="t"><name xml:lang="en">Track</name>
            <stage id="preliminary" rubric="rubric.xml"
              deadline="2026-05-02T00:00:00+08:00" \(missing)>
              <name xml:lang="en">Preliminary</name>
              <panel minimum="3" maximum="3"/>
              <scoring>\(scoring)</scoring>
              <advance to="final" \(advance)/>
            </stage>
            <stage id="final" rubric="rubric.xml">
              <name xml:lang="en">Final</name>
              <panel minimum="3" maximum="3"/>
              <scoring>
                <combine over="criteria" by="sum"/><combine over="judges" by="mean"/>
              </scoring>
            </stage>
            <awards><award id="first" count="1"><name xml:lang="en">First</name></award></awards>
          </track>
          \(rest)
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
