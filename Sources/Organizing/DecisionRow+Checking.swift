import Contests
import Formats
import Numbers

/// A decision whose names and number are right.
struct CheckedDecision {
    var submission: SubmissionID
    var judge: JudgeID?
    var value: Points
    var reason: String
}

extension Organizer {
    /// Checks decisions against the record, and tells every fault at once.
    ///
    /// - Throws: ``Refusal`` if there is a fault in any row, or if the stage is closed.
    func checked(
        _ rows: [DecisionRow], in id: StageID, file: String, needsJudge: Bool
    ) throws(Refusal) -> [CheckedDecision] {
        _ = try stage(id)
        let record = try record()
        try requireOpen(id, in: record)
        let participants = Set(record.participants(of: id, in: contest))
        let panel = Set(record.assignments[id] ?? [])
        var faults = FaultList()
        var decisions: [CheckedDecision] = []
        for row in rows {
            let place = DecisionFaults(row: row, stage: id, file: file)
            let submission = SubmissionID(row.submission)
            let value = try? Points(parsing: row.value)
            if !participants.contains(submission) { faults.append(place.notInStage) }
            if value == nil { faults.append(place.notANumber) }
            if row.reason.isEmpty { faults.append(place.noReason) }
            if let judge = row.judge {
                let pair = Assignment(judge: JudgeID(judge), submission: submission)
                if !panel.contains(pair) { faults.append(place.notOnPanel(judge)) }
            } else if needsJudge {
                faults.append(place.noJudge)
            }
            if let value {
                decisions.append(
                    CheckedDecision(
                        submission: submission, judge: row.judge.map { JudgeID($0) }, value: value,
                        reason: row.reason))
            }
        }
        guard !faults.hasErrors else { throw Refusal(faults) }
        return decisions
    }
}

/// The faults that a decision can have, told with its place.
private struct DecisionFaults {
    let row: DecisionRow
    let stage: StageID
    let file: String

    var notInStage: Fault {
        fault(
            Phrase(
                "'\(row.submission)' takes no part in '\(stage)'",
                "“\(row.submission)”未参加“\(stage)”"),
            Phrase("a decision concerns a submission of the stage", "裁定须针对该阶段的作品"),
            Phrase("Check the number of the submission", "请核对作品编号"), in: .submission)
    }

    var notANumber: Fault {
        fault(
            Phrase("'\(row.value)' is not a number", "“\(row.value)”不是数字"),
            Phrase("points have at most 6 decimals and 12 digits", "分数最多 6 位小数、12 位数字"),
            Phrase("Write a decimal such as -2 or 61.5", "请写成 -2 或 61.5 这样的小数"), in: .value)
    }

    var noReason: Fault {
        fault(
            Phrase("no reason is given", "没有写明理由"),
            Phrase("every decision is recorded with its reason", "每项裁定都须记录理由"),
            Phrase("Say why", "请写明理由"), in: .reason)
    }

    var noJudge: Fault {
        fault(
            Phrase("no judge is named", "没有指明评委"),
            Phrase("a reconsidered score belongs to a judge's sheet", "复议得分属于某位评委的评分"),
            Phrase("Name the judge", "请指明评委"), in: .judge)
    }

    func notOnPanel(_ judge: String) -> Fault {
        fault(
            Phrase(
                "judge '\(judge)' was not assigned '\(row.submission)'",
                "评委“\(judge)”未被分配“\(row.submission)”"),
            Phrase("only a sheet of the panel can be decided on", "只能对评审组成员的评分作出裁定"),
            Phrase("Check the judge and the submission", "请核对评委和作品"), in: .judge)
    }

    private func fault(
        _ problem: Phrase, _ rule: Phrase, _ remedy: Phrase, in part: DecisionRow.Part
    ) -> Fault {
        Fault(
            file: file.isEmpty ? "banyan" : file, line: row.line, problem: problem, rule: rule,
            remedy: remedy, place: row.places[part])
    }
}
