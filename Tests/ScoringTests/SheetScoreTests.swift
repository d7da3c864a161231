import Contests
import Numbers
import Scoring
import Testing

/// Combining over criteria, and what is no mark there.
struct SheetScoreTests {
    /// Three criteria: weights 1, 2 and 3; maxima 10, 20 and 50.
    static func rubric(_ notApplicable: Criterion.NotApplicable = .refused) -> [Criterion] {
        [
            ScoringCase.criterion("a", weight: 1, maximum: 10, notApplicable: notApplicable),
            ScoringCase.criterion("b", weight: 2, maximum: 20),
            ScoringCase.criterion("c", weight: 3, maximum: 50),
        ]
    }

    static let methods: [(CombineStep.Method, String)] = [
        (.sum, "50"),  // 8 + 12 + 30
        (.mean, "50/3"),
        (.median, "12"),
        (.weightedSum, "122"),  // 8 + 24 + 90
        (.weightedMean, "61/3"),  // 122 ÷ 6
        (.points, "3.8"),  // 0.8 + 1.2 + 1.8
    ]

    @Test(arguments: methods)
    func `each method makes its value`(method: CombineStep.Method, expected: String) {
        var one = ScoringCase([.criteria(method), .judges(.mean)], criteria: Self.rubric())
        one.mark("x", by: "J1", ["8", "12", "30"])
        #expect(one.score("x") == expected)
    }

    static let redistributed: [(CombineStep.Method, String)] = [
        (.sum, "48"),  // 42 · 80 ÷ 70
        (.mean, "21"),
        (.median, "21"),
        (.weightedSum, "136.8"),  // 114 · 6 ÷ 5
        (.weightedMean, "22.8"),  // 114 ÷ 5
        (.points, "3.6"),  // 3 · 6 ÷ 5
    ]

    @Test(arguments: redistributed)
    func `the others share out the weight of what does not apply`(
        method: CombineStep.Method, expected: String
    ) {
        var one = ScoringCase(
            [.criteria(method), .judges(.mean)], criteria: Self.rubric(.redistributed))
        one.mark("x", by: "J1", ["NA", "12", "30"])
        #expect(one.score("x") == expected)
        #expect(one.scores()["x"]?.missingSheets == 0)
    }

    @Test func `what does not apply counts as the rubric says`() {
        var one = ScoringCase(
            [.criteria(.sum), .judges(.mean)], criteria: Self.rubric(.counted(points("5"))))
        one.mark("x", by: "J1", ["NA", "12", "30"])
        #expect(one.score("x") == "47")
    }

    @Test func `not applicable is not scored where the rubric refuses it`() {
        var one = ScoringCase([.criteria(.weightedMean), .judges(.mean)], criteria: Self.rubric())
        one.mark("x", by: "J1", ["NA", "12", "30"])
        #expect(one.score("x") == "-")
    }

    @Test func `a weight that cannot be shared out is told`() {
        let measured = ScoringCase.criterion(
            "m", kind: .measurement(Measurement(conversion: .identity)))
        let other = ScoringCase.criterion("a", notApplicable: .redistributed)
        var one = ScoringCase([.criteria(.sum), .judges(.mean)], criteria: [other, measured])
        one.mark("x", by: "J1", ["NA", "12"])
        #expect(one.score("x") == "-")
        #expect(one.scores().troubles == [.cannotRedistribute("x", "J1", "a")])
    }

    @Test func `nothing that applies is no score and no missing sheet`() {
        let only = ScoringCase.criterion("a", notApplicable: .redistributed)
        var one = ScoringCase([.criteria(.mean), .judges(.mean)], criteria: [only])
        one.mark("x", by: "J1", ["NA"])
        one.mark("x", by: "J2", ["7"])
        let score = one.scores()["x"]
        #expect(score?.score == ratio("7"))
        #expect(score?.sheets.map(\.counted) == [nil, ratio("7")])
        #expect(score?.missingSheets == 0)
    }

    @Test func `a sheet without a required mark has no score, which is not zero`() {
        var one = ScoringCase([.criteria(.sum), .judges(.mean)], criteria: Self.rubric())
        one.mark("x", by: "J1", ["8", "", "30"])
        one.mark("x", by: "J2", ["0", "0", "0"])
        one.mark("x", by: "J3", ["10", "20", "30"])
        let scores = one.scores()
        #expect(scores["x"]?.score == ratio("30"))
        #expect(scores["x"]?.missingSheets == 1)
        #expect(scores["x"]?.completeSheets == 2)
        #expect(scores["x"]?.sheets.map(\.raw) == [nil, .zero, ratio("60")])
        #expect(scores.troubles == [.incompleteSheet("x", "J1", "b")])
    }

    @Test func `an optional criterion without a mark contributes nothing`() {
        let criteria = [
            ScoringCase.criterion("a", weight: 3),
            ScoringCase.criterion("b", weight: 1, isRequired: false),
        ]
        for (method, expected) in [
            (CombineStep.Method.sum, "80"), (.mean, "80"), (.weightedMean, "80"),
        ] {
            var one = ScoringCase([.criteria(method), .judges(.mean)], criteria: criteria)
            one.mark("x", by: "J1", ["80", ""])
            #expect(one.score("x") == expected)
            #expect(one.scores().troubles.isEmpty)
        }
    }

    @Test func `criteria outside a judge's scope are neither missing nor weighted`() {
        var one = ScoringCase([.criteria(.weightedMean), .judges(.mean)], criteria: Self.rubric())
        one.mark("x", by: "J1", ["", "12", "18"])
        one.record.judges["J1"]?.criteria = ["b", "c"]
        #expect(one.score("x") == "15.6")  // (24 + 54) ÷ 5
        #expect(one.scores()["x"]?.missingSheets == 0)
    }

    static let scale = Scale(minimum: .zero, maximum: points("10"), step: points("1"))

    @Test(arguments: [CombineStep.Method.sum, .mean, .weightedMean, .weightedSum, .median])
    func `bonus and deduction come on top and are in no weight`(method: CombineStep.Method) {
        let criteria = [
            ScoringCase.criterion("a"), ScoringCase.criterion("plus", kind: .bonus(Self.scale)),
            ScoringCase.criterion("minus", kind: .deduction(Self.scale)),
        ]
        var one = ScoringCase([.criteria(method), .judges(.mean)], criteria: criteria)
        one.mark("x", by: "J1", ["60", "5", "2"])
        #expect(one.score("x") == "63")
    }

    @Test func `a measured value is turned into points first`() {
        let line = Measurement.Conversion.line(
            base: points("60"), reference: points("120"), slope: ratio("1.8"), rounding: nil)
        let criteria = [
            ScoringCase.criterion("m", kind: .measurement(Measurement(conversion: line))),
            ScoringCase.criterion("a"),
        ]
        var one = ScoringCase([.criteria(.sum), .judges(.mean)], criteria: criteria)
        one.mark("x", by: "J1", ["125", "10"])
        #expect(one.score("x") == "79")  // 60 + 9 + 10
        #expect(one.scores()["x"]?.criteria == [ratio("69"), ratio("10")])
        #expect(one.scores()["x"]?.bestMarks == [points("125"), points("10")])
    }

    @Test func `a measured value below every band is told and makes no score`() {
        let bands = Measurement.Conversion.bands([
            Measurement.Band(from: points("5"), points: .zero)
        ])
        let criteria = [
            ScoringCase.criterion("m", kind: .measurement(Measurement(conversion: bands)))
        ]
        var one = ScoringCase([.criteria(.sum), .judges(.mean)], criteria: criteria)
        one.mark("x", by: "J1", ["4"])
        #expect(one.score("x") == "-")
        #expect(one.scores().troubles == [.notMeasurable("x", "m", value: points("4"))])
    }

    static let gates: [(Gate.Failing, [String], Bool)] = [
        (.any, ["1", "0", "1"], true), (.any, ["1", "1", "1"], false),
        (.majority, ["1", "0", "0"], true), (.majority, ["1", "0", "1"], false),
        (.majority, ["1", "0"], false), (.majority, ["0", "NA", ""], true),
        (.all, ["0", "0", "0"], true), (.all, ["0", "1", "0"], false),
        (.all, ["", "", ""], false), (.any, ["", "", ""], false),
    ]

    @Test(arguments: gates)
    func `a gate fails by so many failing sheets`(
        failing: Gate.Failing, looks: [String], isFailed: Bool
    ) {
        let criteria = [
            ScoringCase.criterion("gate", kind: .gate(Gate(failing: failing))),
            ScoringCase.criterion("a"),
        ]
        var one = ScoringCase([.criteria(.sum), .judges(.mean)], criteria: criteria)
        for (index, look) in looks.enumerated() {
            one.mark("x", by: JudgeID("J\(index)"), [look, "50"])
        }
        let score = one.scores()["x"]
        #expect(score?.failedGate == (isFailed ? "gate" : nil))
        if isFailed { #expect(score?.score == nil && score?.own == nil) }
        if looks.allSatisfy({ $0 == "1" || $0 == "0" }), !isFailed {
            #expect(score?.score == ratio("50"))
        }
    }

    @Test func `texts are no values and no gaps`() {
        let criteria = [ScoringCase.criterion("words", kind: .text), ScoringCase.criterion("a")]
        var one = ScoringCase([.criteria(.mean), .judges(.mean)], criteria: criteria)
        one.mark("x", by: "J1", ["", "50"])
        #expect(one.score("x") == "50")
        #expect(one.scores()["x"]?.criteria == [nil, ratio("50")])
    }

    @Test func `overflow is told and never a trap`() {
        let scales = [ScoringStep](
            repeating: .scale(ScaleStep(factor: ratio("999999999999"))), count: 3)
        var one = ScoringCase([.criteria(.sum)] + scales + [.judges(.mean)])
        one.mark("x", by: "J1", ["99999.999999"])
        one.mark("y", by: "J1", ["0"])
        #expect(one.score("x") == "-")
        #expect(one.score("y") == "0")
        #expect(one.scores().troubles == [.overflow("x")])
    }
}
