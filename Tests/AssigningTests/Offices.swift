import Assigning
import Contests

/// A small contest with its record, to assign in.
struct Office {
    var contest: Contest
    var record = ContestRecord()
    var stage: Stage { contest.tracks[0].stages[0] }

    /// A contest of one track and stage.
    init(panel: PanelRule, heats: [Heat] = []) {
        let stage = Stage(
            id: StageID(track: "t", name: "preliminary"), names: LocalizedText("Preliminary"),
            rubric: "r.xml", panel: panel, heats: heats, scoring: ScoringRule(steps: []))
        contest = Contest(
            id: "c", names: LocalizedText("C"),
            tracks: [Track(id: "t", names: LocalizedText("Energy"), stages: [stage])])
    }

    mutating func add(_ judge: Judge) { record.judges[judge.id] = judge }

    mutating func add(_ submission: Submission) { record.submissions[submission.id] = submission }

    /// So many judges `J1`… and submissions `S1`….
    mutating func add(judges: Int, submissions: Int) {
        for number in 0..<judges { add(Judge(id: JudgeID("J\(number + 1)"))) }
        for number in 0..<submissions {
            add(Submission(id: SubmissionID("S\(number + 1)"), track: "t"))
        }
    }

    func proposal(marked: [Assignment] = [], seed: UInt64 = 1) -> AssignmentProposal {
        AssignmentProposal(
            contest: contest, stage: stage, record: record, marked: marked, seed: seed)
    }
}
