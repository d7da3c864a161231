/// Something that no assignment could meet, with the few judges and submissions that collide.
public struct AssignmentShortfall: Sendable, Hashable {
    /// What is missing.
    public enum Want: Sendable, Hashable {
        /// Judges for the submissions.
        case judges
        /// Judges of a kind for the submissions.
        case judgesOfKind(JudgeKind)
        /// Judges for the submissions who can lead a panel.
        case seniors
        /// Submissions for the judges, who must be given a minimum.
        case submissions
    }

    /// A change that would make the assignment possible; each was tried and does.
    public enum WayOut: Sendable, Hashable {
        /// So many judges more, without a conflict, each taking as many as the stage allows.
        case moreJudges(Int)
        /// Panels of so many judges, where the stage asks for more.
        case smallerPanels(Int)
        /// These judges may be given so many submissions each.
        case higherLoad(Int)
        /// Judges need not be given more than so many submissions.
        case lowerMinimumLoad(Int)
    }

    /// What is missing.
    public var want: Want
    /// The submissions that want judges, or that judges could be given; in ascending order.
    public var submissions: [SubmissionID]
    /// The judges who may take them, in ascending order.
    public var judges: [JudgeID]
    /// Sheets that are needed.
    public var needed: Int
    /// Sheets that are possible.
    public var available: Int
    /// Where the wanting submissions or judges fall short in the assignment proposed.
    public var missing: [Missing]
    /// Changes, each of which alone would do.
    public var waysOut: [WayOut]
    /// An irreducible set of rules that collide: with any one of them left out, the others can be
    /// obeyed. Empty where none was found within the limits of the search.
    public var rules: [CollidingRule] = []

    /// How many sheets one submission or judge lacks.
    public struct Missing: Sendable, Hashable {
        /// The identifier of the submission or the judge.
        public var id: String
        /// Sheets that it lacks.
        public var count: Int

        /// A lack of sheets.
        public init(id: String, count: Int) {
            self.id = id
            self.count = count
        }
    }

    /// A shortfall.
    public init(
        want: Want, submissions: [SubmissionID], judges: [JudgeID], needed: Int, available: Int,
        missing: [Missing] = [], waysOut: [WayOut] = []
    ) {
        self.want = want
        self.submissions = submissions
        self.judges = judges
        self.needed = needed
        self.available = available
        self.missing = missing
        self.waysOut = waysOut
    }
}
