public import Numbers

/// What the marks of a stage say beyond its official scores: severity, reliability, certainty.
///
/// Every number here is a statistic in points or a chance from 0 to 1; none of them decides
/// anything.
public struct StageReport: Sendable, Hashable {
    /// A value with its standard error, in points.
    public struct Estimate: Sendable, Hashable {
        /// The value.
        public var value: Double
        /// Its standard error.
        public var error: Double

        /// A value with its error.
        public init(value: Double, error: Double) {
            self.value = value
            self.error = error
        }
    }

    /// Standard deviations, in points.
    public struct Deviations: Sendable, Hashable {
        /// Of submissions' qualities.
        public var quality: Double
        /// Of judges' severities.
        public var severity: Double
        /// Of what is left: chance, and how a judge sees one submission.
        public var chance: Double

        /// Standard deviations.
        public init(quality: Double, severity: Double, chance: Double) {
            self.quality = quality
            self.severity = severity
            self.chance = chance
        }
    }

    /// A judge, in a stage.
    public struct Severity: Sendable, Hashable {
        /// The judge.
        public var judge: JudgeID
        /// The stage whose sheets these are.
        public var stage: StageID
        /// How many sheets.
        public var sheets: Int
        /// The mean of the sheets' scores.
        public var mean: Double
        /// By how much the judge marks below the others.
        public var severity: Estimate
        /// By how much the judge marks below the other judges of the same submissions, as the mean
        /// over these; none where the judge shares none.
        public var gap: Double?
        /// Whether the sheets tell the severity from the quality of what was judged.
        public var isToldApart: Bool

        /// A judge's severity.
        public init(
            judge: JudgeID, stage: StageID, sheets: Int, mean: Double, severity: Estimate,
            gap: Double?, isToldApart: Bool
        ) {
            self.judge = judge
            self.stage = stage
            self.sheets = sheets
            self.mean = mean
            self.severity = severity
            self.gap = gap
            self.isToldApart = isToldApart
        }
    }

    /// A submission that has a place.
    public struct Certainty: Sendable, Hashable {
        /// The submission.
        public var submission: SubmissionID
        /// The official place.
        public var place: Ratio
        /// The official score.
        public var score: Ratio?
        /// The judges of its sheets in this stage.
        public var judges: [JudgeID]
        /// The mean of its sheets' scores in this stage.
        public var raw: Double
        /// The mean severity of the judges of these sheets, which the adjusted mean adds back.
        public var panelSeverity: Double
        /// How far it lies above the mean of all, as all sheets together say.
        public var quality: Estimate
        /// The best and the worst place of the interval.
        public var places: ClosedRange<Int>
        /// For each line, the chance of a place at or above it.
        public var chances: [Double]
        /// The chance of being better than the next in the official order; none for the last.
        public var aboveNext: Double?

        /// What is known of a submission's place.
        public init(
            submission: SubmissionID, place: Ratio, score: Ratio?, judges: [JudgeID], raw: Double,
            panelSeverity: Double, quality: Estimate, places: ClosedRange<Int>,
            chances: [Double], aboveNext: Double?
        ) {
            self.submission = submission
            self.place = place
            self.score = score
            self.judges = judges
            self.raw = raw
            self.panelSeverity = panelSeverity
            self.quality = quality
            self.places = places
            self.chances = chances
            self.aboveNext = aboveNext
        }
    }

    /// A line in the standings.
    public struct Line: Sendable, Hashable {
        /// What lies above the line: an award with all better ones; none where it is going on.
        public var award: AwardID?
        /// How many places lie above it.
        public var places: Int

        /// A line.
        public init(award: AwardID?, places: Int) {
            self.award = award
            self.places = places
        }
    }

    /// What another method of scoring makes of the stage's sheets.
    public struct Method: Sendable, Hashable {
        /// The methods that are compared.
        public enum Name: String, Sendable, Hashable, CaseIterable {
            /// The mean of the sheets' scores.
            case mean
            /// The mean without the highest and the lowest.
            case trimmedMean = "trimmed_mean"
            /// The middle score.
            case median
            /// The mean of T-scores by judge.
            case standardScore = "t_score"
            /// The quality that the mixed model predicts.
            case additive
        }

        /// A submission that would lie above another line.
        public struct Change: Sendable, Hashable {
            /// The submission.
            public var submission: SubmissionID
            /// The line that it lies above officially; none below all.
            public var before: Int?
            /// The line that the method has it above.
            public var after: Int?
            /// How many places it gains; below 0 where it loses.
            public var places: Int

            /// A change.
            public init(submission: SubmissionID, before: Int?, after: Int?, places: Int) {
                self.submission = submission
                self.before = before
                self.after = after
                self.places = places
            }
        }

        /// The method.
        public var name: Name
        /// Who would lie above another line, in the official order; none where the sheets do not
        /// carry the method.
        public var changes: [Change]?

        /// What a method makes of the sheets.
        public init(name: Name, changes: [Change]?) {
            self.name = name
            self.changes = changes
        }
    }

    /// How reliable the mean of a panel is.
    public struct PanelReliability: Sendable, Hashable {
        /// The number of judges.
        public var judges: Int
        /// Between submissions that the same judges marked.
        public var samePanel: Double
        /// Between submissions of different panels.
        public var otherPanel: Double

        /// The reliability of a panel's mean.
        public init(judges: Int, samePanel: Double, otherPanel: Double) {
            self.judges = judges
            self.samePanel = samePanel
            self.otherPanel = otherPanel
        }
    }

    /// The stage.
    public var stage: StageID
    /// The stages whose sheets it rests on: this one, and earlier ones on the same scale.
    public var sources: [StageID]
    /// The sheets that it rests on.
    public var sheets: Int
    /// How much submissions, judges and chance spread the sheets' scores.
    public var deviations: Deviations
    /// How reliable panels of several sizes are.
    public var reliability: [PanelReliability]
    /// The judges that a panel needs for a reliability of 0.8: the same for all, and others for
    /// each; none where no number does.
    public var judgesNeeded: [Int?]
    /// The judges, in the order of stages and then of judges.
    public var judges: [Severity]
    /// The lines, the highest first.
    public var lines: [Line]
    /// The submissions that have a place, the best first.
    public var submissions: [Certainty]
    /// Other methods of scoring, by whom they would give another award; empty without lines.
    public var methods: [Method]
    /// Runs of ``submissions``, from 1, whose first cannot be told from their last.
    public var bands: [ClosedRange<Int>]

    /// A report.
    public init(
        stage: StageID, sources: [StageID], sheets: Int,
        deviations: Deviations,
        reliability: [PanelReliability], judgesNeeded: [Int?], judges: [Severity], lines: [Line],
        submissions: [Certainty], methods: [Method], bands: [ClosedRange<Int>]
    ) {
        self.stage = stage
        self.sources = sources
        self.sheets = sheets
        self.deviations = deviations
        self.reliability = reliability
        self.judgesNeeded = judgesNeeded
        self.judges = judges
        self.lines = lines
        self.submissions = submissions
        self.methods = methods
        self.bands = bands
    }
}

extension StageReport {
    /// How often an interval of places holds the true one.
    public static let confidence = 0.8
    /// The chance from which on a submission counts as certain of what it has.
    public static let certainty = 0.95

    /// The highest line that a submission's official place lies above; none below all.
    public func line(of submission: Certainty) -> Int? {
        lines.firstIndex { submission.place <= Ratio(whole: $0.places) }
    }

    /// The submissions above a line whose chance of belonging there is that of certainty, and how
    /// many are above it; those above better lines are left out.
    public func certain(atLine line: Int) -> (certain: Int, of: Int) {
        let own = submissions.filter { self.line(of: $0) == line }
        return (own.count { $0.chances[line] >= Self.certainty }, own.count)
    }
}
