/// An assignment, or a part of one that shares no judge with the rest, as a market of judges' time.
///
/// Only the judges have prices. At given prices each submission wants the judges whose affinity
/// exceeds their price the most, and an assignment is best where every judge is wanted just as
/// often as the price allows. Such prices are found in three steps. First they are estimated from
/// demand. Then auctions: submissions bid, judges keep the best bids, and the least increase ε of
/// a price shrinks from one auction to the next, prices starting each time a little lower than the
/// last one left them. Then a repair makes it exact: every submission takes what it wants most at
/// the prices as they are; what is too much for a judge moves on, and what a judge lacks comes, by
/// shortest paths.
///
/// > D. P. Bertsekas, D. A. Castañon. "The Auction Algorithm for the Transportation Problem."
/// > *Annals of Operations Research* 20, 1989, pp. 67–96. doi:10.1007/BF02216923
///
/// > R. Jonker, A. Volgenant. "A Shortest Augmenting Path Algorithm for Dense and Sparse Linear
/// > Assignment Problems." *Computing* 38, 1987, pp. 325–340. doi:10.1007/BF02278710
///
/// A submission with many candidates works with a list of the best, and looks through the rest
/// again where prices may have made one of them better. One thread; every choice follows from the
/// seed and the order of submissions and judges.
///
/// Prices and values are whole numbers, ``scale`` to the unit of the costs.
final class AssignmentMarket {
    let terms: MarketTerms
    let part: MarketPart
    /// By how much costs are multiplied, so that ε can be less than one.
    let scale: Int64
    /// What a missing sheet costs.
    let missing: Int64
    /// What a missing sheet costs for now: auctions give one up before prices climb that high.
    var patience: Int64
    /// The largest size of what a pair costs.
    let range: Int64
    let submissionCount: Int
    let judgeCount: Int

    let bidders: UnsafeMutablePointer<MarketBidder>
    /// All lists, one after another.
    let list: UnsafeMutablePointer<Int64>
    private let pages: LargePages
    let words: CandidateWords
    let price: UnsafeMutablePointer<Int64>
    let seats: UnsafeMutablePointer<JudgeSeats>
    /// For each submission, no less than it gains by any judge that it does not hold, or by holding
    /// one fewer; kept from the first ``takeBest()`` on, while prices rise.
    let alternative: UnsafeMutablePointer<Int64>
    /// What judges ask, for each kind of limits, and which of them each judge has.
    private let steps: UnsafeMutableBufferPointer<LoadSteps>
    private let stepsOf: UnsafeMutablePointer<UnsafeMutablePointer<LoadSteps>>
    /// Room for the best candidates of one submission.
    let best: BestCandidates
    /// Room to choose a list in.
    var choice = CandidateChoice(capacity: 2)

    /// The price of a judge who may be given nothing: nobody wants them.
    private var closedPrice: Int64 { 2 * missing + 2 * range + scale }

    init(_ terms: MarketTerms, _ part: MarketPart) {
        self.terms = terms
        self.part = part
        submissionCount = part.submissions.count
        judgeCount = part.judges.count
        scale = terms.scale
        missing = terms.weights.missing * terms.scale
        range = terms.range * terms.scale
        patience = missing
        words = CandidateWords(judges: judgeCount, factor: terms.factor)
        bidders = .allocate(capacity: submissionCount)
        price = .allocate(capacity: judgeCount)
        seats = .allocate(capacity: judgeCount)
        alternative = .allocate(capacity: submissionCount)
        stepsOf = .allocate(capacity: judgeCount)
        let limits = part.judges.map { terms.limits(of: Int($0)) }
        let kinds = Array(Set(limits))
        steps = Self.steps(terms, kinds)
        var (length, most) = (0, 0)
        for (number, submission) in part.submissions.enumerated() {
            let demand = terms.demand(of: Int(submission))
            let room = terms.listLength(of: Int(submission))
            (bidders + number).initialize(
                to: MarketBidder(
                    start: length, room: Int32(room), least: Int32(demand.lowerBound),
                    most: Int32(demand.upperBound)))
            length += room
            most = max(most, demand.upperBound)
        }
        best = BestCandidates(room: most + 1)
        pages = LargePages(count: length)
        list = pages.numbers
        openJudges(limits, kinds)
        for submission in 0..<submissionCount { fillList(of: submission) }
    }

    deinit {
        choice.deallocate()
        best.deallocate()
        for judge in 0..<judgeCount { seats[judge].deallocate() }
        seats.deallocate()
        for kind in steps { kind.deallocate() }
        steps.baseAddress?.deinitialize(count: steps.count)
        steps.deallocate()
        stepsOf.deallocate()
        price.deallocate()
        alternative.deallocate()
        pages.deallocate()
        bidders.deallocate()
    }

    /// The steps of each kind of limits.
    private static func steps(
        _ terms: MarketTerms, _ kinds: [LoadSteps.Limits]
    ) -> UnsafeMutableBufferPointer<LoadSteps> {
        let steps = UnsafeMutableBufferPointer<LoadSteps>.allocate(capacity: kinds.count)
        _ = steps.initialize(
            from: kinds.map { LoadSteps($0, weights: terms.weights, scale: terms.scale) })
        return steps
    }

    private func openJudges(_ limits: [LoadSteps.Limits], _ kinds: [LoadSteps.Limits]) {
        let kindOf = Dictionary(zip(kinds, kinds.indices), uniquingKeysWith: { $1 })
        guard let steps = steps.baseAddress else { return }
        for judge in 0..<judgeCount {
            (stepsOf + judge).initialize(to: steps + (kindOf[limits[judge]] ?? 0))
            price[judge] = basePrice(of: judge)
            let expected = min(limits[judge].most, 64) + 2
            (seats + judge).initialize(to: JudgeSeats(capacity: expected))
        }
    }

    /// The least price at which a judge takes anything.
    func basePrice(of judge: Int) -> Int64 {
        stepsOf[judge].pointee.cost(after: 0) ?? closedPrice
    }

    /// The price at which a judge who holds so many takes one more.
    @inline(__always)
    func cost(of judge: Int, after count: Int) -> Int64 {
        stepsOf[judge].pointee.cost(after: count) ?? .max / 2
    }

    /// What a submission that holds so many judges must gain by one more.
    @inline(__always)
    func floor(of submission: Int, holding count: Int) -> Int64 {
        count < bidders[submission].least ? -patience : 0
    }

    /// What a submission gains by the candidate at a place of all lists.
    @inline(__always)
    func surplus(_ place: Int) -> Int64 {
        let word = list[place]
        return words.value(word) &- price[words.judge(word)]
    }
}
