public import Numbers

/// Who decided something, when and why.
public struct Decision: Sendable, Hashable {
    /// The name that was given with `--as`.
    public var by: String
    /// When it was recorded.
    public var at: Timestamp
    /// Why.
    public var reason: String

    /// A decision.
    public init(by: String, at: Timestamp, reason: String) {
        self.by = by
        self.at = at
        self.reason = reason
    }
}

/// Points that the chief judge adds to a sheet's score, or a penalty on a submission.
public struct Adjustment: Sendable, Hashable {
    /// The stage.
    public var stage: StageID
    /// The submission.
    public var submission: SubmissionID
    /// The judge whose sheet is adjusted; none where the submission's own score is.
    public var judge: JudgeID?
    /// What is added; negative to take off.
    public var points: Points
    /// Who, when and why.
    public var decision: Decision

    /// An adjustment.
    public init(
        stage: StageID, submission: SubmissionID, judge: JudgeID?, points: Points,
        decision: Decision
    ) {
        self.stage = stage
        self.submission = submission
        self.judge = judge
        self.points = points
        self.decision = decision
    }
}

/// A sheet's score that the judge gave anew after the range rule sent the submission back.
public struct Reconsideration: Sendable, Hashable {
    /// The stage.
    public var stage: StageID
    /// The submission.
    public var submission: SubmissionID
    /// The judge.
    public var judge: JudgeID
    /// The score that replaces the first one.
    public var score: Points
    /// Who, when and why.
    public var decision: Decision

    /// A reconsidered score.
    public init(
        stage: StageID, submission: SubmissionID, judge: JudgeID, score: Points, decision: Decision
    ) {
        self.stage = stage
        self.submission = submission
        self.judge = judge
        self.score = score
        self.decision = decision
    }
}

/// A place or an award that the office set by hand.
public struct Override: Sendable, Hashable {
    /// What is set.
    public enum Setting: Sendable, Hashable {
        /// The place in a stage's standings; the others close up around it.
        case place(Int, in: StageID)
        /// The award; none takes the award away.
        case award(AwardID?)
    }

    /// The sequence of the fact that records it; none before it is recorded.
    public var fact: Int?
    /// The submission.
    public var submission: SubmissionID
    /// What is set.
    public var setting: Setting
    /// Who, when and why.
    public var decision: Decision
    /// The second person who confirmed it, if one did.
    public var confirmation: Decision?

    /// An override.
    public init(submission: SubmissionID, setting: Setting, decision: Decision) {
        self.submission = submission
        self.setting = setting
        self.decision = decision
    }
}

/// Why a submission is no longer in the contest.
public enum Exit: Sendable, Hashable {
    /// Its entrant took it back.
    case withdrawn(Decision)
    /// The office took it out.
    case disqualified(Decision)

    /// Who, when and why.
    public var decision: Decision {
        switch self {
        case .withdrawn(let decision), .disqualified(let decision): decision
        }
    }
}
