import Contests
import Organizing
import TestSupport
import Testing

/// A real contest, written as an ordinary contest folder and run with the ordinary verbs.
///
/// Stages at the same position of their tracks are run together: assigned, collected from one
/// table of marks, closed and advanced.
struct WrittenContest {
    /// A stage of a track; `rules` is what stands inside its element.
    struct Stage {
        var name = "only"
        var rubric: String
        var rules: String
    }

    /// A track; `awards` is what stands inside the element of its awards.
    struct Track {
        var id: String
        var stages: [Stage]
        var awards = ""
    }

    private struct Judge {
        var tracks: Set<String> = []
        var scope: [String] = []
    }

    static let now = Timestamp(seconds: 1_700_000_000)

    /// The elements within each rubric, by its name.
    var rubrics: [String: String] = [:]
    var tracks: [Track] = []
    /// Elements of the contest beside its tracks.
    var others = ""
    /// Fields of submissions.
    var fields: [String] = []
    /// Criteria of all rubrics: the columns of marks.
    var criteria: [String] = []
    let workshop: ContestWorkshop
    private var submissions: [[String]] = []
    private var judges: [String: Judge] = [:]
    private var sheets: [StageID: [[String]]] = [:]

    init() throws { workshop = try ContestWorkshop() }

    /// Adds a submission, with a value for each of the fields that it has.
    mutating func add(submission: String, track: String, fields values: [String: String] = [:]) {
        submissions.append([submission, track, submission] + fields.map { values[text: $0] })
    }

    /// Adds a sheet; a judge with a scope marks these criteria and groups only.
    mutating func add(
        sheetOf judge: String, on submission: String, track: String, stage: String = "only",
        confidence: String = "", scope: [String] = [], _ marks: [String: String]
    ) {
        judges[judge, default: Judge(scope: scope)].tracks.insert(track)
        let id = StageID(track: TrackID(track), name: stage)
        sheets[id, default: []].append(
            [id.description, judge, submission, confidence] + criteria.map { marks[text: $0] })
    }

    /// The stages at a position of their tracks.
    private func stages(at position: Int) -> [(id: StageID, isLast: Bool)] {
        tracks.filter { position < $0.stages.count }.map { track in
            let id = StageID(track: TrackID(track.id), name: track.stages[position].name)
            return (id, position + 1 == track.stages.count)
        }
    }

    /// Runs the contest from its folder to the last closed stage.
    ///
    /// - Parameter deciding: What the office decides before the stages of a position are closed.
    func run(deciding: (Organizer) throws -> Void = { _ in }) throws -> Organizer {
        try write()
        let organizer = try Organizer(folder: workshop.path, author: "office", now: Self.now)
        let loaded = try organizer.load()
        #expect(loaded.status == .done, "\(loaded.lines) \(loaded.faults)")
        for position in 0..<(tracks.map(\.stages.count).max() ?? 0) {
            let stages = stages(at: position)
            for (stage, _) in stages {
                let path = workshop.inside("assignments/\(stage).csv")
                #expect(try organizer.assign(stage, from: path).status == .done)
            }
            let marks = workshop.inside("marks/\(position).csv")
            try workshop.writeCSV(
                ["stage", "judge", "submission", "confidence"] + criteria,
                stages.flatMap { sheets[$0.id] ?? [] }, to: "marks/\(position).csv")
            let collected = try organizer.collect(paths: [marks])
            #expect(collected.status == .done, "\(collected.faults)")
            try deciding(organizer)
            for (stage, isLast) in stages {
                #expect(try organizer.close(stage, reason: "").status == .done)
                if !isLast { #expect(try organizer.advance(stage).status == .done) }
            }
        }
        return organizer
    }

    private func write() throws {
        try workshop.write(contestXML, to: "contest.xml")
        for (name, content) in rubrics {
            try workshop.write(
                """
                <rubric id="\(name)" version="1" languages="en">
                  <name xml:lang="en">\(name)</name>
                  \(content)
                </rubric>
                """, to: "rubrics/\(name).xml")
        }
        try workshop.writeCSV(
            ["id", "track", "title"] + fields.map { "field:" + $0 }, submissions,
            to: "submissions/all.csv")
        try workshop.writeCSV(
            ["id", "name", "tracks", "criteria"],
            judges.sorted { $0.key < $1.key }.map { id, judge in
                [id, id, judge.tracks.sorted().joined(separator: ";")]
                    + [judge.scope.joined(separator: ";")]
            }, to: "judges.csv")
        for (stage, sheets) in sheets {
            try workshop.writeCSV(
                ["judge", "submission"], sheets.map { Array($0[1...2]) },
                to: "assignments/\(stage).csv")
        }
    }

    private var contestXML: String {
        let tracks = tracks.map { track in
            let stages = track.stages.map { stage in
                """
                <stage id="\(stage.name)" rubric="rubrics/\(stage.rubric).xml">
                  <name xml:lang="en">\(stage.name)</name>
                  <panel minimum="1" maximum="999"/>
                  \(stage.rules)
                </stage>
                """
            }
            return """
                <track id="\(track.id)"><name xml:lang="en">\(track.id)</name>
                \(stages.joined(separator: "\n"))
                \(track.awards.isEmpty ? "" : "<awards>\(track.awards)</awards>")
                </track>
                """
        }
        return """
            <contest id="written" languages="en"><name xml:lang="en">Written</name>
            \(tracks.joined(separator: "\n"))
            \(others)
            </contest>
            """
    }

    /// A criterion's element around its scale or measure.
    static func criterion(
        _ id: String, kind: String = "judgement", attributes: String = "", _ content: String
    ) -> String {
        """
        <criterion id="\(id)" kind="\(kind)" \(attributes)>
          <name xml:lang="en">\(id)</name>\(content)
        </criterion>
        """
    }
}

extension [String: String] {
    /// The text in a column; empty where there is none.
    subscript(text column: String) -> String { self[column] ?? "" }
}

extension Organizer {
    /// The standings of all tracks by submission.
    func standings() throws -> [String: Standing] {
        let boards = try results().flatMap(\.board)
        return Dictionary(uniqueKeysWithValues: boards.map { ($0.submission.text, $0) })
    }
}

extension Standing {
    /// The place as an official list prints it.
    var placeText: String { place.map { $0.description } ?? "" }
}
