/// Prices to open the first auction with.
///
/// An auction that starts from nothing spends most of its bids on raising all prices together.
/// Here they are estimated from demand, in passes over all submissions that only count:
///
/// 1. as if each submission took whatever it gains by: a judge's price is where just as many would
///    have them as they may be given;
/// 2. all prices are moved up or down together until the judges who ask more than their least are
///    wanted as often, in a sample of the submissions, as they may be given;
/// 3. each submission wants its best few and knows up to which price: again a judge's price is
///    where demand meets what they may be given.
///
/// Nothing depends on how good the estimate is but the time: the auctions start below it.
extension AssignmentMarket {
    /// How far from the estimates the first auction starts, in fractions of the range.
    private static let caution: Int64 = 48
    /// About how many submissions are asked for the level of prices, beyond one in sixteen.
    private static let fewAsked = 128
    private static let mostAsked = 2048
    private static let levelSteps = 11

    /// Estimates all prices.
    ///
    /// - Complexity: O(*n*) for *n* listed candidates, in three passes.
    func openPrices() {
        var curves = DemandCurves(judges: judgeCount)
        defer { curves.deallocate() }
        for judge in 0..<judgeCount { price[judge] = max(basePrice(of: judge), range / 2) }
        curves.begin(reach: range / 2 + 1)
        for submission in 0..<submissionCount { noteAll(submission, curves) }
        settle(curves)
        findLevel()
        curves.begin(reach: range >> 3)
        for submission in 0..<submissionCount { noteWanted(submission, curves) }
        settle(curves)
        lowerPrices(by: range / Self.caution)
    }

    /// Notes what a submission would pay for each candidate, were there no others.
    private func noteAll(_ submission: Int, _ curves: DemandCurves) {
        let bidder = bidders[submission]
        for place in bidder.start..<bidder.start &+ Int(bidder.listed) {
            curves.note(words.judge(list[place]), surplus(place))
        }
    }

    /// Notes what a submission would pay for each candidate beside the others at their prices.
    ///
    /// What it wants it would still want up to the gain of the best that it can do without; what
    /// it does not want would have to fall to where it replaces something or comes on top.
    private func noteWanted(_ submission: Int, _ curves: DemandCurves) {
        let bidder = bidders[submission]
        let list = list + bidder.start
        let most = Int(bidder.most)
        let found = best.choose(most + 1, of: list, at: 0..<Int(bidder.listed), words, price)
        let count = wanted(submission, found)
        guard count < found else {
            // Whoever wants all would pay anything that leaves a gain.
            return noteAll(submission, curves)
        }
        let without = count > 0 ? floor(of: submission, holding: count - 1) : 0
        let next = max(best.surplus[count], without)
        let least = count > 0 ? best.surplus[count - 1] : Int64.max
        let more = count < most ? floor(of: submission, holding: count) : least
        for place in 0..<Int(bidder.listed) {
            let word = list[place]
            let judge = words.judge(word)
            let gain = words.value(word) &- price[judge]
            curves.note(judge, gain &- (gain >= least ? next : more))
        }
    }

    /// How many of the best candidates found a submission wants.
    private func wanted(_ submission: Int, _ found: Int) -> Int {
        let most = min(found, Int(bidders[submission].most))
        var count = 0
        while count < most, best.surplus[count] > floor(of: submission, holding: count) {
            count += 1
        }
        return count
    }

    /// Sets each price to where the curve of its judge meets what they may be given.
    private func settle(_ curves: DemandCurves) {
        for judge in 0..<judgeCount {
            let (base, old) = (basePrice(of: judge), price[judge])
            let change = curves.change(of: judge, price: old) { cost(of: judge, after: $0) }
            if let change {
                price[judge] = max(base, old + change)
            } else {
                // Whoever must be given more than want them asks as little as they can.
                price[judge] = base < -range ? base : max(base, old + curves.lowest)
            }
        }
    }

    /// Moves all prices together to where those who ask more than their least are sold out.
    private func findLevel() {
        let estimate = (0..<judgeCount).map { price[$0] }
        let asked = min(Self.mostAsked, Self.fewAsked + submissionCount / 16)
        let stride = max(1, submissionCount / asked)
        var (low, high) = (-range, range)
        for _ in 0..<Self.levelSteps {
            let middle = (low + high) / 2
            moveLevel(estimate, by: middle)
            if isTooLow(stride) { low = middle } else { high = middle }
        }
        moveLevel(estimate, by: (low + high) / 2)
    }

    private func moveLevel(_ estimate: [Int64], by amount: Int64) {
        for judge in 0..<judgeCount {
            price[judge] = max(basePrice(of: judge), estimate[judge] + amount)
        }
    }

    /// Whether judges who ask more than their least are wanted more often than they may be given.
    private func isTooLow(_ stride: Int) -> Bool {
        var excess = 0
        for judge in 0..<judgeCount where price[judge] > basePrice(of: judge) {
            excess -= supply(of: judge)
        }
        for submission in Swift.stride(from: 0, to: submissionCount, by: stride) {
            let bidder = bidders[submission]
            let list = list + bidder.start
            let places = 0..<Int(bidder.listed)
            let found = best.choose(max(1, Int(bidder.most)), of: list, at: places, words, price)
            for rank in 0..<wanted(submission, found) {
                let judge = words.judge(list[Int(best.place[rank])])
                if price[judge] > basePrice(of: judge) { excess += stride }
            }
        }
        return excess > 0
    }

    /// How many a judge takes at the price as it is.
    private func supply(of judge: Int) -> Int {
        var (low, high) = (0, submissionCount)
        while low < high {
            let middle = (low + high) / 2
            if cost(of: judge, after: middle) <= price[judge] {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
