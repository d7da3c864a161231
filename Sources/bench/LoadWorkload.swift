import Contests
import Foundation
import Organizing

/// W1 as `banyan load` does it: parsed, checked and recorded; then the contest opened again, to its
/// first answer.
struct LoadWorkload: Workload {
    enum Task: String {
        case load, open
    }

    let task: Task

    var name: String { "W1 \(task.rawValue) 1000000" }

    private var folder: String { ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data" }
    private var source: String { "\(folder)/w1_1000000.xml" }
    private var contest: String { "\(folder)/w1-contest" }

    var isPossible: Bool {
        FileManager.default.fileExists(
            atPath: task == .load ? source : contest + "/contest.banyan")
    }

    var peers: [Peer] {
        guard task == .load else { return [] }
        return IngestWorkload(submissions: 1_000_000).peers
    }

    func run() throws -> Measurement {
        if task == .load { try makeContest() }
        return try Measurement.of(name) {
            let organizer = try Organizer(
                folder: contest, author: task == .load ? "office" : "",
                now: Timestamp(seconds: 1_777_000_000))
            let report = try task == .load ? organizer.load() : organizer.status()
            return report.lines.map(\.english).joined(separator: "; ")
        }
    }

    private func makeContest() throws {
        let files = FileManager.default
        try? files.removeItem(atPath: contest)
        try files.createDirectory(
            atPath: contest + "/submissions", withIntermediateDirectories: true)
        try files.createSymbolicLink(
            atPath: contest + "/submissions/all.xml",
            withDestinationPath: URL(filePath: source).standardizedFileURL.path)
        let tracks = IngestWorkload.contest.tracks.map { track in
            """
            <track id="\(track.id)"><name xml:lang="en">Track</name>
              <stage id="p" rubric="rubric.xml"><name xml:lang="en">Stage</name>
                <panel minimum="1"/>
                <scoring><combine over="criteria" by="sum"/><combine over="judges" by="mean"/>
                </scoring></stage></track>
            """
        }
        let contestText = """
            <contest id="IC2026" languages="en"><name xml:lang="en">Contest</name>
            <mapping id="foreign" of="submissions" files="submissions/*.xml" record="submission">
              <field name="id" from="@id"/><field name="track" from="@track"/>
              <field name="region" from="@region"/>
              <field name="title" from="title" xml:lang="zh"/>
              <field name="members" from="team/member"/>
              <field name="abstract" from="abstract" xml:lang="zh"/>
              <field name="submitted" from="meta/submitted"/>
              <field name="field:stage" from="meta/stage"/>
              <field name="field:budget" from="meta/budget"/>
            </mapping>
            \(tracks.joined(separator: "\n"))
            </contest>
            """
        let rubric = """
            <rubric id="r" version="1" languages="en"><name xml:lang="en">Rubric</name>
              <criterion id="c" kind="judgement"><name xml:lang="en">Quality</name>
                <scale minimum="0" maximum="100" step="1"/></criterion></rubric>
            """
        try contestText.write(toFile: contest + "/contest.xml", atomically: true, encoding: .utf8)
        try rubric.write(toFile: contest + "/rubric.xml", atomically: true, encoding: .utf8)
        try "id,name\nJ1,Judge\n".write(
            toFile: contest + "/judges.csv", atomically: true, encoding: .utf8)
    }
}
