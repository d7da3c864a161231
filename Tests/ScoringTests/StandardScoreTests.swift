import Computing
import Contests
import Numbers
import Scoring
import TestSupport
import Testing

/// Standard scores, and the decisions that never enter them.
struct StandardScoreTests {
    static func step(
        _ set: StandardiseStep.MarkSet = .stage, _ divisor: StandardiseStep.Divisor = .sample
    ) -> ScoringStep {
        .standardise(
            StandardiseStep(
                mean: points("50"), deviation: points("10"), set: set, divisor: divisor))
    }

    static func standards(_ scores: StageScores, of judge: JudgeID = "J1") -> [String] {
        scores.submissions.map { score in
            let sheet = score.sheets.first { $0.judge == judge }
            return sheet?.standard.map { "\($0)" } ?? "-"
        }
    }

    @Test func `marks 60, 70, 80 with deviation 10 are 40, 50, 60`() {
        var one = ScoringCase([.criteria(.sum), Self.step(), .judges(.mean)])
        one.mark("a", "60")
        one.mark("b", "70")
        one.mark("c", "80")
        #expect(Self.standards(one.scores()) == ["40", "50", "60"])
        #expect(one.scores()["a"]?.sheets.first?.raw == ratio("60"))
        // With divisor n the deviation is 10·√(2/3) = 8.1650, and 10·10/8.1650 = 12.2474.
        one.stage.scoring.steps[1] = Self.step(.stage, .population)
        #expect(Self.standards(one.scores()) == ["37.75", "50", "62.25"])
    }

    @Test(arguments: SeededCases(40))
    func `standard scores agree with floating point and do not depend on the unit`(
        case seeded: SeededCases.Case
    ) {
        var random = seeded.random
        let marks = (0..<(2 + random.below(20))).map { _ in random.below(101) }
        func scored(_ factor: String) -> [Ratio?] {
            var one = ScoringCase([
                .criteria(.sum), .scale(ScaleStep(factor: ratio(factor))), Self.step(),
                .judges(.mean),
            ])
            for (index, mark) in marks.enumerated() {
                one.mark(SubmissionID("\(100 + index)"), by: "J1", ["\(mark)"])
            }
            return one.scores().submissions.map { $0.sheets.first?.standard }
        }
        let mean = Double(marks.reduce(0, +)) / Double(marks.count)
        let squares = marks.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        let deviation = (squares / Double(marks.count - 1)).squareRoot()
        let exact = scored("1")
        if squares > 0 {
            for (mark, score) in zip(marks, exact) {
                let expected = 50 + 10 * (Double(mark) - mean) / deviation
                #expect(abs((score?.approximation ?? 0) - expected) < 0.005_000_1)
            }
        }
        #expect(scored("1/7") == exact)
        #expect(scored("3.14") == exact)
    }

    @Test func `a judge whose scores are all equal has no standard scores, and that is told`() {
        var one = ScoringCase([.criteria(.sum), Self.step(), .judges(.mean)])
        one.mark("a", "70", "50", "9")
        one.mark("b", "70", "60")
        let scores = one.scores()
        #expect(Self.standards(scores) == ["-", "-"])
        #expect(scores.troubles == [.noDeviation("J1", sheets: 2), .noDeviation("J3", sheets: 1)])
        #expect(scores["a"]?.sheets.map(\.raw) == [ratio("70"), ratio("50"), ratio("9")])
        #expect(scores["a"]?.score == ratio("42.93"))  // 50 − 10 ÷ √2, of J2 alone
        one.reconsider("a", judge: "J1", "47.07")
        #expect(one.scores()["a"]?.score == ratio("45"))  // a way out for the office
    }

    @Test func `a judge's mean is over the heat or the panel where the rule says so`() {
        for set in [StandardiseStep.MarkSet.heat, .panel] {
            var one = ScoringCase([.criteria(.sum), Self.step(set), .judges(.mean)])
            one.enter("a", heat: "east")
            one.enter("b", heat: "east")
            one.enter("c", heat: "west")
            one.enter("d", heat: "west")
            one.mark("a", by: "J1", ["60"])
            one.mark("b", by: "J1", ["80"])
            one.mark("c", by: "J1", ["10"])
            one.mark("d", by: "J1", ["20"])
            for id in ["c", "d"] as [SubmissionID] {
                one.mark(id, by: "J2", ["\(id == "c" ? 1 : 2)"])
            }
            #expect(Self.standards(one.scores()) == ["42.93", "57.07", "42.93", "57.07"])
        }
    }

    @Test func `adjustments never enter a judge's mean, and whoever leaves stays in it`() {
        var one = ScoringCase([.criteria(.sum), Self.step(), .judges(.mean)])
        one.mark("a", "60")
        one.mark("b", "70")
        one.mark("c", "80")
        one.adjust("c", judge: "J1", by: "5")
        one.adjust("c", judge: "J1", by: "-1.5")
        one.record.exits["a"] = .withdrawn(ScoringCase.decision)
        let scores = one.scores()
        #expect(Self.standards(scores) == ["40", "50", "60"])
        #expect(scores["c"]?.score == ratio("63.5"))
        #expect(scores["c"]?.sheets.first?.adjustment == points("3.5"))
        #expect(scores["c"]?.sheets.first?.counted == ratio("63.5"))
        #expect(one.places() == "1:c 2:b -:a")
    }

    @Test func `a reconsidered score replaces score and adjustment, the last one wins`() {
        var one = ScoringCase([.criteria(.sum), .judges(.mean)])
        one.mark("a", "60", "80")
        one.adjust("a", judge: "J1", by: "5")
        one.reconsider("a", judge: "J1", "70")
        one.reconsider("a", judge: "J1", "72")
        let sheet = one.scores()["a"]?.sheets.first
        #expect(sheet?.raw == ratio("60"))
        #expect(sheet?.adjustment == points("5"))
        #expect(sheet?.reconsidered == points("72"))
        #expect(sheet?.counted == ratio("72"))
        #expect(one.score("a") == "76")
    }

    @Test func `the range rule looks at scores before any decision`() {
        let range = ScoringStep.range(RangeStep(limit: points("20")))
        var one = ScoringCase([.criteria(.sum), range, .judges(.mean)])
        one.mark("a", "60", "80")
        one.mark("b", "60", "80.01")
        one.mark("c", "60")
        one.adjust("a", judge: "J2", by: "10")
        one.reconsider("b", judge: "J2", "70")
        let scores = one.scores()
        #expect(scores.submissions.map(\.isSentBack) == [false, true, false])
        #expect(scores.submissions.map(\.span) == [ratio("20"), ratio("20.01"), .zero])
        #expect(scores["b"]?.score == ratio("65"))
    }

    @Test func `an adjusted sheet is trimmed by its adjusted score`() {
        let drop = ScoringStep.drop(DropStep())
        var one = ScoringCase([.criteria(.sum), drop, .judges(.mean)])
        one.mark("a", "10", "20", "30")
        one.adjust("a", judge: "J1", by: "15")
        #expect(one.score("a") == "25")
    }

    @Test func `a penalty comes in when one value is left, before a carry`() {
        let carry = ScoringStep.carry(
            CarryStep(sources: [CarryStep.Source(stage: "first")], ownWeight: ratio("2")))
        var one = ScoringCase([.criteria(.sum), .judges(.mean), carry], earlier: ["first"])
        one.mark("a", "60", "80")
        one.adjust("a", judge: nil, by: "-5")
        one.adjust("a", judge: nil, by: "-1")
        one.earlier["first"] = CarryTests.scores(["a": "7"])
        #expect(one.scores()["a"]?.own == ratio("64"))
        #expect(one.score("a") == "135")
    }

    @Test func `decisions of another stage are not looked at`() {
        var one = ScoringCase([.criteria(.sum), .judges(.mean)])
        one.mark("a", "60", "80")
        one.adjust("a", judge: "J1", by: "5")
        one.reconsider("a", judge: "J2", "0")
        let other = StageID(track: "t", name: "other")
        one.record.adjustments[0].stage = other
        one.record.reconsiderations[0].stage = other
        #expect(one.score("a") == "70")
    }
}
