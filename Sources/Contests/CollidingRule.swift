/// A rule about an assignment, as a collision of rules names it.
public enum CollidingRule: Sendable, Hashable {
    /// A submission gets so many judges at least.
    case panelMinimum(Int)
    /// A submission gets so many judges at most.
    case panelMaximum(Int)
    /// Everyone who may marks these submissions.
    case anchors([SubmissionID])
    /// The stage's limit: a judge gets so many submissions at most.
    case stageLoad(Int)
    /// A judge's own limit.
    case ownLoad(JudgeID, Int)
    /// A judge gets so many submissions at least.
    case minimumLoad(Int)
    /// A panel has so many judges of a kind at least.
    case atLeast(Int, JudgeKind)
    /// A panel has so many senior judges at least.
    case seniors(Int)
    /// A panel has so many of these judges at most.
    case atMost(Int, [JudgeID])
    /// A panel has both of these judges, or neither.
    case together([JudgeID])
    /// A judge serves other heats than those of these submissions.
    case heats(JudgeID, [SubmissionID])
    /// A judge must not have these submissions.
    case conflicts(JudgeID, Ineligibility.Rule, [SubmissionID])
    /// Sheets that have come stay.
    case marked(Int)
}
