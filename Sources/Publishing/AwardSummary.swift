public import Contests
public import Formats

/// An award, who won it, and what stayed vacant.
public struct AwardSummary: Sendable, Hashable {
    /// The award's identifier.
    public var id: AwardID
    /// Its name.
    public var name: Phrase
    /// How many win it and on which conditions.
    public var terms: [Phrase]
    /// Prize money for each winner.
    public var prize: Phrase?
    /// The winners' identifiers, best first.
    public var winners: [SubmissionID]
    /// Places that nobody won; none where the award has no fixed number.
    public var vacancies: Int?
}
