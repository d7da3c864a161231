import Contests
import Formats
import Numbers
import Publishing
import Testing

struct WordingTests {
    let stage = StageID(track: "ai", name: "final")

    /// Both languages say something, and each says it in its own script.
    private func check(_ phrase: Phrase, _ comment: String) {
        #expect(!phrase.english.isEmpty && !phrase.chinese.isEmpty, "\(comment)")
        #expect(
            phrase.english.unicodeScalars.allSatisfy { !$0.properties.isIdeographic },
            "\(comment): \(phrase.english)")
        #expect(
            phrase.chinese.unicodeScalars.contains { $0.properties.isIdeographic },
            "\(comment): \(phrase.chinese)")
    }

    private var names: ContestNames {
        get throws { ContestNames(try SampleBoard.contest, rubrics: [stage: SampleBoard.rubric]) }
    }

    @Test func `every reason to be unranked has words, and no number that could be a score`() throws
    {
        let reasons: [Standing.Unranked] = [
            .notScored, .sheetsMissing(1), .sheetsMissing(2), .failedGate("gate"), .withdrawn,
            .disqualified,
        ]
        for reason in reasons {
            let phrase = reason.wording(in: stage, names: try names)
            check(phrase, "\(reason)")
            #expect(!phrase.english.contains("0"))
        }
        #expect(
            Standing.Unranked.failedGate("gate").wording(in: stage, names: try names)
                == Phrase("not ranked: failed “Compliance”", "不参加排名：未通过“合规性”"))
    }

    @Test func `every step has words in both languages`() throws {
        let some: [CriterionID] = ["innovation"]
        var steps: [ScoringStep] = [
            .drop(DropStep()), .drop(DropStep(highest: 2, lowest: 0, fewer: .notScored, of: some)),
            .scale(ScaleStep(factor: try Ratio(1, over: 3), byWeight: true)),
            .scale(ScaleStep(field: "d", of: some)), .scale(ScaleStep()),
            .shift(ShiftStep(amount: .one)), .shift(ShiftStep(field: "d", of: some)),
            .bound(BoundStep(minimum: .zero)), .bound(BoundStep(maximum: .zero)),
            .bound(BoundStep(minimum: .zero, maximum: .zero)), .bound(BoundStep()),
            .lookUp(LookUpStep(table: "t", field: "f")), .range(RangeStep(limit: .zero)),
            .carry(CarryStep(sources: [.init(stage: "final", score: .own)], isMean: true)),
        ]
        for axis in CombineStep.Axis.allCases {
            for method in CombineStep.Method.allCases {
                steps.append(.combine(CombineStep(axis: axis, method: method)))
            }
        }
        for missing in CombineStep.MissingKind.allCases {
            let kinds = [
                CombineStep.KindWeight(kind: "expert", weight: try Ratio(7, over: 10)),
                CombineStep.KindWeight(kind: "public", weight: try Ratio(3, over: 10)),
            ]
            steps.append(
                .combine(
                    CombineStep(axis: .judges, method: .mean, kinds: kinds, missingKind: missing)))
        }
        for mode in Rounding.Mode.allCases {
            steps.append(.round(RoundStep(Rounding(digits: 0, mode: mode))))
            steps.append(.round(RoundStep(Rounding(digits: 2, mode: mode), of: some)))
        }
        for set in StandardiseStep.MarkSet.allCases {
            for divisor in StandardiseStep.Divisor.allCases {
                steps.append(
                    .standardise(
                        StandardiseStep(
                            mean: .zero, deviation: .zero, set: set, divisor: divisor)))
            }
        }
        for step in steps {
            check(step.wording(in: stage, names: try names), "\(step)")
        }
    }

    @Test func `kinds of judge are told with their shares in per cent`() throws {
        let step = CombineStep(
            axis: .judges, method: .mean,
            kinds: [
                .init(kind: "expert", weight: Ratio(whole: 7)),
                .init(kind: "public", weight: Ratio(whole: 3)),
            ])
        let phrase = ScoringStep.combine(step).wording(in: stage, names: try names)
        #expect(phrase.english.contains("expert 70%, public 30%"))
        #expect(phrase.chinese.contains("expert 70%、public 30%"))
    }

    @Test func `every tie-break, numbering and rule at a line has words`() throws {
        let rules: [TieBreak.Rule] = [
            .criterion("innovation"), .untrimmedSum, .highestSheet, .lowestSheet, .firstPlaces,
            .headToHead, .countBack, .sheetsAbove(.zero), .kind("public"), .earlierStage("final"),
            .earlierSubmission, .field("order"), .draw(seed: "x"),
        ]
        for rule in rules {
            for lower in [false, true] {
                let tie = TieBreak(rule, prefersLower: lower, throughPlace: lower ? 1 : nil)
                check(tie.wording(in: stage, names: try names), "\(tie)")
            }
        }
        for numbering in Numbering.allCases { check(numbering.wording, "\(numbering)") }
        for ties in TiesAtLine.allCases { check(ties.wording, "\(ties)") }
        for missing in [MissingSheets.wait, .exclude, .proceed(atLeast: 3)] {
            check(missing.wording, "\(missing)")
        }
    }

    @Test func `advancement is told limit by limit`() throws {
        let half = try Ratio(1, over: 2)
        let advancement = Advancement(
            to: "last", count: 8, share: half, minimumScore: Ratio(whole: 60),
            quotas: [
                .init(axis: .heat, count: 2), .init(axis: .heat, value: "east", count: 1),
                .init(axis: .region, count: 2), .init(axis: .region, value: "福建", count: 3),
            ], ties: .admitAll)
        let phrases = advancement.wording(in: stage, names: try names)
        #expect(
            phrases.map(\.english) == [
                "to go on to “Final”: the first 8, the best 50% of the ranked (rounded up)",
                "2 places for each heat", "1 place for heat “East”", "2 places for each region",
                "3 places for region “福建”", "nobody below 60 goes on",
                "all who are tied at the line are admitted",
            ])
        #expect(phrases.map(\.chinese)[2] == "赛区“东部赛区” 1 个名额")
    }

    @Test func `prize money has its currency`() throws {
        let amount = try Points(parsing: "1234567.5")
        let prize = Award.Prize(amount: amount, currency: "CNY")
        #expect(prize.wording == Phrase("CNY 1,234,567.5", "1,234,567.5 元"))
        #expect(Award.Prize(amount: amount, currency: "EUR").wording.chinese == "1,234,567.5 EUR")
    }
}
