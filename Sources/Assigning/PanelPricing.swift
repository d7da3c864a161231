/// Finds the best panel of one submission that obeys the panel rules, at given worths of its
/// judges.
///
/// A depth-first search over the judges in descending order of worth. A branch is left where even
/// the best judges that one family of limits still lets on, or that what is still asked for leaves
/// room for, could not beat the best panel found.
struct PanelPricing {
    /// Steps after which the search ends with the bound that it proved so far.
    private static let mostSteps = 20_000

    /// A judge that the panel may have.
    struct Seat {
        var judge: Int
        var worth: Int
        var isFixed: Bool
    }

    /// The best panel, or what no panel exceeds.
    struct Result {
        /// No panel that obeys the rules is worth more.
        var worth: Int
        /// The best panel found; none where the search was cut short before it found one.
        var judges: [Int]?
    }

    private let size: ClosedRange<Int>
    private let rules: [AssignmentProblem.PanelLimit]
    private let families: PanelFamilies
    /// Judges who are sure to sit come first, then in descending order of worth.
    private let seats: [Seat]
    /// The worths of so many first seats together.
    private var sums: [Int] = [0]
    /// For each quota, how many seats from each on are about it.
    private var left: [[Int32]]
    private let positive: Int

    private var counts: [Int]
    private var chosen: [Int] = []
    /// Seats that were chosen with an earlier one, and where each judge stands; empty where no
    /// judges must sit together.
    private var isTaken: [Bool] = []
    private var placeOf: [Int: Int] = [:]
    private var best: (worth: Int, judges: [Int])?
    private var steps = 0
    /// What no panel in the branches exceeds that were not searched.
    private var unsearched = Int.min
    /// Room for the seats that a bound takes.
    private var passing: [Int] = []

    /// - Parameters:
    ///   - rules: The rules that hold for the submission.
    ///   - families: Of the rules.
    init(
        size: ClosedRange<Int>, seats: [Seat], rules: [AssignmentProblem.PanelLimit],
        families: PanelFamilies
    ) {
        self.size = size
        self.rules = rules
        self.families = families
        let ordered = seats.sorted {
            if $0.isFixed != $1.isFixed { return $0.isFixed }
            return ($1.worth, $0.judge) < ($0.worth, $1.judge)
        }
        self.seats = ordered
        sums.reserveCapacity(ordered.count + 1)
        for seat in ordered { sums.append(sums[sums.count - 1] + seat.worth) }
        positive = ordered.count { $0.isFixed || $0.worth > 0 }
        counts = rules.map { _ in 0 }
        if families.hasCompanions(rules) {
            isTaken = [Bool](repeating: false, count: ordered.count)
            for (place, seat) in ordered.enumerated() { placeOf[seat.judge] = place }
        }
        left = families.quotas.map { quota in
            var left = [Int32](repeating: 0, count: ordered.count + 1)
            for place in ordered.indices.reversed() {
                let isOne = families.rulesOfJudge[ordered[place].judge].contains(quota)
                left[place] = left[place + 1] + (isOne ? 1 : 0)
            }
            return left
        }
    }

    /// The best panel; nothing where no panel obeys the rules.
    ///
    /// - Complexity: O(*n* log *n*) for *n* judges where rules seldom bind; bounded by
    ///   ``mostSteps``.
    static func best(
        size: ClosedRange<Int>, seats: [Seat], rules: [AssignmentProblem.PanelLimit],
        families: PanelFamilies
    ) -> Result? {
        var pricing = PanelPricing(size: size, seats: seats, rules: rules, families: families)
        pricing.search(from: 0, worth: 0)
        let (found, unsearched) = (pricing.best, pricing.unsearched)
        guard found != nil || unsearched > .min else { return nil }
        return Result(
            worth: max(found?.worth ?? .min, unsearched), judges: found?.judges.sorted())
    }

    private mutating func search(from start: Int, worth: Int) {
        var place = start
        while let limit = limit(from: place, worth: worth), limit > best?.worth ?? .min {
            steps += 1
            guard steps < Self.mostSteps else {
                unsearched = max(unsearched, limit)
                return
            }
            let isFixed = place < seats.count && seats[place].isFixed
            if chosen.count >= size.lowerBound, !isFixed, worth > best?.worth ?? .min, isSound() {
                best = (worth, chosen)
            }
            guard place < seats.count, canStillBeSound(place) else { return }
            if isPassed(place) {
                place += 1
                continue
            }
            if isFixed || chosen.count < size.upperBound && fits(place) {
                if let best, !isFixed, nearLimit(from: place, worth: worth) <= best.worth { return }
                searchWith(place, worth: worth)
            }
            if isFixed { return }
            place += 1
        }
    }

    /// Goes on with a judge on the panel, and those who must sit with them.
    private mutating func searchWith(_ place: Int, worth: Int) {
        let judge = seats[place].judge
        guard !isTaken.isEmpty, !families.companions[judge].isEmpty, !seats[place].isFixed else {
            take(place)
            search(from: place + 1, worth: worth + seats[place].worth)
            giveBack(place)
            return
        }
        var taken = [place]
        take(place)
        for other in families.companions[judge] where !chosen.contains(other) {
            // Whoever stands before was left out, or is not there at all.
            guard let next = placeOf[other], next > place, chosen.count < size.upperBound,
                fits(next)
            else { break }
            take(next)
            isTaken[next] = true
            taken.append(next)
        }
        if families.companions[judge].allSatisfy(chosen.contains) {
            let more = taken.reduce(0) { $0 + seats[$1].worth }
            search(from: place + 1, worth: worth + more)
        }
        for next in taken.reversed() {
            giveBack(next)
            isTaken[next] = false
        }
    }

    private func isPassed(_ place: Int) -> Bool { !isTaken.isEmpty && isTaken[place] }

    private mutating func take(_ place: Int) {
        let judge = seats[place].judge
        chosen.append(judge)
        for rule in families.rulesOfJudge[judge] { counts[rule] += 1 }
    }

    private mutating func giveBack(_ place: Int) {
        chosen.removeLast()
        for rule in families.rulesOfJudge[seats[place].judge] { counts[rule] -= 1 }
    }

    private func fits(_ place: Int) -> Bool {
        for rule in families.rulesOfJudge[seats[place].judge]
        where counts[rule] >= rules[rule].count.upperBound {
            return false
        }
        return true
    }

    private func isSound() -> Bool {
        for rule in families.quotas where !rules[rule].isMet(by: counts[rule]) { return false }
        // Judges who are sure to sit may be more than a limit allows.
        return rules.indices.allSatisfy { counts[$0] <= rules[$0].count.upperBound }
    }

    /// Whether the places and judges left could still meet what rules ask for.
    private func canStillBeSound(_ place: Int) -> Bool {
        let room = size.upperBound - chosen.count
        for (number, rule) in families.quotas.enumerated() {
            let wanted = rules[rule].leastFrom(counts[rule]) - counts[rule]
            if wanted > 0, wanted > min(room, Int(left[number][place])) { return false }
        }
        return true
    }
}

// Bounds.
extension PanelPricing {
    /// What no panel exceeds that has the chosen judges and others from a place on, rules aside.
    private func limit(from place: Int, worth: Int) -> Int? {
        let missing = size.lowerBound - chosen.count
        guard missing <= seats.count - place else { return nil }
        let room = max(size.upperBound - chosen.count, 0)
        let wanted = min(max(positive - place, missing, 0), room, seats.count - place)
        return worth + sums[place + wanted] - sums[place]
    }

    /// The same under one family of limits, or what is asked for, whichever is the least.
    private mutating func nearLimit(from place: Int, worth: Int) -> Int {
        var least = Int.max
        for family in -1..<families.count {
            least = min(least, worth + bestRest(from: place, family: family))
            if let best, least <= best.worth { break }
        }
        return least
    }

    /// The greatest worth of judges from a place on who may still come, under one family of limits;
    /// of none, with places kept free for what quotas ask that are about different judges.
    private mutating func bestRest(from start: Int, family: Int) -> Int {
        var room = size.upperBound - chosen.count
        var missing = size.lowerBound - chosen.count
        var wanted = family < 0 ? wantedByQuotas() : 0
        var (sum, place) = (0, start)
        passing.removeAll(keepingCapacity: true)
        while room > 0, place < seats.count {
            let seat = seats[place]
            if seat.worth <= 0, missing <= 0, wanted <= 0 { break }
            defer { place += 1 }
            guard !isPassed(place), fits(place) else { continue }
            let quota = wanted > 0 ? families.quotaOfJudge[seat.judge] : -1
            let isWanted = quota >= 0 && rules[quota].leastFrom(counts[quota]) > counts[quota]
            if !isWanted, room <= wanted || (seat.worth <= 0 && missing <= wanted) { continue }
            if isWanted {
                wanted -= 1
                counts[quota] += 1
                passing.append(quota)
            }
            if family >= 0 {
                for rule in families.rulesOfJudge[seat.judge] where families.family[rule] == family
                {
                    counts[rule] += 1
                    passing.append(rule)
                }
            }
            sum += seat.worth
            room -= 1
            missing -= 1
        }
        for rule in passing { counts[rule] -= 1 }
        return sum
    }

    /// Judges whom quotas that are about different judges still ask for.
    private func wantedByQuotas() -> Int {
        families.disjointQuotas.reduce(0) { sum, rule in
            sum + max(0, rules[rule].leastFrom(counts[rule]) - counts[rule])
        }
    }
}

extension AssignmentProblem.PanelLimit {
    /// Whether a panel with so many of the judges obeys the rule.
    public func isMet(by number: Int) -> Bool {
        count.contains(number) && (!isAllOrNone || number == 0 || number == judges.count)
    }

    /// What the number must come to at least, once it is so much.
    fileprivate func leastFrom(_ number: Int) -> Int {
        isAllOrNone && number > 0 ? judges.count : count.lowerBound
    }
}

extension AssignmentProblem {
    /// Whether a panel obeys all panel rules that hold for its submission.
    func obeysRules(_ panel: [Int], of submission: Int) -> Bool {
        guard !panelRules.isEmpty, !anchors.contains(submission) else { return true }
        return panelRules.allSatisfy { rule in
            rule.isMet(by: panel.count { rule.has($0) })
        }
    }
}

extension AssignmentProblem.PanelLimit {
    /// Whether the rule is about a judge.
    ///
    /// - Complexity: O(log *n*) for *n* judges of the rule.
    func has(_ judge: Int) -> Bool {
        var range = judges.startIndex..<judges.endIndex
        while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
            if judges[middle] == judge { return true }
            range =
                judges[middle] < judge
                ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return false
    }
}
