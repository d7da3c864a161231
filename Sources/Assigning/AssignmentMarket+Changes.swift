extension AssignmentMarket {
    /// Lowers all prices, none below what its judge asks at least.
    func lowerPrices(by amount: Int64) {
        for judge in 0..<judgeCount {
            price[judge] = max(basePrice(of: judge), price[judge] - amount)
        }
        allowBeyond(amount)
    }

    /// Lowers all prices to whole units of the costs, none below what its judge asks for what they
    /// hold.
    func settlePrices(by amount: Int64) {
        for judge in 0..<judgeCount {
            let count = seats[judge].count
            let least = count > 0 ? cost(of: judge, after: count - 1) : basePrice(of: judge)
            guard price[judge] > least else { continue }
            let lower = price[judge] - amount
            price[judge] = max(least, lower - (lower % scale + scale) % scale)
        }
        allowBeyond(amount + scale)
    }

    /// Notes that prices may have fallen by so much.
    func allowBeyond(_ amount: Int64) {
        for submission in 0..<submissionCount where bidders[submission].beyond > .min {
            bidders[submission].beyond += amount
        }
    }

    /// Lets every submission have what it wants most; returns how many judges they are.
    ///
    /// What is as good as anything else stays. Seats hold the worth of each pair from here on.
    @discardableResult
    func takeBest() -> Int {
        for judge in 0..<judgeCount { seats[judge].removeAll() }
        var count = 0
        for submission in 0..<submissionCount {
            let bidder = bidders[submission]
            for place in bidder.start..<bidder.start &+ Int(bidder.held) {
                let word = list[place]
                seats[words.judge(word)].add(Int32(submission), worth: words.value(word))
            }
            alternative[submission] = .min
            while improve(submission) {}
            count += Int(bidders[submission].held)
        }
        return count
    }

    /// Makes one change by which a submission gains; false where there is none.
    private func improve(_ submission: Int) -> Bool {
        let bidder = bidders[submission]
        let count = Int(bidder.held)
        let (start, middle) = (bidder.start, bidder.start + count)
        let (worst, lost) = leastGain(start..<middle)
        var (best, gained) = (Int64.min, start)
        for place in middle..<start + Int(bidder.listed) {
            let surplus = surplus(place)
            if surplus > best { (best, gained) = (surplus, place) }
        }
        let mayGrow = count < bidder.most
        let limit = mayGrow ? floor(of: submission, holding: count) : worst
        let fewer = count > 0 ? floor(of: submission, holding: count - 1) : .min
        if bidder.beyond > max(best, limit) {
            fillList(of: submission)
        } else if mayGrow, best > limit {
            take(submission, words.judge(list[gained]))
        } else if count > 0, best > worst {
            let judge = words.judge(list[gained])
            give(submission, words.judge(list[lost]))
            take(submission, judge)
        } else if count > 0, worst < fewer {
            give(submission, words.judge(list[lost]))
        } else {
            alternative[submission] = max(best, bidder.beyond, fewer)
            return false
        }
        return true
    }

    /// The least surplus in a part of all lists, and where it stands.
    @inline(__always)
    private func leastGain(_ places: Range<Int>) -> (surplus: Int64, place: Int) {
        var (worst, lost) = (Int64.max, places.lowerBound)
        for place in places {
            let surplus = surplus(place)
            if surplus < worst { (worst, lost) = (surplus, place) }
        }
        return (worst, lost)
    }

    /// The least that a submission gains by a judge that it holds, or would by one more.
    func weakest(of submission: Int) -> Int64 {
        let bidder = bidders[submission]
        let count = Int(bidder.held)
        let worst = leastGain(bidder.start..<bidder.start + count).surplus
        let most = count < bidder.most ? floor(of: submission, holding: count) : .max / 4
        return min(worst, most)
    }

    func take(_ submission: Int, _ judge: Int) {
        let place = place(of: judge, submission)
        seats[judge].add(Int32(submission), worth: words.value(list[place]))
        hold(submission, place - bidders[submission].start)
        let fewer = floor(of: submission, holding: Int(bidders[submission].held) - 1)
        alternative[submission] = max(alternative[submission], fewer)
    }

    func give(_ submission: Int, _ judge: Int) {
        let worth = seats[judge].remove(Int32(submission))
        release(submission, judge)
        alternative[submission] = max(alternative[submission], worth - price[judge])
    }

    /// Where a judge stands in all lists for a submission that has them in its own.
    @inline(__always)
    func place(of judge: Int, _ submission: Int) -> Int {
        var place = bidders[submission].start
        while words.judge(list[place]) != judge { place &+= 1 }
        return place
    }

    /// How many submissions a judge holds beyond what the price allows.
    func excess(of judge: Int) -> Int {
        var count = seats[judge].count
        while count > 0, cost(of: judge, after: count - 1) > price[judge] { count -= 1 }
        return seats[judge].count - count
    }

    /// Whether the price of a judge asks for more submissions than they hold.
    func isWanting(_ judge: Int) -> Bool {
        cost(of: judge, after: seats[judge].count) < price[judge]
    }
}
