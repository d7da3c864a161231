/// Names a stage of a track, written `TRACK/STAGE`.
public struct StageID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The track that the stage belongs to.
    public var track: TrackID
    /// The stage's name within its track, such as `preliminary`.
    public var name: String

    /// A stage of a track.
    public init(track: TrackID, name: String) {
        self.track = track
        self.name = name
    }

    /// Reads `TRACK/STAGE`; nothing if the text has not exactly one stroke with text around it.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.init(track: TrackID(String(parts[0])), name: String(parts[1]))
    }

    public var description: String { "\(track)/\(name)" }

    public static func < (left: StageID, right: StageID) -> Bool {
        left.track == right.track
            ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : left.track < right.track
    }
}

/// One round of judging in a track: who judges, by which rubric, and what is made of the marks.
public struct Stage: Sendable, Hashable {
    /// The stage's identifier.
    public var id: StageID
    /// Its names.
    public var names: LocalizedText
    /// The rubric, as the contest file refers to it: a path beside it, or `banyan:NAME`.
    public var rubric: String
    /// How many judges a submission gets, and who may sit on a panel.
    public var panel: PanelRule
    /// Heats (赛区) judged apart; empty where all are judged together.
    public var heats: [Heat]
    /// The last moment at which sheets are accepted; none if there is no limit.
    public var deadline: Timestamp?
    /// What is made of the marks.
    public var scoring: ScoringRule
    /// What happens with missing sheets when the stage is closed.
    public var missing: MissingSheets
    /// How equal scores are told apart, in order.
    public var ties: [TieBreak]
    /// How places are counted where submissions remain tied.
    public var numbering: Numbering
    /// Who goes on to the next stage; none for the last.
    public var advancement: Advancement?
    /// What built-in judges measure, in the order of the file.
    public var metrics: [MetricTask] = []
    /// Tables of measured values, in the order of the file.
    public var measured: [MeasuredTable] = []
    /// Outside programs that judge, in the order of the file.
    public var programs: [ProgramTask] = []

    /// A stage from its parts.
    public init(
        id: StageID, names: LocalizedText, rubric: String, panel: PanelRule, heats: [Heat] = [],
        deadline: Timestamp? = nil, scoring: ScoringRule, missing: MissingSheets = .wait,
        ties: [TieBreak] = [], numbering: Numbering = .standard, advancement: Advancement? = nil
    ) {
        self.id = id
        self.names = names
        self.rubric = rubric
        self.panel = panel
        self.heats = heats
        self.deadline = deadline
        self.scoring = scoring
        self.missing = missing
        self.ties = ties
        self.numbering = numbering
        self.advancement = advancement
    }
}

/// A regional competition (赛区) whose submissions are judged by its own judges.
public struct Heat: Sendable, Hashable {
    /// The heat's identifier.
    public var id: HeatID
    /// Its names.
    public var names: LocalizedText

    /// A heat.
    public init(id: HeatID, names: LocalizedText) {
        self.id = id
        self.names = names
    }
}

/// What closing a stage does about sheets that were assigned and did not come.
public enum MissingSheets: Sendable, Hashable {
    /// The stage cannot be closed until every sheet is in.
    case wait
    /// Submissions with a missing sheet are not ranked.
    case exclude
    /// Submissions are scored from the sheets that came, if they are at least so many.
    case proceed(atLeast: Int)
}

/// How many judges a submission gets and how much one judge may be asked to do.
public struct PanelRule: Sendable, Hashable {
    /// Sheets that a submission needs.
    public var minimum: Int
    /// Sheets that a submission may have; at least ``minimum``.
    public var maximum: Int
    /// Submissions that a judge may be given, unless the judge's own limit says less.
    public var maximumLoad: Int?
    /// Submissions that a judge must be given at least.
    public var minimumLoad: Int
    /// Judges of one organisation on a panel, at most.
    public var perOrganisation: Int?
    /// Judges of one region on a panel, at most.
    public var perRegion: Int?
    /// Judges of a kind on a panel, at least, by kind.
    public var perKind: [KindQuota]
    /// Whether judges of the entrant's own organisation are barred.
    public var barsOwnOrganisation: Bool
    /// Whether judges of the submission's own region are barred.
    public var barsOwnRegion: Bool
    /// Senior judges on a panel, at least.
    public var seniors = 0
    /// Judges who must, or must not, sit together.
    public var pairRules: [PairRule] = []
    /// What the assignment is to achieve.
    public var aims = AssignmentAims()

    /// A number of judges of a kind.
    public struct KindQuota: Sendable, Hashable {
        /// The kind of judge.
        public var kind: JudgeKind
        /// How many there must be at least.
        public var minimum: Int

        /// A number of judges of a kind.
        public init(kind: JudgeKind, minimum: Int) {
            self.kind = kind
            self.minimum = minimum
        }
    }

    /// A panel rule.
    public init(
        minimum: Int, maximum: Int, maximumLoad: Int? = nil, minimumLoad: Int = 0,
        perOrganisation: Int? = nil, perRegion: Int? = nil, perKind: [KindQuota] = [],
        barsOwnOrganisation: Bool = true, barsOwnRegion: Bool = false
    ) {
        self.minimum = minimum
        self.maximum = maximum
        self.maximumLoad = maximumLoad
        self.minimumLoad = minimumLoad
        self.perOrganisation = perOrganisation
        self.perRegion = perRegion
        self.perKind = perKind
        self.barsOwnOrganisation = barsOwnOrganisation
        self.barsOwnRegion = barsOwnRegion
    }
}
