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

    /// Lets a submission bid for all that it lacks.
    ///
    /// For each it offers what makes it as good as the best that it leaves, and ε more.
    private func bid(_ submission: Int, _ increase: Int64, _ losers: inout LoserQueue) {
        let bidder = bidders + submission
        let list = list + bidder.pointee.start
        while true {
            let (held, listed) = (Int(bidder.pointee.held), Int(bidder.pointee.listed))
            let lacking = Int(bidder.pointee.most) &- held
            guard lacking > 0 else { return }
            let found = best.choose(lacking &+ 1, of: list, at: held..<listed, words, price)
            var count = 0
            var floor = floor(of: submission, holding: held)
            while count < lacking, count < found, best.surplus[count] > floor {
                count &+= 1
                let less = self.floor(of: submission, holding: held &+ count)
                guard count < lacking, count < found, best.surplus[count] > less else { break }
                floor = less
            }
            let next = count < found ? max(best.surplus[count], floor) : floor
            if next < bidder.pointee.beyond {
                fillList(of: submission)
                continue
            }
            best.sortPlaces(count)
            for rank in 0..<count { hold(submission, Int(best.place[rank])) }
            for place in held..<held &+ count {
                let word = list[place]
                let offer = words.value(word) &- next &+ increase
                offered(offer, by: submission, to: words.judge(word), &losers)
            }
            return
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
        losers.append(.init(submission: lost.submission, judge: Int32(truncatingIfNeeded: judge)))
        losers.note(Int64(bidders[Int(lost.submission)].most))
    }
}
