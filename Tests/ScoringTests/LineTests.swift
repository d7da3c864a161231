import Contests
import Numbers
import Scoring
import Testing

/// Who goes on, and who wins: lines through standings, with a tie at each.
struct LineTests {
    static func admitted(_ one: ScoringCase, _ rule: Advancement) -> AdmittedStandings {
        var one = one
        one.stage.advancement = rule
        return AdmittedStandings(one.standings(), stage: one.stage, record: one.record)
    }

    static func names(_ ids: [SubmissionID]) -> String { ids.map(\.text).joined(separator: " ") }

    /// a 90, b 80, c 80, d 70, e 60; an earlier tie-break by the field puts c before b.
    static func five(decides: Bool = false) -> ScoringCase {
        var one = ScoringCase([.criteria(.sum), .judges(.sum)])
        for (id, sum, field) in [
            ("a", "90", "1"), ("b", "80", "1"), ("c", "80", "2"), ("d", "70", "1"),
            ("e", "60", "1"),
        ] {
            one.enter(
                SubmissionID(id), heat: id < "c" ? "east" : "west",
                region: id == "e" ? "north" : "",
                entrant: id == "e" ? "" : "team \(id < "c" ? 1 : 2)",
                fields: ["f": field])
            one.mark(SubmissionID(id), sum)
        }
        if decides { one.stage.ties = [TieBreak(.field("f"))] }
        return one
    }

    static let counts: [(Advancement, String)] = [
        (Advancement(to: "n", count: 1), "a"), (Advancement(to: "n", count: 3), "a b c"),
        (Advancement(to: "n", count: 9), "a b c d e"), (Advancement(to: "n", count: 0), ""),
        (Advancement(to: "n"), "a b c d e"),
        (Advancement(to: "n", share: ratio("0.5")), "a b c"),
        (Advancement(to: "n", share: ratio("0.1"), shareRounding: .down), ""),
        (Advancement(to: "n", share: ratio("0.5"), shareRounding: .nearest), "a b c"),
        (Advancement(to: "n", count: 4, share: ratio("0.2")), "a"),
        (Advancement(to: "n", minimumScore: ratio("70")), "a b c d"),
        (Advancement(to: "n", count: 3, minimumScore: ratio("85")), "a"),
        (Advancement(to: "n", count: 2, ties: .admitAll), "a b c"),
        (Advancement(to: "n", count: 1, ties: .admitAll), "a"),
    ]

    @Test(arguments: counts)
    func `so many go on`(rule: Advancement, expected: String) {
        let result = Self.admitted(Self.five(), rule)
        #expect(Self.names(result.admitted) == expected)
        #expect(result.undecided.isEmpty)
        for standing in result.standings {
            #expect(standing.advances == result.admitted.contains(standing.submission))
        }
    }

    @Test func `a tie at the line that nothing decided goes by identifier, and that is told`() {
        let rule = Advancement(to: "n", count: 2)
        let result = Self.admitted(Self.five(), rule)
        #expect(Self.names(result.admitted) == "a b")
        let next = StageID(track: "t", name: "n")
        #expect(
            result.undecided == [
                UndecidedLine(
                    line: .advancement(to: next, quota: nil), admitted: ["b"], refused: ["c"])
            ])
        let decided = Self.admitted(Self.five(decides: true), rule)
        #expect(Self.names(decided.admitted) == "a c")
        #expect(decided.undecided.isEmpty)
        let all = Self.admitted(
            Self.five(decides: true), Advancement(to: "n", count: 2, ties: .admitAll))
        #expect(Self.names(all.admitted) == "a b c")
    }

    @Test func `the next in line moves up when somebody leaves`() {
        var one = Self.five(decides: true)
        one.record.exits["a"] = .withdrawn(ScoringCase.decision)
        let result = Self.admitted(one, Advancement(to: "n", count: 2))
        #expect(Self.names(result.admitted) == "b c")
        #expect(result.standings.last?.advances == false)
    }

    static let quotas: [([Advancement.Quota], Int?, String)] = [
        ([Advancement.Quota(axis: .heat, count: 1)], nil, "a=east c=west"),
        ([Advancement.Quota(axis: .heat, count: 1)], 4, "a=east b c=west d"),
        ([Advancement.Quota(axis: .heat, value: "west", count: 3)], 4, "a c=west d=west e=west"),
        ([Advancement.Quota(axis: .region, count: 1)], 2, "a e=north"),
        (
            [
                Advancement.Quota(axis: .heat, count: 1),
                Advancement.Quota(axis: .heat, value: "west", count: 2),
            ], 0, "a=east c=west d=west"
        ),
        ([Advancement.Quota(axis: .region, value: "south", count: 2)], 1, "a"),
    ]

    @Test(arguments: quotas)
    func `quotas are filled first, each by its own best`(
        quotas: [Advancement.Quota], count: Int?, expected: String
    ) {
        let rule = Advancement(to: "n", count: count, quotas: quotas)
        let result = Self.admitted(Self.five(decides: true), rule)
        let text = result.standings.filter { $0.advances == true }
            .sorted { $0.submission < $1.submission }
            .map { "\($0.submission)" + ($0.advancesBy.map { "=\($0)" } ?? "") }
            .joined(separator: " ")
        #expect(text == expected)
    }

    // MARK: - Awards

    static func award(
        _ id: AwardID, _ extent: Award.Extent, minimumScore: String? = nil,
        isAdditional: Bool = false, perEntrant: Int? = nil, conditions: [Award.Condition] = [],
        reached: String? = nil, ties: TiesAtLine = .decide
    ) -> Award {
        Award(
            id: id, names: LocalizedText(id.text), extent: extent,
            minimumScore: minimumScore.map { ratio($0) }, reached: reached, conditions: conditions,
            isAdditional: isAdditional, perEntrant: perEntrant, ties: ties)
    }

    static func awarded(_ one: ScoringCase, _ awards: [Award]) -> AwardedStandings {
        AwardedStandings(
            one.standings(), awards: awards, contest: one.contest, record: one.record,
            scores: [one.stage.id: one.scores()], rubrics: [one.stage.id: one.rubric])
    }

    /// The awards as a text such as `a:gold b:silver+best`.
    static func text(_ result: AwardedStandings) -> String {
        result.standings.filter { !$0.awards.isEmpty }.map { standing in
            "\(standing.submission):" + standing.awards.map(\.text).joined(separator: "+")
        }.joined(separator: " ")
    }

    static let lists: [([Award], String)] = [
        (
            [award("1", .count(1)), award("2", .count(2)), award("3", .count(9))],
            "a:1 c:2 b:2 d:3 e:3"
        ),
        ([award("1", .share(ratio("0.3"), .up)), award("2", .everyone)], "a:1 c:1 b:2 d:2 e:2"),
        ([award("1", .share(ratio("0.3"), .down))], "a:1"),
        ([award("1", .minimumScore(ratio("80")))], "a:1 c:1 b:1"),
        ([award("1", .count(2), minimumScore: "85"), award("2", .count(1))], "a:1 c:2"),
        ([award("1", .count(1)), award("best", .count(2), isAdditional: true)], "a:1+best c:best"),
        ([award("1", .count(3), perEntrant: 1)], "a:1 c:1 e:1"),
        ([award("1", .count(2), ties: .admitAll), award("2", .count(1))], "a:1 c:1 b:1 d:2"),
        ([award("1", .count(2), reached: "s")], "a:1 c:1"),
        ([award("1", .count(2), reached: "final")], ""),
    ]

    @Test(arguments: lists)
    func `awards are given in order, one to a submission`(awards: [Award], expected: String) {
        #expect(Self.text(Self.awarded(Self.five(decides: true), awards)) == expected)
    }

    @Test func `places below the minimum stay vacant`() {
        let awards = [
            Self.award("1", .count(3), minimumScore: "85"), Self.award("2", .count(2)),
            Self.award("3", .count(5)),
        ]
        let result = Self.awarded(Self.five(decides: true), awards)
        #expect(Self.text(result) == "a:1 c:2 b:2 d:3 e:3")
        #expect(result.vacancies == ["1": 2, "3": 3])
    }

    @Test func `a tie at an award's line that nothing decided is told`() {
        let result = Self.awarded(
            Self.five(), [Self.award("1", .count(2)), Self.award("2", .count(1))])
        #expect(Self.text(result) == "a:1 b:1 c:2")
        #expect(
            result.undecided == [
                UndecidedLine(line: .award("1"), admitted: ["b"], refused: ["c"])
            ])
    }

    @Test func `a condition on a criterion picks the best who meet it`() {
        var one = ScoringCase(
            [.criteria(.sum), .judges(.mean)],
            criteria: [ScoringCase.criterion("x"), ScoringCase.criterion("y")])
        for (id, marks) in [
            ("a", [["9", "1"], ["9", "3"]]), ("b", [["6", "2"], ["6", "7"]]),
            ("c", [["4", "5"], ["4", "5"]]),
        ] {
            one.mark(SubmissionID(id), by: "J1", marks[0])
            one.mark(SubmissionID(id), by: "J2", marks[1])
        }
        for (condition, expected) in [
            (Award.Condition(criteria: ["y"], of: .mean, minimum: points("4")), "b:1"),
            (Award.Condition(criteria: ["y"], of: .mean, minimum: points("4.6")), "c:1"),
            (Award.Condition(criteria: ["y"], of: .best, minimum: points("6")), "b:1"),
            (Award.Condition(criteria: ["y", "x"], of: .best, minimum: points("8")), "a:1"),
            (Award.Condition(criteria: ["unknown"], of: .best, minimum: .zero), ""),
        ] {
            let result = Self.awarded(one, [Self.award("1", .count(1), conditions: [condition])])
            #expect(Self.text(result) == expected)
        }
    }

    @Test func `an award that the office set replaces, comes on top, or is taken away`() {
        var one = Self.five(decides: true)
        let awards = [
            Self.award("1", .count(1)), Self.award("2", .count(2)),
            Self.award("best", .count(0), isAdditional: true),
        ]
        for (submission, award) in [
            ("d", "2"), ("d", "1"), ("c", nil), ("a", "best"), ("b", "other"),
        ] as [(SubmissionID, AwardID?)] {
            one.record.overrides.append(
                Override(
                    submission: submission, setting: .award(award), decision: ScoringCase.decision))
        }
        #expect(Self.text(Self.awarded(one, awards)) == "a:1+best b:2 d:1")
    }

    // MARK: - Tracks and the whole contest

    @Test func `a track goes by the stage reached, and places go on`() {
        let first = Self.five(decides: true)
        var one = first
        one.stages.insert(first.stage, at: 0)
        one.stages[0].id = StageID(track: "t", name: "first")
        var firstStandings = first.standings()
        for index in firstStandings.indices { firstStandings[index].stage = one.stages[0].id }
        var final = ScoringCase([.criteria(.sum), .judges(.sum)])
        for (id, sum) in [("a", "10"), ("d", "20"), ("e", "20")] {
            final.mark(SubmissionID(id), sum)
        }
        final.enter("b")
        let track = one.contest.tracks[0]
        let ranking = TrackRanking(
            track: track, stages: ["first": firstStandings, "s": final.standings()])
        #expect(ScoringCase.places(ranking.standings) == "1:d 1:e 3:a 4:c -:b")
        #expect(ranking.standings.map(\.firstPlace) == [1, 1, 3, 4, nil])
        #expect(ranking.standings.map(\.stage.name) == ["s", "s", "s", "first", "s"])
        final.sheets = []
        let early = TrackRanking(
            track: track, stages: ["first": firstStandings, "s": final.standings()])
        #expect(ScoringCase.places(early.standings) == "1:a 2:c 3:b 4:d 5:e")
    }

    @Test func `the whole contest goes by the stage from the end, then by score`() {
        func standing(_ id: SubmissionID, _ stage: StageID, _ score: String, place: Int?)
            -> Standing
        {
            var standing = Standing(submission: id, stage: stage, score: ratio(score))
            standing.place = place.map { Ratio(whole: $0) }
            standing.firstPlace = place
            return standing
        }
        let one = ScoringCase([.criteria(.sum), .judges(.sum)], earlier: ["first"])
        var other = one.contest.tracks[0]
        other.id = "u"
        for index in other.stages.indices { other.stages[index].id.track = "u" }
        let contest = Contest(
            id: "c", names: LocalizedText("c"), tracks: one.contest.tracks + [other])
        let ranking = OverallRanking(
            contest: contest,
            tracks: [
                "t": [
                    standing("a", StageID(track: "t", name: "s"), "70", place: 1),
                    standing("b", StageID(track: "t", name: "first"), "99", place: 2),
                    standing("z", StageID(track: "t", name: "first"), "99", place: nil),
                ],
                "u": [
                    standing("d", StageID(track: "u", name: "s"), "80", place: 1),
                    standing("c", StageID(track: "u", name: "s"), "70", place: 2),
                ],
            ])
        #expect(ScoringCase.places(ranking.standings) == "1:d 2:a 2:c 4:b -:z")
    }
}
