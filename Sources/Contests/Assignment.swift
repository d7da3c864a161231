/// One judge's duty to mark one submission.
public struct Assignment: Sendable, Hashable {
    /// The judge.
    public var judge: JudgeID
    /// The submission.
    public var submission: SubmissionID

    /// A duty.
    public init(judge: JudgeID, submission: SubmissionID) {
        self.judge = judge
        self.submission = submission
    }
}

extension Assignment: Comparable {
    public static func < (left: Assignment, right: Assignment) -> Bool {
        (left.submission, left.judge) < (right.submission, right.judge)
    }
}
