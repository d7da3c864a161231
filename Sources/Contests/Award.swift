public import Numbers

/// A prize and who may win it.
///
/// Awards are given in the order of the file, each to the best standing submissions that are
/// eligible and that no earlier award of the same kind of limit rules out.
public struct Award: Sendable, Hashable {
    /// How many submissions win.
    public enum Extent: Sendable, Hashable {
        /// So many.
        case count(Int)
        /// This share of the ranked.
        case share(Ratio, ShareRounding)
        /// Everyone with at least this score.
        case minimumScore(Ratio)
        /// Everyone who is eligible.
        case everyone
    }

    /// Something that a winner must have on one criterion or group.
    public struct Condition: Sendable, Hashable {
        /// What is compared with the minimum.
        public enum Of: String, Sendable, Hashable, CaseIterable {
            /// The mean over the judges.
            case mean
            /// The best mark of any judge on any criterion that is named.
            case best
        }

        /// The criteria or groups; one of them is enough.
        public var criteria: [CriterionID]
        /// What is compared.
        public var of: Of
        /// The lowest value that meets the condition.
        public var minimum: Points

        /// A condition.
        public init(criteria: [CriterionID], of: Of = .mean, minimum: Points) {
            self.criteria = criteria
            self.of = of
            self.minimum = minimum
        }
    }

    /// Prize money for each winner.
    public struct Prize: Sendable, Hashable {
        /// The amount.
        public var amount: Points
        /// An ISO 4217 code such as `CNY`.
        public var currency: String

        /// Prize money.
        public init(amount: Points, currency: String) {
            self.amount = amount
            self.currency = currency
        }
    }

    /// The award's identifier.
    public var id: AwardID
    /// Its names, such as 一等奖.
    public var names: LocalizedText
    /// How many submissions win.
    public var extent: Extent
    /// The lowest score that wins; places below it stay vacant.
    public var minimumScore: Ratio?
    /// The stage that a winner must have reached; none for any.
    public var reached: String?
    /// What a winner must have on single criteria, all of them.
    public var conditions: [Condition]
    /// Whether a submission may win it beside another award.
    public var isAdditional: Bool
    /// How many of these an entrant may win; none for no limit.
    public var perEntrant: Int?
    /// Prize money for each winner.
    public var prize: Prize?
    /// What happens where the line falls into a tie.
    public var ties: TiesAtLine

    /// An award.
    public init(
        id: AwardID, names: LocalizedText, extent: Extent, minimumScore: Ratio? = nil,
        reached: String? = nil, conditions: [Condition] = [], isAdditional: Bool = false,
        perEntrant: Int? = nil, prize: Prize? = nil, ties: TiesAtLine = .decide
    ) {
        self.id = id
        self.names = names
        self.extent = extent
        self.minimumScore = minimumScore
        self.reached = reached
        self.conditions = conditions
        self.isAdditional = isAdditional
        self.perEntrant = perEntrant
        self.prize = prize
        self.ties = ties
    }
}
