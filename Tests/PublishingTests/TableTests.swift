import Foundation
import Formats
import Publishing
import Testing

struct TableTests {
    static let table = Table(
        columns: [
            .init("id", Phrase("Id", "编号")),
            .init("title", Phrase("Title", "作品"), isFlexible: true),
            .init("score", Phrase("Score", "得分"), alignment: .trailing),
            .init("done", Phrase("Done", "完成")),
        ],
        rows: [
            ["S1", .phrase(Phrase("Banyan", "榕树")), .decimal("84.1667"), .truth(true)],
            ["S2", .text("中文 and English"), .whole(7), .truth(false)],
            ["S3", .text("=1+1"), .none],
        ])

    @Test(arguments: Language.allCases)
    func `a terminal's columns stand in line whatever the characters`(language: Language) {
        let lines = Self.table.text(in: language).split(separator: "\n").map(String.init)
        #expect(lines.count == 5)
        // The score ends at the same column in every line.
        let ends = zip(lines, [Self.table.columns[2].title[language], "", "84.1667", "7"])
            .filter { !$0.1.isEmpty }
            .compactMap { line, cell -> Int? in
                line.range(of: cell, options: .backwards).map {
                    DisplayWidth.of(String(line[..<$0.upperBound]))
                }
            }
        #expect(ends.count == 3)
        #expect(Set(ends).count == 1, "\(lines)")
    }

    @Test func `nothing is a dash, and never a nought`() {
        let last = Self.table.text(in: .english).split(separator: "\n").last.map(String.init)
        #expect(last?.contains("–") == true)
        #expect(last?.contains("0") == false)
    }

    @Test(arguments: [20, 40, 60])
    func `a flexible column is wrapped to the width of the terminal`(width: Int) {
        let title = String(repeating: "面向城市内涝的预警平台", count: 6)
        let table = Table(
            columns: [
                .init("id", Phrase("Id", "编号")),
                .init("title", Phrase("Title", "作品"), isFlexible: true),
            ],
            rows: [["S1", .text(title)]])
        let lines = table.text(in: .chinese, width: width).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(lines)")
        let shown = lines.dropFirst(2).joined().replacing("S1", with: "").filter { $0 != " " }
        #expect(shown == title)
    }

    @Test func `JSON reads back, with numbers as numbers and nothing as null`() throws {
        let value = try JSONValue.parse(Array(Self.table.json.utf8), file: "t.json")
        let rows = try #require(value.elements)
        #expect(rows.count == 3)
        #expect(rows[0]["title"]?["zh"]?.text == "榕树")
        #expect(rows[0]["score"]?.text == "84.1667")
        #expect(rows[1]["score"]?.integer == 7)
        #expect(rows[1]["done"]?.bool == false)
        #expect(rows[2]["score"]?.isNull == true)
        #expect(rows[2]["done"]?.isNull == true)
    }

    @Test func `CSV reads back, begins with a mark, and starts no formula`() {
        let csv = Self.table.csv()
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        let table = CSVTable(bytes: Array(csv.utf8), file: "t.csv")
        #expect(table.faults.isEmpty)
        #expect(table.header?.names == ["id", "title", "score", "done"])
        #expect(table.rows.map { $0[1] } == ["Banyan", "中文 and English", "'=1+1"])
        #expect(table.rows.map { $0[2] } == ["84.1667", "7", ""])
    }

    @Test func `CSV has titles in the language asked for`() {
        let table = CSVTable(bytes: Array(Self.table.csv(in: .chinese).utf8), file: "t.csv")
        #expect(table.header?.names == ["编号", "作品", "得分", "完成"])
        #expect(table.rows.first?[3] == "是")
    }

    @Test func `Markdown acts on nothing in a cell`() {
        let hostile = Table(
            columns: [.init("a", Phrase("A", "甲"))],
            rows: [[.text("a|b <b> [x](http://e) `c` *d*\n# e\u{202E}")]])
        let lines = hostile.markdown(in: .english).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines[2]
                == "| a\\|b &lt;b&gt; \\[x\\](http://e) \\`c\\` \\*d\\* \\# e⟨U+202E⟩ |")
    }

    @Test func `a terminal is shown what it would act on`() {
        let table = Table(
            columns: [.init("a", Phrase("A", "甲"))], rows: [[.text("\u{1B}[31mred\u{7}\nx")]])
        let text = table.text(in: .english)
        #expect(text.contains("⟨U+001B⟩[31mred⟨U+0007⟩ x"))
    }

    @Test func `a table without rows has its head`() {
        let table = Table(columns: Self.table.columns)
        #expect(table.json == "[]\n")
        #expect(table.text(in: .english).hasPrefix("Id"))
    }
}
