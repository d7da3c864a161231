public import Numbers

/// What a built-in judge measures in a stage: a file of each submission against hidden answers.
public struct MetricTask: Sendable, Hashable {
    /// The program judge who gives the marks.
    public var judge: JudgeID
    /// The criterion, of the kind measurement, that the value is a mark on.
    public var criterion: CriterionID
    /// What is measured.
    public var metric: MetricKind
    /// The submission's file in its folder; with `*`, all its revisions, the last by name.
    public var file: String
    /// The table of answers, beside the contest file; never published.
    public var answers: String
    /// The column that tells rows apart, in both files.
    public var key = "id"
    /// The column of the answer.
    public var answer = "answer"
    /// The column of the prediction.
    public var prediction = "prediction"
    /// The class that is looked for.
    public var positive = "1"
    /// How many places of a list count.
    public var places = 10
    /// The quantile that is predicted, between 0 and 1.
    public var quantile = Points(millionths: 500_000)
    /// The least overlap (IoU) by which a thing in a picture is found; above 0 and at most 1.
    public var overlap = Points(millionths: 500_000)
    /// Which rows the public board (A) is measured by; the others make the final one (B).
    public var split = Split.none
    /// Which revision counts.
    public var choice = Choice.last
    /// Revisions a day that count, the first by name; none if there is no limit.
    public var perDay: Int?
    /// When the final board takes the place of the public one; the stage's deadline if none.
    public var until: Timestamp?

    /// How answers are shared out between the public and the final board.
    public enum Split: Sendable, Hashable {
        /// Both boards are measured by all rows.
        case none
        /// A share of the rows, drawn by a seed, is public.
        case seeded(share: Points, seed: UInt64)
        /// A column of the answers says `public` or `private`.
        case column(String)
    }

    /// Which of a submission's revisions counts.
    public enum Choice: String, Sendable, Hashable, CaseIterable {
        /// The last.
        case last
        /// The one that is best on the public rows.
        case best
    }

    /// A task with what is usual.
    public init(
        judge: JudgeID, criterion: CriterionID, metric: MetricKind, file: String, answers: String
    ) {
        self.judge = judge
        self.criterion = criterion
        self.metric = metric
        self.file = file
        self.answers = answers
    }

    /// The rows that are measured at a moment.
    public func part(at now: Timestamp, deadline: Timestamp?) -> MetricPart {
        guard split != .none, let end = until ?? deadline, now <= end else { return .final }
        return .open
    }
}
