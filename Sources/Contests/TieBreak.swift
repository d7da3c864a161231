public import Numbers

/// One way of telling equal scores apart.
public struct TieBreak: Sendable, Hashable {
    /// What is compared.
    public enum Rule: Sendable, Hashable {
        /// The mean of a criterion over the judges, or the sum of a group's means.
        case criterion(CriterionID)
        /// The sum of all sheet scores, none left out.
        case untrimmedSum
        /// The highest sheet score.
        case highestSheet
        /// The lowest sheet score.
        case lowestSheet
        /// How many judges put the submission first among all that they judged.
        case firstPlaces
        /// How many judges who judged both put it before the other, over all the tied.
        case headToHead
        /// How many sheets have the highest score, then how many the next, and so on.
        case countBack
        /// How many sheets have a score above a value.
        case sheetsAbove(Points)
        /// The mean score of one kind of judge.
        case kind(JudgeKind)
        /// The score in an earlier stage of the track.
        case earlierStage(String)
        /// The time at which it was handed in; the earlier one is first.
        case earlierSubmission
        /// A field of the submission that holds a number.
        case field(String)
        /// A draw that anybody can repeat from a published seed.
        case draw(seed: String)
    }

    /// What is compared.
    public var rule: Rule
    /// Whether the lower value is first.
    public var prefersLower: Bool
    /// Only ties whose first place is at most this are told apart; none for all.
    public var throughPlace: Int?

    /// A tie-break.
    public init(_ rule: Rule, prefersLower: Bool = false, throughPlace: Int? = nil) {
        self.rule = rule
        self.prefersLower = prefersLower
        self.throughPlace = throughPlace
    }
}

/// How places are counted where submissions share one.
public enum Numbering: String, Sendable, Hashable, CaseIterable {
    /// 1 2 2 4: the next place is skipped.
    case standard = "1224"
    /// 1 2 2 3: no place is skipped.
    case dense = "1223"
    /// 1 2 3 4: no place is shared; what remains tied is ordered by identifier.
    case ordinal = "1234"
    /// 1 2.5 2.5 4: the tied share the mean of their places.
    case fractional = "1 2.5 2.5 4"
}

/// What happens where a line between two groups falls into a tie.
public enum TiesAtLine: String, Sendable, Hashable, CaseIterable {
    /// All of the tied are admitted.
    case admitAll = "admit-all"
    /// The tie-breaks decide; what they leave tied is decided by identifier, and told.
    case decide
}
