/// A person or a program that marks.
public struct Judge: Sendable, Hashable {
    /// The judge's identifier.
    public var id: JudgeID
    /// The judge's name.
    public var name: String
    /// Organisations that the judge belongs to.
    public var organisations: [String]
    /// The judge's region; empty if not stated.
    public var region: String
    /// Tracks, or stages written `TRACK/STAGE`, that the judge serves; empty for all.
    public var serves: [String]
    /// Heats that the judge serves; empty for all.
    public var heats: [HeatID]
    /// Criteria that the judge marks; empty for all.
    public var criteria: [CriterionID]
    /// Words for what the judge knows about.
    public var expertise: [String]
    /// Submissions that the judge takes at most; none for the stage's own limit.
    public var maximumLoad: Int?
    /// What kind of judge, such as `academic` or `public`.
    public var kind: JudgeKind
    /// Whether the judge can lead a panel.
    public var isSenior: Bool
    /// Whether the judge is given submissions only where others cannot do the work.
    public var isReserve = false

    /// A judge from its parts.
    public init(
        id: JudgeID, name: String = "", organisations: [String] = [], region: String = "",
        serves: [String] = [], heats: [HeatID] = [], criteria: [CriterionID] = [],
        expertise: [String] = [], maximumLoad: Int? = nil, kind: JudgeKind = "expert",
        isSenior: Bool = false
    ) {
        self.id = id
        self.name = name
        self.organisations = organisations
        self.region = region
        self.serves = serves
        self.heats = heats
        self.criteria = criteria
        self.expertise = expertise
        self.maximumLoad = maximumLoad
        self.kind = kind
        self.isSenior = isSenior
    }

    /// Whether the judge serves a stage.
    public func serves(_ stage: StageID) -> Bool {
        serves.isEmpty || serves.contains(stage.track.text) || serves.contains(stage.description)
    }

    /// Whether the judge may be given submissions of a heat.
    public func serves(heat: HeatID?) -> Bool {
        guard let heat, !heats.isEmpty else { return true }
        return heats.contains(heat)
    }

    /// The criteria of a rubric that this judge is to mark.
    public func criteria(of rubric: Rubric) -> [Criterion] {
        guard !criteria.isEmpty else { return rubric.criteria }
        let own = Set(criteria.flatMap { rubric.criteria(named: $0) })
        return rubric.criteria.filter { own.contains($0.id) }
    }
}

/// A conflict of interest that the office knows of.
public struct Conflict: Sendable, Hashable {
    /// What the judge must not judge.
    public enum Target: Sendable, Hashable {
        /// One submission.
        case submission(SubmissionID)
        /// Everything that an organisation has a hand in.
        case organisation(String)
        /// Everything from a region.
        case region(String)
    }

    /// The judge.
    public var judge: JudgeID
    /// What the judge must not judge.
    public var target: Target
    /// Why.
    public var reason: String

    /// A conflict.
    public init(judge: JudgeID, target: Target, reason: String = "") {
        self.judge = judge
        self.target = target
        self.reason = reason
    }
}

/// A judge's own declaration that they should not judge a submission, or a whole stage.
public struct Recusal: Sendable, Hashable {
    /// The judge.
    public var judge: JudgeID
    /// The stage.
    public var stage: StageID
    /// The submission; none for every submission of the stage.
    public var submission: SubmissionID?
    /// Why.
    public var reason: String

    /// A recusal.
    public init(
        judge: JudgeID, stage: StageID, submission: SubmissionID? = nil, reason: String = ""
    ) {
        self.judge = judge
        self.stage = stage
        self.submission = submission
        self.reason = reason
    }

    /// Whether the recusal covers a submission.
    public func covers(_ submission: SubmissionID, in stage: StageID) -> Bool {
        self.stage == stage && (self.submission == nil || self.submission == submission)
    }
}
