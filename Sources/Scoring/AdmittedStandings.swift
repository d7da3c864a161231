public import Contests

/// The standings of a stage with who goes on to the next one.
public struct AdmittedStandings: Sendable, Hashable {
    /// The standings, with ``Standing/advances`` and ``Standing/advancesBy`` filled in.
    public var standings: [Standing]
    /// Those who go on, in ascending order.
    public var admitted: [SubmissionID]
    /// Lines that fell into ties which nothing but identifiers decided.
    public var undecided: [UndecidedLine]

    /// Fills in who goes on; nobody where no stage follows.
    public init(_ standings: [Standing], stage: Stage, record: ContestRecord) {
        self.standings = standings
        admitted = []
        undecided = []
    }
}
