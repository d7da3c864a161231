public import Contests

/// What an assignment is chosen from and what it must obey, for one stage: submissions, judges,
/// and the pairs that are allowed, in numbers.
///
/// Submissions and judges are named by their positions in ``submissions`` and ``judges``, which
/// are in ascending order. A pair that no list holds is not allowed.
public struct AssignmentProblem: Sendable, Hashable {
    /// The stage.
    public var stage: StageID
    /// The submissions that need judges, in ascending order.
    public var submissions: [SubmissionID]
    /// The judges who may be given any, in ascending order.
    public var judges: [JudgeID]
    /// Judges that each submission gets: at least and at most.
    public var demands: [ClosedRange<Int>]
    /// Submissions that each judge gets: at least and at most.
    public var loads: [ClosedRange<Int>]
    /// For each submission, the judges it may get, in ascending order.
    public var candidates: [[Candidate]]
    /// Rules of the panels, each over some judges.
    public var panelRules: [PanelLimit]
    /// Pairs in force that stay, whatever they cost; in ascending order of position.
    public var locked: [Pair]
    /// Pairs in force that stay if the rules allow it: the fewest are moved.
    public var kept: [Pair]
    /// Pairs that a rule about the two of them forbids, in ascending order of position.
    public var ruledOut: [RuledOut]
    /// The largest load that the loads' limits were made from, where the stage states one.
    public var stageLoad: Int?
    /// Which assignment is the best.
    public var objective = AssignmentAims.Objective.total
    /// Submissions that judges share along a set of links that spans all of them, at least; 0 where
    /// nothing is asked.
    public var links = 0
    /// Submissions that every judge marks, in ascending order; no panel rule holds for them.
    public var anchors: [Int] = []

    /// A judge that a submission may get.
    ///
    /// Holds both numbers in 64 bits, because a large stage has millions of them: positions below
    /// 2²⁰, and affinities of up to 43 bits and a sign, which is enough for 12 decimals.
    public struct Candidate: Sendable, Hashable {
        @usableFromInline let bits: Int64

        /// The position of the judge.
        @inlinable public var judge: Int32 { Int32(truncatingIfNeeded: bits & 0xF_FFFF) }
        /// How well they fit; higher is better.
        @inlinable public var affinity: Int64 { bits >> 20 }

        /// A judge that a submission may get.
        ///
        /// - Parameters:
        ///   - judge: A position from 0 to 1,048,575.
        ///   - affinity: From −2⁴³ to 2⁴³ − 1; what is beyond counts as that.
        public init(judge: Int, affinity: Int) {
            precondition((0..<1 << 20).contains(judge), "a stage has at most 1,048,576 judges")
            bits = Int64(min(max(affinity, -1 << 43), 1 << 43 - 1)) << 20 | Int64(judge)
        }
    }

    /// A submission and a judge by their positions.
    public struct Pair: Sendable, Hashable, Comparable {
        /// The position of the submission.
        public var submission: Int
        /// The position of the judge.
        public var judge: Int

        /// A submission and a judge.
        public init(submission: Int, judge: Int) {
            self.submission = submission
            self.judge = judge
        }

        public static func < (left: Pair, right: Pair) -> Bool {
            (left.submission, left.judge) < (right.submission, right.judge)
        }
    }

    /// How many of some judges each panel has, at least and at most.
    public struct PanelLimit: Sendable, Hashable {
        /// Positions of the judges, in ascending order.
        public var judges: [Int]
        /// How many of them a panel has.
        public var count: ClosedRange<Int>
        /// The kind that the rule asks for; none where it only limits.
        public var kind: JudgeKind?
        /// Whether a panel has all of them or none.
        public var isAllOrNone: Bool
        /// Whether the rule asks for judges who can lead a panel.
        public var isAboutSeniors: Bool

        /// A rule of the panels.
        public init(
            judges: [Int], count: ClosedRange<Int>, kind: JudgeKind? = nil,
            isAllOrNone: Bool = false, isAboutSeniors: Bool = false
        ) {
            self.judges = judges
            self.count = count
            self.kind = kind
            self.isAllOrNone = isAllOrNone
            self.isAboutSeniors = isAboutSeniors
        }
    }

    /// A pair that is not allowed, and why.
    public struct RuledOut: Sendable, Hashable {
        /// The pair.
        public var pair: Pair
        /// Why.
        public var reason: Ineligibility

        /// A pair that is not allowed.
        public init(pair: Pair, reason: Ineligibility) {
            self.pair = pair
            self.reason = reason
        }
    }

    /// A problem in numbers, as a benchmark or a given matrix states it.
    ///
    /// - Parameters:
    ///   - demands: One for each submission.
    ///   - loads: One for each judge.
    ///   - candidates: One list for each submission, in ascending order of judge.
    public init(
        stage: StageID, submissions: [SubmissionID], judges: [JudgeID],
        demands: [ClosedRange<Int>], loads: [ClosedRange<Int>], candidates: [[Candidate]],
        panelRules: [PanelLimit] = [], locked: [Pair] = [], kept: [Pair] = []
    ) {
        self.stage = stage
        self.submissions = submissions
        self.judges = judges
        self.demands = demands
        self.loads = loads
        self.candidates = candidates
        self.panelRules = panelRules
        self.locked = locked
        self.kept = kept
        ruledOut = []
    }
}

extension AssignmentProblem {
    /// The affinity of a pair; none if the pair is not allowed.
    ///
    /// - Complexity: O(log *n*) for *n* candidates of the submission.
    public func affinity(of pair: Pair) -> Int? {
        let list = candidates[pair.submission]
        var range = list.startIndex..<list.endIndex
        while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
            let candidate = list[middle]
            if Int(candidate.judge) == pair.judge { return Int(candidate.affinity) }
            range =
                Int(candidate.judge) < pair.judge
                ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}
