import Contests
import Formats
import Numbers
import Publishing
import Testing

struct LeaderboardFilesTests {
    @Test func `JSON keeps exact scores as strings`() throws {
        let board = try SampleBoard(count: 30)
        let json = try JSONValue.parse(
            Array(LeaderboardJSON.text(board.view()).utf8), file: "b.json")
        let rows = try #require(json["standings"]?.elements)
        #expect(rows.count == 30)
        for (row, standing) in zip(rows, board.leaderboard.standings) {
            #expect(row["submission"]?.text == standing.submission.text)
            #expect(row["score"]?.text == standing.score?.description)
            #expect(row["place"]?.text == standing.place?.description)
            #expect((row["score"]?.isNull == true) == (standing.unranked != nil))
        }
        #expect(json["official"]?.bool == true)
        #expect(json["asOf"]?.text == "2026-05-20T18:30:00+08:00")
    }

    @Test func `XML leaves out what is not known`() throws {
        let board = try SampleBoard(count: 12)
        let xml = try XMLTree.parse(
            Array(LeaderboardXML.text(board.view(.office)).utf8), file: "b.xml")
        let rows = xml.children(named: "standing")
        for (row, standing) in zip(rows, board.leaderboard.standings) {
            #expect(row.attribute("score") == standing.score?.description)
        }
        #expect(rows[0].children(named: "sheet").count == 3)
        #expect(xml.attribute("scope") == "ai/final")
    }

    @Test func `CSV has a row for each submission and a mark at its start`() throws {
        let csv = LeaderboardCSV.text(try SampleBoard(count: 12).view())
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        let table = CSVTable(bytes: Array(csv.utf8), file: "b.csv")
        #expect(table.faults.isEmpty)
        #expect(table.header?.names.prefix(3) == ["名次", "编号", "作品名称"])
        #expect(table.rows.count == 12)
    }

    @Test func `awards are listed with what stayed vacant`() throws {
        let view = try SampleBoard(count: 30).view()
        #expect(view.awards.map(\.id.text) == ["first", "second", "third"])
        #expect(view.awards.map(\.winners.count) == [1, 3, 4])
        #expect(view.awards.map(\.vacancies) == [9, 27, 36])
        #expect(LeaderboardMarkdown.text(view).contains("空缺 9 项"))
    }

    @Test func `the state tells the time of the last fact`() throws {
        let view = try SampleBoard(count: 12).view()
        #expect(
            view.state
                == Phrase(
                    "Official result, as of 2026-05-20 18:30:00+08:00",
                    "正式结果，截至 2026-05-20 18:30:00+08:00"))
    }

    @Test func `pages of different scopes have different file names`() {
        let scopes: [Leaderboard.Scope] = [
            .overall, .track("overall"), .track("a"), .track("A"),
            .stage(StageID(track: "a", name: "b")), .stage(StageID(track: "a.b", name: "c")),
            .stage(StageID(track: "a", name: "b.c")), .stage(StageID(track: "track", name: "a")),
            .track("../x"), .track("index"),
        ]
        let names = scopes.map { ContestIndex.fileName(for: $0) } + ["index.html"]
        #expect(Set(names.map { $0.lowercased() }).count == names.count, "\(names)")
        #expect(names.allSatisfy { !$0.contains("/") && $0.hasSuffix(".html") })
    }

    @Test func `a track's awards draw no line across other tracks`() throws {
        var board = try SampleBoard(count: 30)
        #expect(board.view().lines.map(\.rowsAbove) == [1, 4, 6, 8])
        board.leaderboard.scope = .overall
        for index in board.leaderboard.standings.indices {
            board.leaderboard.standings[index].advances = nil
        }
        #expect(board.view().lines.isEmpty)
    }

    @Test func `a track's leaderboard has a column for each stage whose scores are at hand`() throws
    {
        var board = try SampleBoard(count: 12)
        board.leaderboard.scope = .track("ai")
        let view = board.view()
        #expect(view.scoreColumns.map(\.key) == ["final"])
        #expect(view.rules.count == 2)
        #expect(view.rows.allSatisfy { $0.stage == Phrase("Semi-final", "复赛") })
        #expect(view.table.columns.map(\.key).contains("stage"))
    }
}
