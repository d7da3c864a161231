public import Numbers

/// What a stage's rule made of its marks.
public struct StageScores: Sendable, Hashable {
    /// The stage.
    public var stage: StageID
    /// One for each participant, in ascending order of submission.
    public var submissions: [SubmissionScore]
    /// What the rule could not do, in a fixed order.
    public var troubles: [ScoringTrouble]

    /// The scores of a stage.
    public init(stage: StageID, submissions: [SubmissionScore], troubles: [ScoringTrouble] = []) {
        self.stage = stage
        self.submissions = submissions
        self.troubles = troubles
    }
}

/// A submission's score in a stage and what it came from.
public struct SubmissionScore: Sendable, Hashable {
    /// The submission.
    public var submission: SubmissionID
    /// Its sheets' scores, in ascending order of judge; empty where criteria are combined last.
    public var sheets: [SheetScore]
    /// The value of each criterion, in the order of the rubric: after the steps that came before
    /// criteria were combined, or else the mean of the marks; none where nothing was scored.
    public var criteria: [Ratio?]
    /// The best mark of any judge, in the order of the rubric.
    public var bestMarks: [Points?]
    /// The score without what was carried; none if not scored.
    public var own: Ratio?
    /// The score by which the submission is ranked; none if not scored.
    public var score: Ratio?
    /// Highest minus lowest sheet score, where the stage has a range rule.
    public var span: Ratio?
    /// Whether the range rule sends it back to its judges.
    public var isSentBack: Bool
    /// The gate that it failed.
    public var failedGate: CriterionID?
    /// Sheets that were assigned and are missing or incomplete.
    public var missingSheets: Int
    /// Sheets that came and are complete.
    public var completeSheets: Int

    /// A submission's score.
    public init(submission: SubmissionID, criteria: [Ratio?] = []) {
        self.submission = submission
        self.criteria = criteria
        sheets = []
        bestMarks = []
        isSentBack = false
        missingSheets = 0
        completeSheets = 0
    }
}

/// What one judge's sheet came to.
public struct SheetScore: Sendable, Hashable {
    /// The judge.
    public var judge: JudgeID
    /// The score from the marks; none if the sheet is incomplete.
    public var raw: Ratio?
    /// The standard score; none where the rule has no such step.
    public var standard: Ratio?
    /// What the chief judge added.
    public var adjustment: Points?
    /// The reconsidered score that replaces the others.
    public var reconsidered: Points?
    /// The score that the judges' scores are combined from, also where this one is left out; none
    /// if the sheet does not count.
    public var counted: Ratio?
    /// Whether it was left out as one of the highest or lowest.
    public var isDropped: Bool

    /// A sheet's score.
    public init(judge: JudgeID, raw: Ratio? = nil) {
        self.judge = judge
        self.raw = raw
        isDropped = false
    }
}

/// Something that a scoring rule could not do, told with whom it concerns.
public enum ScoringTrouble: Sendable, Hashable {
    /// All sheets of a judge have the same score, so no standard score can be made.
    case noDeviation(JudgeID, sheets: Int)
    /// A submission has too few values for the rule.
    case tooFewSheets(SubmissionID, found: Int, needed: Int)
    /// A kind of judge gave no sheet.
    case kindMissing(SubmissionID, JudgeKind)
    /// A field that a step names is missing or is not a number.
    case fieldMissing(SubmissionID, field: String)
    /// A table has no value for a mark.
    case notInTable(SubmissionID, table: String, key: String, mark: Points)
    /// An earlier stage that is carried has no score for the submission.
    case nothingToCarry(SubmissionID, stage: String)
    /// Exact arithmetic left its range.
    case overflow(SubmissionID)
    /// A sheet has no mark on a required criterion.
    case incompleteSheet(SubmissionID, JudgeID, CriterionID)
    /// A measured value lies below every band.
    case notMeasurable(SubmissionID, CriterionID, value: Points)
    /// Judges are weighted by confidence, and this sheet states none while others do; it does not
    /// count.
    case confidenceMissing(SubmissionID, JudgeID)
    /// A criterion does not apply and its weight cannot be shared out: a maximum is not known, or
    /// nothing is left that has a weight. The judge is none where judges were combined first.
    case cannotRedistribute(SubmissionID, JudgeID?, CriterionID)
}
