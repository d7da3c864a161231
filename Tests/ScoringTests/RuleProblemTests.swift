import Contests
import Numbers
import Scoring
import Testing

/// What the check of a scoring rule finds.
struct RuleProblemTests {
    static func problems(
        _ steps: [ScoringStep], ties: [TieBreak] = [], criteria: [Criterion]? = nil,
        judges: [Judge]? = nil
    ) -> [RuleProblem] {
        var one = ScoringCase(
            steps,
            criteria: criteria ?? [
                ScoringCase.criterion("a"), ScoringCase.criterion("b"),
                ScoringCase.criterion("words", kind: .text),
            ], earlier: ["first"])
        one.stage.ties = ties
        return one.stage.scoring.problems(
            rubric: one.rubric, contest: one.contest, stage: one.stage, judges: judges)
    }

    static let standardise = StandardScoreTests.step()
    static let range = ScoringStep.range(RangeStep(limit: points("20")))
    static let drop = ScoringStep.drop(DropStep())

    @Test func `good rules have no problems`() {
        let carry = ScoringStep.carry(CarryStep(sources: [CarryStep.Source(stage: "first")]))
        #expect(
            Self.problems([
                .criteria(.sum), Self.standardise, Self.range, Self.drop, .judges(.mean),
                .round(RoundStep(Rounding(digits: 2))), carry,
            ]).isEmpty)
        #expect(
            Self.problems([
                .scale(ScaleStep(byWeight: true, of: ["a"])), Self.drop, .judges(.mean),
                .criteria(.points),
            ]).isEmpty)
    }

    static let faulty: [([ScoringStep], [RuleProblem])] = [
        ([], [.neverCombined(.criteria), .neverCombined(.judges)]),
        ([.criteria(.sum)], [.neverCombined(.judges)]),
        ([.judges(.sum)], [.neverCombined(.criteria)]),
        (
            [.criteria(.sum), .judges(.sum), .judges(.mean)],
            [.combinedAgain(step: 2, .judges)]
        ),
        (
            [.criteria(.sum), .judges(.points)], [.methodNotOverJudges(step: 1, .points)]
        ),
        (
            [.criteria(.sum), .judges(.weightedSum)],
            [.methodNotOverJudges(step: 1, .weightedSum)]
        ),
        ([.criteria(.sum), .judges(.sum), drop], [.dropAfterJudges(step: 2)]),
        (
            [.criteria(.sum), .drop(DropStep(highest: 0, lowest: 0)), .judges(.sum)],
            [.dropsNothing(step: 1)]
        ),
        ([standardise, .criteria(.sum), .judges(.sum)], [.notOnSheetScores(step: 0)]),
        ([.judges(.sum), range, .criteria(.sum)], [.notOnSheetScores(step: 1)]),
        ([.criteria(.sum), .judges(.sum), range], [.notOnSheetScores(step: 2)]),
        ([.criteria(.sum), drop, range, .judges(.sum)], [.afterDrop(step: 2)]),
        (
            [
                .criteria(.sum),
                .standardise(StandardiseStep(mean: points("50"), deviation: .zero)), .judges(.sum),
            ], [.deviationNotPositive(step: 1)]
        ),
        (
            [.criteria(.sum), .scale(ScaleStep(byWeight: true)), .judges(.sum)],
            [.criteriaAlreadyCombined(step: 1)]
        ),
        (
            [.shift(ShiftStep(of: ["a", "nobody"])), .criteria(.sum), .judges(.sum)],
            [.unknownCriterion(step: 0, "nobody")]
        ),
        (
            [.shift(ShiftStep(of: ["words"])), .criteria(.sum), .judges(.sum)],
            [.criterionWithoutValue(step: 0, "words")]
        ),
        (
            [.lookUp(LookUpStep(table: "t", field: "f")), .criteria(.sum), .judges(.sum)],
            [.unknownTable(step: 0, "t")]
        ),
        (
            [
                .bound(BoundStep(minimum: points("2"), maximum: points("1"))), .criteria(.sum),
                .judges(.sum),
            ], [.minimumAboveMaximum(step: 0)]
        ),
        (
            [
                .criteria(.sum), .carry(CarryStep(sources: [CarryStep.Source(stage: "s")])),
                .judges(.sum),
            ], [.carryTooEarly(step: 1), .carryNotFromEarlierStage(step: 1, "s")]
        ),
        (
            [
                .criteria(.sum), .judges(.sum),
                .carry(
                    CarryStep(
                        sources: [CarryStep.Source(stage: "first", weight: ratio("-1"))],
                        isMean: true)),
            ], [.weightsAreZero(step: 2)]
        ),
    ]

    @Test(arguments: faulty)
    func `a faulty rule is told`(steps: [ScoringStep], expected: [RuleProblem]) {
        #expect(Self.problems(steps) == expected)
    }

    @Test func `weights and maxima that a method needs are told`() {
        let none = [
            ScoringCase.criterion("a", weight: 0),
            Criterion(
                id: "m", names: LocalizedText("m"),
                kind: .measurement(Measurement(conversion: .identity)), weight: .zero),
        ]
        #expect(
            Self.problems([.criteria(.points), .judges(.sum)], criteria: none)
                == [.weightsAreZero(step: 0), .pointsWithoutMaximum(step: 0, "m")])
        #expect(Self.problems([.criteria(.sum), .judges(.sum)], criteria: none).isEmpty)
    }

    @Test func `kinds that nobody is of, twice, or over criteria are told`() {
        func kinds(_ axis: CombineStep.Axis, _ kinds: [(JudgeKind, String)]) -> ScoringStep {
            .combine(
                CombineStep(
                    axis: axis, method: .mean,
                    kinds: kinds.map { CombineStep.KindWeight(kind: $0.0, weight: ratio($0.1)) }))
        }
        let judges = [Judge(id: "J1"), Judge(id: "J2", serves: ["other"], kind: "public")]
        #expect(
            Self.problems(
                [
                    kinds(.criteria, [("expert", "1")]),
                    kinds(.judges, [("expert", "0"), ("expert", "0"), ("public", "0")]),
                ], judges: judges) == [
                    .kindsOverCriteria(step: 0), .kindTwice(step: 1, "expert"),
                    .kindWithoutJudge(step: 1, "public"), .weightsAreZero(step: 1),
                ])
    }

    @Test func `tie-breaks that cannot decide are told`() {
        let rules: [TieBreak.Rule] = [
            .criterion("a"), .criterion("nobody"), .criterion("words"), .earlierStage("first"),
            .earlierStage("later"), .kind("public"), .untrimmedSum, .draw(seed: "1"),
            .earlierSubmission,
        ]
        let ties = rules.map { TieBreak($0) }
        #expect(
            Self.problems([.criteria(.sum), .judges(.sum)], ties: ties, judges: []) == [
                .tieBreakOnUnknownCriterion(tieBreak: 1, "nobody"),
                .tieBreakOnCriterionWithoutValue(tieBreak: 2, "words"),
                .tieBreakNotOnEarlierStage(tieBreak: 4, "later"),
                .tieBreakOnKindWithoutJudge(tieBreak: 5, "public"),
                .tieBreakAfterDraw(tieBreak: 8),
            ])
        #expect(
            Self.problems([.judges(.sum), .criteria(.sum)], ties: [TieBreak(.countBack)])
                == [.tieBreakWithoutSheetScores(tieBreak: 0)])
    }
}
