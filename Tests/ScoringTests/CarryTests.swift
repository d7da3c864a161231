import Contests
import Numbers
import Scoring
import Testing

/// Scores of earlier stages, and the steps that change single cells.
struct CarryTests {
    /// Scores of an earlier stage: totals, with an own score 1 below.
    static func scores(_ totals: [SubmissionID: String]) -> StageScores {
        let submissions = totals.keys.sorted().map { id in
            var score = SubmissionScore(submission: id)
            score.score = ratio(totals[id] ?? "")
            score.own = try? ratio(totals[id] ?? "") - .one
            return score
        }
        return StageScores(stage: StageID(track: "t", name: "e"), submissions: submissions)
    }

    static func carried(_ step: CarryStep) -> ScoringCase {
        var one = ScoringCase(
            [.criteria(.sum), .judges(.mean), .carry(step)], earlier: ["first", "second"])
        one.mark("a", "60", "80")
        one.earlier["first"] = scores(["a": "30"])
        one.earlier["second"] = scores(["a": "50"])
        return one
    }

    @Test func `a sum, a mean, totals and own scores`() {
        let first = CarryStep.Source(stage: "first", weight: ratio("1/5"))
        let second = CarryStep.Source(stage: "second", weight: ratio("2"), score: .own)
        #expect(Self.carried(CarryStep(sources: [first])).score("a") == "76")
        #expect(Self.carried(CarryStep(sources: [first, second])).score("a") == "174")
        #expect(
            Self.carried(CarryStep(sources: [first, second], ownWeight: ratio("0"), isMean: true))
                .score("a") == "520/11")  // (6 + 98) ÷ 2.2
        let half = CarryStep.Source(stage: "first")
        let mean = Self.carried(CarryStep(sources: [half], isMean: true))
        #expect(mean.score("a") == "50")
        #expect(mean.scores()["a"]?.own == ratio("70"))
    }

    @Test func `nothing to carry is told and leaves no score`() {
        var one = Self.carried(CarryStep(sources: [CarryStep.Source(stage: "first")]))
        one.mark("b", "90")
        #expect(one.score("b") == "-")
        #expect(one.scores()["b"]?.own == nil)
        #expect(one.scores().troubles == [.nothingToCarry("b", stage: "first")])
        #expect(one.score("a") == "100")
    }

    @Test func `steps after a carry do not change the own score`() {
        var one = Self.carried(
            CarryStep(sources: [CarryStep.Source(stage: "first", weight: ratio("1/7"))]))
        one.stage.scoring.steps.append(.round(RoundStep(Rounding(digits: 1))))
        #expect(one.scores()["a"]?.own == ratio("70"))
        #expect(one.score("a") == "74.3")
    }

    @Test func `a field of the submission multiplies or is added`() {
        var one = ScoringCase([
            .criteria(.sum), .drop(DropStep()), .judges(.sum),
            .scale(ScaleStep(factor: ratio("0.6"), field: "difficulty")),
            .shift(ShiftStep(amount: ratio("1"), field: "extra")),
        ])
        one.enter("a", fields: ["difficulty": "3.2", "extra": "0.5"])
        one.enter("b", fields: ["difficulty": "hard"])
        for (judge, mark) in ["7", "7.5", "8", "8", "8.5", "8.5", "9"].enumerated() {
            one.mark("a", by: JudgeID("J\(judge)"), [mark])
            one.mark("b", by: JudgeID("J\(judge)"), [mark])
        }
        #expect(one.score("a") == "79.26")  // 40.5 · 0.6 · 3.2 + 1 + 0.5
        #expect(one.score("b") == "-")
        #expect(one.scores().troubles == [.fieldMissing("b", field: "difficulty")])
    }

    @Test func `a field is not missed where no mark needs it`() {
        let criteria = ["a", "b"].map { ScoringCase.criterion($0, isRequired: false) }
        let steps: [ScoringStep] = [
            .scale(ScaleStep(field: "difficulty", of: ["b"])),
            .shift(ShiftStep(field: "base", of: ["b"])),
            .lookUp(LookUpStep(table: "points", field: "code", of: ["b"])),
            .judges(.mean), .criteria(.sum),
        ]
        var one = ScoringCase(steps, criteria: criteria)
        one.mark("x", by: "J1", ["7", ""])
        #expect(one.score("x") == "7")
        #expect(one.scores().troubles.isEmpty)
    }

    @Test func `a table turns marks into points by the row that a field names`() {
        let criteria = [ScoringCase.criterion("E1"), ScoringCase.criterion("E2")]
        let look = ScoringStep.lookUp(LookUpStep(table: "goe", field: "E1.code", of: ["E1"]))
        var one = ScoringCase([look, .judges(.mean), .criteria(.sum)], criteria: criteria)
        let row = [points("1"): points("0.7"), points("2"): points("1.4")]
        one.tables = [LookupTable(id: "goe", rows: ["3Lz": row])]
        one.enter("a", fields: ["E1.code": "3Lz"])
        one.enter("b", fields: ["E1.code": "3Lz"])
        one.enter("c")
        one.mark("a", by: "J1", ["1", "1"])
        one.mark("a", by: "J2", ["2", "2"])
        one.mark("b", by: "J1", ["3", "1"])
        one.mark("c", by: "J1", ["1", "1"])
        #expect(one.score("a") == "2.55")
        #expect(one.score("b") == "-")
        #expect(
            one.scores().troubles == [
                .notInTable("b", table: "goe", key: "3Lz", mark: points("3")),
                .fieldMissing("c", field: "E1.code"),
            ])
    }

    static let steps: [(ScoringStep, String)] = [
        (.scale(ScaleStep(factor: ratio("2"), of: ["b"])), "21.5"),
        (.scale(ScaleStep(byWeight: true)), "26.5"),
        (.shift(ShiftStep(amount: ratio("1"))), "14"),
        (.shift(ShiftStep(amount: ratio("1"), of: ["a"])), "13"),
        (.round(RoundStep(Rounding(digits: 0), of: ["b"])), "12.5"),
        (.round(RoundStep(Rounding(digits: 0))), "13"),
        (.bound(BoundStep(minimum: points("4"), maximum: points("9"))), "13"),
    ]

    @Test(arguments: steps)
    func `steps are for the criteria that they name, or for all`(
        step: ScoringStep, expected: String
    ) {
        let criteria = [
            ScoringCase.criterion("a", weight: 3), ScoringCase.criterion("b", weight: 2),
        ]
        var one = ScoringCase([step, .criteria(.sum), .judges(.mean)], criteria: criteria)
        one.mark("x", by: "J1", ["2.5", "9.5"])
        #expect(one.score("x") == expected)
    }
}
