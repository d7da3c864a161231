public import Contests
import Formats
import Numbers
import Recording

extension Organizer {
    /// Records adjustments of sheets' scores, or penalties on submissions.
    ///
    /// - Throws: ``Refusal`` with every fault; nothing is recorded then.
    public func adjust(_ stage: StageID, _ rows: [DecisionRow]) throws(Refusal) -> Report {
        try adjust(stage, rows, file: "")
    }

    /// Records the adjustments of a CSV (submission, judge, points, reason).
    public func adjust(_ stage: StageID, from path: String) throws(Refusal) -> Report {
        try adjust(stage, DecisionRow.read(path, value: ["points", "分数", "调整"]), file: path)
    }

    private func adjust(
        _ stage: StageID, _ rows: [DecisionRow], file: String
    ) throws(Refusal) -> Report {
        let checked = try checked(rows, in: stage, file: file, needsJudge: false)
        try append { appender in
            for row in checked {
                appender.append(
                    Adjustment(
                        stage: stage, submission: row.submission, judge: row.judge,
                        points: row.value, decision: decision(row.reason)))
            }
        }
        return Report(lines: [
            Phrase(
                "\(checked.count) adjustment(s) recorded in \(stage); raw scores are kept",
                "已在 \(stage) 记录 \(checked.count) 项调整；原得分保留")
        ])
    }

    /// Records reconsidered scores; the first ones are kept.
    public func reconsider(_ stage: StageID, _ rows: [DecisionRow]) throws(Refusal) -> Report {
        try reconsider(stage, rows, file: "")
    }

    /// Records the reconsidered scores of a CSV (submission, judge, score, reason).
    public func reconsider(_ stage: StageID, from path: String) throws(Refusal) -> Report {
        try reconsider(stage, DecisionRow.read(path, value: ["score", "得分"]), file: path)
    }

    private func reconsider(
        _ stage: StageID, _ rows: [DecisionRow], file: String
    ) throws(Refusal) -> Report {
        let checked = try checked(rows, in: stage, file: file, needsJudge: true)
        try append { appender in
            for row in checked {
                guard let judge = row.judge else { continue }
                appender.append(
                    Reconsideration(
                        stage: stage, submission: row.submission, judge: judge, score: row.value,
                        decision: decision(row.reason)))
            }
        }
        return Report(lines: [
            Phrase(
                "\(checked.count) reconsidered score(s) recorded in \(stage); first ones are kept",
                "已在 \(stage) 记录 \(checked.count) 项复议得分；原得分保留")
        ])
    }
}

extension Organizer {
    /// Sets a place by hand; the computed one is kept beside it.
    public func override(
        _ submission: SubmissionID, place: Int, in stage: StageID, reason: String
    ) throws(Refusal) -> Report {
        _ = try self.stage(stage)
        let record = try record()
        try require(submission, in: record)
        let participants = record.participants(of: stage, in: contest)
        guard participants.contains(submission), (1...participants.count).contains(place) else {
            throw Refusal(
                Phrase(
                    "'\(submission)' cannot have place \(place) in '\(stage)'",
                    "“\(submission)”不能成为“\(stage)”的第 \(place) 名"),
                remedy: Phrase(
                    "A place lies between 1 and \(participants.count), for a submission of "
                        + "the stage",
                    "名次应在 1 到 \(participants.count) 之间，且作品须参加该阶段"))
        }
        let override = Override(
            submission: submission, setting: .place(place, in: stage), decision: decision(reason))
        return try setByHand(
            override,
            Phrase(
                "\(submission) is set to place \(place) in \(stage); the computed place is kept",
                "已将 \(submission) 定为 \(stage) 第 \(place) 名；计算所得名次保留"))
    }

    /// Sets or takes away an award by hand; what the rules gave is kept beside it.
    public func override(
        _ submission: SubmissionID, award: AwardID?, reason: String
    ) throws(Refusal) -> Report {
        let record = try record()
        try require(submission, in: record)
        let track = record.submissions[submission].flatMap { contest.track($0.track) }
        let awards = ((track?.awards ?? []) + contest.awards).map(\.id)
        guard award.map(awards.contains) ?? true else {
            let names = awards.map(\.text).joined(separator: ", ")
            throw Refusal(
                Phrase(
                    "there is no award '\(award?.text.shown ?? "")' for '\(submission)'",
                    "“\(submission)”没有奖项“\(award?.text.shown ?? "")”可得"),
                remedy: Phrase("Its awards are \(names)", "可选奖项：\(names)"))
        }
        let override = Override(
            submission: submission, setting: .award(award), decision: decision(reason))
        let given = award?.text ?? "–"
        return try setByHand(
            override,
            Phrase(
                "the award of \(submission) is set to \(given) by hand",
                "已人工将 \(submission) 的奖项定为 \(given)"))
    }
}

extension Organizer {
    /// Records a judge's recusal.
    public func recuse(_ recusal: Recusal) throws(Refusal) -> Report {
        _ = try stage(recusal.stage)
        let record = try record()
        try require(recusal.judge, in: record)
        if let submission = recusal.submission { try require(submission, in: record) }
        do {
            _ = try ledger.record([recusal], by: author, at: now)
        } catch { throw Refusal(wrapping: error) }
        let assigned = (record.assignments[recusal.stage] ?? []).filter {
            $0.judge == recusal.judge && recusal.covers($0.submission, in: recusal.stage)
        }
        var report = Report(lines: [
            Phrase("\(recusal.judge) is recused", "已记录 \(recusal.judge) 回避")
        ])
        if !assigned.isEmpty {
            report.lines.append(
                Phrase(
                    "\(assigned.count) assigned sheet(s) fall away; run banyan assign "
                        + "\(recusal.stage) to give them to other judges",
                    "\(assigned.count) 份已分配的评分因此空缺；请运行 banyan assign "
                        + "\(recusal.stage) 改派其他评委"))
        }
        return report
    }

    /// Records that a submission left the contest; whoever is next in line moves up.
    public func withdraw(
        _ submission: SubmissionID, reason: String, isByOffice: Bool
    ) throws(Refusal) -> Report {
        let before = try record()
        try require(submission, in: before)
        if let exit = before.exits[submission] {
            throw Refusal(
                Phrase(
                    "'\(submission)' already left the contest at \(exit.decision.at)",
                    "“\(submission)”已于 \(exit.decision.at) 离开比赛"),
                remedy: Phrase("Nothing is to be done", "无需再次操作"))
        }
        let decision = decision(reason)
        let exit: Exit = isByOffice ? .disqualified(decision) : .withdrawn(decision)
        try append { $0.append(exit, of: submission) }
        var report = Report(lines: [
            isByOffice
                ? Phrase("\(submission) is disqualified", "已取消 \(submission) 的参赛资格")
                : Phrase("\(submission) is withdrawn", "\(submission) 已退赛")
        ])
        report.lines += try moveUp(afterExitOf: submission, before: before)
        return report
    }

    /// Fills the places that an exit left free in stages that were already advanced to.
    private func moveUp(
        afterExitOf submission: SubmissionID, before: ContestRecord
    ) throws(Refusal) -> [Phrase] {
        var lines: [Phrase] = []
        for (stage, admitted) in before.advanced.sorted(by: { $0.key < $1.key })
        where admitted.contains(submission) && before.closings[stage] == nil {
            guard let track = contest.track(stage.track),
                let from = track.stages.first(where: { $0.advancement?.to == stage.name })
            else { continue }
            let next = try admittedNow(from: from)
            let newcomers = next.filter { !admitted.contains($0) }
            guard !newcomers.isEmpty else { continue }
            try recordAdvancement(of: admitted + newcomers, to: stage)
            let names = newcomers.map(\.text).joined(separator: ", ")
            lines.append(
                Phrase("next in line: \(names) moves up to \(stage)", "依次递补：\(names) 晋级 \(stage)"))
        }
        return lines
    }
}

extension Organizer {
    /// A decision of this office, now.
    func decision(_ reason: String) -> Decision {
        Decision(by: author, at: now, reason: reason)
    }

    /// Records in one transaction.
    func append<Value>(_ body: (inout Appender) throws -> Value) throws(Refusal) -> Value {
        do { return try ledger.record(by: author, at: now, body) } catch {
            throw Refusal(wrapping: error)
        }
    }
}
