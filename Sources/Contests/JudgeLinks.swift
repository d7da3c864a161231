/// How well an assignment links its judges through the submissions that they share.
///
/// A strict judge can be told from weak submissions only through judges who marked the same ones.
/// Judges without a submission count for nothing here.
public struct JudgeLinks: Sendable, Hashable {
    /// Judges who have a submission at all.
    public var judges: Int
    /// Submissions shared along the weakest link of the best set of links that spans all judges;
    /// 0 where the judges fall into islands.
    public var strength: Int
    /// What the stage asks of ``strength``; 0 where it asks nothing.
    public var asked: Int
    /// Shared submissions, counted for every pair of judges, whose loss would part the judges into
    /// two: the fewest. None where there are too many judges to find out.
    public var smallestCut: Int?
    /// The second smallest eigenvalue of the Laplacian of shared submissions: 0 for islands, the
    /// greater the better knit. None where there are too many judges.
    public var algebraicConnectivity: Double?
    /// How exactly severities can be compared; none for islands or where there are too many judges.
    public var severityError: SeverityError?
    /// What the links cost; none where the best assignment had them already, or none were asked.
    public var price: Price?

    /// The standard error of the difference between two judges' severities, in units of the
    /// standard deviation of a single mark's error.
    public struct SeverityError: Sendable, Hashable {
        /// Over all pairs of judges.
        public var mean: Double
        /// For the pair that is told apart worst.
        public var worst: Double
        /// That pair, the first of equals.
        public var worstPair: [JudgeID]

        /// Standard errors.
        public init(mean: Double, worst: Double, worstPair: [JudgeID]) {
            self.mean = mean
            self.worst = worst
            self.worstPair = worstPair
        }
    }

    /// Affinity given up for links.
    public struct Price: Sendable, Hashable {
        /// What was given up, against the best assignment without links.
        public var affinity: Int
        /// What any linked assignment must give up: proven by the prices of the best one.
        public var atLeast: Int

        /// A price.
        public init(affinity: Int, atLeast: Int) {
            self.affinity = affinity
            self.atLeast = atLeast
        }
    }

    /// Links of which only the strength is known.
    public init(judges: Int, strength: Int, asked: Int = 0) {
        self.judges = judges
        self.strength = strength
        self.asked = asked
    }
}
