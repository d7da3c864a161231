extension AssignmentMarket {
    /// The first ε and the last, as fractions of the range of values in powers of two; …
    private static let coarseness = 7
    private static let fineness = 15
    /// … the last is lower where more than one in so many sheets would have to move.
    private static let tolerable = 16
    /// By how much ε shrinks from one auction to the next, and how many ε lower prices start there.
    ///
    /// Prices that start too high leave judges without submissions, those too low cost bids.
    private static let shrinking: Int64 = 8
    private static let lowering: Int64 = 2
    /// How far prices are lowered before the repair, in the last ε.
    private static let easing: Int64 = 24

    /// What a missing sheet costs in an auction, in the range of values. Where judges have no more
    /// time than there are sheets, or less, prices would climb to what it costs in truth, which is
    /// thousands of times as much; a few shortest paths get there at once.
    private static let patience: Int64 = 2

    /// So many judges left wanting are few.
    private static let few = 64

    /// Finds the best assignment.
    ///
    /// - Complexity: Practically linear in the allowed pairs.
    func run() {
        patience = min(missing, Self.patience * range)
        openPrices()
        var increase = max(1, range >> Self.coarseness)
        let fine = max(1, range >> Self.fineness)
        while true {
            auction(least: increase)
            if increase <= fine {
                settlePrices(by: Self.easing * increase)
                patience = missing
                let count = takeBest()
                let excess = (0..<judgeCount).reduce(0) { $0 + self.excess(of: $1) }
                if increase == 1 || excess * Self.tolerable <= count { break }
                patience = min(missing, Self.patience * range)
            } else {
                lowerPrices(by: Self.lowering * increase)
            }
            increase = max(1, increase / Self.shrinking)
        }
        repair(from: Self.easing * increase)
    }

    /// Moves what is too much until every judge has what the price asks for.
    ///
    /// Prices that are still too high leave judges wanting. A few are brought what they lack one by
    /// one; where there are more, all prices are lowered further, in the end to the least, at which
    /// nobody can be left wanting.
    private func repair(from lowered: Int64) {
        var routes = MarketRoutes(self)
        defer { routes.deallocate() }
        var amount = lowered
        while true {
            for judge in 0..<judgeCount {
                while excess(of: judge) > 0 { routes.push(from: judge) }
            }
            let wanting = (0..<judgeCount).count(where: isWanting)
            guard wanting > 0 else { return }
            amount *= 4
            if amount > 4 * range {
                lowerPrices(by: 4 * (range + missing))
            } else if wanting > Self.few {
                settlePrices(by: amount)
            } else {
                pull(&routes)
            }
            takeBest()
        }
    }

    private func pull(_ routes: inout MarketRoutes) {
        let before = (0..<judgeCount).map { price[$0] }
        routes.beginPulling()
        for judge in 0..<judgeCount {
            while isWanting(judge) { routes.pull(to: judge) }
        }
        // Prices that fell may have made a candidate better who is in no list.
        allowBeyond((0..<judgeCount).reduce(0) { max($0, before[$1] - price[$1]) })
    }

    /// What came out, by the positions of the problem.
    func outcome() -> MarketOutcome {
        var outcome = MarketOutcome()
        outcome.judgePrices = (0..<judgeCount).map { price[$0] / scale }
        outcome.submissionPrices = (0..<submissionCount).map { worth(of: $0) / scale }
        outcome.heldEnds.reserveCapacity(submissionCount)
        outcome.held.reserveCapacity((0..<judgeCount).reduce(0) { $0 + seats[$1].count })
        for submission in 0..<submissionCount {
            let (start, first) = (bidders[submission].start, outcome.held.count)
            for place in start..<start + Int(bidders[submission].held) {
                outcome.held.append(part.judges[words.judge(list[place])])
                outcome.sortLast(from: first)
            }
            outcome.heldEnds.append(outcome.held.count)
        }
        return outcome
    }

    /// What one judge more is worth to a submission: no less than any that it does not hold, and no
    /// more than any that it does.
    ///
    /// A whole number in the unit of the costs, as all prices are after the repair.
    private func worth(of submission: Int) -> Int64 {
        let bidder = bidders[submission]
        guard bidder.most == 0 else { return weakest(of: submission) }
        // Who wants nobody at all may be worth anything above what any would bring.
        if bidder.beyond > .min { return range + missing }
        return (bidder.start..<bidder.start + Int(bidder.listed)).reduce(0) {
            max($0, surplus($1))
        }
    }
}

/// What a market found.
struct MarketOutcome: Sendable {
    /// The judges of each submission, one submission's after another's, as positions.
    var held: [Int32] = []
    /// Where each submission's judges end.
    var heldEnds: [Int] = []
    /// By number in the part, in the unit of the costs.
    var judgePrices: [Int64] = []
    var submissionPrices: [Int64] = []

    /// Puts the last judge in order among those from a place on, which are in order.
    mutating func sortLast(from first: Int) {
        var place = held.count - 1
        while place > first, held[place] < held[place - 1] {
            held.swapAt(place, place - 1)
            place -= 1
        }
    }

    /// The judges of a submission, by its number in the part.
    func panel(_ number: Int) -> ArraySlice<Int32> {
        held[(number > 0 ? heldEnds[number - 1] : 0)..<heldEnds[number]]
    }
}
