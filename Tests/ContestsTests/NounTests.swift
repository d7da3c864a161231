import Contests
import Numbers
import Testing

struct NounTests {
    @Test func `identifiers are equal only code point by code point`() {
        #expect(SubmissionID("caf\u{E9}") != SubmissionID("cafe\u{301}"))
        #expect(SubmissionID("S2") < SubmissionID("S３"))
        #expect(SubmissionID("S10") < SubmissionID("S9"))
    }

    @Test(arguments: [("a/b", true), ("a", false), ("a/b/c", false), ("/b", false), ("a/", false)])
    func `a stage is written with one stroke`(text: String, isStage: Bool) {
        #expect((StageID(text) != nil) == isStage)
        if isStage { #expect(StageID(text)?.description == text) }
    }

    @Test func `a text falls back from tag to tag, then to what there is`() {
        let text = LocalizedText([
            .init(language: "en", text: "Final"), .init(language: "zh-Hans", text: "决赛"),
        ])
        #expect(text.text(in: "zh") == "决赛")
        #expect(text.text(in: "en-GB") == "Final")
        #expect(text.text(in: "fr") == "Final")
        #expect(text.covers("zh"))
        #expect(!text.covers("fr"))
    }

    @Test func `a measured value becomes points by a line with bounds, or by bands`() throws {
        func points(_ text: String) throws -> Points { try Points(parsing: text) }
        let line = Measurement(
            conversion: .line(
                base: try points("60"), reference: try points("120"),
                slope: try Ratio(parsing: "1.8"), rounding: Rounding(digits: 1)),
            minimum: .zero)
        #expect(try line.points(for: points("132.5")) == Ratio(parsing: "82.5"))
        #expect(try line.points(for: points("0")) == .zero)
        let bands = Measurement(
            conversion: .bands([
                .init(from: try points("10"), points: try points("1")),
                .init(from: try points("20"), points: try points("5")),
            ]))
        #expect(try bands.points(for: points("9.9")) == nil)
        #expect(try bands.points(for: points("10")) == .one)
        #expect(try bands.points(for: points("200")) == Ratio(whole: 5))
    }

    @Test func `a table of marks keeps the latest revision and tells nothing from zero`() throws {
        func sheet(_ judge: String, _ revision: Int, _ marks: [Mark]) -> ScoreSheet {
            ScoreSheet(
                stage: StageID(track: "t", name: "s"), judge: JudgeID(judge), submission: "S1",
                revision: revision, rubricHash: "", marks: marks)
        }
        let table = MarkTable(
            [
                sheet("J2", 1, [Mark(criterion: "a", value: .points(.zero))]),
                sheet("J1", 2, [Mark(criterion: "b", value: .notApplicable)]),
                sheet("J1", 1, [Mark(criterion: "a", value: .points(.zero))]),
            ], criteria: ["a", "b"])
        #expect(table.rowCount == 2)
        #expect(table[0, 0] == nil)
        #expect(table[0, 1] == .notApplicable)
        #expect(table[1, 0] == .points(.zero))
        #expect(table[1, 1] == nil)
        #expect(table.rowsBySubmission() == [0..<2])
    }

    @Test func `a table without some judges is the one that they never marked in`() throws {
        func sheet(_ judge: String, _ submission: String, _ points: Int) throws -> ScoreSheet {
            ScoreSheet(
                stage: StageID(track: "t", name: "s"), judge: JudgeID(judge),
                submission: SubmissionID(submission), rubricHash: "",
                confidence: judge == "P" ? try Points(1) : nil,
                marks: [Mark(criterion: "a", value: .points(try Points(points)))])
        }
        let people = [
            try sheet("J1", "S1", 3), try sheet("J2", "S3", 4), try sheet("J1", "S3", 5),
        ]
        let program = [try sheet("P", "S1", 9), try sheet("P", "S2", 9), try sheet("Q", "S3", 1)]
        let all = MarkTable(people + program, criteria: ["a"])
        #expect(all.without(["P", "Q"]) == MarkTable(people, criteria: ["a"]))
        #expect(all.without(["P"]) == MarkTable(people + program.suffix(1), criteria: ["a"]))
        #expect(all.without(["X"]) == all)
        #expect(all.without(["J1", "J2", "P", "Q"]) == MarkTable([], criteria: ["a"]))
    }

    @Test(arguments: [
        (ShareRounding.up, 3), (.down, 2), (.nearest, 3),
    ])
    func `a share that is no whole number is rounded as stated`(
        rounding: ShareRounding, count: Int
    ) throws {
        #expect(try rounding.count(of: Ratio(1, over: 4), in: 10) == count)
        #expect(try rounding.count(of: Ratio(1, over: 2), in: 10) == 5)
    }
}
