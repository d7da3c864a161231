/// Shortest paths by which what is too much for a judge moves on, and what a judge lacks comes.
///
/// A path goes from a judge by a submission to another judge whom the submission would have
/// instead; its length is what the submissions on it lose. Prices on the way change by what is
/// missing to the whole length, which leaves everything else as good as it was (E. W. Dijkstra's
/// method with potentials).
struct MarketRoutes {
    private let market: AssignmentMarket
    private var search: MarketSearch
    /// The submissions that have each judge in their list, one judge's after another's, and where
    /// each judge's begin.
    private var wooers: UnsafeMutablePointer<Wooer>?
    private let starts: UnsafeMutablePointer<Int>

    /// A submission that has a judge in its list, and the judge's word in it.
    private struct Wooer {
        var word: Int64
        var submission: Int32
    }

    init(_ market: AssignmentMarket) {
        self.market = market
        search = MarketSearch(judges: market.judgeCount, submissions: market.submissionCount)
        starts = .allocate(capacity: market.judgeCount + 1)
    }

    func deallocate() {
        search.deallocate()
        starts.deallocate()
        wooers?.deallocate()
    }

    /// Moves one submission on from a judge with too many; prices rise.
    ///
    /// The path ends where a judge has room, or a submission can do without.
    mutating func push(from source: Int) {
        let kept = market.cost(of: source, after: market.seats[source].count - 1)
        search.begin(at: source, length: kept - market.price[source])
        while let (judge, distance) = search.next() {
            for seat in 0..<market.seats[judge].count {
                push(Int(market.seats[judge][seat].submission), from: judge, distance)
            }
        }
        for judge in search.reached where search.lead(of: judge) > 0 {
            market.price[Int(judge)] += search.lead(of: judge)
        }
        var judge = search.end.judge
        if search.end.submission >= 0 { market.give(search.end.submission, judge) }
        while judge != source {
            let (submission, holder) = search.step(to: judge)
            market.give(submission, holder)
            market.take(submission, judge)
            judge = holder
        }
    }

    private mutating func push(_ submission: Int, from holder: Int, _ distance: Int64) {
        let far = distance &+ market.surplus(market.place(of: holder, submission))
        guard search.pass(submission, far) else { return }
        let count = Int(market.bidders[submission].held)
        let without = far &- market.floor(of: submission, holding: count &- 1)
        if without < search.end.length {
            search.end = .init(length: without, judge: holder, submission: submission)
        }
        let beyond = market.bidders[submission].beyond
        if beyond > .min, far &- beyond < search.end.length { market.fillList(of: submission) }
        let bidder = market.bidders[submission]
        for place in bidder.start &+ count..<bidder.start &+ Int(bidder.listed) {
            let length = far &- market.surplus(place)
            guard length < search.end.length else { continue }
            let judge = market.words.judge(market.list[place])
            guard search.reach(judge, length, through: submission, from: holder) else { continue }
            let cost = market.cost(of: judge, after: market.seats[judge].count)
            let whole = length &+ max(0, cost &- market.price[judge])
            if whole < search.end.length {
                search.end = .init(length: whole, judge: judge, submission: -1)
            }
        }
    }
}

extension MarketRoutes {
    /// Notes who has whom in their list, before anything is pulled.
    mutating func findWooers() {
        starts.initialize(repeating: 0, count: market.judgeCount + 1)
        var length = 0
        for submission in 0..<market.submissionCount {
            let bidder = market.bidders[submission]
            length += Int(bidder.listed)
            for place in bidder.start..<bidder.start &+ Int(bidder.listed) {
                starts[market.words.judge(market.list[place])] &+= 1
            }
        }
        for judge in 0..<market.judgeCount { starts[judge + 1] += starts[judge] }
        wooers?.deallocate()
        let wooers = UnsafeMutablePointer<Wooer>.allocate(capacity: max(1, length))
        for submission in 0..<market.submissionCount {
            let bidder = market.bidders[submission]
            for place in bidder.start..<bidder.start &+ Int(bidder.listed) {
                let word = market.list[place]
                let judge = market.words.judge(word)
                starts[judge] &-= 1
                (wooers + starts[judge]).initialize(
                    to: Wooer(word: word, submission: Int32(truncatingIfNeeded: submission)))
            }
        }
        self.wooers = wooers
    }

    /// Brings one submission to a judge whose price asks for more; prices fall, by no more than
    /// what is returned.
    ///
    /// The path ends where a judge can do with fewer, or a submission would have one more.
    mutating func pull(to source: Int) -> Int64 {
        let kept = market.cost(of: source, after: market.seats[source].count)
        search.begin(at: source, length: market.price[source] - kept)
        while let wooers, let (judge, distance) = search.next() {
            let base = distance &+ market.price[judge]
            for index in starts[judge]..<starts[judge &+ 1] {
                let far = base &- market.words.value(wooers[index].word)
                pull(Int(wooers[index].submission), to: judge, far)
            }
        }
        for judge in search.reached where search.lead(of: judge) > 0 {
            market.price[Int(judge)] -= search.lead(of: judge)
        }
        var judge = search.end.judge
        if search.end.submission >= 0 { market.take(search.end.submission, judge) }
        while judge != source {
            let (submission, taker) = search.step(to: judge)
            market.give(submission, judge)
            market.take(submission, taker)
            judge = taker
        }
        return search.end.length
    }

    private mutating func pull(_ submission: Int, to taker: Int, _ far: Int64) {
        let bidder = market.bidders[submission]
        let middle = bidder.start &+ Int(bidder.held)
        for place in bidder.start..<middle
        where market.words.judge(market.list[place]) == taker {
            return
        }
        guard search.pass(submission, far) else { return }
        if bidder.held < bidder.most {
            let with = far &+ market.floor(of: submission, holding: Int(bidder.held))
            if with < search.end.length {
                search.end = .init(length: with, judge: taker, submission: submission)
            }
        }
        for place in bidder.start..<middle {
            let length = far &+ market.surplus(place)
            guard length < search.end.length else { continue }
            let judge = market.words.judge(market.list[place])
            guard search.reach(judge, length, through: submission, from: taker) else { continue }
            let cost = market.cost(of: judge, after: market.seats[judge].count - 1)
            let whole = length &+ max(0, market.price[judge] &- cost)
            if whole < search.end.length {
                search.end = .init(length: whole, judge: judge, submission: -1)
            }
        }
    }
}
