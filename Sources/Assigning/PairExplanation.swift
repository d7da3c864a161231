public import Contests

/// Why a judge was given a submission, or was not.
public struct PairExplanation: Sendable, Hashable {
    /// What became of the pair.
    public enum Outcome: Sendable, Hashable {
        /// A rule forbids it.
        case forbidden(Ineligibility)
        /// It is assigned.
        case assigned
        /// It is allowed, and the submission has judges who fit better or are less busy.
        case passedOver
    }

    /// The judge.
    public var judge: JudgeID
    /// The submission.
    public var submission: SubmissionID
    /// What became of the pair.
    public var outcome: Outcome
    /// How well they fit; none where the pair is forbidden.
    public var affinity: Int?
    /// What the judge wishes about the submission; none where there is no bid.
    public var bid: GivenAffinities.Bid?
    /// Whether a table gave the affinity, and not the formula.
    public var isGiven: Bool
    /// Decimals of the affinities.
    public var decimals: Int
    /// The judges of the submission with their affinities, the best first.
    public var panel: [Seat]

    /// A judge on the panel.
    public struct Seat: Sendable, Hashable {
        /// The judge.
        public var judge: JudgeID
        /// How well the judge fits the submission.
        public var affinity: Int
        /// Submissions that the judge is given.
        public var load: Int

        /// A judge on the panel.
        public init(judge: JudgeID, affinity: Int, load: Int) {
            self.judge = judge
            self.affinity = affinity
            self.load = load
        }
    }
}

extension PairExplanation {
    /// Explains a pair of a stage under the assignments given.
    ///
    /// Nothing if the record has no such judge or submission.
    public init?(
        judge: JudgeID, submission: SubmissionID, contest: Contest, stage: Stage,
        record: ContestRecord, assignments: [Assignment],
        given: GivenAffinities = GivenAffinities()
    ) {
        guard let person = record.judges[judge], let work = record.submissions[submission] else {
            return nil
        }
        self.judge = judge
        self.submission = submission
        let track = contest.track(stage.id.track)
        let others = assignments.filter { $0.submission == submission }.map(\.judge)
        let judges = (others + [judge]).compactMap { record.judges[$0] }
        let affinities = given.row(for: submission, judges: judges) {
            Affinity(judges: judges, submissions: [work], track: track).row(for: work)
        }
        bid = given.bids[Assignment(judge: judge, submission: submission)]
        isGiven = given.matrix != nil
        decimals = given.decimals
        let loads = Dictionary(grouping: assignments, by: \.judge).mapValues(\.count)
        panel = zip(judges, affinities).filter { others.contains($0.0.id) }.map {
            Seat(judge: $0.0.id, affinity: Int($0.1), load: loads[$0.0.id] ?? 0)
        }.sorted { ($1.affinity, $0.judge) < ($0.affinity, $1.judge) }
        panel = panel.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        if let reason = Self.reason(person, work, contest, stage, record) {
            outcome = .forbidden(reason)
        } else {
            outcome = others.contains(judge) ? .assigned : .passedOver
            affinity = affinities.last.map(Int.init)
        }
    }

    private static func reason(
        _ judge: Judge, _ submission: Submission, _ contest: Contest, _ stage: Stage,
        _ record: ContestRecord
    ) -> Ineligibility? {
        guard judge.serves(stage.id) else { return .wrongTrack }
        guard record.exits[submission.id] == nil,
            record.participants(of: stage.id, in: contest).contains(submission.id)
        else { return .notTakingPart }
        return Eligibility(stage: stage, judges: [judge], record: record)
            .reason(0, Eligibility.Traits(submission))
    }
}
