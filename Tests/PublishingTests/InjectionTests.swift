import Contests
import Formats
import Publishing
import Testing

/// Titles, names and reasons are only ever text, whatever is in them.
struct InjectionTests {
    static let attempts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='x",
        "\"\u{301} onload=x", "<\u{338}b>", "&lt;b&gt;", "]]>", "<!-- -->", "{{#title}}{{{x}}}",
        "=HYPERLINK(\"http://e\")", "@SUM(1)", "\u{202E}gpj.exe", "\u{0}\u{7}\u{1B}[2J", "a|b",
        "</style><style>*{display:none}", "line\nbreak", "\u{FF1D}1+1",
    ]

    static func board(_ text: String) throws -> SampleBoard {
        var texts = SampleBoard.Texts()
        texts.title = SampleBoard.both(text, text + "!")
        (texts.entrant, texts.organisation, texts.region) = (text, text, text)
        (texts.judge, texts.reason) = (text, text)
        var board = try SampleBoard(count: 12, texts: texts)
        board.contest.names = LocalizedText(text)
        board.contest.tracks[0].names = LocalizedText(text)
        board.contest.tracks[0].awards[0].names = LocalizedText(text)
        board.contest.tracks[0].stages[0].heats[0].names = LocalizedText(text)
        board.contest.tracks[0].stages[0].ties = [TieBreak(.draw(seed: text))]
        return board
    }

    private func shape(_ tree: XMLTree) -> String {
        let attributes = tree.attributes.map(\.name).joined(separator: ",")
        return "\(tree.name)[\(attributes)](" + tree.children.map(shape).joined() + ")"
    }

    @Test(arguments: attempts)
    func `a page keeps its elements whatever stands in its texts`(text: String) throws {
        for audience in Audience.allCases {
            let plain = try ParsedPage(
                LeaderboardPage.html(try Self.board("plain").view(audience)))
            let page = try ParsedPage(LeaderboardPage.html(try Self.board(text).view(audience)))
            #expect(shape(page.root) == shape(plain.root))
            #expect(
                !page.html.unicodeScalars.contains {
                    "\u{202E}\u{0}\u{7}\u{1B}".unicodeScalars.contains($0)
                })
        }
        let board = try Self.board(text)
        let plain = try Self.board("plain")
        #expect(
            shape(try ParsedPage(ResultSheet(board.view(.office), judges: board.judges).html).root)
                == shape(
                    try ParsedPage(
                        ResultSheet(plain.view(.office), judges: plain.judges).html
                    ).root))
    }

    @Test(arguments: attempts)
    func `a title is read back as it is shown`(text: String) throws {
        let page = try ParsedPage(LeaderboardPage.html(try Self.board(text).view()))
        let title = try #require(
            page.elements(named: "span").first { $0.attribute("class") == "title" })
        let shown = String(text.visibleButForBreaks)
        #expect(title.children.contains { $0.text == shown + "!" || $0.text == shown })
    }

    @Test(arguments: attempts)
    func `the other forms hold it as text too`(text: String) throws {
        let board = try Self.board(text)
        for audience in Audience.allCases {
            let view = board.view(audience)
            let json = try JSONValue.parse(Array(LeaderboardJSON.text(view).utf8), file: "b.json")
            #expect(json["standings"]?.elements?[0]["entrant"]?.text == text)
            let xml = try XMLTree.parse(Array(LeaderboardXML.text(view).utf8), file: "b.xml")
            #expect(xml.children(named: "standing").count == 12)
            let csv = CSVTable(bytes: Array(LeaderboardCSV.text(view).utf8), file: "b.csv")
            #expect(csv.rows.count == 12)
            for cell in csv.rows.flatMap(\.cells) {
                #expect(
                    !["=", "@", "+", "\u{FF1D}"].contains(cell.first.map(String.init)), "\(cell)")
            }
            let markdown = LeaderboardMarkdown.text(view)
            #expect(!markdown.contains("<script") && !markdown.contains("<img"))
        }
    }
}

extension String {
    /// What a page shows: line breaks stay, everything else that does not show is written out.
    fileprivate var visibleButForBreaks: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }
            .joined(separator: "\n")
    }
}
