public import Numbers

/// The standings of a stage by another method of scoring, beside the official ones.
///
/// It informs, and is never recorded: the contest file alone says what counts.
public struct MethodRanking: Sendable, Hashable {
    /// A submission by the method.
    public struct Row: Sendable, Hashable {
        /// The submission.
        public var submission: SubmissionID
        /// The place by the method, from 1; the same for scores that are equal.
        public var place: Int
        /// The score by the method, in its own unit.
        public var score: Double
        /// The official place.
        public var officialPlace: Ratio
        /// The official score.
        public var officialScore: Ratio?
        /// The line that it lies above by the method, as a number from 0; none below all.
        public var line: Int?
        /// The line that it lies above officially.
        public var officialLine: Int?

        /// A submission by the method.
        public init(
            submission: SubmissionID, place: Int, score: Double, officialPlace: Ratio,
            officialScore: Ratio?, line: Int?, officialLine: Int?
        ) {
            self.submission = submission
            self.place = place
            self.score = score
            self.officialPlace = officialPlace
            self.officialScore = officialScore
            self.line = line
            self.officialLine = officialLine
        }
    }

    /// The stage.
    public var stage: StageID
    /// The method.
    public var method: StageReport.Method.Name
    /// Lines that awards or going on draw, the best first.
    public var lines: [StageReport.Line]
    /// The submissions, the best by the method first; those that are equal in official order.
    public var rows: [Row]

    /// A ranking by a method.
    public init(
        stage: StageID, method: StageReport.Method.Name, lines: [StageReport.Line], rows: [Row]
    ) {
        self.stage = stage
        self.method = method
        self.lines = lines
        self.rows = rows
    }
}
