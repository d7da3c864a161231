import Contests
import Numbers
import Scoring
import Testing

struct ScoreTraceTests {
    /// Two judges, one with marks 60, 70, 80; a carry; decisions of every kind.
    static func traced() -> ScoringCase {
        let carry = CarryStep(sources: [CarryStep.Source(stage: "first", weight: ratio("1/5"))])
        var one = ScoringCase(
            [
                .criteria(.sum), StandardScoreTests.step(), .range(RangeStep(limit: points("5"))),
                .drop(DropStep(highest: 1, lowest: 0)), .judges(.sum), .carry(carry),
            ], earlier: ["first"])
        one.mark("a", "60", "10")
        one.mark("b", "70", "20")
        one.mark("c", "80", "30")
        one.adjust("c", judge: "J1", by: "-3")
        one.adjust("c", judge: nil, by: "-0.5")
        one.reconsider("c", judge: "J2", "58")
        one.earlier["first"] = CarryTests.scores(["a": "10", "b": "20", "c": "30"])
        return one
    }

    @Test func `it tells the steps and the decisions in the order in which they came`() {
        let trace = Self.traced().trace("c")
        let events = trace?.changes.map { change -> String in
            switch change.event {
            case .step(let index, _): "\(index)"
            case .sheetDecisions(let adjustments, let reconsiderations):
                "sheets \(adjustments.count) \(reconsiderations.count)"
            case .penalties(let penalties): "penalties \(penalties.count)"
            }
        }
        #expect(
            events == ["0", "1", "2", "sheets 1 1", "3", "4", "penalties 1", "5"])
        let values = trace?.changes.map { $0.after.map { $0.value.map { "\($0)" } ?? "-" } }
        #expect(
            values == [
                ["80", "30"], ["60", "60"], ["60", "60"], ["57", "58"], ["57", "58"], ["57"],
                ["56.5"], ["62.5"],
            ])
        #expect(trace?.score.score == ratio("62.5"))
        #expect(trace?.score.own == ratio("56.5"))
        for (one, next) in zip(trace?.changes ?? [], trace?.changes.dropFirst() ?? []) {
            #expect(one.after == next.before)
        }
    }

    @Test func `it tells who gave what, and what was left out`() {
        let trace = Self.traced().trace("c")
        #expect(
            trace?.marks == [
                ScoreTrace.Cell(judge: "J1", criterion: "c", value: ratio("80"), state: .scored),
                ScoreTrace.Cell(judge: "J2", criterion: "c", value: ratio("30"), state: .scored),
            ])
        #expect(
            trace?.changes[4].after == [
                ScoreTrace.Cell(judge: "J1", criterion: nil, value: ratio("57"), state: .scored),
                ScoreTrace.Cell(judge: "J2", criterion: nil, value: ratio("58"), state: .leftOut),
            ])
        #expect(
            trace?.changes[5].after == [
                ScoreTrace.Cell(judge: nil, criterion: nil, value: ratio("57"), state: .scored)
            ])
    }

    @Test func `it tells the judges' means and deviations, and what was carried`() {
        let trace = Self.traced().trace("c")
        #expect(
            trace?.changes[1].judges == [
                ScoreTrace.JudgeScores(
                    judge: "J1", sheets: 3, mean: ratio("70"), variance: ratio("100")),
                ScoreTrace.JudgeScores(
                    judge: "J2", sheets: 3, mean: ratio("20"), variance: ratio("100")),
            ])
        #expect(
            trace?.changes.last?.carried == [
                ScoreTrace.Carried(
                    source: CarryStep.Source(stage: "first", weight: ratio("1/5")),
                    score: ratio("30"))
            ])
    }

    @Test func `it ends where no score could be made, and says why`() {
        var one = Self.traced()
        one.stage.scoring.steps.insert(.scale(ScaleStep(field: "none")), at: 1)
        let trace = one.trace("c")
        #expect(trace?.changes.count == 2)
        #expect(trace?.troubles == [.fieldMissing("c", field: "none")])
        #expect(trace?.score.score == nil)
    }

    @Test func `states of cells are told apart`() {
        let criteria = [
            ScoringCase.criterion("x", notApplicable: .redistributed),
            ScoringCase.criterion("y", isRequired: false), ScoringCase.criterion("z"),
        ]
        var one = ScoringCase([.criteria(.mean), .judges(.mean)], criteria: criteria)
        one.mark("a", by: "J1", ["NA", "", ""])
        one.record.judges["J1"]?.criteria = ["x", "y"]
        #expect(
            one.trace("a")?.marks.map(\.state) == [.notApplicable, .notScored, .outOfScope])
    }

    @Test func `who does not take part has no trace`() {
        #expect(Self.traced().trace("nobody") == nil)
    }
}
