public import Contests

/// The work that waits for one judge, in order.
public struct JudgeQueue: Sendable, Hashable {
    /// The judge.
    public var judge: JudgeID
    /// The submissions to judge.
    public var submissions: [SubmissionID]
    /// Submissions that are judged at once, at most; 1 for one after the other.
    public var atOnce: Int
    /// How failures are tried again.
    public var retry: RetryRule
    /// After so many submissions in a row that failed, the rest is given up.
    public var patience: Int

    /// A queue.
    public init(
        judge: JudgeID, submissions: [SubmissionID], atOnce: Int = 1,
        retry: RetryRule = RetryRule(), patience: Int = 10
    ) {
        self.judge = judge
        self.submissions = submissions
        self.atOnce = max(1, atOnce)
        self.retry = retry
        self.patience = max(1, patience)
    }
}
