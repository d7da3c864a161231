import Contests
import Formats
import Numbers
import Reading
import Testing

@Suite struct ContestFileTests {
    private func loadFull() throws -> ContestFile.Loaded {
        let folder = try TestFolder()
        try folder.write("code,-1,0,1.5\r\n3Lz,-2.1,0,３.1\r\n", to: "tables/goe.csv")
        return try folder.load(ContestTexts.full)
    }

    @Test func `a contest that uses every element is read without a fault`() throws {
        let loaded = try loadFull()
        #expect(loaded.faults.lines(in: .english) == [])
        let contest = try #require(loaded.contest)
        let stage = try #require(contest.stage(StageID(track: "all", name: "first")))
        #expect(contest.sources.submissions == ["submissions", "foreign"])
        #expect(contest.sources.judges == "people/judges.csv")
        #expect(contest.sources.ledger == "postgres://office@db/contest")
        #expect(contest.needsFourEyes)
        #expect(stage.names.text(in: "zh") == "初赛")
        #expect(stage.missing == .proceed(atLeast: 3))
        #expect(stage.deadline?.text == "2026-05-01T18:00:00+08:00")
        #expect(stage.heats.map(\.id) == ["east", "west"])
        var panel = PanelRule(
            minimum: 5, maximum: 7, maximumLoad: 30, minimumLoad: 2, perOrganisation: 1,
            perRegion: 2,
            perKind: [
                .init(kind: "academic", minimum: 1), .init(kind: "industry", minimum: 2),
            ],
            barsOwnOrganisation: false, barsOwnRegion: true)
        panel.seniors = 1
        panel.pairRules = [
            PairRule(judge: "J1", other: "J2", isTogether: true),
            PairRule(judge: "J1", other: "J3", isTogether: false),
        ]
        panel.aims.objective = .evenLoads
        (panel.aims.links, panel.aims.anchors) = (2, 3)
        (panel.aims.affinityFile, panel.aims.bidsFile) = ("fit.csv", "bids.csv")
        #expect(stage.panel == panel)
        #expect(loaded.rubrics.count == 2)
    }

    @Test func `the steps of a rule stand in the order of the file with all they say`() throws {
        let contest = try #require(try loadFull().contest)
        let first = try #require(contest.stage(StageID(track: "all", name: "first")))
        let half = try Ratio(-1, over: 2)
        #expect(first.scoring.order == .ascending)
        #expect(
            first.scoring.steps == [
                .lookUp(LookUpStep(table: "goe", field: "E1.code", of: ["use"])),
                .scale(
                    ScaleStep(
                        factor: try Ratio(3, over: 5), field: "difficulty", byWeight: true,
                        of: ["new"])),
                .shift(ShiftStep(amount: half, field: "handicap", of: ["new", "use"])),
                .round(RoundStep(Rounding(digits: 3, mode: .halfEven), of: ["new"])),
                .combine(CombineStep(axis: .criteria, method: .weightedMean)),
                .standardise(
                    StandardiseStep(
                        mean: try Points(50), deviation: try Points(10), set: .heat,
                        divisor: .population, rounding: Rounding(digits: 4, mode: .down))),
                .range(RangeStep(limit: try Points(20))),
                .drop(DropStep(highest: 2, lowest: 1, atLeast: 5, fewer: .notScored)),
                .combine(
                    CombineStep(
                        axis: .judges, method: .mean,
                        kinds: [
                            .init(kind: "academic", weight: try Ratio(7, over: 10)),
                            .init(kind: "industry", weight: try Ratio(3, over: 10)),
                        ], missingKind: .redistribute)),
                .bound(BoundStep(minimum: .zero, maximum: try Points(100))),
            ])
        let second = try #require(contest.stage(StageID(track: "all", name: "second")))
        #expect(
            second.scoring.steps.last
                == .carry(
                    CarryStep(
                        sources: [
                            .init(stage: "first", weight: try Ratio(1, over: 5), score: .own)
                        ], ownWeight: try Ratio(4, over: 5), isMean: true)))
    }

    @Test func `tie-breaks, advancement and awards are read with all they say`() throws {
        let contest = try #require(try loadFull().contest)
        let first = try #require(contest.stage(StageID(track: "all", name: "first")))
        #expect(first.numbering == .fractional)
        #expect(
            first.ties == [
                TieBreak(.criterion("new"), prefersLower: true, throughPlace: 3),
                TieBreak(.untrimmedSum), TieBreak(.highestSheet), TieBreak(.lowestSheet),
                TieBreak(.firstPlaces), TieBreak(.headToHead), TieBreak(.countBack),
                TieBreak(.sheetsAbove(Points(millionths: 80_500_000))),
                TieBreak(.kind("academic")), TieBreak(.earlierSubmission),
                TieBreak(.field("order")), TieBreak(.draw(seed: "2026-05-20")),
            ])
        #expect(
            first.advancement
                == Advancement(
                    to: "second", share: try Ratio(1, over: 3), shareRounding: .nearest,
                    minimumScore: Ratio(whole: 60),
                    quotas: [
                        .init(axis: .heat, value: "east", count: 2),
                        .init(axis: .region, count: 1),
                    ], ties: .admitAll))
        let awards = (contest.track("all")?.awards ?? []) + contest.awards
        #expect(
            awards.map(\.extent) == [
                .count(1), .share(try Ratio(1, over: 20), .down), .minimumScore(Ratio(whole: 70)),
                .everyone,
            ])
        #expect(awards[0].prize?.amount == Points(millionths: 50_000_500_000))
        #expect(
            awards[0].conditions == [
                .init(criteria: ["new", "use"], of: .best, minimum: try Points(8))
            ])
        #expect(awards.map(\.isAdditional) == [false, false, true, true])
    }

    @Test func `a table of values and a mapping are read`() throws {
        let contest = try #require(try loadFull().contest)
        let half = Points(millionths: 1_500_000)
        #expect(contest.tables[0].rows["3Lz"]?[half] == Points(millionths: 3_100_000))
        #expect(contest.mappings[0].fields[1].values == ["A": "all"])
        #expect(contest.mappings[0].fields[2].language == "zh")
        #expect(contest.mappings[0].constants == ["heat": "east"])
    }

    @Test func `a faulty table is told with its own lines`() throws {
        let folder = try TestFolder()
        try folder.write("code,-1,x\nA,1,2\nA,1,2\nB,much,2\n", to: "tables/goe.csv")
        let loaded = try folder.load(ContestTexts.full)
        #expect(
            loaded.faults.lines(in: .english) == [
                "tables/goe.csv:1: error: the column \"x\" is no mark; the first column is the "
                    + "key, "
                    + "and every other is headed by a mark. Head it with a number.",
                "tables/goe.csv:3: error: the key \"A\" again; line 2 has it already. Take one of "
                    + "the lines out.",
                "tables/goe.csv:4: error: \"much\" for \"B\" at -1; points are a number. Correct "
                    + "it.",
            ])
    }

    @Test func `a summit's two exhibitions and one contest can be written down`() throws {
        let loaded = try TestFolder().load(ContestTexts.summit)
        #expect(loaded.faults.lines(in: .english) == [])
        let contest = try #require(loaded.contest)
        #expect(contest.tracks.count == 3)
        #expect(contest.tracks.allSatisfy { $0.stages.count == 3 })
        #expect(
            contest.tracks.flatMap(\.awards).map(\.extent) == Array(repeating: .count(10), count: 3)
        )
    }

    @Test func `a kind of judge that nobody is of is told once the judges are known`() throws {
        let folder = try TestFolder()
        try folder.write("code,1.5\nA,2\n", to: "tables/goe.csv")
        let loaded = try folder.load(ContestTexts.full)
        let faults = ContestFile.faults(
            path: folder.path + "/contest.xml", file: "contest.xml", loaded: loaded,
            judges: [Judge(id: "J1", kind: "industry")])
        #expect(faults.faults.map(\.line) == [16, 16, 30, 38])
        #expect(faults.faults.first?.problem.english == "there is no judge \"J2\"")
        #expect(
            faults.faults.dropFirst(2).first?.problem.english
                == "no judge of the stage is of the kind \"academic\"")
    }

    @Test func `several contests lie side by side and do not know each other`() throws {
        let folder = try TestFolder()
        for name in ["a", "b"] {
            try folder.write(ContestTexts.rubric, to: "\(name)/rubrics/r.xml")
            let text = try changed(ContestTexts.contest, "id=\"c\"", to: "id=\"\(name)\"")
            let path = try folder.write(text, to: "\(name)/contest.xml")
            #expect(ContestFile.read(path: path, file: path).contest?.id == name)
        }
    }

    @Test func `a faulty rubric is told under its own name and only once`() throws {
        let rubric = try changed(ContestTexts.rubric, "weight=\"40\"", to: "weight=\"30\"")
        let loaded = try TestFolder().load(ContestTexts.contest, rubric: rubric)
        #expect(loaded.contest == nil)
        #expect(loaded.faults.faults.map(\.file) == ["rubrics/r.xml"])
    }

    @Test(arguments: [
        ("", ""), ("<contest", ""), ("<rubric id=\"r\"/>", "begins with <rubric>"),
        ("<!DOCTYPE contest [<!ENTITY a \"b\">]><contest id=\"c\">&a;</contest>", ""),
        (String(repeating: "<contest>", count: 300), ""), ("\u{0}\u{1}\u{2}", ""),
    ])
    func `a hostile or broken file is told and does no harm`(_ text: String, _ part: String) throws
    {
        let loaded = try TestFolder().load(text)
        #expect(loaded.contest == nil)
        #expect(loaded.faults.hasErrors)
        #expect(part.isEmpty || loaded.faults.description.contains(part))
    }
}
