import Computing
import Contests
import Numbers
import Scoring
import TestSupport
import Testing

/// What must not matter: the order in which sheets came, and how many threads there are.
struct InvarianceTests {
    /// A contest with everything in it, made from chance.
    static func contest(_ random: inout SeededRandom) -> ScoringCase {
        let scale = Scale(minimum: .zero, maximum: points("10"), step: points("1"))
        let criteria = [
            ScoringCase.criterion("a", weight: 2, notApplicable: .redistributed),
            ScoringCase.criterion("b", weight: 1),
            ScoringCase.criterion("plus", kind: .bonus(scale)),
            ScoringCase.criterion("gate", kind: .gate(Gate())),
        ]
        var one = ScoringCase(
            [
                .criteria(.weightedMean), StandardScoreTests.step(),
                .range(RangeStep(limit: points("15"))), .drop(DropStep()), .judges(.mean),
                .round(RoundStep(Rounding(digits: 1))),
            ], criteria: criteria)
        for number in 0..<(30 + random.below(40)) {
            let id = SubmissionID("S\(1000 + number)")
            one.enter(id, heat: number % 2 == 0 ? "east" : "west", fields: ["f": "\(number % 3)"])
            for _ in 0..<random.below(6) {
                let judge = JudgeID("J\(10 + random.below(8))")
                if one.sheets.contains(where: { $0.submission == id && $0.judge == judge }) {
                    continue
                }
                one.mark(id, by: judge, marks(&random))
                if random.below(20) == 0 { one.adjust(id, judge: judge, by: "\(random.below(5))") }
                if random.below(20) == 0 {
                    one.reconsider(id, judge: judge, "5\(random.below(10))")
                }
            }
            if random.below(20) == 0 { one.record.exits[id] = .withdrawn(ScoringCase.decision) }
        }
        one.stage.ties = [TieBreak(.untrimmedSum), TieBreak(.headToHead), TieBreak(.field("f"))]
        return one
    }

    private static func marks(_ random: inout SeededRandom) -> [String] {
        let a = random.below(8) == 0 ? "NA" : "\(random.below(101))"
        let b = random.below(30) == 0 ? "" : "\(random.below(11) * 10)"
        return [a, b, "\(random.below(3))", random.below(5) == 0 ? "0" : "1"]
    }

    @Test(arguments: SeededCases(10))
    func `any number of threads gives the same scores`(case seeded: SeededCases.Case) {
        var random = seeded.random
        let one = Self.contest(&random)
        let alone = one.scores(width: 1)
        #expect(alone.submissions.count == one.record.submissions.count)
        for width in [2, 8] { #expect(one.scores(width: width) == alone) }
    }

    @Test(arguments: SeededCases(10))
    func `the order in which sheets come gives the same scores and places`(
        case seeded: SeededCases.Case
    ) {
        var random = seeded.random
        let one = Self.contest(&random)
        var other = one
        other.sheets = random.shuffled(one.sheets)
        other.record.advanced = one.record.advanced.mapValues { random.shuffled($0) }
        #expect(other.scores() == one.scores())
        #expect(other.standings() == one.standings())
    }

    @Test(arguments: SeededCases(10))
    func `the names of judges do not matter to scores`(case seeded: SeededCases.Case) {
        var random = seeded.random
        let one = Self.contest(&random)
        var other = one
        func renamed(_ id: JudgeID) -> JudgeID {
            JudgeID("\(99 - (Int(id.text.dropFirst()) ?? 0))")
        }
        for index in one.sheets.indices {
            other.sheets[index].judge = renamed(one.sheets[index].judge)
        }
        other.record.adjustments = one.record.adjustments.map {
            Adjustment(
                stage: $0.stage, submission: $0.submission, judge: $0.judge.map(renamed),
                points: $0.points, decision: $0.decision)
        }
        other.record.reconsiderations = one.record.reconsiderations.map {
            Reconsideration(
                stage: $0.stage, submission: $0.submission, judge: renamed($0.judge),
                score: $0.score, decision: $0.decision)
        }
        #expect(other.scores().submissions.map(\.score) == one.scores().submissions.map(\.score))
        #expect(other.places() == one.places())
    }

    @Test(arguments: SeededCases(10))
    func `a trace comes to the score that the stage has`(case seeded: SeededCases.Case) {
        var random = seeded.random
        let one = Self.contest(&random)
        for score in one.scores().submissions {
            #expect(one.trace(score.submission)?.score == score)
        }
    }

    @Test(arguments: SeededCases(10))
    func `places go with scores, and every submission has one standing`(
        case seeded: SeededCases.Case
    ) {
        var random = seeded.random
        let one = Self.contest(&random)
        let standings = one.standings()
        #expect(Set(standings.map(\.submission)) == Set(one.record.submissions.keys))
        #expect(standings.count == one.record.submissions.count)
        for (better, worse) in zip(standings, standings.dropFirst()) {
            guard let one = better.place, let other = worse.place else {
                #expect(worse.place == nil)
                continue
            }
            #expect(one <= other)
            if let score = better.score, let lower = worse.score { #expect(score >= lower) }
        }
    }
}
