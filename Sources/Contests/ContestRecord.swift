/// Everything that is known of a contest: what the ledger's facts add up to.
///
/// Sheets are not in it: they are read stage by stage, in columns.
public struct ContestRecord: Sendable {
    /// The latest revision of each submission, by identifier.
    public var submissions: [SubmissionID: Submission] = [:]
    /// The submissions of each track in ascending order, once that was worked out; of use while
    /// there are as many submissions as then.
    private var idsByTrack: [TrackID: [SubmissionID]] = [:]
    private var indexedCount = 0
    /// The order in which submissions were first loaded, from 0; for "earlier submission" where
    /// no time is stated.
    public var loadOrder: [SubmissionID: Int] = [:]
    /// Submissions that left the contest.
    public var exits: [SubmissionID: Exit] = [:]
    /// The judges.
    public var judges: [JudgeID: Judge] = [:]
    /// Known conflicts of interest.
    public var conflicts: [Conflict] = []
    /// Declared recusals.
    public var recusals: [Recusal] = []
    /// Assignments in force, by stage, in ascending order.
    public var assignments: [StageID: [Assignment]] = [:]
    /// Adjustments, in the order of record.
    public var adjustments: [Adjustment] = []
    /// Reconsidered scores, in the order of record; a later one replaces an earlier.
    public var reconsiderations: [Reconsideration] = []
    /// Overrides, in the order of record; a later one replaces an earlier.
    public var overrides: [Override] = []
    /// Overrides that wait for a second person, where the contest asks for one.
    public var unconfirmed: [Override] = []
    /// Appeals, in the order of record.
    public var appeals: [Appeal] = []
    /// Stages that are closed, with the decision.
    public var closings: [StageID: Decision] = [:]
    /// Submissions that take part in a stage because an earlier one was closed and advanced.
    public var advanced: [StageID: [SubmissionID]] = [:]
    /// The time of the last fact that a result can rest on; publishing one is not.
    public var lastFact: Timestamp?

    /// A contest of which nothing is known yet.
    public init() {}

    /// Lets an override count only once a second person has confirmed it, where the contest asks
    /// for that.
    public mutating func holdBackUnconfirmed(in contest: Contest) {
        guard contest.needsFourEyes else { return }
        unconfirmed = overrides.filter { $0.confirmation == nil }
        overrides.removeAll { $0.confirmation == nil }
    }

    /// Works out once who takes part in first stages, for a record of many tracks whose submissions
    /// do not change any more.
    ///
    /// - Complexity: O(*n* log *n*) for *n* submissions.
    public mutating func indexTracks() {
        var ids: [TrackID: [SubmissionID]] = [:]
        for submission in submissions.values {
            ids[submission.track, default: []].append(submission.id)
        }
        idsByTrack = ids.mapValues { $0.sorted() }
        indexedCount = submissions.count
    }

    /// The submissions that take part in a stage, in ascending order; those that left included.
    public func participants(of stage: StageID, in contest: Contest) -> [SubmissionID] {
        if contest.track(stage.track)?.stages.first?.id == stage {
            if indexedCount == submissions.count { return idsByTrack[stage.track] ?? [] }
            return submissions.values.filter { $0.track == stage.track }.map(\.id).sorted()
        }
        return (advanced[stage] ?? []).sorted()
    }
}
