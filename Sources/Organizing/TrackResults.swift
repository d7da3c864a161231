import Computing
public import Contests
import Scoring

/// What the rules make of a track's marks, from sheet scores to awards.
public struct TrackResults: Sendable {
    /// The track.
    public let track: Track
    /// The scores of each stage that has participants, by the stage's name.
    public internal(set) var scores: [String: StageScores] = [:]
    /// The standings of each of these stages, with who goes on.
    public internal(set) var standings: [String: [Standing]] = [:]
    /// Who goes on from each of these stages, in ascending order.
    public internal(set) var admitted: [String: [SubmissionID]] = [:]
    /// The standings of the whole track, with the awards.
    public internal(set) var board: [Standing] = []
    /// Award places that stayed vacant.
    public internal(set) var vacancies: [AwardID: Int] = [:]
    /// Lines that nothing but identifiers decided.
    public internal(set) var undecided: [UndecidedLine] = []

    /// The scores by stage.
    var scoresByStage: [StageID: StageScores] {
        Dictionary(scores.values.map { ($0.stage, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The marks of the stages of a track, read from the ledger.
typealias TrackMarks = [StageID: MarkTable]

extension TrackResults {
    /// Runs the rules of a track, stage by stage.
    init(track: Track, folder: ContestFolder, record: ContestRecord, marks: TrackMarks) {
        self.track = track
        for stage in track.stages {
            guard let rubric = folder.rubrics[stage.id], let table = marks[stage.id],
                !record.participants(of: stage.id, in: folder.contest).isEmpty
            else { continue }
            let stageScores = StageScores(
                contest: folder.contest, stage: stage, rubric: rubric, marks: table,
                record: record, earlier: scores)
            let ranking = StageRanking(
                stage: stage, rubric: rubric, scores: stageScores, record: record,
                contest: folder.contest, earlier: scores)
            let admission = AdmittedStandings(ranking.standings, stage: stage, record: record)
            scores[stage.id.name] = stageScores
            standings[stage.id.name] = admission.standings
            admitted[stage.id.name] = admission.admitted
            undecided += admission.undecided
        }
        let joined = TrackRanking(track: track, stages: standings)
        let awarded = AwardedStandings(
            joined.standings, awards: track.awards, contest: folder.contest, record: record,
            scores: scoresByStage, rubrics: folder.rubrics)
        board = awarded.standings
        vacancies = awarded.vacancies
        undecided += awarded.undecided
    }
}
