import Computing
import Contests
import Numbers
import Scoring
import TestSupport
import Testing

/// Combining over judges, and leaving out the highest and the lowest.
struct PanelTests {
    static func drop(
        _ highest: Int, _ lowest: Int, atLeast: Int? = nil, fewer: DropStep.Fewer = .keep
    ) -> ScoringStep {
        .drop(DropStep(highest: highest, lowest: lowest, atLeast: atLeast, fewer: fewer))
    }

    static let methods: [(CombineStep.Method, String)] = [
        (.sum, "280"), (.mean, "70"), (.median, "72.5"),
    ]

    @Test(arguments: methods)
    func `each method makes its value`(method: CombineStep.Method, expected: String) {
        var one = ScoringCase([.criteria(.sum), .judges(method)])
        one.mark("x", "70", "75", "50", "85")
        #expect(one.score("x") == expected)
    }

    @Test(arguments: SeededCases(60))
    func `a trimmed mean is what is left after taking the ends away one by one`(
        case seeded: SeededCases.Case
    ) throws {
        var random = seeded.random
        for panel in 1...9 {
            for (highest, lowest) in [(1, 1), (2, 1), (0, 2), (3, 0), (2, 2)] {
                let marks = (0..<panel).map { _ in random.below(12) }  // many are equal
                var one = ScoringCase([
                    .criteria(.sum), Self.drop(highest, lowest), .judges(.mean),
                ])
                for (judge, mark) in marks.enumerated() {
                    one.mark("x", by: JudgeID("J\(judge)"), ["\(mark)"])
                }
                var left = marks.sorted()
                if panel > highest + lowest {
                    for _ in 0..<highest { left.removeLast() }
                    for _ in 0..<lowest { left.removeFirst() }
                }
                let sheets = one.scores()["x"]?.sheets ?? []
                let expected = try Ratio(Int128(left.reduce(0, +)), over: Int128(left.count))
                #expect(one.scores()["x"]?.score == expected)
                #expect(sheets.count { !$0.isDropped } == left.count)
            }
        }
    }

    @Test func `of equal scores the lowest judge is left out as lowest, the highest as highest`() {
        let ends: [(ScoringStep, [Bool])] = [
            (Self.drop(0, 1), [true, false, false, false]),
            (Self.drop(1, 0), [false, false, false, true]),
            (Self.drop(1, 1), [true, false, false, true]),
            (Self.drop(2, 1), [true, false, true, true]),
        ]
        for (step, dropped) in ends {
            var one = ScoringCase([.criteria(.sum), step, .judges(.mean)])
            one.mark("x", "7", "7", "7", "7")
            let sheets = one.scores()["x"]?.sheets ?? []
            #expect(sheets.map(\.isDropped) == dropped)
            #expect(sheets.map(\.counted) == Array(repeating: ratio("7"), count: 4))
        }
    }

    @Test func `with too few sheets nothing is left out, or there is no score`() {
        var keep = ScoringCase([.criteria(.sum), Self.drop(1, 1, atLeast: 5), .judges(.mean)])
        keep.mark("x", "10", "20", "90", "100")
        #expect(keep.score("x") == "55")
        var refuse = ScoringCase([
            .criteria(.sum), Self.drop(1, 1, atLeast: 5, fewer: .notScored), .judges(.mean),
        ])
        refuse.mark("x", "10", "20", "90", "100")
        refuse.mark("y", "10", "20", "30", "90", "100")
        #expect(refuse.score("x") == "-")
        #expect(refuse.score("y") == "140/3")
        #expect(refuse.scores().troubles == [.tooFewSheets("x", found: 4, needed: 5)])
    }

    static func kinds(_ missing: CombineStep.MissingKind) -> ScoringStep {
        .combine(
            CombineStep(
                axis: .judges, method: .mean,
                kinds: [
                    CombineStep.KindWeight(kind: "expert", weight: ratio("0.7")),
                    CombineStep.KindWeight(kind: "public", weight: ratio("0.3")),
                ], missingKind: missing))
    }

    @Test func `experts count 70 percent and the public 30, the mean of each first`() {
        var one = ScoringCase([.criteria(.sum), Self.kinds(.notScored)])
        one.mark("x", by: "E1", ["80"])
        one.mark("x", by: "E2", ["90"])
        for judge in 1...5 { one.mark("x", by: JudgeID("P\(judge)"), ["60"], kind: "public") }
        one.mark("x", by: "S1", ["0"], kind: "sponsor")
        #expect(one.score("x") == "77.5")  // 85 · 0.7 + 60 · 0.3; the sponsor does not count
        #expect(one.scores()["x"]?.sheets.last?.counted == nil)
    }

    @Test func `a kind that gave no sheet leaves no score, or leaves its weight to the others`() {
        for (missing, expected) in [
            (CombineStep.MissingKind.notScored, "-"), (.redistribute, "85"),
        ] {
            var one = ScoringCase([.criteria(.sum), Self.kinds(missing)])
            one.mark("x", by: "E1", ["80"])
            one.mark("x", by: "E2", ["90"])
            #expect(one.score("x") == expected)
            let told: [ScoringTrouble] = missing == .notScored ? [.kindMissing("x", "public")] : []
            #expect(one.scores().troubles == told)
        }
    }

    @Test func `judges count by the confidence that they state`() {
        var one = ScoringCase([.criteria(.sum), .judges(.weightedMean)])
        one.mark("x", by: "J1", ["90"], confidence: "3")
        one.mark("x", by: "J2", ["60"], confidence: "1")
        one.mark("x", by: "J3", ["10"])
        let scores = one.scores()
        #expect(scores["x"]?.score == ratio("82.5"))
        #expect(scores["x"]?.sheets.last?.counted == nil)
        #expect(scores.troubles == [.confidenceMissing("x", "J3")])
    }

    @Test func `judges count alike where nobody states a confidence`() {
        var one = ScoringCase([.criteria(.sum), .judges(.weightedMean)])
        one.mark("x", "90", "60")
        #expect(one.score("x") == "75")
        #expect(one.scores().troubles.isEmpty)
    }

    @Test func `no sheet is no score`() {
        var one = ScoringCase([.criteria(.sum), Self.drop(1, 1), .judges(.sum)])
        one.enter("x")
        one.record.assignments[one.stage.id] = [
            Assignment(judge: "J1", submission: "x"), Assignment(judge: "J2", submission: "x"),
        ]
        #expect(one.score("x") == "-")
        #expect(one.scores()["x"]?.missingSheets == 2)
        #expect(one.scores().troubles.isEmpty)
    }

    @Test func `criteria can be combined after judges, each trimmed by itself`() {
        let criteria = [
            ScoringCase.criterion("a", weight: 2), ScoringCase.criterion("b", weight: 1),
        ]
        var one = ScoringCase(
            [Self.drop(1, 1), .judges(.mean), .criteria(.weightedSum)], criteria: criteria)
        one.mark("x", by: "J1", ["1", "9"])
        one.mark("x", by: "J2", ["5", "5"])
        one.mark("x", by: "J3", ["9", "2"])
        one.mark("x", by: "J4", ["6", ""])
        let score = one.scores()["x"]
        #expect(score?.score == ratio("16"))  // (5 + 6) ÷ 2 · 2 + 5
        #expect(score?.criteria == [ratio("5.5"), ratio("5")])
        #expect(score?.sheets == [])
        #expect(score?.missingSheets == 0)
    }

    @Test func `a required criterion that no judge marked leaves no score`() {
        for isRequired in [true, false] {
            let criteria = [
                ScoringCase.criterion("a"), ScoringCase.criterion("b", isRequired: isRequired),
            ]
            var one = ScoringCase([.judges(.mean), .criteria(.sum)], criteria: criteria)
            one.mark("x", by: "J1", ["4", ""])
            one.mark("x", by: "J2", ["5", ""])
            #expect(one.score("x") == (isRequired ? "-" : "4.5"))
        }
    }
}
