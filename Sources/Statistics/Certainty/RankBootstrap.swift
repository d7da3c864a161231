public import Computing

/// How far an order of submissions depends on which judges happened to mark.
///
/// The judges' marks are drawn anew with replacement, many times; each time the submissions are
/// ranked by the mean of what was drawn, ties in the order that was given. Intervals and chances
/// are shares of those draws (Efron, B. (1979), The Annals of Statistics 7, 1–26,
/// doi:10.1214/aos/1176344552). No model is assumed, and a judge's habit counts as chance.
///
/// With panels of 3 to 7 a bootstrap says less than it seems to: *n* marks drawn from *n* spread
/// by (*n* − 1) ÷ *n* of what the mean's variance is. ``Question/sparesOne`` takes that away. Of
/// simulated contests' true ranks, intervals meant to hold 80 % held 66, 74 and 78 % for panels of
/// 3, 5 and 7, and 73, 78 and 81 % with one fewer drawn (50 submissions, standard deviations 6 of
/// quality and 5 of chance, no severity).
public struct RankBootstrap: Sendable {
    /// What is drawn anew as one.
    public enum Unit: Sendable, Hashable, CaseIterable {
        /// Each submission's marks are drawn from its own, independently of other submissions: it
        /// had other judges.
        case judgeWithinSubmission
        /// Judges are drawn with all that they marked: the contest had another set of judges. A
        /// submission none of whose judges is drawn then keeps the mean of all its marks.
        case wholeJudge
    }

    /// What is asked.
    public struct Question: Sendable, Hashable {
        /// The submissions to rank, by their numbers in the marks; equal means rank in this order.
        public var order: [Int]
        /// How many places each line lets through.
        public var lines: [Int]
        /// What is drawn anew as one.
        public var unit = Unit.judgeWithinSubmission
        /// Whether one mark (or judge) fewer is drawn than there are, so that drawn means vary as
        /// much as the mean's unbiased variance says.
        public var sparesOne = false
        /// How many steps make a point: 10 for marks in tenths. Marks are taken to the nearest
        /// step, so that equal means are equal.
        public var stepsPerPoint = 1.0
        /// How many of the draws an interval of places holds.
        public var confidence = 0.95
        /// How many draws to take.
        public var draws = 10_000
        /// The seed of the draws.
        public var seed: UInt64 = 1

        /// A question about an order and its lines.
        public init(order: [Int], lines: [Int]) {
            self.order = order
            self.lines = lines
        }
    }

    /// What was drawn anew as one.
    public let unit: Unit
    /// What is known of each place of the order.
    public let places: [RankCertainty.Place]

    /// Draws marks anew and ranks.
    ///
    /// The *t*-th choice, from 1, is SplitMix64's mix of seed + *t* × 0x9E3779B97F4A7C15: its high
    /// 32 bits times the number of choices, of which the high 32 bits are taken. So an answer
    /// depends on the question alone, not on the number of cores, and other programs can repeat it.
    ///
    /// - Parameters:
    ///   - marks: One mark for each judge and submission, higher ones better. Weights and groups
    ///     are not looked at.
    ///   - question: What is asked.
    ///   - width: The most threads to use.
    /// - Complexity: O(*d*·*m*) for *d* draws of *m* marks, sorting aside; 2 bytes for each draw
    ///   and submission are held.
    /// - Throws: ``BootstrapRefusal``.
    public init(
        _ marks: MarkColumns, _ question: Question, width: Int = Concurrency.width
    ) throws(BootstrapRefusal) {
        let panels = try BootstrapPanels(marks, question)
        let ranks = ResampledRanks(panels, question, width: width)
        unit = question.unit
        places = question.order.indices.map { $0 }.concurrentMap(chunk: 16, width: width) {
            ranks.place($0, question)
        }
    }
}
