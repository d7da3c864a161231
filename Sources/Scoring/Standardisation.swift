import Computing
import Contests
import Numbers

/// The scores of one judge that a standard score is measured against, added up in whole numbers.
///
/// With every score counted in a unit that makes all of them whole, *n* their number, *s* their sum
/// and *q* the sum of their squares, the judge's deviation squared is (*n*·*q* − *s*²) ÷ (*n*·*k*),
/// where *k* is *n* − 1 or *n*. The unit cancels in a standard score.
struct JudgeSums: Sendable {
    let count: Int
    /// The unit's denominator: scores are counted in 1 ÷ `unit` points.
    let unit: Int128
    let sum: Int128
    /// *n*·*q* − *s*²: zero exactly where all scores are equal.
    let spread: Int128

    /// Adds up a judge's scores.
    ///
    /// - Complexity: O(*n*).
    init(_ scores: [Ratio]) throws(NumbersError) {
        var unit: Int128 = 1
        for score in scores where unit % score.denominator != 0 {
            // The least common multiple, by way of the fraction in lowest terms.
            unit = try times(unit, Ratio(unit, over: score.denominator).denominator)
        }
        var sum: Int128 = 0
        var squares: Int128 = 0
        for score in scores {
            let count = try times(score.numerator, unit / score.denominator)
            sum = try plus(sum, count)
            squares = try plus(squares, times(count, count))
        }
        count = scores.count
        self.unit = unit
        self.sum = sum
        spread = try plus(times(Int128(count), squares), -times(sum, sum))
    }

    /// The mean, in points.
    var mean: Ratio {
        get throws(NumbersError) { try Ratio(sum, over: times(unit, Int128(count))) }
    }

    /// The deviation squared; none of one score with the divisor *n* − 1.
    func variance(_ divisor: StandardiseStep.Divisor) throws(NumbersError) -> Ratio? {
        let divisor = self.divisor(divisor)
        guard divisor > 0 else { return nil }
        let parts = try times(Int128(count), divisor)
        return try Ratio(spread, over: parts) / Ratio(times(unit, unit), over: 1)
    }

    /// The standard score of one of the scores, exact to the digits that it is rounded to.
    func standardScore(of score: Ratio, _ step: StandardiseStep) throws(NumbersError) -> Ratio {
        let whole = try times(score.numerator, unit / score.denominator)
        let distance = try plus(times(Int128(count), whole), -sum)
        let deviation = Ratio(step.deviation)
        let square = try Ratio(times(distance, distance), over: spread)
        let radicand = try square * Ratio(divisor(step.divisor), over: Int128(count))
        return try RootedValue(
            offset: Ratio(step.mean), radicand: radicand * deviation * deviation,
            isNegative: distance < 0
        ).rounded(step.rounding)
    }

    private func divisor(_ divisor: StandardiseStep.Divisor) -> Int128 {
        switch divisor {
        case .sample: Int128(count) - 1
        case .population: Int128(count)
        }
    }
}

/// The sheets of one judge that are standardised together.
struct MarkSet: Sendable {
    /// A sheet: a submission's work and a row of it.
    struct Member: Sendable {
        let work: Int
        let row: Int
        let score: Ratio
    }

    let judge: Int32
    var members: [Member] = []

    /// The mark sets of a step, by judge, over every sheet that has a score.
    ///
    /// - Complexity: O(*n*) for *n* sheets.
    static func sets(
        of works: [SubmissionWork], _ set: StandardiseStep.MarkSet, plan: ScoringPlan
    ) -> [MarkSet] {
        var numbers: [[Int32]: Int] = [:]
        var heats: [HeatID?: Int] = [:]
        var sets: [MarkSet] = []
        var setOf: [Key: Int] = [:]
        for (index, work) in works.enumerated() where work.isOnSheetScores {
            let part =
                switch set {
                case .stage: 0
                case .heat: number(of: plan.record.submissions[work.id]?.heat, in: &heats)
                case .panel: number(of: work.rows.map(\.judge), in: &numbers)
                }
            for (row, cell) in work.cells.enumerated() {
                guard let score = cell.value else { continue }
                let key = Key(judge: work.rows[row].judge, part: part)
                let found = setOf[key] ?? sets.count
                if found == sets.count {
                    setOf[key] = found
                    sets.append(MarkSet(judge: key.judge))
                }
                sets[found].members.append(Member(work: index, row: row, score: score))
            }
        }
        return sets
    }

    private struct Key: Hashable {
        let judge: Int32
        let part: Int
    }

    /// Counts different keys from 0 in the order in which they first come.
    private static func number<Name: Hashable>(of name: Name, in seen: inout [Name: Int]) -> Int {
        if let number = seen[name] { return number }
        seen[name] = seen.count
        return seen.count - 1
    }
}

/// The standard scores of a mark set, or why there are none.
struct StandardScores: Sendable {
    let scores: [Ratio?]
    let hasNoDeviation: Bool
    let hasOverflow: Bool

    init(_ set: MarkSet, _ step: StandardiseStep) {
        let none = [Ratio?](repeating: nil, count: set.members.count)
        do {
            let sums = try JudgeSums(set.members.map(\.score))
            guard sums.spread > 0 else {
                (scores, hasNoDeviation, hasOverflow) = (none, true, false)
                return
            }
            // A judge gives the same score many times.
            var known: [Ratio: Ratio] = [:]
            var scores: [Ratio?] = []
            for member in set.members {
                if let score = known[member.score] {
                    scores.append(score)
                } else {
                    let score = try sums.standardScore(of: member.score, step)
                    known[member.score] = score
                    scores.append(score)
                }
            }
            (self.scores, hasNoDeviation, hasOverflow) = (scores, false, false)
        } catch {
            (scores, hasNoDeviation, hasOverflow) = (none, false, true)
        }
    }
}

extension ScoringPlan {
    /// Turns every sheet score into a standard score of its judge.
    ///
    /// - Returns: The judges whose scores are all equal, in ascending order.
    func standardise(
        _ works: inout [SubmissionWork], _ step: StandardiseStep, width: Int
    ) -> [ScoringTrouble] {
        let sets = MarkSet.sets(of: works, step.set, plan: self)
        let results = sets.concurrentMap(chunk: 4, width: width) { StandardScores($0, step) }
        var troubles: [(judge: Int32, ScoringTrouble)] = []
        for (set, result) in zip(sets, results) {
            for (member, score) in zip(set.members, result.scores) {
                works[member.work].standardise(member.row, to: score)
                if result.hasOverflow {
                    works[member.work].refuse(.overflow(works[member.work].id))
                }
            }
            if result.hasNoDeviation {
                let judge = markers[Int(set.judge)].id
                troubles.append((set.judge, .noDeviation(judge, sheets: set.members.count)))
            }
        }
        return troubles.enumerated()
            .sorted { ($0.element.judge, $0.offset) < ($1.element.judge, $1.offset) }
            .map(\.element.1)
    }
}

extension SubmissionWork {
    /// Replaces a sheet's score by its standard score, and keeps both.
    mutating func standardise(_ row: Int, to standard: Ratio?) {
        score.sheets[row].raw = score.sheets[row].raw ?? cells[row].value
        score.sheets[row].standard = standard
        cells[row] = standard.map(Cell.value) ?? .absent
        isStandardised = true
    }
}

private func times(_ one: Int128, _ other: Int128) throws(NumbersError) -> Int128 {
    let (value, overflow) = one.multipliedReportingOverflow(by: other)
    guard !overflow, value != .min else { throw .overflow }
    return value
}

private func plus(_ one: Int128, _ other: Int128) throws(NumbersError) -> Int128 {
    let (value, overflow) = one.addingReportingOverflow(other)
    guard !overflow, value != .min else { throw .overflow }
    return value
}
