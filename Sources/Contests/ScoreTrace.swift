public import Numbers

/// How one submission came to its score in a stage, step by step.
///
/// What `explain` puts into words. It comes from the same steps as the score itself.
public struct ScoreTrace: Sendable, Hashable {
    /// One value of the submission's table at some moment.
    public struct Cell: Sendable, Hashable {
        /// What there is in a cell.
        public enum State: Sendable, Hashable {
            /// A value.
            case scored
            /// The judge gave nothing, or nothing that can be used.
            case notScored
            /// "Not applicable"; the other criteria share out the weight.
            case notApplicable
            /// The judge does not mark this criterion.
            case outOfScope
            /// Left out as one of the highest or lowest.
            case leftOut
        }

        /// The judge; none after judges were combined.
        public var judge: JudgeID?
        /// The criterion; none after criteria were combined.
        public var criterion: CriterionID?
        /// The value; also that of a cell that was left out.
        public var value: Ratio?
        /// What there is in the cell.
        public var state: State

        /// A cell.
        public init(judge: JudgeID?, criterion: CriterionID?, value: Ratio?, state: State) {
            self.judge = judge
            self.criterion = criterion
            self.value = value
            self.state = state
        }
    }

    /// The scores that a judge's standard scores are measured against.
    public struct JudgeScores: Sendable, Hashable {
        /// The judge.
        public var judge: JudgeID
        /// Complete sheets in the mark set.
        public var sheets: Int
        /// The judge's mean.
        public var mean: Ratio
        /// The square of the judge's deviation, with the divisor of the step; none of one sheet
        /// where the divisor is *n* − 1.
        public var variance: Ratio?

        /// A judge's mean and deviation.
        public init(judge: JudgeID, sheets: Int, mean: Ratio, variance: Ratio?) {
            self.judge = judge
            self.sheets = sheets
            self.mean = mean
            self.variance = variance
        }
    }

    /// A score that was carried from an earlier stage.
    public struct Carried: Sendable, Hashable {
        /// Where it is from and what it counts.
        public var source: CarryStep.Source
        /// The score; none if there is none.
        public var score: Ratio?

        /// A carried score.
        public init(source: CarryStep.Source, score: Ratio?) {
            self.source = source
            self.score = score
        }
    }

    /// What changed the table.
    public enum Event: Sendable, Hashable {
        /// A step of the rule, counted from 0.
        case step(Int, ScoringStep)
        /// The chief judge's adjustments and the reconsidered scores on this submission's sheets,
        /// in the order of record.
        case sheetDecisions([Adjustment], [Reconsideration])
        /// Adjustments of the submission's own score, in the order of record.
        case penalties([Adjustment])
    }

    /// One event and the table before and after it.
    public struct Change: Sendable, Hashable {
        /// What changed the table.
        public var event: Event
        /// The table before, row by row.
        public var before: [Cell]
        /// The table after, row by row.
        public var after: [Cell]
        /// For standard scores, the judges of this submission, in ascending order.
        public var judges: [JudgeScores]
        /// For a carry, what was carried, in the order of the file.
        public var carried: [Carried]

        /// A change.
        public init(
            event: Event, before: [Cell], after: [Cell], judges: [JudgeScores] = [],
            carried: [Carried] = []
        ) {
            self.event = event
            self.before = before
            self.after = after
            self.judges = judges
            self.carried = carried
        }
    }

    /// The stage.
    public var stage: StageID
    /// The table at the start: the marks, measured values already turned into points.
    public var marks: [Cell]
    /// What happened to it, in order. It ends early where no score could be made.
    public var changes: [Change]
    /// What came of it.
    public var score: SubmissionScore
    /// What the rule could not do for this submission or its judges.
    public var troubles: [ScoringTrouble]

    /// A trace from its parts.
    public init(
        stage: StageID, marks: [Cell], changes: [Change], score: SubmissionScore,
        troubles: [ScoringTrouble]
    ) {
        self.stage = stage
        self.marks = marks
        self.changes = changes
        self.score = score
        self.troubles = troubles
    }
}
