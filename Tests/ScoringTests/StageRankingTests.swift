import Contests
import Numbers
import Scoring
import Testing

/// Places, tie-breaks and overrides.
struct StageRankingTests {
    /// Submissions a, b, c … with the sums that are stated, by one judge.
    static func ranked(_ sums: [String], ties: [TieBreak] = []) -> ScoringCase {
        var one = ScoringCase([.criteria(.sum), .judges(.sum)])
        for (index, sum) in sums.enumerated() { one.mark(id(index), sum) }
        one.stage.ties = ties
        return one
    }

    static func id(_ index: Int) -> SubmissionID {
        SubmissionID(String(UnicodeScalar(UInt8(97 + index))))
    }

    /// The order and what decided it, such as `a b|c` where nothing told b and c apart.
    static func order(_ one: ScoringCase) -> String {
        var text = ""
        var last: Standing?
        for standing in one.standings() where standing.place != nil {
            if let last { text += last.firstPlace == standing.firstPlace ? "|" : " " }
            text += standing.submission.text
            last = standing
        }
        return text
    }

    static let numberings: [(Numbering, String)] = [
        (.standard, "1:b 2:a 2:d 4:c"), (.dense, "1:b 2:a 2:d 3:c"),
        (.ordinal, "1:b 2:a 3:d 4:c"), (.fractional, "1:b 2.5:a 2.5:d 4:c"),
    ]

    @Test(arguments: numberings)
    func `places are counted as the stage says`(numbering: Numbering, expected: String) {
        var one = Self.ranked(["70", "90", "60", "70"])
        one.stage.numbering = numbering
        #expect(one.places() == expected)
        let standings = one.standings()
        #expect(standings.map(\.firstPlace) == [1, 2, 2, 4])
        #expect(
            standings.map(\.isShared)
                == [false, true, true, false].map { $0 && numbering != .ordinal })
    }

    @Test func `the lowest score is first where the stage says so`() {
        var one = Self.ranked(["70", "90", "60", "70"])
        one.stage.scoring.order = .ascending
        #expect(one.places() == "1:c 2:a 2:d 4:b")
    }

    @Test func `who has no place stands at the end with the reason`() {
        var one = ScoringCase(
            [.criteria(.sum), .judges(.sum)],
            criteria: [
                ScoringCase.criterion("a"),
                ScoringCase.criterion("gate", kind: .gate(Gate(failing: .any))),
            ])
        one.mark("gone", by: "J1", ["9", "1"])
        one.mark("barred", by: "J1", ["9", "1"])
        one.mark("failed", by: "J1", ["9", "0"])
        one.mark("good", by: "J1", ["5", "1"])
        one.mark("half", by: "J1", ["", "1"])
        one.enter("none")
        one.record.exits = [
            "gone": .withdrawn(ScoringCase.decision), "barred": .disqualified(ScoringCase.decision),
        ]
        #expect(one.places() == "1:good -:barred -:failed -:gone -:half -:none")
        #expect(
            one.standings().map(\.unranked) == [
                nil, .disqualified, .failedGate("gate"), .withdrawn, .notScored, .notScored,
            ])
    }

    static let missing: [(MissingSheets, String)] = [
        (.wait, "1:b 2:a 3:c"), (.exclude, "1:c -:a -:b"), (.proceed(atLeast: 2), "1:a 2:c -:b"),
        (.proceed(atLeast: 1), "1:b 2:a 3:c"),
    ]

    @Test(arguments: missing)
    func `missing sheets do what the stage says`(missing: MissingSheets, expected: String) {
        var one = ScoringCase([.criteria(.sum), .judges(.mean)])
        one.mark("a", "60", "80")
        one.mark("b", "90")
        one.mark("c", "60", "60", "60")
        one.record.assignments[one.stage.id] = ["a", "b", "c"].flatMap { submission in
            ["J1", "J2", "J3"].map {
                Assignment(judge: JudgeID($0), submission: SubmissionID(submission))
            }
        }
        one.stage.missing = missing
        #expect(one.places() == expected)
        #expect(one.scores().submissions.map(\.missingSheets) == [1, 2, 0])
        if missing == .proceed(atLeast: 2) {
            #expect(one.standings().last?.unranked == .sheetsMissing(2))
        }
    }

    @Test func `a criterion's mean, or a group's sum of means, decides`() {
        let group = Rubric.Group(
            id: "g", names: LocalizedText("g"),
            parts: [.criterion(ScoringCase.criterion("x")), .criterion(ScoringCase.criterion("y"))])
        for (id, expected) in [("z", "b|c a"), ("x", "a|c b"), ("g", "a b|c")] {
            var one = ScoringCase([.criteria(.sum), .judges(.sum)])
            one.rubric.parts = [.group(group), .criterion(ScoringCase.criterion("z"))]
            one.mark("a", by: "J1", ["5", "4", "1"])
            one.mark("b", by: "J1", ["3", "5", "2"])
            one.mark("c", by: "J1", ["5", "3", "2"])
            one.stage.ties = [TieBreak(.criterion(CriterionID(id)))]
            #expect(Self.order(one) == expected)
            #expect(one.standings().first?.decidedBy == TieBreak(.criterion(CriterionID(id))))
        }
    }

    @Test func `the deciding value is recorded for those whom the rule told apart`() {
        var one = ScoringCase(
            [.criteria(.sum), .judges(.sum)],
            criteria: [ScoringCase.criterion("x"), ScoringCase.criterion("y")])
        one.mark("a", by: "J1", ["5", "5"])
        one.mark("b", by: "J1", ["4", "6"])
        one.mark("c", by: "J1", ["9", "9"])
        let rule = TieBreak(.criterion("y"))
        one.stage.ties = [rule]
        #expect(one.standings().map(\.submission) == ["c", "b", "a"])
        #expect(one.standings().map(\.decidedBy) == [nil, rule, rule])
        #expect(one.standings().map(\.decidingValue) == [nil, ratio("6"), ratio("5")])
        one.stage.ties = [TieBreak(.criterion("y"), prefersLower: true)]
        #expect(one.places() == "1:c 2:a 3:b")
        one.stage.ties = [TieBreak(.criterion("y"), throughPlace: 1)]
        #expect(one.places() == "1:c 2:a 2:b")
        one.stage.ties = [TieBreak(.criterion("y"), throughPlace: 2)]
        #expect(one.places() == "1:c 2:b 3:a")
    }

    /// Three submissions with the same trimmed mean, 7.
    static func trimmed(_ rule: TieBreak.Rule) -> ScoringCase {
        var one = ScoringCase([.criteria(.sum), .drop(DropStep()), .judges(.mean)])
        one.mark("a", "7", "7", "7", "9")  // sum 30
        one.mark("b", "6", "6", "8", "8.5")  // 28.5
        one.mark("c", "5", "7", "7", "9.5")  // 28.5
        one.stage.ties = [TieBreak(rule)]
        return one
    }

    static let sheetRules: [(TieBreak.Rule, String)] = [
        (.untrimmedSum, "a b|c"), (.highestSheet, "c a b"), (.lowestSheet, "a b c"),
        // J1 puts a first, J2 a and c, J3 b, J4 c.
        (.firstPlaces, "a|c b"),
        // a: b by J1, J2, J4, c by J1; b: a by J3, c by J1, J3; c: a by J4, b by J2, J4.
        (.headToHead, "a b|c"),
        (.countBack, "c a b"), (.sheetsAbove(points("6.5")), "a c b"),
        (.sheetsAbove(points("9.5")), "a|b|c"),
    ]

    @Test(arguments: sheetRules)
    func `sheet scores decide, none left out`(rule: TieBreak.Rule, expected: String) {
        #expect(Self.order(Self.trimmed(rule)) == expected)
    }

    @Test func `what a rule leaves tied goes to the next, among those still tied`() {
        var one = Self.trimmed(.untrimmedSum)
        one.stage.ties.append(TieBreak(.headToHead))
        // b and c alone: b by J1 and J3, c by J2 and J4.
        #expect(Self.order(one) == "a b|c")
        one.stage.ties.append(TieBreak(.lowestSheet))
        #expect(Self.order(one) == "a b c")
        #expect(
            one.standings().map(\.decidedBy?.rule) == [.untrimmedSum, .lowestSheet, .lowestSheet])
    }

    @Test func `count-back goes down to the first level that differs`() {
        var one = ScoringCase([.criteria(.sum), .judges(.sum)])
        one.mark("a", "12", "12", "5", "1")
        one.mark("b", "12", "10", "8", "0")
        one.mark("c", "12", "12", "6", "0")
        one.stage.ties = [TieBreak(.countBack)]
        #expect(Self.order(one) == "c a b")
    }

    @Test func `adjusted and reconsidered sheets are compared by what they came to`() {
        var one = ScoringCase([.criteria(.sum), .judges(.mean)])
        one.mark("a", "60", "80")
        one.mark("b", "69", "71")
        one.adjust("a", judge: "J2", by: "-10")
        one.reconsider("a", judge: "J1", "70")
        one.stage.ties = [TieBreak(.highestSheet)]
        #expect(Self.order(one) == "b a")
    }

    @Test func `a kind of judge, an earlier stage, a field, a time decide`() {
        var one = ScoringCase([.criteria(.sum), .judges(.mean)], earlier: ["first"])
        let times = ["2026-05-01T10:00:00+08:00", "2026-05-01T03:00:00Z", "2026-05-01T01:00:00Z"]
        for (id, (time, field)) in zip(["a", "b", "c"], zip(times, ["2", "10", "x"])) {
            one.enter(SubmissionID(id), submitted: Timestamp(time), fields: ["base": field])
        }
        for (id, marks) in [("a", ("6", "8")), ("b", ("8", "6")), ("c", ("7", "7"))] {
            one.mark(SubmissionID(id), by: "J1", [marks.0])
            one.mark(SubmissionID(id), by: "P1", [marks.1], kind: "public")
        }
        one.earlier["first"] = CarryTests.scores(["a": "1", "b": "3"])
        for (rule, expected) in [
            (TieBreak.Rule.kind("public"), "a c b"), (.earlierStage("first"), "b a c"),
            (.field("base"), "b a c"), (.earlierSubmission, "c a b"), (.kind("nobody"), "a|b|c"),
        ] {
            one.stage.ties = [TieBreak(rule)]
            #expect(Self.order(one) == expected)
        }
        one.record.submissions["c"]?.submitted = nil
        one.stage.ties = [TieBreak(.earlierSubmission)]
        #expect(Self.order(one) == "a b c")  // the order of loading counts for all
    }

    @Test func `a draw decides what nothing else did, and anyone can repeat it`() {
        var one = Self.ranked(Array(repeating: "70", count: 6))
        one.stage.ties = [TieBreak(.draw(seed: "2026-05-20"))]
        let drawn = Draw.order(of: (0..<6).map { Self.id($0) }, seed: "2026-05-20")
        #expect(one.standings().map(\.submission) == drawn)
        #expect(one.standings().map(\.place) == (1...6).map { Ratio(whole: $0) })
    }

    @Test func `a place that the office set is kept, and the others close up`() {
        var one = Self.ranked(["90", "80", "70", "60", "50"])
        one.record.overrides = [
            Override(
                submission: "d", setting: .place(1, in: one.stage.id),
                decision: ScoringCase.decision),
            Override(
                submission: "a", setting: .place(9, in: one.stage.id),
                decision: ScoringCase.decision),
            Override(
                submission: "d", setting: .place(2, in: one.stage.id),
                decision: ScoringCase.decision),
        ]
        #expect(one.places() == "1:b 2:d 3:c 4:e 5:a")
        #expect(one.standings().map(\.computedPlace) == [nil, ratio("4"), nil, nil, ratio("1")])
        one.record.overrides[2].setting = .place(2, in: StageID(track: "t", name: "other"))
        #expect(one.places() == "1:d 2:b 3:c 4:e 5:a")
    }

    @Test func `a place set within a tie splits it`() {
        var one = Self.ranked(["90", "80", "80", "80", "50"])
        one.record.overrides = [
            Override(
                submission: "e", setting: .place(3, in: one.stage.id),
                decision: ScoringCase.decision)
        ]
        #expect(one.places() == "1:a 2:b 3:e 4:c 4:d")
    }
}
