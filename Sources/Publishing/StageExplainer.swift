import Contests
import Formats
import Numbers

/// Tells how a submission came to its score in one stage.
struct StageExplainer {
    let submission: SubmissionID
    let evidence: Explanation.Evidence
    let names: ContestNames
    let record: ContestRecord
    let audience: Audience

    init(
        _ submission: SubmissionID, _ evidence: Explanation.Evidence, names: ContestNames,
        record: ContestRecord, audience: Audience
    ) {
        self.submission = submission
        self.evidence = evidence
        self.names = names
        self.record = record
        self.audience = audience
    }

    var sections: [Explanation.Section] { [] }
}
