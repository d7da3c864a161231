/// Shortest paths by which what is too much for a judge moves on, and what a judge lacks comes.
///
/// A path goes from a judge by a submission to another judge whom the submission would have
/// instead; its length is what the submissions on it lose. Prices on the way change by what is
/// missing to the whole length, which leaves everything else as good as it was (E. W. Dijkstra's
/// method with potentials).
///
/// A path seldom leaves the few submissions of a judge that have nearly as good an alternative. A
/// submission's list is therefore read only when the search comes as near as the market's bound on
/// its alternatives lets anything after it be.
struct MarketRoutes {
    private let market: AssignmentMarket
    private var search: MarketSearch
    private var wooers: MarketWooers

    init(_ market: AssignmentMarket) {
        self.market = market
        search = MarketSearch(judges: market.judgeCount, submissions: market.submissionCount)
        wooers = MarketWooers(market)
    }

    func deallocate() {
        search.deallocate()
        wooers.deallocate()
    }
}

// From judges with too many.
extension MarketRoutes {
    /// Moves one submission on from a judge with too many; prices rise.
    ///
    /// The path ends where a judge has room, or a submission can do without.
    mutating func push(from source: Int) {
        let kept = market.cost(of: source, after: market.seats[source].count - 1)
        search.begin(at: source, length: kept - market.price[source])
        while let step = search.next() {
            switch step {
            case .judge(let judge, let distance): pushAll(from: judge, distance)
            case .submission(let submission): push(submission)
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

    private mutating func pushAll(from judge: Int, _ distance: Int64) {
        let seats = market.seats[judge]
        let base = distance &- market.price[judge]
        for place in 0..<seats.count {
            let seat = seats[place]
            let submission = Int(seat.submission)
            let far = base &+ seat.bid
            let nearest = far &- market.alternative[submission]
            guard nearest < search.end.length else { continue }
            search.pass(submission, far, nearest: nearest, from: judge)
        }
    }

    private mutating func push(_ submission: Int) {
        let note = search.note(of: submission)
        let (far, holder) = (note.distance, Int(note.from))
        let count = Int(market.bidders[submission].held)
        let floor = market.floor(of: submission, holding: count &- 1)
        if far &- floor < search.end.length {
            search.end = .init(length: far &- floor, judge: holder, submission: submission)
        }
        let beyond = market.bidders[submission].beyond
        if beyond > .min, far &- beyond < search.end.length { market.fillList(of: submission) }
        let bidder = market.bidders[submission]
        var best = max(floor, bidder.beyond)
        for place in bidder.start &+ count..<bidder.start &+ Int(bidder.listed) {
            let surplus = market.surplus(place)
            best = max(best, surplus)
            let length = far &- surplus
            guard length < search.end.length else { continue }
            let judge = market.words.judge(market.list[place])
            guard search.reach(judge, length, through: submission, from: holder) else { continue }
            let cost = market.cost(of: judge, after: market.seats[judge].count)
            let whole = length &+ max(0, cost &- market.price[judge])
            if whole < search.end.length {
                search.end = .init(length: whole, judge: judge, submission: -1)
            }
        }
        market.alternative[submission] = best
    }
}

// To judges whom the price asks for more.
extension MarketRoutes {
    /// Within what part of the range, in powers of two, wooers are looked for first.
    private static let nearness: Int64 = 10

    /// Begins to bring submissions to judges, at prices as they have become.
    mutating func beginPulling() { wooers.forget() }

    /// Brings one submission to a judge whose price asks for more; prices fall.
    ///
    /// The path ends where a judge can do with fewer, or a submission would have one more.
    mutating func pull(to source: Int) {
        while findPath(to: source) < search.end.length, wooers.reach < MarketWooers.furthest {
            wooers.find(within: max(1, market.range >> Self.nearness, 8 &* wooers.reach))
        }
        for judge in search.reached where search.lead(of: judge) > 0 {
            wooers.lowerPrice(of: Int(judge), by: search.lead(of: judge))
        }
        var judge = search.end.judge
        if search.end.submission >= 0 { market.take(search.end.submission, judge) }
        while judge != source {
            let (submission, taker) = search.step(to: judge)
            market.give(submission, judge)
            market.take(submission, taker)
            judge = taker
        }
    }

    /// Finds the shortest path among the wooers that are known.
    ///
    /// - Returns: The length up to which there is no other path.
    private mutating func findPath(to source: Int) -> Int64 {
        let kept = market.cost(of: source, after: market.seats[source].count)
        search.begin(at: source, length: market.price[source] - kept)
        var horizon = Int64.max
        while let step = search.next() {
            switch step {
            case .judge(let judge, let distance):
                horizon = min(horizon, distance &+ wooers.leastGap(of: judge))
                pullAll(to: judge, distance)
            case .submission(let submission): pull(submission)
            }
        }
        return horizon
    }

    private mutating func pullAll(to judge: Int, _ distance: Int64) {
        let seats = market.seats[judge]
        wooers.beginSkipping()
        for place in 0..<seats.count { wooers.skip(Int(seats[place].submission)) }
        let base = distance &+ market.price[judge]
        for index in wooers.places(of: judge) {
            let wooer = wooers[index]
            let submission = Int(wooer.submission)
            let far = base &- market.words.value(wooer.word)
            let nearest = far &+ wooers.weakest(of: submission)
            guard nearest < search.end.length, !wooers.isSkipped(submission) else { continue }
            search.pass(submission, far, nearest: nearest, from: judge)
        }
    }

    private mutating func pull(_ submission: Int) {
        let note = search.note(of: submission)
        let (far, taker) = (note.distance, Int(note.from))
        let bidder = market.bidders[submission]
        if bidder.held < bidder.most {
            let with = far &+ market.floor(of: submission, holding: Int(bidder.held))
            if with < search.end.length {
                search.end = .init(length: with, judge: taker, submission: submission)
            }
        }
        for place in bidder.start..<bidder.start &+ Int(bidder.held) {
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
