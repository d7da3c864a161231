extension PanelPreferences {
    /// How many judgements an order contradicts.
    public func distance(of order: [Int]) -> Int {
        var sum = 0
        for (place, one) in order.enumerated() {
            for other in order[(place + 1)...] { sum += above[other * count + one] }
        }
        return sum
    }

    /// The submissions in groups, in order, such that each one beats all of later groups and groups
    /// are as small as can be; lower numbers first within a group.
    ///
    /// Among the *p* that have most of Copeland's points, *p*(*p* − 1) points are shared out; they
    /// beat all *n* − *p* others exactly if they have 2·*p*·(*n* − *p*) more.
    func groups() -> [[Int]] {
        let points = copeland().points
        let order = (0..<count).sorted { (-points[$0], $0) < (-points[$1], $1) }
        var groups: [[Int]] = []
        var (start, sum) = (0, 0)
        for (place, submission) in order.enumerated() {
            sum += points[submission]
            let size = place + 1
            guard sum == size * (size - 1) + 2 * size * (count - size) else { continue }
            groups.append(order[start..<size].sorted())
            start = size
        }
        return groups
    }

    /// A good order: by the sum of margins, then each submission moved to where it fits best, as
    /// often as that helps.
    package func improvedOrder(of group: [Int]) -> [Int] {
        let sums = group.map { one in group.reduce(0) { $0 + margin(one, over: $1) } }
        var order = group.indices.sorted { (-sums[$0], $0) < (-sums[$1], $1) }.map { group[$0] }
        var helped = true
        while helped {
            helped = false
            for submission in group {
                guard let place = order.firstIndex(of: submission) else { continue }
                let best = bestPlace(for: submission, at: place, in: order)
                guard best != place else { continue }
                order.remove(at: place)
                order.insert(submission, at: best)
                helped = true
            }
        }
        return order
    }

    /// Where one of an order contradicts least, the others staying as they are; its own place if no
    /// other is better.
    private func bestPlace(for one: Int, at place: Int, in order: [Int]) -> Int {
        var (best, most, gain) = (place, 0, 0)
        for earlier in stride(from: place - 1, through: 0, by: -1) {
            gain += margin(one, over: order[earlier])
            if gain > most { (best, most) = (earlier, gain) }
        }
        gain = 0
        for later in place + 1..<max(order.count, place + 1) {
            gain += margin(order[later], over: one)
            if gain > most { (best, most) = (later, gain) }
        }
        return best
    }

    /// What no order of a group can be below.
    ///
    /// Of every two, an order contradicts at least the minority. Of three that beat each other in a
    /// circle, it turns one majority round as well; circles are taken while there is margin left.
    package func leastDistance(within group: [Int]) -> Int {
        let size = group.count
        var left = [Int](repeating: 0, count: size * size)
        var sum = 0
        for one in 0..<size {
            for other in 0..<size where other != one {
                left[one * size + other] = max(0, margin(group[one], over: group[other]))
                if one < other {
                    let pair = group[one] * count + group[other]
                    sum += min(above[pair], above[group[other] * count + group[one]])
                }
            }
        }
        for first in 0..<size {
            for second in 0..<size where left[first * size + second] > 0 {
                for third in first..<size where left[second * size + third] > 0 {
                    let circle = [
                        first * size + second, second * size + third, third * size + first,
                    ]
                    let turned = circle.reduce(Int.max) { min($0, left[$1]) }
                    guard turned > 0 else { continue }
                    sum += turned
                    for pair in circle { left[pair] -= turned }
                }
            }
        }
        return sum
    }
}
