public import Contests

/// Standings with the awards that they win.
public struct AwardedStandings: Sendable, Hashable {
    /// The standings, with ``Standing/awards`` filled in, in the order in which they were given.
    public var standings: [Standing]
    /// Places that stayed vacant, for each award that has any.
    public var vacancies: [AwardID: Int]
    /// Lines that fell into ties which nothing but identifiers decided.
    public var undecided: [UndecidedLine]

    /// Gives awards to the standings of a track, or of the whole contest.
    public init(
        _ standings: [Standing], awards: [Award], contest: Contest, record: ContestRecord,
        scores: [StageID: StageScores], rubrics: [StageID: Rubric]
    ) {
        self.standings = standings
        vacancies = [:]
        undecided = []
    }
}
