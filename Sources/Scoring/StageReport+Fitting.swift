public import Contests
import Numbers
public import Statistics

extension StageReport {
    /// What the sheets of a stage, and of earlier ones on the same scale, say of its standings.
    ///
    /// The score of each complete sheet is a mark of the mixed model: a submission is the same in
    /// all stages, a judge another in each, and each stage has a mean of its own. Awards are taken
    /// as lines in the stage's standings, at the places that they were given to.
    ///
    /// - Parameters:
    ///   - stage: The stage, which is one of the track's.
    ///   - rubrics: The rubrics of the track's stages.
    ///   - scores: The scores of the track's stages, by the stage's name.
    ///   - standings: The stage's standings, the best first, with who goes on.
    ///   - board: The track's standings, with the awards.
    /// - Throws: Why the sheets cannot carry the model.
    public init(
        of stage: Stage, in track: Track, rubrics: [StageID: Rubric],
        scores: [String: StageScores], standings: [Standing], board: [Standing]
    ) throws(ModelRefusal) {
        let sheets = SheetColumns(of: stage, in: track, rubrics: rubrics, scores: scores)
        let model = try MixedModel(sheets.marks)
        let placed = standings.filter { $0.place != nil && sheets.number($0.submission) != nil }
        let lines = Self.lines(of: stage, in: track, placed: placed, board: board)
        var question = RankCertainty.Question(
            order: placed.compactMap { sheets.number($0.submission) }, lines: lines.map(\.places))
        question.confidence = Self.confidence
        let certainty = RankCertainty(model, question)
        let general = Generalisability(model)
        self.init(
            stage: stage.id, sources: sheets.stages, sheets: sheets.marks.count,
            deviations: Deviations(
                quality: model.variances.submissions.squareRoot(),
                severity: model.variances.judges.squareRoot(),
                chance: model.variances.error.squareRoot()),
            reliability: [1, 3, 5, 7, 9].map { panel in
                PanelReliability(
                    judges: panel,
                    samePanel: general.reliability(panel: panel, sharesJudges: true),
                    otherPanel: general.reliability(panel: panel, sharesJudges: false))
            },
            judgesNeeded: [true, false].map { general.panel(for: 0.8, sharesJudges: $0) },
            judges: sheets.judges(model), lines: lines,
            submissions: zip(placed, certainty.places).map { standing, place in
                sheets.certainty(of: standing, place, model)
            },
            methods: lines.isEmpty ? [] : sheets.methods(placed, lines.map(\.places)),
            bands: certainty.bands)
    }

    /// The lines that awards draw in the standings of the stage, or the one that going on does.
    static func lines(
        of stage: Stage, in track: Track, placed: [Standing], board: [Standing]
    ) -> [Line] {
        guard stage.id == track.stages.last?.id else {
            let count = placed.count { $0.advances == true }
            return count > 0 ? [Line(award: nil, places: count)] : []
        }
        let own = Set(placed.map(\.submission))
        var above = Set<SubmissionID>()
        var lines: [Line] = []
        for award in track.awards where !award.isAdditional {
            let winners = board.filter { $0.awards.contains(award.id) }.map(\.submission)
            let new = own.intersection(winners).subtracting(above)
            guard !new.isEmpty else { continue }
            above.formUnion(new)
            // A line below which nobody stands tells nothing.
            if above.count < placed.count {
                lines.append(Line(award: award.id, places: above.count))
            }
        }
        return lines
    }
}
