public import Contests
import Formats
import Publishing
import Recording

extension Organizer {
    /// Takes down an entrant's objection to the result of a stage.
    public func appeal(
        _ submission: SubmissionID, in stage: StageID, reason: String
    ) throws(Refusal) -> Report {
        _ = try self.stage(stage)
        let record = try record()
        try require(submission, in: record)
        guard record.participants(of: stage, in: contest).contains(submission) else {
            throw Refusal(
                Phrase(
                    "'\(submission)' takes no part in '\(stage)'",
                    "“\(submission)”没有参加“\(stage)”"),
                remedy: Phrase("Name the stage that is objected to", "请写明所申诉的阶段"))
        }
        let appeal = Appeal(submission: submission, stage: stage, decision: decision(reason))
        let fact = try append { $0.append(appeal) }
        return Report(lines: [
            Phrase(
                "the appeal is recorded as fact \(fact); decide it: banyan appeal decide \(fact)",
                "申诉已记录为事实 \(fact)；处理：banyan appeal decide \(fact)")
        ])
    }

    /// Decides an appeal; what follows from it is for the office to do.
    ///
    /// - Throws: ``Refusal`` where no appeal of that fact is open.
    public func decide(
        appeal fact: Int, isUpheld: Bool, reason: String
    ) throws(Refusal) -> Report {
        guard let appeal = try record().appeals.first(where: { $0.fact == fact }),
            appeal.outcome == nil
        else {
            throw Refusal(
                Phrase("no appeal of fact \(fact) is open", "事实 \(fact) 不是待处理的申诉"),
                remedy: Phrase("banyan appeal list shows them", "运行 banyan appeal list 可列出申诉"))
        }
        let outcome = Appeal.Outcome(isUpheld: isUpheld, decision: decision(reason))
        try append { $0.append(outcome, ofAppeal: fact) }
        var report = Report(lines: [
            Phrase(
                "the appeal about \(appeal.submission) is \(outcome.words.english)",
                "\(appeal.submission) 的申诉\(outcome.words.chinese)")
        ])
        if isUpheld {
            report.lines.append(
                Phrase(
                    "now put the result right (banyan reopen, then adjust, reconsider or collect; "
                        + "or override), close and publish: the result gets its next revision, "
                        + "and the earlier one is kept",
                    "请更正成绩（banyan reopen 后用 adjust、reconsider 或 collect；或用 override），"
                        + "结束阶段并发布：成绩将成为新的一版，原来的一版保留"))
        }
        return report
    }

    /// Lists appeals and what came of them.
    public func appeals() throws(Refusal) -> Report {
        let appeals = try record().appeals
        guard !appeals.isEmpty else {
            return Report(lines: [Phrase("there is no appeal", "没有申诉")])
        }
        var table = Table(columns: [
            .init("fact", Phrase("Fact", "事实"), alignment: .trailing),
            .init("at", Phrase("When", "时间")),
            .init("stage", Phrase("Stage", "阶段")),
            .init("submission", Phrase("Submission", "作品")),
            .init("reason", Phrase("Objection", "申诉内容"), isFlexible: true),
            .init("outcome", Phrase("Outcome", "结果")),
            .init("answer", Phrase("Answer", "答复"), isFlexible: true),
        ])
        table.rows = appeals.map { appeal in
            [
                appeal.fact.map { .whole($0) } ?? .none, .text(appeal.decision.at.text),
                .text(appeal.stage.description), .text(appeal.submission.text),
                .text(appeal.decision.reason),
                .phrase(appeal.outcome?.words ?? Phrase("open", "待处理")),
                .optional(appeal.outcome?.decision.reason),
            ]
        }
        return Report(tables: [table])
    }

    /// Appeals that nobody has decided, as a line; none where there are none.
    func openAppeals(_ record: ContestRecord) -> [Phrase] {
        let open = record.appeals.filter { $0.outcome == nil }
        guard !open.isEmpty else { return [] }
        let facts = open.compactMap { $0.fact.map(String.init) }.joined(separator: ", ")
        return [
            Phrase(
                "\(open.count) appeal(s) are open: fact \(facts)",
                "\(open.count) 项申诉待处理：事实 \(facts)")
        ]
    }
}
