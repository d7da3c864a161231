/// Finds the best panel of one submission that obeys the panel rules, at given worths of its
/// judges.
///
/// A depth-first search over the judges in descending order of worth, cut off where even the best
/// judges left, rules aside, could not beat the best panel found.
struct PanelPricing {
    /// Steps after which the bound of the rules left aside is taken instead.
    private static let mostSteps = 200_000

    /// A judge that the panel may have.
    struct Seat {
        var judge: Int
        var worth: Int
        var isFixed: Bool
    }

    /// The best panel, or what no panel exceeds.
    struct Result {
        /// What the panel is worth; no panel that obeys the rules is worth more.
        var worth: Int
        /// Its judges; none where the search was cut short.
        var judges: [Int]?
    }

    private let size: ClosedRange<Int>
    private let rules: [AssignmentProblem.PanelLimit]
    private let seats: [Seat]
    /// For each seat, the rules about its judge.
    private let rulesOfSeat: [[Int]]
    /// The worths of so many first seats together.
    private var sums: [Int] = [0]
    /// How many seats from each on are about a rule.
    private var left: [[Int]]
    private let positive: Int

    private var counts: [Int]
    private var chosen: [Int] = []
    private var best: (worth: Int, judges: [Int])?
    private var steps = 0

    /// - Parameters:
    ///   - rules: The rules that hold for the submission.
    ///   - isMember: For each rule, whether each judge is one that it is about.
    init(
        size: ClosedRange<Int>, seats: [Seat], rules: [AssignmentProblem.PanelLimit],
        isMember: [[Bool]]
    ) {
        self.size = size
        self.rules = rules
        // Judges who are sure to sit come first, whatever they are worth.
        let ordered = seats.sorted {
            if $0.isFixed != $1.isFixed { return $0.isFixed }
            return ($1.worth, $0.judge) < ($0.worth, $1.judge)
        }
        self.seats = ordered
        rulesOfSeat = ordered.map { seat in rules.indices.filter { isMember[$0][seat.judge] } }
        for seat in ordered { sums.append(sums[sums.count - 1] + seat.worth) }
        positive = ordered.count { $0.isFixed || $0.worth > 0 }
        left = rules.map { _ in [Int](repeating: 0, count: ordered.count + 1) }
        counts = rules.map { _ in 0 }
        for place in ordered.indices.reversed() {
            for rule in rules.indices {
                left[rule][place] =
                    left[rule][place + 1] + (rulesOfSeat[place].contains(rule) ? 1 : 0)
            }
        }
    }

    /// The best panel; nothing where no panel obeys the rules.
    ///
    /// - Complexity: O(*n* log *n*) for *n* judges where rules seldom bind; bounded by
    ///   ``mostSteps``.
    static func best(
        size: ClosedRange<Int>, seats: [Seat], rules: [AssignmentProblem.PanelLimit],
        isMember: [[Bool]]
    ) -> Result? {
        var pricing = PanelPricing(size: size, seats: seats, rules: rules, isMember: isMember)
        pricing.search(from: 0, worth: 0)
        if pricing.steps >= mostSteps {
            return Result(worth: pricing.limit(from: 0, worth: 0) ?? 0, judges: nil)
        }
        return pricing.best.map { Result(worth: $0.worth, judges: $0.judges.sorted()) }
    }

    /// What no panel exceeds that has the chosen judges and others from a place on.
    private func limit(from place: Int, worth: Int) -> Int? {
        let missing = size.lowerBound - chosen.count
        guard missing <= seats.count - place else { return nil }
        let room = max(size.upperBound - chosen.count, 0)
        let wanted = min(max(positive - place, missing, 0), room, seats.count - place)
        return worth + sums[place + wanted] - sums[place]
    }

    private mutating func search(from start: Int, worth: Int) {
        var place = start
        while true {
            steps += 1
            guard steps < Self.mostSteps, let limit = limit(from: place, worth: worth) else {
                return
            }
            if let best, limit <= best.worth { return }
            if chosen.count >= size.lowerBound, isSound(), best.map({ worth > $0.worth }) ?? true,
                place >= seats.count || !seats[place].isFixed
            {
                best = (worth, chosen)
            }
            guard place < seats.count, canStillBeSound(place) else { return }
            let isFixed = seats[place].isFixed
            if isFixed || chosen.count < size.upperBound, isFixed || fits(place) {
                take(place)
                search(from: place + 1, worth: worth + seats[place].worth)
                giveBack(place)
            }
            if isFixed { return }
            place += 1
        }
    }

    private mutating func take(_ place: Int) {
        chosen.append(seats[place].judge)
        for rule in rulesOfSeat[place] { counts[rule] += 1 }
    }

    private mutating func giveBack(_ place: Int) {
        chosen.removeLast()
        for rule in rulesOfSeat[place] { counts[rule] -= 1 }
    }

    private func fits(_ place: Int) -> Bool {
        rulesOfSeat[place].allSatisfy { counts[$0] < rules[$0].count.upperBound }
    }

    private func isSound() -> Bool {
        rules.indices.allSatisfy { rules[$0].isMet(by: counts[$0]) }
    }

    /// Whether the places and judges left could still meet what rules ask for.
    private func canStillBeSound(_ place: Int) -> Bool {
        let room = size.upperBound - chosen.count
        return rules.indices.allSatisfy { rule in
            let wanted = rules[rule].leastFrom(counts[rule]) - counts[rule]
            return wanted <= 0 || wanted <= min(room, left[rule][place])
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
