public import Contests
import Formats
import Publishing
import Scoring
import Statistics

extension Organizer {
    /// Shows the standings of a stage by another method of scoring, beside the official ones.
    ///
    /// Nothing is recorded and nothing official changes.
    ///
    /// - Parameters:
    ///   - scope: The stage, as TRACK/STAGE.
    ///   - top: Rows at most.
    public func rank(
        _ scope: String, by method: StageReport.Method.Name, top: Int? = nil
    ) throws(Refusal) -> Report {
        guard let id = StageID(scope) else {
            throw Refusal(
                Phrase(
                    "'\(scope.shown)' is not a stage", "“\(scope.shown)”不是阶段"),
                remedy: Phrase(
                    "A method ranks one stage: write TRACK/STAGE", "计分方法只用于某一阶段：请写“赛道/阶段”"))
        }
        let stage = try stage(id)
        let results = try results(of: id.track, record: try record())
        guard let standings = results.standings[id.name] else {
            throw Refusal(
                Phrase("nobody takes part in \(id) yet", "还没有作品参加 \(id)"),
                remedy: Phrase("Collect its sheets first", "请先收取该阶段的评分"))
        }
        let ranking: MethodRanking
        do {
            ranking = try MethodRanking(
                by: method, of: stage, in: results.track, rubrics: folder.rubrics,
                scores: results.scores, standings: standings, board: results.board)
        } catch { throw Refusal(error, method, of: id) }
        let names = ContestNames(contest, rubrics: folder.rubrics)
        var table = ranking.table(names)
        if let top { table.rows = Array(table.rows.prefix(max(0, top))) }
        return Report(tables: [table], lines: ranking.findings)
    }
}

extension Refusal {
    /// Why the sheets of a stage cannot carry a method, and what would mend it.
    fileprivate init(
        _ refusal: RankingRefusal, _ method: StageReport.Method.Name, of stage: StageID
    ) {
        let (reason, remedy): (Phrase, Phrase)
        switch refusal {
        case .tooFewSheets(let submission, let needed):
            reason = Phrase(
                "\(submission.text.shown) has fewer than \(needed) complete sheet(s)",
                "\(submission.text.shown) 的完整评分不足 \(needed) 份")
            remedy = Phrase("Collect more, or take another method", "请收取更多评分，或改用其他方法")
        case .noSpread(let judge):
            reason = Phrase(
                "the sheets of \(judge.text.shown) do not differ",
                "\(judge.text.shown) 的各份评分没有差别")
            remedy = Phrase("Take a method without standard scores", "请改用不作标准化的方法")
        case .model(let refusal): (reason, remedy) = refusal.wording
        }
        self.init(
            Phrase(
                "the sheets of \(stage) carry no ranking by “\(method.phrase.english)”: ",
                "\(stage) 的评分无法按“\(method.phrase.chinese)”排名：") + reason,
            remedy: remedy, status: .dataAtFault)
    }
}
