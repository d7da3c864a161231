public import Contests
import Formats
import Recording
import Scoring

extension Organizer {
    /// Closes a stage: lists every missing sheet, applies the file's rule for it, and makes the
    /// stage's result official.
    ///
    /// Submissions that the range rule sent back hold nothing up; those that nobody reconsidered
    /// are listed, for their first scores count.
    ///
    /// - Throws: ``Refusal`` where the rule is to wait and sheets are missing, or where an earlier
    ///   stage is still open.
    public func close(_ id: StageID, reason: String) throws(Refusal) -> Report {
        let stage = try stage(id)
        let record = try record()
        try requireOpen(id, in: record)
        try requireEarlierClosed(than: stage, in: record)
        try requireFinalMetrics(of: stage)
        let results = try results(of: id.track, record: record)
        guard let scores = results.scores[id.name] else {
            throw Refusal(
                Phrase("nobody takes part in '\(id)' yet", "还没有作品参加“\(id)”"),
                remedy: Phrase(
                    "Load submissions, or advance the stage before it",
                    "请先载入作品，或让上一阶段晋级"))
        }
        let missing = scores.submissions.filter {
            $0.missingSheets > 0 && record.exits[$0.submission] == nil
        }
        var report = Report(tables: try missingTables(of: stage, record: record))
        if !missing.isEmpty {
            guard stage.missing != .wait else {
                report.lines.append(refusedForMissing(missing, in: id))
                report.status = .dataAtFault
                throw Refusal(report)
            }
            report.lines.append(consequence(of: stage.missing, for: missing))
        }
        report.lines += troubleLines(scores.troubles)
        report.lines += notReconsidered(scores, record: record)
        try append { $0.append(closing: id, decision(reason)) }
        report.lines.append(
            Phrase("\(id) is closed; its result is official", "\(id) 已结束，成绩正式生效"))
        if let next = stage.advancement?.to {
            report.lines.append(
                Phrase(
                    "next: banyan advance \(id) lets the best into \(next)",
                    "下一步：banyan advance \(id)，让优胜作品进入 \(next)"))
        }
        return report
    }

    /// Opens a closed stage again.
    public func reopen(_ id: StageID, reason: String) throws(Refusal) -> Report {
        _ = try stage(id)
        let record = try record()
        guard record.closings[id] != nil else {
            throw Refusal(
                Phrase("stage '\(id)' is not closed", "阶段“\(id)”尚未结束"),
                remedy: Phrase("Nothing is to be done", "无需操作"))
        }
        try append { $0.append(reopening: id, decision(reason)) }
        return Report(lines: [
            Phrase(
                "\(id) is open again; its result is provisional until it is closed",
                "\(id) 已重新开启；再次结束前成绩为临时成绩")
        ])
    }

    private func requireEarlierClosed(
        than stage: Stage, in record: ContestRecord
    ) throws(Refusal) {
        let stages = contest.track(stage.id.track)?.stages ?? []
        for earlier in stages.prefix(while: { $0.id != stage.id })
        where record.closings[earlier.id] == nil {
            throw Refusal(
                Phrase(
                    "'\(stage.id)' rests on '\(earlier.id)', which is still open",
                    "“\(stage.id)”以“\(earlier.id)”为依据，而后者尚未结束"),
                remedy: Phrase("Close '\(earlier.id)' first", "请先结束“\(earlier.id)”"))
        }
    }

    private func refusedForMissing(_ missing: [SubmissionScore], in id: StageID) -> Phrase {
        let sheets = missing.reduce(0) { $0 + $1.missingSheets }
        return Phrase(
            "\(id) stays open: \(sheets) sheet(s) of \(missing.count) submission(s) are missing, "
                + "and the contest file says to wait. Collect or reassign them, or write "
                + "missing=\"exclude\" or missing=\"proceed\" at the stage.",
            "\(id) 未结束：\(missing.count) 件作品共缺 \(sheets) 份评分，而比赛文件规定须等待。"
                + "请收齐或改派，或在该阶段写明 missing=\"exclude\" 或 missing=\"proceed\"。")
    }

    private func notReconsidered(_ scores: StageScores, record: ContestRecord) -> [Phrase] {
        let sentBack = scores.submissions.filter { score in
            score.isSentBack && record.exits[score.submission] == nil
                && !score.sheets.contains { $0.reconsidered != nil }
        }
        guard !sentBack.isEmpty else { return [] }
        let ids = sentBack.map(\.submission.text).joined(separator: ", ")
        return [
            Phrase(
                "sent back by the range rule and not reconsidered, so the first scores count "
                    + "(\(sentBack.count)): \(ids)",
                "因极差超限退回但未复议，按首次评分计分（\(sentBack.count) 件）：\(ids)")
        ]
    }

    private func consequence(
        of rule: MissingSheets, for missing: [SubmissionScore]
    ) -> Phrase {
        let ids = missing.map(\.submission.text).joined(separator: ", ")
        switch rule {
        case .wait, .exclude:
            return Phrase(
                "not ranked, for a sheet is missing: \(ids)", "因缺少评分不参加排名：\(ids)")
        case .proceed(let least):
            return Phrase(
                "scored from the sheets that came (at least \(least)): \(ids)",
                "按已收到的评分（至少 \(least) 份）计分：\(ids)")
        }
    }
}

extension Organizer {
    /// Lets the best of a closed stage into the next one, and shows who they are.
    ///
    /// Run again after an exit, it admits whoever is next in line.
    public func advance(_ id: StageID) throws(Refusal) -> Report {
        let stage = try stage(id)
        guard let advancement = stage.advancement else {
            throw Refusal(
                Phrase("no stage follows '\(id)'", "“\(id)”之后没有阶段"),
                remedy: Phrase(
                    "Write <advance to=\"…\"/> in contest.xml, or publish the result",
                    "请在 contest.xml 中写明 <advance to=\"…\"/>，或直接发布成绩"))
        }
        let record = try record()
        guard record.closings[id] != nil else {
            throw Refusal(
                Phrase("'\(id)' is still open", "“\(id)”尚未结束"),
                remedy: Phrase("Close it first: banyan close \(id)", "请先结束：banyan close \(id)"))
        }
        let next = StageID(track: id.track, name: advancement.to)
        try requireOpen(next, in: record)
        let results = try results(of: id.track, record: record)
        let admitted = results.admitted[id.name] ?? []
        try recordAdvancement(of: admitted, to: next)
        var report = Report(tables: [
            admissionTable(results.standings[id.name] ?? [], to: next, record: record)
        ])
        report.lines += undecidedLines(results.undecided, of: next)
        report.lines.append(
            Phrase("\(admitted.count) go on to \(next)", "\(admitted.count) 件作品晋级 \(next)"))
        return report
    }

    /// Who goes on from a stage as things stand.
    func admittedNow(from stage: Stage) throws(Refusal) -> [SubmissionID] {
        try results(of: stage.id.track).admitted[stage.id.name] ?? []
    }

    /// Records who takes part in a stage.
    func recordAdvancement(of submissions: [SubmissionID], to stage: StageID) throws(Refusal) {
        _ = try append { try $0.append(admissionsTo: stage, submissions.sorted()) }
    }
}
