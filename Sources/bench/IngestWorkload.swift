import Contests
import Foundation
import Reading

/// W1: submissions of another system's XML, parsed, checked and read through a mapping.
///
/// Calls what `banyan load` calls. The check value counts what came out: submissions, members, and
/// the characters of all abstracts.
struct IngestWorkload: Workload {
    let submissions: Int

    var name: String { "W1 \(submissions)" }

    private var path: String {
        let folder = ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data"
        return "\(folder)/w1_\(submissions).xml"
    }

    var isPossible: Bool { FileManager.default.fileExists(atPath: path) }

    var peers: [Peer] {
        let shared = ProcessInfo.processInfo.environment["BANYAN_SHARED"] ?? "../shared"
        return [
            Peer(name: "xmllint --stream", command: ["xmllint", "--noout", "--stream", path]),
            Peer(
                name: "xmllint --stream --relaxng",
                command: [
                    "xmllint", "--noout", "--stream", "--relaxng",
                    "\(shared)/reference/w1_schema.rng", path,
                ]),
        ]
    }

    func run() throws -> Measurement {
        let contest = Self.contest
        return Measurement.of(name) {
            var members = 0
            var characters = 0
            let summary = SubmissionReader.read(
                paths: [path], contestFolder: ".", contest: contest, mapping: "foreign",
                hashesFiles: false
            ) { batch in
                for submission in batch {
                    members += submission.entrant.members.count
                    for wording in submission.abstract.wordings {
                        characters += wording.text.unicodeScalars.count
                    }
                }
            }
            return "\(summary.count) submissions, \(members) members, \(characters) characters, "
                + "\(summary.faults.count) faults"
        }
    }

    /// A contest whose tracks the file names, and whose mapping says what stands where.
    static var contest: Contest {
        let tracks = (0..<20).map { number in
            let id = number < 10 ? "T0\(number)" : "T\(number)"
            return Track(id: TrackID(id), names: LocalizedText(id), stages: [])
        }
        let mapping = Mapping(
            id: "foreign", noun: .submissions, files: "*.xml", record: "submission",
            fields: [
                .init(name: "id", source: "@id"), .init(name: "track", source: "@track"),
                .init(name: "region", source: "@region"),
                .init(name: "title", source: "title", language: "zh"),
                .init(name: "members", source: "team/member"),
                .init(name: "abstract", source: "abstract", language: "zh"),
                .init(name: "submitted", source: "meta/submitted"),
                .init(name: "field:stage", source: "meta/stage"),
                .init(name: "field:budget", source: "meta/budget"),
            ])
        return Contest(
            id: "IC2026", names: LocalizedText("IC2026"), tracks: tracks, mappings: [mapping])
    }
}
