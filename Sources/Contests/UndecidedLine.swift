/// A line between those who win or go on and those who do not that fell into a tie which nothing
/// but the identifier decided.
///
/// It is told, for the office may want to decide it by an override.
public struct UndecidedLine: Sendable, Hashable {
    /// Which line.
    public enum Line: Sendable, Hashable {
        /// Who goes on to a stage of the track; with the heat or region where a quota's line is.
        case advancement(to: StageID, quota: String?)
        /// Who wins an award.
        case award(AwardID)
    }

    /// Which line.
    public var line: Line
    /// The tied on the good side, in ascending order.
    public var admitted: [SubmissionID]
    /// The tied on the other side, in ascending order.
    public var refused: [SubmissionID]

    /// A line that only identifiers decided.
    public init(line: Line, admitted: [SubmissionID], refused: [SubmissionID]) {
        self.line = line
        self.admitted = admitted
        self.refused = refused
    }
}
