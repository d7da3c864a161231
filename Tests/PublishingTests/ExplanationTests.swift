import Contests
import Formats
import Numbers
import Publishing
import Testing

struct ExplanationTests {
    private func explanation(
        _ board: SampleBoard, of index: Int, trace: ScoreTrace? = nil,
        audience: Audience = .public
    ) throws -> Explanation {
        let id = board.leaderboard.standings[index].submission
        let score = try #require(board.scores.submissions.first { $0.submission == id })
        return Explanation(
            of: id,
            evidence: [.init(leaderboard: board.leaderboard, score: score, trace: trace)],
            names: board.names, record: board.record, audience: audience)
    }

    @Test func `the public is told of judges by number, the office by name`() throws {
        let board = try SampleBoard(count: 12)
        let open = try explanation(board, of: 0)
        for text in [open.text(in: .chinese), open.text(in: .english), open.json] {
            #expect(!text.contains("judge-1-x") && !text.contains("号-密"))
        }
        #expect(open.text(in: .chinese).contains("评委 1"))
        let office = try explanation(board, of: 0, audience: .office)
        #expect(office.text(in: .english).contains("judge judge-1-x 评委1号-密"))
    }

    @Test func `the distance to the lines is told`() throws {
        let board = try SampleBoard(count: 60)
        let standings = board.leaderboard.standings
        let first = try #require(standings.firstIndex { $0.advances == false })
        let last = try #require(standings.lastIndex { $0.advances == true })
        let gap = try #require(standings[last].score) - #require(standings[first].score)
        let text = try explanation(board, of: first).text(in: .english)
        #expect(text.contains("does not go on to “Final”"), "\(text)")
        if gap != .zero {
            #expect(text.contains("\(ScoreText.short(gap)) below the last who does"))
        }
        let best = try explanation(board, of: 0).text(in: .english)
        #expect(best.contains("wins “First prize” (CNY 100,000)"))
        #expect(best.contains("goes on to “Final”"))
    }

    @Test func `who left, was not scored or failed is told why, and never a nought`() throws {
        let board = try SampleBoard(count: 12)
        let words = ["withdrawn", "disqualified", "not scored", "sheets missing", "Compliance"]
        for (offset, word) in words.enumerated() {
            let text = try explanation(board, of: 7 + offset).text(in: .english)
            #expect(text.contains(word), "\(text)")
        }
    }

    @Test func `each step is told with its numbers`() throws {
        let board = try SampleBoard(count: 12)
        let text = try explanation(board, of: 0, trace: try trace(board)).text(in: .english)
        #expect(text.contains("judge 1: Innovation 8, Compliance not scored"), "\(text)")
        #expect(text.contains("(82.5 + 84 + 86) ÷ 3 ≈ 84.1667"), "\(text)")
        #expect(text.contains("left out: judge 2 90"), "\(text)")
        #expect(text.contains("84.1667 + 0.2 × 80 ≈ 100.1667"), "\(text)")
        #expect(
            text.contains(
                "judge 1: 50 + 10 × (82.5 − 80) ÷ 2 → 62.5 (mean 80 and deviation 2 of 9 sheets)"),
            "\(text)")
        #expect(text.contains("adjustment of judge 1's sheet: −1.5 points"), "\(text)")
        #expect(!text.contains("too lenient"))
        let office = try explanation(board, of: 0, trace: try trace(board), audience: .office)
        #expect(office.text(in: .english).contains("too lenient (chief, 2026-05-20T12:00:00Z)"))
    }

    /// A trace in which each kind of event happens once.
    private func trace(_ board: SampleBoard) throws -> ScoreTrace {
        typealias Cell = ScoreTrace.Cell
        let at = try #require(Timestamp("2026-05-20T12:00:00Z"))
        let judges = board.judges.map(\.id)
        let values = [try Ratio(165, over: 2), Ratio(whole: 84), Ratio(whole: 86)]
        func cells(_ values: [Ratio], state: Cell.State = .scored) -> [Cell] {
            zip(judges, values).map { Cell(judge: $0, criterion: nil, value: $1, state: state) }
        }
        let mean = try values.mean()
        let one = [Cell(judge: nil, criterion: nil, value: mean, state: .scored)]
        let total = try mean + Ratio(whole: 16)
        let fifth = try Ratio(1, over: 5)
        let source = CarryStep.Source(stage: "final", weight: fifth)
        let adjustment = Adjustment(
            stage: board.stage, submission: "S", judge: judges[0],
            points: try Points(parsing: "-1.5"),
            decision: Decision(by: "chief", at: at, reason: "too lenient"))
        var dropped = cells([Ratio(whole: 80), Ratio(whole: 90)])
        let kept = dropped
        dropped[1].state = .leftOut
        let standard = StandardiseStep(mean: try Points(50), deviation: try Points(10))
        return ScoreTrace(
            stage: board.stage,
            marks: [
                Cell(
                    judge: judges[0], criterion: "innovation", value: Ratio(whole: 8),
                    state: .scored),
                Cell(judge: judges[0], criterion: "gate", value: nil, state: .notScored),
            ],
            changes: [
                .init(
                    event: .step(0, .standardise(standard)), before: cells([values[0]]),
                    after: cells([try Ratio(125, over: 2)]),
                    judges: [
                        .init(
                            judge: judges[0], sheets: 9, mean: Ratio(whole: 80),
                            variance: Ratio(whole: 4))
                    ]),
                .init(event: .sheetDecisions([adjustment], []), before: [], after: []),
                .init(event: .step(1, .drop(DropStep())), before: kept, after: dropped),
                .init(
                    event: .step(2, .combine(CombineStep(axis: .judges, method: .mean))),
                    before: cells(values), after: one),
                .init(
                    event: .step(3, .carry(CarryStep(sources: [source]))), before: one,
                    after: [Cell(judge: nil, criterion: nil, value: total, state: .scored)],
                    carried: [.init(source: source, score: Ratio(whole: 80))]),
            ],
            score: board.scores.submissions[0], troubles: [])
    }

    @Test func `a formula that is not the result is not shown`() throws {
        let board = try SampleBoard(count: 12)
        var trace = try trace(board)
        trace.changes[3].after[0].value = Ratio(whole: 1)
        let text = try explanation(board, of: 0, trace: trace).text(in: .english)
        #expect(!text.contains("÷ 3"))
        #expect(text.contains("judge 1 82.5, judge 2 84, judge 3 86 → 1"))
    }

    @Test func `kinds of judge are told with their weights`() throws {
        var board = try SampleBoard(count: 12)
        let judges = board.judges.map(\.id)
        board.record.judges[judges[2]]?.kind = "public"
        var trace = try trace(board)
        let kinds = [
            CombineStep.KindWeight(kind: "expert", weight: try Ratio(7, over: 10)),
            CombineStep.KindWeight(kind: "public", weight: try Ratio(3, over: 10)),
        ]
        trace.changes[3].event = .step(
            2, .combine(CombineStep(axis: .judges, method: .mean, kinds: kinds)))
        trace.changes[3].after[0].value = try Ratio(33_630, over: 400)
        let text = try explanation(board, of: 0, trace: trace).text(in: .english)
        #expect(text.contains("0.7 × 83.25 + 0.3 × 86"), "\(text)")
    }

    @Test func `an explanation in JSON has both languages`() throws {
        let json = try explanation(try SampleBoard(count: 12), of: 0).json
        let value = try JSONValue.parse(Array(json.utf8), file: "e.json")
        let section = try #require(value["sections"]?.elements?.first)
        #expect(section["title"]?["zh"]?.text?.contains("评分") == true)
        #expect(section["lines"]?.elements?.isEmpty == false)
    }
}
