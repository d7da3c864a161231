/// The marks that a Rasch model is fitted to, ordered by submission and judge.
///
/// A submission, judge or criterion whose marks are all lowest or all highest has no finite
/// estimate; it is set aside with its marks, again and again until none is left. What remains is
/// numbered anew without gaps.
struct RaschDesign: Sendable {
    /// The old numbers of what remains.
    private(set) var submissions: [Int] = []
    private(set) var judges: [Int] = []
    private(set) var criteria: [Int] = []
    /// The marks of submission *i* are those from `starts[i]` up to `starts[i + 1]`.
    private(set) var starts: [Int] = [0]
    private(set) var judge: [Int32] = []
    private(set) var criterion: [Int32] = []
    private(set) var category: [Int32] = []
    /// The highest category of each criterion that remains.
    private(set) var highest: [Int] = []
    /// Where each criterion's thresholds begin among all thresholds.
    private(set) var thresholdStart: [Int] = []
    /// How many thresholds each set of thresholds has.
    private(set) var thresholdCounts: [Int] = []

    /// Judges, criteria and thresholds: what is left when submissions are eliminated.
    var effectCount: Int { judges.count + criteria.count + thresholdCounts.reduce(0, +) }

    /// Where the thresholds begin among those effects.
    var thresholdsFrom: Int { judges.count + criteria.count }

    /// Where a criterion's thresholds begin among those effects.
    func thresholdsFrom(of criterion: Int) -> Int {
        thresholdsFrom + thresholdStart[criterion]
    }

    /// Orders the marks and sets extremes aside.
    ///
    /// - Complexity: O(*n* log *m*) for *n* marks, *m* of them at most on a submission; times the
    ///   rounds in which extremes are found.
    /// - Throws: Whatever the data cannot carry.
    init(_ ratings: RatingColumns) throws(RaschRefusal) {
        try Self.check(ratings)
        let isKept = Self.withoutExtremes(ratings)
        guard isKept.contains(true) else { throw .allExtreme }
        submissions = Self.used(ratings.submissions, isKept, ratings.submissionCount)
        judges = Self.used(ratings.judges, isKept, ratings.judgeCount)
        criteria = Self.used(ratings.criteria, isKept, ratings.highest.count)
        highest = criteria.map { ratings.highest[$0] }
        switch ratings.thresholds {
        case .common:
            thresholdCounts = [highest.max() ?? 0]
            thresholdStart = highest.map { _ in 0 }
        case .ofEachCriterion:
            thresholdCounts = highest
            for index in highest.indices {
                thresholdStart.append(highest[..<index].reduce(0, +))
            }
        }
        order(ratings, isKept)
        try checkCategories(ratings)
        try checkIslands()
    }

    private static func check(_ ratings: RatingColumns) throws(RaschRefusal) {
        for mark in 0..<ratings.count {
            let criterion = Int(ratings.criteria[mark])
            guard ratings.highest.indices.contains(criterion),
                (0..<ratings.submissionCount).contains(Int(ratings.submissions[mark])),
                (0..<ratings.judgeCount).contains(Int(ratings.judges[mark])),
                (0...ratings.highest[criterion]).contains(Int(ratings.categories[mark]))
            else { throw .outOfRange(at: mark) }
        }
    }

    /// Which marks stay.
    private static func withoutExtremes(_ ratings: RatingColumns) -> [Bool] {
        var isKept = [Bool](repeating: true, count: ratings.count)
        let facets = [
            (ratings.submissions, ratings.submissionCount), (ratings.judges, ratings.judgeCount),
            (ratings.criteria, ratings.highest.count),
        ]
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for (levels, count) in facets {
                // 1: a mark above the lowest category; 2: one below the highest.
                var seen = [UInt8](repeating: 0, count: count)
                for mark in 0..<ratings.count where isKept[mark] {
                    let top = ratings.highest[Int(ratings.criteria[mark])]
                    let category = Int(ratings.categories[mark])
                    seen[Int(levels[mark])] |= (category > 0 ? 1 : 0) | (category < top ? 2 : 0)
                }
                for mark in 0..<ratings.count
                where isKept[mark] && seen[Int(levels[mark])] != 3 {
                    isKept[mark] = false
                    hasChanged = true
                }
            }
        }
        return isKept
    }

    private static func used(_ levels: [Int32], _ isKept: [Bool], _ count: Int) -> [Int] {
        var isUsed = [Bool](repeating: false, count: count)
        for mark in levels.indices where isKept[mark] { isUsed[Int(levels[mark])] = true }
        return (0..<count).filter { isUsed[$0] }
    }

    /// What became of each old number: its new one, or −1.
    static func newNumbers(_ used: [Int], _ count: Int) -> [Int32] {
        var numbers = [Int32](repeating: -1, count: count)
        for (new, old) in used.enumerated() { numbers[old] = Int32(new) }
        return numbers
    }

    private mutating func order(_ ratings: RatingColumns, _ isKept: [Bool]) {
        let newSubmission = Self.newNumbers(submissions, ratings.submissionCount)
        let newJudge = Self.newNumbers(judges, ratings.judgeCount)
        let newCriterion = Self.newNumbers(criteria, ratings.highest.count)
        var next = [Int](repeating: 0, count: submissions.count + 1)
        for mark in 0..<ratings.count where isKept[mark] {
            next[Int(newSubmission[Int(ratings.submissions[mark])]) + 1] += 1
        }
        for index in submissions.indices { next[index + 1] += next[index] }
        starts = next
        var places = [Int](repeating: 0, count: starts[submissions.count])
        for mark in 0..<ratings.count where isKept[mark] {
            let submission = Int(newSubmission[Int(ratings.submissions[mark])])
            places[next[submission]] = mark
            next[submission] += 1
        }
        for submission in submissions.indices {
            places[starts[submission]..<starts[submission + 1]].sort {
                (ratings.judges[$0], ratings.criteria[$0], ratings.categories[$0])
                    < (ratings.judges[$1], ratings.criteria[$1], ratings.categories[$1])
            }
        }
        judge = places.map { newJudge[Int(ratings.judges[$0])] }
        criterion = places.map { newCriterion[Int(ratings.criteria[$0])] }
        category = places.map { ratings.categories[$0] }
    }

    private func checkCategories(_ ratings: RatingColumns) throws(RaschRefusal) {
        var uses = thresholdCounts.map { [Bool](repeating: false, count: $0 + 1) }
        let isCommon = ratings.thresholds == .common
        for mark in category.indices {
            uses[isCommon ? 0 : Int(criterion[mark])][Int(category[mark])] = true
        }
        for (set, isUsed) in uses.enumerated() {
            guard let unused = isUsed.firstIndex(of: false) else { continue }
            throw .categoryUnused(unused, criterion: isCommon ? nil : criteria[set])
        }
    }

    private func checkIslands() throws(RaschRefusal) {
        var parent = judges.indices.map { $0 }
        func root(_ judge: Int) -> Int {
            var node = judge
            while parent[node] != node {
                parent[node] = parent[parent[node]]
                node = parent[node]
            }
            return node
        }
        for submission in submissions.indices {
            let first = Int(judge[starts[submission]])
            for mark in starts[submission]..<starts[submission + 1] {
                let (one, other) = (root(first), root(Int(judge[mark])))
                parent[max(one, other)] = min(one, other)
            }
        }
        let islands = judges.indices.count { parent[$0] == $0 }
        guard islands == 1 else { throw .islands(islands) }
    }
}
