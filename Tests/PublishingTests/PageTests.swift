import Contests
import Formats
import Publishing
import Testing

/// A page read as XML, which it is too, but for its first line.
struct ParsedPage {
    let html: String
    let root: XMLTree

    init(_ html: String) throws {
        self.html = html
        let rest = html.drop { $0 != "\n" }
        root = try XMLTree.parse(Array(rest.utf8), file: "page.html")
    }

    /// Every element, the root first.
    var elements: [XMLTree] { Self.all(root) }

    private static func all(_ tree: XMLTree) -> [XMLTree] { [tree] + tree.children.flatMap(all) }

    func elements(named name: String) -> [XMLTree] { elements.filter { $0.name == name } }
}

struct PageTests {
    static let pages: [(name: String, html: String)] = {
        guard let board = try? SampleBoard(count: 30) else { return [] }
        let links = [
            ContestIndex.Link(
                scope: .stage(board.stage), file: ContestIndex.fileName(for: .stage(board.stage)),
                isOfficial: true, submissions: 30)
        ]
        return [
            ("public", LeaderboardPage.html(board.view())),
            ("office", LeaderboardPage.html(board.view(.office))),
            ("english", LeaderboardPage.html(board.view(.public, language: .english))),
            ("sheet", ResultSheet(board.view(.office), judges: board.judges).html),
            ("index", ContestIndex(board.names, links: links, asOf: nil).html),
        ]
    }()

    @Test(arguments: pages.map(\.name))
    func `a page is well formed and stands alone`(name: String) throws {
        let page = try ParsedPage(try #require(Self.pages.first { $0.name == name }).html)
        #expect(page.html.hasPrefix("<!DOCTYPE html>\n"))
        for element in page.elements {
            #expect(element.attribute("src") == nil && element.name != "script")
            #expect(element.name != "link" && element.name != "iframe")
            if let reference = element.attribute("href") {
                #expect(reference.hasPrefix("#") || reference.hasPrefix("./"), "\(reference)")
            }
            for attribute in element.attributes {
                #expect(!attribute.name.hasPrefix("on"), "\(attribute)")
            }
        }
        let style = page.elements(named: "style").map(\.text).joined()
        #expect(!style.contains("url(") && !style.contains("@import"))
        #expect(style.count { $0 == "{" } == style.count { $0 == "}" })
    }

    @Test(arguments: pages.map(\.name))
    func `a page names its language, its parts and the way past its head`(name: String) throws {
        let page = try ParsedPage(try #require(Self.pages.first { $0.name == name }).html)
        #expect(page.root.attribute("lang") == (name == "english" ? "en" : "zh-Hans"))
        #expect(page.elements(named: "main").count == 1)
        #expect(page.elements(named: "h1").count == 1)
        #expect(page.elements(named: "header").count == 1)
        let anchors = page.elements(named: "a").compactMap { $0.attribute("href") }
        let ids = page.elements.compactMap { $0.attribute("id") }
        #expect(Set(ids).count == ids.count, "ids are unique")
        for anchor in anchors where anchor.hasPrefix("#") {
            #expect(ids.contains(String(anchor.dropFirst())), "\(anchor)")
        }
        for element in page.elements {
            for id in (element.attribute("aria-labelledby") ?? "").split(separator: " ") {
                #expect(ids.contains(String(id)), "\(id)")
            }
        }
        #expect(anchors.first == "#main")
    }

    @Test func `both languages are in one page, and a button for each that a keyboard reaches`()
        throws
    {
        let page = try ParsedPage(Self.pages[0].html)
        let buttons = page.elements(named: "input")
        #expect(buttons.map { $0.attribute("type") } == ["radio", "radio"])
        #expect(buttons.map { $0.attribute("checked") } == ["checked", nil])
        let labels = page.elements(named: "label")
        #expect(labels.map { $0.attribute("for") } == buttons.map { $0.attribute("id") })
        let spans = page.elements(named: "span")
        #expect(spans.contains { $0.attribute("class") == "en" && $0.text == "Official result" })
        #expect(spans.contains { $0.attribute("class") == "zh" && $0.text == "正式结果" })
    }

    @Test func `a contest in one language has no choice of another`() throws {
        var board = try SampleBoard(count: 8)
        board.contest.languages = ["en"]
        let page = try ParsedPage(LeaderboardPage.html(board.view()))
        #expect(page.elements(named: "input").isEmpty)
        #expect(page.root.attribute("lang") == "en")
    }

    @Test func `the table tells screen readers what each cell is`() throws {
        let page = try ParsedPage(Self.pages[0].html)
        let heads = page.elements(named: "th")
        #expect(heads.allSatisfy { ["col", "row"].contains($0.attribute("scope")) })
        #expect(page.elements(named: "caption").count == 1)
        #expect(page.elements(named: "tr").count == 31)
        let columns = heads.count { $0.attribute("scope") == "col" }
        for row in page.elements(named: "tr") { #expect(row.children.count == columns) }
    }

    @Test func `the chart says in words what it draws`() throws {
        let page = try ParsedPage(Self.pages[0].html)
        let chart = try #require(page.elements(named: "svg").first)
        #expect(chart.attribute("role") == "img")
        #expect(chart.first(named: "desc")?.text.contains("First prize") == true)
        #expect(page.elements(named: "circle").count == 25)
    }

    @Test func `nobody without a score is drawn or shown as nought`() throws {
        var board = try SampleBoard(count: 8)
        for index in board.leaderboard.standings.indices {
            board.leaderboard.standings[index].score = nil
            board.leaderboard.standings[index].place = nil
            board.leaderboard.standings[index].unranked = .notScored
            board.leaderboard.standings[index].awards = []
        }
        let page = try ParsedPage(LeaderboardPage.html(board.view()))
        #expect(page.elements(named: "svg").isEmpty)
        for cell in page.elements(named: "td") where cell.attribute("class") == "number score" {
            #expect(!cell.text.contains("0"))
            #expect(cell.children.first?.text == "–")
        }
        #expect(page.html.contains("未评分"))
    }

    @Test func `a provisional result says so`() throws {
        let board = try SampleBoard(count: 8, official: false)
        #expect(LeaderboardPage.html(board.view()).contains("暂定结果"))
        #expect(!LeaderboardPage.html(board.view()).contains("正式结果"))
        #expect(LeaderboardMarkdown.text(board.view()).contains("暂定结果"))
    }

    @Test func `two hundred rows with long titles are all there`() throws {
        var texts = SampleBoard.Texts()
        let title = String(repeating: "城市内涝风险预警", count: 8)
        texts.title = SampleBoard.both(title, title)
        let page = try ParsedPage(
            LeaderboardPage.html(try SampleBoard(count: 200, texts: texts).view()))
        #expect(page.elements(named: "tr").count == 201)
    }

    @Test func `the same leaderboard gives the same bytes`() throws {
        let again = try SampleBoard(count: 30)
        #expect(LeaderboardPage.html(again.view()) == Self.pages[0].html)
        #expect(LeaderboardJSON.text(again.view()) == LeaderboardJSON.text(again.view()))
    }

    @Test func `a leaderboard of nobody is a page too`() throws {
        let page = try ParsedPage(LeaderboardPage.html(try SampleBoard(count: 0).view()))
        #expect(page.elements(named: "tr").count == 1)
    }
}
