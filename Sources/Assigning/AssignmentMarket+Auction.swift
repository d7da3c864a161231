extension AssignmentMarket {
    /// Holds an auction from the prices as they are, in which a price rises by ε at least.
    ///
    /// Afterwards no submission could gain more than ε by another choice.
    func auction(least increase: Int64) {
        for judge in 0..<judgeCount { seats[judge].removeAll() }
        for submission in 0..<submissionCount { bidders[submission].held = 0 }
        var losers = LoserQueue()
        defer { losers.deallocate() }
        for submission in 0..<submissionCount {
            bid(submission, increase, &losers)
            while losers.count > LoserQueue.depth { bidAgain(increase, &losers) }
        }
        while losers.count > 0 { bidAgain(increase, &losers) }
    }

    /// Lets the submission bid again that lost first.
    private func bidAgain(_ increase: Int64, _ losers: inout LoserQueue) {
        let loss = losers.removeFirst()
        if losers.count > 1 { readAhead(Int(losers[1].submission), &losers) }
        release(Int(loss.submission), Int(loss.judge))
        bid(Int(loss.submission), increase, &losers)
    }

    /// Reads a submission's list, a word in each line of the cache.
    @inline(__always)
    private func readAhead(_ submission: Int, _ losers: inout LoserQueue) {
        let start = bidders[submission].start
        let end = start &+ Int(bidders[submission].listed)
        var place = start
        while place < end {
            losers.note(list[place])
            place &+= 8
        }
    }

    /// Lets a submission bid until it has all that it wants.
    private func bid(_ submission: Int, _ increase: Int64, _ losers: inout LoserQueue) {
        let bidder = bidders + submission
        let (list, price, words) = (list + bidder.pointee.start, price, words)
        while bidder.pointee.held < bidder.pointee.most {
            let start = Int(bidder.pointee.held)
            var (best, second, place) = (Int64.min, Int64.min, start)
            for candidate in start..<Int(bidder.pointee.listed) {
                let word = list[candidate]
                let surplus = words.value(word) &- price[words.judge(word)]
                if surplus > second {
                    if surplus > best {
                        (second, best, place) = (best, surplus, candidate)
                    } else {
                        second = surplus
                    }
                }
            }
            let floor = floor(of: submission, holding: start)
            let next = max(second, floor)
            if next < bidder.pointee.beyond {
                fillList(of: submission)
                continue
            }
            guard best > floor else { return }
            let judge = words.judge(list[place])
            let offer = words.value(list[place]) &- next &+ increase
            hold(submission, place)
            offered(offer, by: submission, to: judge, &losers)
        }
    }

    /// Takes the candidate at a place of a submission's list.
    @inline(__always)
    func hold(_ submission: Int, _ place: Int) {
        let start = bidders[submission].start
        let held = Int(bidders[submission].held)
        let word = list[start &+ place]
        list[start &+ place] = list[start &+ held]
        list[start &+ held] = word
        bidders[submission].held &+= 1
    }

    /// Gives a held judge up.
    @inline(__always)
    func release(_ submission: Int, _ judge: Int) {
        bidders[submission].held &-= 1
        let start = bidders[submission].start
        let last = Int(bidders[submission].held)
        var place = last
        while place > 0, words.judge(list[start &+ place]) != judge { place &-= 1 }
        let word = list[start &+ place]
        list[start &+ place] = list[start &+ last]
        list[start &+ last] = word
    }

    /// A judge keeps an offer, or gives up the lowest that they hold.
    private func offered(
        _ offer: Int64, by submission: Int, to judge: Int, _ losers: inout LoserQueue
    ) {
        let cost = cost(of: judge, after: seats[judge].count)
        seats[judge].push(.init(bid: offer, submission: Int32(truncatingIfNeeded: submission)))
        guard seats[judge].lowest.bid < cost else {
            price[judge] = max(price[judge], cost)
            return
        }
        let lost = seats[judge].popLowest()
        let rest = seats[judge].count > 0 ? seats[judge].lowest.bid : lost.bid
        price[judge] = max(price[judge], min(rest, cost))
        let loser = Int(lost.submission)
        if loser == submission {
            release(submission, judge)
        } else {
            losers.append(
                .init(submission: lost.submission, judge: Int32(truncatingIfNeeded: judge)))
            losers.note(Int64(bidders[loser].most))
        }
    }
}
