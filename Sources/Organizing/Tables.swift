import Assigning
import Contests
import Formats
import Judging
import Numbers
import Publishing

extension Organizer {
    /// What is proposed, in numbers: loads, affinity, links and avoided conflicts.
    func proposalReport(
        _ proposal: AssignmentProposal, record: ContestRecord, given: GivenAffinities
    ) -> Report {
        var lines = [proposal.proofLine(decimals: given.decimals)]
        lines += proposal.affinityLines(decimals: given.decimals)
        lines.append(AssignmentProposal.linkLine(proposal.links))
        lines += proposal.linkage?.phrases(decimals: given.decimals) ?? []
        lines += proposal.avoidedByRule.map { avoided in
            Phrase(
                "\(avoided.count) pair(s) ruled out: \(avoided.rule.phrase.english)",
                "排除 \(avoided.count) 对：\(avoided.rule.phrase.chinese)")
        }
        let changes = changesTable(proposal, record: record)
        return Report(tables: [proposal.loadTable(record)] + changes, lines: lines)
    }

    /// The difference to what is in force; no table where nothing is, or nothing changes.
    private func changesTable(_ proposal: AssignmentProposal, record: ContestRecord) -> [Table] {
        guard record.assignments[proposal.stage]?.isEmpty == false,
            !proposal.added.isEmpty || !proposal.removed.isEmpty
        else { return [] }
        var table = Table(columns: [
            .init("change", Phrase("Change", "变更")), .init("judge", Phrase("Judge", "评委")),
            .init("submission", Phrase("Submission", "作品")),
            .init("title", Phrase("Title", "题目"), isFlexible: true),
        ])
        let changes =
            proposal.removed.map { ($0, Phrase("taken off", "撤销")) }
            + proposal.added.map { ($0, Phrase("added", "新增")) }
        table.rows = changes.map { pair, change in
            [
                .phrase(change), .text(pair.judge.text), .text(pair.submission.text),
                title(of: pair.submission, in: record),
            ]
        }
        return [table]
    }

    /// Sheets that are missing from a stage, by submission; no table where none is.
    func missingTables(of stage: Stage, record: ContestRecord) throws(Refusal) -> [Table] {
        let progress = try progress(of: stage, record: record)
        guard !progress.blocked.isEmpty else { return [] }
        return [blockedTable(progress)]
    }

    /// How far a stage's marking has come.
    func progress(of stage: Stage, record: ContestRecord) throws(Refusal) -> Progress {
        Progress(
            of: stage, in: contest, rubric: try rubric(of: stage), record: record,
            marks: try marks(of: stage), now: now)
    }

    /// The submissions that lack sheets, with whom they wait for.
    func blockedTable(_ progress: Progress) -> Table {
        var table = Table(columns: [
            .init("stage", Phrase("Stage", "阶段")),
            .init("submission", Phrase("Submission", "作品")),
            .init("not_begun", Phrase("Not begun by", "未评")),
            .init("open", Phrase("Incomplete by", "未评完")),
            .init("unassigned", Phrase("To be assigned", "待分配"), alignment: .trailing),
        ])
        table.name = Phrase("Waiting", "未齐")
        func names(_ judges: [JudgeID]) -> Table.Cell {
            .optional(judges.map(\.text).joined(separator: " "))
        }
        table.rows = progress.blocked.map { blocked in
            [
                .text(progress.stage.description), .text(blocked.submission.text),
                names(blocked.notBegun), names(blocked.open), .whole(blocked.unassigned),
            ]
        }
        return table
    }

    /// Who goes on, in the order of the standings.
    func admissionTable(_ standings: [Standing], to next: StageID, record: ContestRecord) -> Table {
        var table = Table(columns: [
            .init("place", Phrase("Place", "名次"), alignment: .trailing),
            .init("submission", Phrase("Submission", "作品")),
            .init("title", Phrase("Title", "题目"), isFlexible: true),
            .init("score", Phrase("Score", "得分"), alignment: .trailing),
            .init("by", Phrase("By", "依据")),
        ])
        table.rows = standings.filter { $0.advances == true }.map { standing in
            [
                standing.place.map { .decimal($0.description) } ?? .none,
                .text(standing.submission.text), title(of: standing.submission, in: record),
                standing.score.map { .decimal($0.shortText) } ?? .none,
                standing.advancesBy.map(Table.Cell.text)
                    ?? .phrase(Phrase("score", "得分")),
            ]
        }
        return table
    }

    /// The order of presentation.
    func drawTable(_ order: [SubmissionID], record: ContestRecord) -> Table {
        var table = Table(columns: [
            .init("order", Phrase("Order", "顺序"), alignment: .trailing),
            .init("submission", Phrase("Submission", "作品")),
            .init("title", Phrase("Title", "题目"), isFlexible: true),
        ])
        table.rows = order.enumerated().map { index, submission in
            [.whole(index + 1), .text(submission.text), title(of: submission, in: record)]
        }
        return table
    }

    /// A submission's title in both languages.
    func title(of submission: SubmissionID, in record: ContestRecord) -> Table.Cell {
        guard let titles = record.submissions[submission]?.titles else { return .none }
        return .optional(Phrase(titles.text(in: "en"), titles.text(in: "zh")))
    }
}

extension Ratio {
    /// The exact decimal where it is short, or else four decimals.
    var shortText: String {
        let exact = exactDecimal ?? ""
        return exact.isEmpty || exact.count > 10 ? decimal(digits: 4) : exact
    }
}

extension AssignmentProposal {
    /// Whether a better assignment is possible, in words.
    ///
    /// - Parameter decimals: Decimals of the affinities.
    func proofLine(decimals: Int) -> Phrase {
        switch proof {
        case .optimal where !shortfalls.isEmpty:
            Phrase(
                "no assignment leaves less unmet, and none that leaves as little has more "
                    + "affinity: dual prices prove it",
                "没有缺口更小的分配；缺口同样小的分配中，匹配度也没有更高的：已由对偶价格证明")
        case .optimal:
            Phrase(
                "no assignment under these rules is better: dual prices prove it",
                "在这些规则下没有更好的分配：已由对偶价格证明")
        case .within(let bound):
            Self.proofLine(
                bound: Self.shown(bound, decimals: decimals),
                total: Self.shown(totalAffinity, decimals: decimals),
                gap: Self.shown(bound - totalAffinity, decimals: decimals))
        }
    }

    private static func proofLine(bound: String, total: String, gap: String) -> Phrase {
        Phrase(
            "no assignment under these rules has more affinity than \(bound); this one has "
                + "\(total): the gap is \(gap) at most",
            "在这些规则下匹配度不可能超过 \(bound)；本分配为 \(total)，差距至多 \(gap)")
    }

    /// Whether the judges' severities can be compared, in words.
    ///
    /// - Parameter links: Judges joined by shared submissions, a list for each group.
    static func linkLine(_ links: [[JudgeID]]) -> Phrase {
        guard links.count > 1 else {
            return Phrase(
                "all judges are linked by shared submissions", "所有评委经由共同评审的作品相连")
        }
        let sizes = links.map { String($0.count) }.joined(separator: ", ")
        return Phrase(
            "the judges fall into \(links.count) islands (\(sizes)): severities cannot be compared "
                + "between them",
            "评委分成 \(links.count) 个互不相连的组（\(sizes)）：组与组之间无法比较宽严")
    }
}
