public import Contests

extension StageScores {
    /// A submission's score; none if it does not take part.
    ///
    /// - Complexity: O(log *n*).
    public subscript(submission: SubmissionID) -> SubmissionScore? {
        var low = 0
        var high = submissions.count
        while low < high {
            let middle = (low + high) / 2
            if submissions[middle].submission < submission {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < submissions.count, submissions[low].submission == submission else { return nil }
        return submissions[low]
    }
}
