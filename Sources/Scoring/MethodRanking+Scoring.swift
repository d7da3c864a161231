public import Contests
import Numbers
import Statistics

extension MethodRanking {
    /// Ranks the submissions of a stage that have a place by another method.
    ///
    /// The method works on the scores of the stage's own complete sheets.
    ///
    /// - Parameters:
    ///   - stage: The stage, which is one of the track's.
    ///   - rubrics: The rubrics of the track's stages.
    ///   - scores: The scores of the track's stages, by the stage's name.
    ///   - standings: The stage's standings, the best first, with who goes on.
    ///   - board: The track's standings, with the awards.
    /// - Throws: Why the sheets cannot carry the method.
    public init(
        by method: StageReport.Method.Name, of stage: Stage, in track: Track,
        rubrics: [StageID: Rubric], scores: [String: StageScores], standings: [Standing],
        board: [Standing]
    ) throws(RankingRefusal) {
        let sheets = SheetColumns(of: stage, in: track, rubrics: rubrics, scores: scores)
        let placed = standings.filter { $0.place != nil && sheets.number($0.submission) != nil }
        let lines = StageReport.lines(of: stage, in: track, placed: placed, board: board)
        let outcome = try sheets.outcome(of: method, placed, lines: lines.map(\.places))
        let rows = placed.indices.map { place in
            Row(
                submission: placed[place].submission, place: outcome.places[place],
                score: outcome.scores[place], officialPlace: placed[place].place ?? .one,
                officialScore: placed[place].score,
                line: lines.firstIndex { outcome.places[place] <= $0.places },
                officialLine: lines.firstIndex { place < $0.places })
        }
        let order = rows.indices.sorted { (rows[$0].place, $0) < (rows[$1].place, $1) }
        self.init(stage: stage.id, method: method, lines: lines, rows: order.map { rows[$0] })
    }
}
