import Contests
import Formats
import Numbers

/// Tells how a submission's score led to its place, to the next stage and to awards.
struct ResultExplainer {
    let submission: SubmissionID
    let leaderboard: Leaderboard
    let names: ContestNames
    let record: ContestRecord
    let audience: Audience

    init(
        _ submission: SubmissionID, _ leaderboard: Leaderboard, names: ContestNames,
        record: ContestRecord, audience: Audience
    ) {
        self.submission = submission
        self.leaderboard = leaderboard
        self.names = names
        self.record = record
        self.audience = audience
    }

    var section: Explanation.Section? { nil }
}
