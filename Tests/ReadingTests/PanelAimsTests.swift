import Contests
import Formats
import Reading
import Testing

/// What an assignment is to achieve, as attributes and elements of `<panel>`.
@Suite struct PanelAimsTests {
    private static let whole = """
        <panel minimum="3" maximum="5" senior="1" objective="worst-first" links="2" anchors="4" \
        affinity="fit.csv" bids="bids.csv"><together judge="J1" with="J2"/>\
        <apart judge="J3" with="J1"/></panel>
        """

    private func panel(_ text: String) throws -> PanelRule? {
        let contest = try changed(
            ContestTexts.contest, "<panel minimum=\"3\" maximum=\"5\"/>", to: text)
        let loaded = try TestFolder().load(contest)
        #expect(loaded.faults.lines(in: .english) == [])
        return loaded.contest?.stage(StageID(track: "open", name: "preliminary"))?.panel
    }

    @Test func `objective, links, anchors, tables, seniors and rules about two judges are read`()
        throws
    {
        let panel = try #require(try panel(Self.whole))
        #expect(panel.seniors == 1)
        #expect(panel.aims.objective == .worstFirst)
        #expect(panel.aims.links == 2)
        #expect(panel.aims.anchors == 4)
        #expect(panel.aims.affinityFile == "fit.csv")
        #expect(panel.aims.bidsFile == "bids.csv")
        #expect(
            panel.pairRules == [
                PairRule(judge: "J1", other: "J2", isTogether: true),
                PairRule(judge: "J3", other: "J1", isTogether: false),
            ])
    }

    @Test(arguments: [
        ("", AssignmentAims.Objective.total), ("objective=\"total\"", .total),
        ("objective=\"worst-first\"", .worstFirst), ("objective=\"even-loads\"", .evenLoads),
    ])
    func `an objective is total where none is written`(
        _ text: String, _ objective: AssignmentAims.Objective
    ) throws {
        let panel = try #require(try panel("<panel minimum=\"3\" \(text)/>"))
        #expect(panel.aims.objective == objective)
        #expect(panel.aims.links == 0 && panel.aims.anchors == 0 && panel.seniors == 0)
        #expect(panel.aims.affinityFile == nil && panel.aims.bidsFile == nil)
    }

    @Test func `the greatest chance of a pair is read, and none is where none is written`() throws {
        #expect(try panel("<panel minimum=\"3\" chance=\"0.25\"/>")?.aims.chanceThousandths == 250)
        #expect(try panel("<panel minimum=\"3\"/>")?.aims.chanceThousandths == nil)
    }

    @Test func `the schema documents the affinity's formula and every aim, in both languages`()
        throws
    {
        let schema = try #require(Schemas.text(for: "contest"))
        for name in ["objective", "links", "anchors", "chance", "affinity", "bids", "senior"] {
            #expect(schema.contains("<attribute name=\"\(name)\">"), "\(name)")
        }
        for name in ["together", "apart"] {
            #expect(schema.contains("<element name=\"\(name)\">"), "\(name)")
        }
        for part in ["700 times", "乘以 700", "willing adds 300", "加 300"] {
            #expect(schema.contains(part), "\(part)")
        }
    }

    @Test func `a judge in reserve is told from the others`() throws {
        let contest = try #require(try TestFolder().load(ContestTexts.contest).contest)
        func read(_ text: String) -> (judges: [Judge], faults: FaultList) {
            JudgeReader.read(bytes: Array(text.utf8), file: "judges.csv", contest: contest)
        }
        let english = read("id,reserve\nJ1,yes\nJ2,no\nJ3,\n")
        #expect(english.judges.map(\.isReserve) == [true, false, false])
        let chinese = read("编号,候补\nJ1,候补\nJ2,是\nJ3,否\n")
        #expect(chinese.judges.map(\.isReserve) == [true, true, false])
        let faulty = read("id,reserve\nJ1,perhaps\n")
        #expect(faulty.judges.isEmpty)
        #expect(
            faulty.faults.lines(in: .english) == [
                "judges.csv:2: error: reserve is \"perhaps\"; it must be yes or no. Correct it."
            ])
    }
}

extension ContestFaultTests {
    private static let panel = "<panel minimum=\"3\" maximum=\"5\"/>"

    /// Faults of what an assignment is to achieve.
    static let aims = [
        ContestFault(
            panel, "<panel minimum=\"3\" objective=\"fairest\"/>",
            "contest.xml:7:7: error: objective=\"fairest\" in <panel>; objective must be total, "
                + "worst-first or even-loads. Correct it."),
        ContestFault(
            panel, "<panel minimum=\"3\" links=\"two\"/>",
            "contest.xml:7:7: error: links=\"two\" in <panel>; links must be a whole number from 0 "
                + "to 999. Correct it."),
        ContestFault(
            panel, "<panel minimum=\"3\" anchors=\"-1\"/>",
            "contest.xml:7:7: error: anchors=\"-1\" in <panel>; anchors must be a whole number "
                + "from 0 to 9999. Correct it."),
        ContestFault(
            panel, "<panel minimum=\"3\" chance=\"1.2\"/>",
            "contest.xml:7:7: error: chance=\"1.2\"; a chance is above 0, at most 1, and has at "
                + "most 3 decimals. Write one such as 0.5."),
        ContestFault(
            panel, "<panel minimum=\"3\" chance=\"0.0005\"/>",
            "contest.xml:7:7: 错误: chance=\"0.0005\"；概率大于 0、不超过 1，且至多 3 位小数。请写成如 0.5 的数。",
            .chinese),
        ContestFault(
            panel, "<panel minimum=\"3\" chance=\"0.5\" links=\"2\" senior=\"1\"/>",
            "contest.xml:7:7: error: chance=\"0.5\" beside links, senior; pairs are drawn for the "
                + "greatest total, without rules about who sits on a panel. Take one or the other "
                + "out."),
        ContestFault(
            panel, "<panel minimum=\"3\" senior=\"4\"/>",
            "contest.xml:7:7: error: senior=\"4\" where a panel has 3 judges; no panel could be "
                + "made. Make it at most 3."),
        ContestFault(
            panel, "<panel minimum=\"3\" senior=\"4\"/>",
            "contest.xml:7:7: 错误: senior=\"4\"，而评委组最多 3 人；无法组成评委组。请改为不超过 3。", .chinese),
        ContestFault(
            panel, "<panel minimum=\"3\"><together judge=\"J1\"/></panel>",
            "contest.xml:7:26: error: <together> has no with; with must be a name of 1 to 100 "
                + "characters without blanks, / \\ ; , or a dot at its beginning. Add with=\"…\"."),
        ContestFault(
            panel, "<panel minimum=\"3\"><apart judge=\"J1\" with=\"J1\"/></panel>",
            "contest.xml:7:26: error: \"J1\" with themselves; the rule is about two judges. "
                + "Correct it, or take it out."),
        ContestFault(
            panel,
            "<panel minimum=\"3\"><together judge=\"J1\" with=\"J2\"/><apart judge=\"J2\" "
                + "with=\"J1\"/></panel>",
            "contest.xml:7:58: error: \"J2\" and \"J1\" again; two judges have one rule. Correct "
                + "it, or take it out."),
    ]
}
