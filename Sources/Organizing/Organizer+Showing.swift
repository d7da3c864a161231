import Computing
public import Contests
public import Formats
import Numbers
import Publishing
import Scoring

extension Organizer {
    /// Shows how far the marking of a stage, or of every track, has come.
    public func status(of id: StageID? = nil) throws(Refusal) -> Report {
        let record = try record()
        let stages = try id.map { (id) throws(Refusal) in [try stage(id)] } ?? contest.stages
        var progresses: [Progress] = []
        for stage in stages where !record.participants(of: stage.id, in: contest).isEmpty {
            progresses.append(try progress(of: stage, record: record))
        }
        guard !progresses.isEmpty else {
            return Report(lines: [Phrase("nothing is loaded yet", "尚未载入任何内容")])
        }
        let open = progresses.filter { record.closings[$0.stage] == nil && !$0.blocked.isEmpty }
        return Report(
            tables: (id == nil ? [trackTable(progresses)] : [])
                + [stageTable(progresses, record: record), judgeTable(progresses)]
                + open.map(blockedTable))
    }

    private func trackTable(_ progresses: [Progress]) -> Table {
        var table = Table(columns: Self.countColumns(.init("track", Phrase("Track", "赛道"))))
        table.name = Phrase("Tracks", "赛道")
        table.rows = contest.tracks.compactMap { track in
            let own = progresses.filter { $0.stage.track == track.id }
            guard !own.isEmpty else { return nil }
            return [.text(track.id.text)]
                + Self.cells(own.reduce(Progress.Counts()) { $0 + $1.total })
        }
        return table
    }

    private func stageTable(_ progresses: [Progress], record: ContestRecord) -> Table {
        var table = Table(
            columns: Self.countColumns(.init("stage", Phrase("Stage", "阶段")))
                + [.init("state", Phrase("State", "状态"))], name: Phrase("Stages", "阶段"))
        table.rows = progresses.map { progress in
            let isClosed = record.closings[progress.stage] != nil
            return [.text(progress.stage.description)] + Self.cells(progress.total)
                + [.phrase(isClosed ? Phrase("closed", "已结束") : Phrase("open", "进行中"))]
        }
        return table
    }

    private func judgeTable(_ progresses: [Progress]) -> Table {
        var table = Table(
            columns: [.init("stage", Phrase("Stage", "阶段"))]
                + Self.countColumns(.init("judge", Phrase("Judge", "评委"))),
            name: Phrase("Judges", "评委"))
        for progress in progresses {
            table.rows += progress.judges.map { judge in
                [.text(progress.stage.description), .text(judge.judge.text)]
                    + Self.cells(judge.counts)
            }
        }
        return table
    }

    private static func countColumns(_ first: Table.Column) -> [Table.Column] {
        [first]
            + [
                ("assigned", Phrase("Assigned", "已分配")), ("done", Phrase("Done", "已完成")),
                ("open", Phrase("Incomplete", "未评完")), ("not_begun", Phrase("Not begun", "未评")),
                ("late", Phrase("Late", "逾期")), ("recused", Phrase("Recused", "回避")),
            ].map { Table.Column($0.0, $0.1, alignment: .trailing) }
    }

    private static func cells(_ counts: Progress.Counts) -> [Table.Cell] {
        [
            counts.assigned, counts.done, counts.open, counts.notBegun, counts.late,
            counts.recused,
        ].map(Table.Cell.whole)
    }
}

extension Organizer {
    /// Shows what the rules make of a stage's marks, sheet by sheet.
    public func score(_ id: StageID) throws(Refusal) -> Report {
        _ = try stage(id)
        let record = try record()
        let results = try results(of: id.track, record: record)
        guard let scores = results.scores[id.name] else {
            return Report(lines: [Phrase("nobody takes part in \(id) yet", "还没有作品参加 \(id)")])
        }
        var table = Table(columns: Self.scoreColumns, name: Phrase("Scores", "得分"))
        for score in scores.submissions {
            for sheet in score.sheets { table.rows.append(Self.row(score, sheet)) }
            if score.sheets.isEmpty { table.rows.append(Self.row(score, nil)) }
        }
        return Report(tables: [table], lines: troubleLines(scores.troubles))
    }

    private static var scoreColumns: [Table.Column] {
        [
            .init("submission", Phrase("Submission", "作品")),
            .init("judge", Phrase("Judge", "评委")),
            .init("raw", Phrase("Sheet", "原得分"), alignment: .trailing),
            .init("standard", Phrase("Standard", "标准分"), alignment: .trailing),
            .init("adjustment", Phrase("Adjusted", "调整"), alignment: .trailing),
            .init("reconsidered", Phrase("Reconsidered", "复议"), alignment: .trailing),
            .init("counted", Phrase("Counted", "计入"), alignment: .trailing),
            .init("dropped", Phrase("Left out", "去掉")),
            .init("span", Phrase("Span", "极差"), alignment: .trailing),
            .init("sent_back", Phrase("Sent back", "退回复议")),
            .init("own", Phrase("Own score", "本阶段得分"), alignment: .trailing),
            .init("score", Phrase("Score", "总得分"), alignment: .trailing),
        ]
    }

    private static func row(_ score: SubmissionScore, _ sheet: SheetScore?) -> [Table.Cell] {
        func cell(_ value: Ratio?) -> Table.Cell {
            value.map { .decimal($0.description) } ?? .none
        }
        func cell(_ value: Points?) -> Table.Cell {
            value.map { .decimal($0.description) } ?? .none
        }
        return [
            .text(score.submission.text), sheet.map { .text($0.judge.text) } ?? .none,
            cell(sheet?.raw), cell(sheet?.standard), cell(sheet?.adjustment),
            cell(sheet?.reconsidered), cell(sheet?.counted),
            sheet.map { .truth($0.isDropped) } ?? .none, cell(score.span),
            score.span == nil ? .none : .truth(score.isSentBack), cell(score.own),
            cell(score.score),
        ]
    }
}

extension Organizer {
    /// Shows the standings of a stage, a track, or every track.
    ///
    /// - Parameters:
    ///   - scope: `TRACK/STAGE`, `TRACK`, or nothing for every track.
    ///   - top: Rows at most.
    ///   - isBrief: Whether columns that a terminal has no room for are left out.
    public func rank(
        _ scope: String? = nil, top: Int? = nil, isBrief: Bool = false
    ) throws(Refusal) -> Report {
        let record = try record()
        var report = Report()
        for (board, results) in try boards(scope, record: record) {
            let view = view(of: board, results: results, record: record, audience: .office)
            var table = view.table
            if isBrief { table = table.brief }
            if let top { table.rows = Array(table.rows.prefix(max(0, top))) }
            report.tables.append(table)
            report.lines.append(stateLine(board))
            report.lines += undecidedLines(results?.undecided ?? [])
        }
        return report
    }

    /// Lists what was recorded.
    public func log(last: Int? = nil) throws(Refusal) -> Report {
        let facts: [Fact]
        do { facts = try ledger.facts() } catch { throw Refusal(wrapping: error) }
        var table = Table(columns: [
            .init("sequence", Phrase("No.", "序号"), alignment: .trailing),
            .init("at", Phrase("When", "时间")), .init("by", Phrase("By", "何人")),
            .init("act", Phrase("What", "何事"), isFlexible: true),
        ])
        table.rows = facts.suffix(last ?? facts.count).map { fact in
            [
                .whole(fact.sequence), .text(fact.at.text), .text(fact.by),
                .phrase(fact.act.phrase),
            ]
        }
        return Report(tables: [table])
    }

    /// Tells how a submission came to its score, place and award.
    public func explain(
        _ id: SubmissionID, isPublic: Bool, language: Language
    ) throws(Refusal) -> Report {
        let record = try record()
        try require(id, in: record)
        guard let submission = record.submissions[id] else { return Report() }
        let results = try results(of: submission.track, record: record)
        var evidence: [Explanation.Evidence] = []
        for stage in results.track.stages {
            guard let scores = results.scores[stage.id.name],
                let score = scores.submissions.first(where: { $0.submission == id })
            else { continue }
            let trace = ScoreTrace(
                of: id, contest: contest, stage: stage, rubric: try rubric(of: stage),
                marks: try marks(of: stage), record: record, earlier: results.scores)
            evidence.append(
                Explanation.Evidence(
                    leaderboard: stageBoard(stage.id, results: results, record: record),
                    score: score, trace: trace))
        }
        let explanation = Explanation(
            of: id, evidence: evidence,
            overall: try resultBoards(results, record: record),
            names: ContestNames(contest, rubrics: folder.rubrics), record: record,
            audience: isPublic ? .public : .office)
        let text = Phrase(explanation.text(in: .english), explanation.text(in: .chinese))
        return Report(lines: [text] + (isPublic ? [] : adjustments(of: id, results)))
    }

    /// What each stage's marks say of a submission beyond its scores, where they say something.
    private func adjustments(of id: SubmissionID, _ results: TrackResults) -> [Phrase] {
        results.track.stages.compactMap { stage in
            guard let report = stageReport(of: stage, results),
                let adjustment = report.adjustment(of: id)
            else { return nil }
            let name = ContestNames(contest).stage(stage.id)
            return name + Phrase(": ", "：") + adjustment
                + Phrase(" (informs, decides nothing).", "（仅供参考，不影响结果）。")
        }
    }

    /// The statistics of a stage; none where its sheets carry none.
    private func stageReport(of stage: Stage, _ results: TrackResults) -> StageReport? {
        guard let standings = results.standings[stage.id.name] else { return nil }
        do {
            return try StageReport(
                of: stage, in: results.track, rubrics: folder.rubrics, scores: results.scores,
                standings: standings, board: results.board)
        } catch { return nil }  // why not is what `report` tells
    }

    /// The leaderboard of a track, and that of the whole contest where awards are given over all.
    private func resultBoards(
        _ results: TrackResults, record: ContestRecord
    ) throws(Refusal) -> [Leaderboard] {
        let track = trackBoard(results, record: record)
        guard !contest.awards.isEmpty else { return [track] }
        return [track, overallBoard(try allResults(record: record), record: record)]
    }
}

extension Table {
    /// The columns of a leaderboard that a terminal has room for, without those that hold nothing.
    fileprivate var brief: Table {
        let wanted: Set = [
            "place", "submission", "title", "entrant", "score", "advances", "awards", "notes",
        ]
        let kept = columns.indices.filter { index in
            wanted.contains(columns[index].key)
                && rows.contains { index < $0.count && $0[index] != .none }
        }
        var brief = Table(
            columns: kept.map { columns[$0] },
            rows: rows.map { row in kept.map { $0 < row.count ? row[$0] : .none } })
        for index in brief.columns.indices
        where ["title", "awards", "notes"].contains(brief.columns[index].key) {
            brief.columns[index].isFlexible = true
        }
        return brief
    }
}
