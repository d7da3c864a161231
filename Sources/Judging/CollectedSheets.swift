public import Contests
public import Formats

/// What came back from the judges.
public struct CollectedSheets: Sendable {
    /// Sheets that may be recorded, in ascending order of stage, submission and judge; each pair
    /// once.
    public var sheets: [CollectedSheet] = []
    /// Recusals that judges declared in their sheets, each once, in ascending order.
    public var recusals: [Recusal] = []
    /// Sheets that contradict each other; none of the two counts.
    public var disagreements: [Disagreement] = []
    /// Everything that was wrong or put right.
    public var faults = FaultList()
    /// The files that were read, in ascending order of name.
    public var files: [SourceFile] = []
    /// Sheets that were refused.
    public var refused = 0

    /// Two sheets of one judge for one submission that contradict each other.
    public struct Disagreement: Sendable, Hashable {
        /// The one that was read first.
        public var first: CollectedSheet
        /// The other one.
        public var second: CollectedSheet
    }
}

/// A sheet with the place that it was read from.
public struct CollectedSheet: Sendable, Hashable {
    /// The sheet; its revision is that of the recorded sheet if it says the same, else the next.
    public var sheet: ScoreSheet
    /// The file.
    public var file: String
    /// The line on which it begins.
    public var line: Int
    /// Where in a workbook it stands; none in other files.
    public var place: SheetPlace?
    /// Required criteria without a mark; the sheet is open if there are any.
    public var missing: [CriterionID]
    /// Whether it came after the deadline.
    public var isLate: Bool
    /// Whether it says nothing that is not recorded already.
    public var isKnown: Bool

    /// The file, and where in it.
    public func location(in language: Language) -> String {
        Fault(file: file, line: line, problem: .none, place: place).location(in: language)
    }
}
