public import Numbers

/// What a judge gave on one criterion.
public struct Mark: Sendable, Hashable {
    /// The mark itself. A criterion that was not marked has no `Mark`: that is never zero.
    public enum Value: Sendable, Hashable {
        /// Points, a measured value, the points of the ticked boxes, or 1 and 0 for a gate.
        case points(Points)
        /// The criterion does not apply to this submission.
        case notApplicable
        /// Only the comment counts.
        case text
    }

    /// The criterion that was judged.
    public var criterion: CriterionID
    /// What was given.
    public var value: Value
    /// Why; empty if nothing was said.
    public var comment: String
    /// The boxes that were ticked on a checklist.
    public var ticks: [String]

    /// A mark.
    public init(criterion: CriterionID, value: Value, comment: String = "", ticks: [String] = []) {
        self.criterion = criterion
        self.value = value
        self.comment = comment
        self.ticks = ticks
    }
}

/// The marks of one judge for one submission in one stage.
public struct ScoreSheet: Sendable, Hashable {
    /// The stage.
    public var stage: StageID
    /// The judge.
    public var judge: JudgeID
    /// The submission.
    public var submission: SubmissionID
    /// Counts the sheets of this judge for this submission from 1; a later one replaces an earlier.
    public var revision: Int
    /// The hash of the rubric that the judge had in hand.
    public var rubricHash: String
    /// How sure the judge is, where the contest asks; used as a weight.
    public var confidence: Points?
    /// The marks, in the order of the rubric.
    public var marks: [Mark]

    /// A sheet.
    public init(
        stage: StageID, judge: JudgeID, submission: SubmissionID, revision: Int = 1,
        rubricHash: String, confidence: Points? = nil, marks: [Mark]
    ) {
        self.stage = stage
        self.judge = judge
        self.submission = submission
        self.revision = revision
        self.rubricHash = rubricHash
        self.confidence = confidence
        self.marks = marks
    }
}
