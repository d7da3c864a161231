/// Where a built-in judge's measured values stand: latency, cost or size, in a table.
public struct MeasuredTable: Sendable, Hashable {
    /// The program judge who gives the marks.
    public var judge: JudgeID
    /// The criterion, of the kind measurement, that the value is a mark on.
    public var criterion: CriterionID
    /// The table, beside the contest file: CSV or a workbook.
    public var file: String
    /// The column of submissions.
    public var key = "submission"
    /// The column of values.
    public var value = "value"

    /// A table with the usual columns.
    public init(judge: JudgeID, criterion: CriterionID, file: String) {
        self.judge = judge
        self.criterion = criterion
        self.file = file
    }
}
