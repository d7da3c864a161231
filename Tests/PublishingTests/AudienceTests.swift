import Contests
import Formats
import Publishing
import TestSupport
import Testing

struct AudienceTests {
    /// Everything that is made from a view.
    private func forms(_ board: SampleBoard, _ audience: Audience) -> [String] {
        let view = board.view(audience)
        return [
            LeaderboardPage.html(view), LeaderboardMarkdown.text(view), LeaderboardCSV.text(view),
            LeaderboardJSON.text(view), LeaderboardXML.text(view), view.table.json,
            view.table.text(in: .chinese), view.table.text(in: .english),
        ]
    }

    @Test(arguments: SeededCases(20))
    func `the public view names no judge and nobody of the office`(_ seeded: SeededCases.Case)
        throws
    {
        var random = seeded.random
        let board = try SampleBoard(
            count: 6 + random.below(60), seed: seeded.seed, official: random.below(2) == 0)
        for form in forms(board, .public) {
            for judge in board.judges {
                #expect(!form.contains(judge.id.text))
                #expect(!form.contains(judge.name))
            }
            #expect(!form.contains("office-lin") && !form.contains("复核后更正"))
        }
    }

    @Test func `the office sees the judges, their scores, and who decided what and why`() throws {
        let board = try SampleBoard(count: 12)
        let forms = forms(board, .office)
        for form in forms {
            #expect(form.contains("judge-1-x") && form.contains("评委1号-密"))
            #expect(form.contains("office-lin") && form.contains("复核后更正"))
        }
    }

    @Test func `both say that the office set a place, and what the score gave`() throws {
        let board = try SampleBoard(count: 12)
        for audience in Audience.allCases {
            let rows = board.view(audience).rows.filter { !$0.overrides.isEmpty }
            #expect(rows.count == 1)
            #expect(rows.first?.overrides.first?.chinese.hasPrefix("名次由组委会核定；按得分应为第") == true)
        }
    }
}
