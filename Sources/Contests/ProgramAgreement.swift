/// How a program's marks on a criterion compare with people's on the same submissions.
///
/// Statistics in points, or kappas; none of them decides anything.
public struct ProgramAgreement: Sendable, Hashable {
    /// A submission that the program and people marked.
    public struct Difference: Sendable, Hashable {
        /// The submission.
        public var submission: SubmissionID
        /// The program's mark.
        public var program: Double
        /// The mean of people's marks.
        public var people: Double
        /// How many people marked it.
        public var peopleCount: Int

        /// A submission with both marks.
        public init(
            submission: SubmissionID, program: Double, people: Double, peopleCount: Int
        ) {
            self.submission = submission
            self.program = program
            self.people = people
            self.peopleCount = peopleCount
        }

        /// By how much the program marks below people.
        public var severity: Double { people - program }
    }

    /// The program.
    public var judge: JudgeID
    /// The criterion.
    public var criterion: CriterionID
    /// Submissions that both marked.
    public var submissions: Int
    /// By how much the program marks below people, as the mean over submissions.
    public var severity: Double
    /// The standard error of that; none with one submission.
    public var error: Double?
    /// Kappa of the program with each person, with quadratic weights.
    public var kappa: Double?
    /// Kappa of people with each other on the same criterion: what there is to be reached.
    public var peopleKappa: Double?
    /// Where they differ most, the widest difference first.
    public var widest: [Difference]

    /// A comparison.
    public init(
        judge: JudgeID, criterion: CriterionID, submissions: Int, severity: Double, error: Double?,
        kappa: Double?, peopleKappa: Double?, widest: [Difference]
    ) {
        self.judge = judge
        self.criterion = criterion
        self.submissions = submissions
        self.severity = severity
        self.error = error
        self.kappa = kappa
        self.peopleKappa = peopleKappa
        self.widest = widest
    }
}
