/// The submissions that would have a judge, or nearly: those that hold one, and those whose gain by
/// one is not far below the least that they gain now.
struct MarketWooers {
    /// A submission that has a judge in its list, and the judge's word in it.
    struct Wooer {
        var word: Int64
        var submission: Int32
    }

    /// Beyond any path.
    static let furthest = Int64.max / 8
    private let market: AssignmentMarket
    /// One judge's after another's, and where each judge's begin.
    private var wooers: UnsafeMutablePointer<Wooer>?
    private let starts: UnsafeMutablePointer<Int>
    /// For each submission, no more than what it gains by each judge that it holds or by one more.
    private let weakest: UnsafeMutablePointer<Int64>
    private let skipped: UnsafeMutablePointer<Int32>
    private var skipping: Int32 = 0
    /// By how much each judge's price has fallen since.
    private let fallen: UnsafeMutablePointer<Int64>
    private var hasFallen = false
    /// How far below the least gain of a submission its gain by a judge was who is left out.
    private(set) var reach: Int64 = -1

    init(_ market: AssignmentMarket) {
        self.market = market
        starts = .allocate(capacity: market.judgeCount + 1)
        fallen = .allocate(capacity: market.judgeCount)
        weakest = .allocate(capacity: market.submissionCount)
        skipped = .allocate(capacity: market.submissionCount)
        starts.initialize(repeating: 0, count: market.judgeCount + 1)
        fallen.initialize(repeating: 0, count: market.judgeCount)
        weakest.initialize(repeating: 0, count: market.submissionCount)
        skipped.initialize(repeating: 0, count: market.submissionCount)
    }

    func deallocate() {
        wooers?.deallocate()
        starts.deallocate()
        fallen.deallocate()
        weakest.deallocate()
        skipped.deallocate()
    }

    /// Forgets all, because prices have risen or submissions have chosen anew.
    mutating func forget() {
        reach = -1
        fallen.initialize(repeating: 0, count: market.judgeCount)
        hasFallen = false
    }

    /// Finds all whose gain by a judge is at most so much below the least that they gain now.
    ///
    /// - Complexity: O(*n*) for *n* listed candidates, in two passes.
    mutating func find(within asked: Int64) {
        reach = min(asked, Self.furthest)
        fallen.initialize(repeating: 0, count: market.judgeCount)
        starts.initialize(repeating: 0, count: market.judgeCount + 1)
        for submission in 0..<market.submissionCount {
            weakest[submission] = market.weakest(of: submission)
            forEach(of: submission) { starts[market.words.judge($0)] &+= 1 }
        }
        for judge in 0..<market.judgeCount { starts[judge + 1] += starts[judge] }
        wooers?.deallocate()
        let wooers = UnsafeMutablePointer<Wooer>.allocate(
            capacity: max(1, starts[market.judgeCount]))
        for submission in 0..<market.submissionCount {
            forEach(of: submission) { word in
                let judge = market.words.judge(word)
                starts[judge] &-= 1
                (wooers + starts[judge]).initialize(
                    to: Wooer(word: word, submission: Int32(truncatingIfNeeded: submission)))
            }
        }
        self.wooers = wooers
    }

    /// Calls for the word of each judge of whom a submission is a wooer.
    @inline(__always)
    private func forEach(of submission: Int, _ body: (Int64) -> Void) {
        let bidder = market.bidders[submission]
        let bar = weakest[submission] &- reach
        // The bound on what a submission does not hold is good until prices fall.
        let isContent = !hasFallen && market.alternative[submission] < bar
        let count = Int(isContent ? bidder.held : bidder.listed)
        for place in bidder.start..<bidder.start &+ count where market.surplus(place) >= bar {
            body(market.list[place])
        }
    }

    /// Lowers the price of a judge.
    mutating func lowerPrice(of judge: Int, by amount: Int64) {
        hasFallen = true
        market.price[judge] -= amount
        fallen[judge] += amount
    }

    /// No wooer of a judge who is left out would have them for less than this.
    @inline(__always)
    func leastGap(of judge: Int) -> Int64 { reach &- fallen[judge] }

    @inline(__always)
    func places(of judge: Int) -> Range<Int> { starts[judge]..<starts[judge &+ 1] }

    @inline(__always)
    subscript(_ place: Int) -> Wooer {
        wooers?[place] ?? Wooer(word: 0, submission: 0)
    }

    @inline(__always)
    func weakest(of submission: Int) -> Int64 { weakest[submission] }

    /// Begins to note whom to leave aside.
    mutating func beginSkipping() { skipping += 1 }

    @inline(__always)
    func skip(_ submission: Int) { skipped[submission] = skipping }

    @inline(__always)
    func isSkipped(_ submission: Int) -> Bool { skipped[submission] == skipping }
}
