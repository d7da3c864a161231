import Formats
import Testing

/// What is written reads back as it was, and is harmless where it is shown.
struct WriterTests {
    static let texts = [
        "", "plain", "榕评", "a,b", "a\"b", "a\nb", "a\r\nb", "a;b", "a\tb", " a ", "<b> & \"c\" 'd'",
        "]]>", "a--b", "😀", "e\u{301}", "\\", "'quoted'", "-3", "3.5",
    ]

    @Test(arguments: texts)
    func `a cell reads back as it was written`(text: String) throws {
        let csv = CSVWriter.string(header: ["a", "b"], rows: [[text, "x"]])
        let table = CSVTable(bytes: Array(csv.utf8), file: "t.csv")
        #expect(table.faults.isEmpty)
        #expect(table.rows.first?[0] == text)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+A1", "'+A1"), ("-A1", "'-A1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""),
        (" =1", "' =1"),
        ("＝1", "'＝1"), ("-3", "-3"), ("+3.5", "+3.5"), ("-3-4", "'-3-4"), ("-", "'-"),
        ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("a=b", "a=b"), ("", ""),
    ])
    func `a cell that a spreadsheet would run is made harmless, and a number is not`(
        text: String, cell: String
    ) {
        #expect(CSVWriter.cell(text) == cell)
    }

    @Test func `a table has a mark, CRLF and its header`() {
        var writer = CSVWriter(header: ["编号", "title"])
        writer.append(["1", "a,b"])
        #expect(writer.string == "\u{FEFF}编号,title\r\n1,\"a,b\"\r\n")
        #expect(Array(writer.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(CSVWriter.string(header: ["a"], rows: [[""]], mark: false) == "a\r\n\"\"\r\n")
    }

    @Test(arguments: texts)
    func `an element and an attribute read back as they were written`(text: String) throws {
        var writer = XMLWriter()
        writer.element("root", ["a": text, "b": nil]) { writer in
            writer.comment(text)
            writer.text("t", text)
            writer.element("empty") { _ in }
        }
        let tree = try XMLTree.parse(Array(writer.string.utf8), file: "f")
        #expect(tree.attribute("a") == text)
        #expect(tree.attribute("b") == nil)
        #expect(tree.first(named: "t")?.text == text)
    }

    @Test func `XML is indented, and what it cannot hold is replaced`() {
        var writer = XMLWriter()
        writer.element("a", ["x": "1"]) { writer in
            writer.element("b") { $0.text("c", "\u{0}\u{8}&\u{FFFF}") }
            writer.element("d", ["y": "<\n>"])
        }
        #expect(
            writer.string == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a x="1">
                  <b>
                    <c>\u{FFFD}\u{FFFD}&amp;\u{FFFD}</c>
                  </b>
                  <d y="&lt;&#10;&gt;"/>
                </a>

                """)
    }

    @Test func `HTML text is only ever text`() {
        #expect(
            HTMLText.escaped("<script>'\"&\u{202E}\u{0}榕\n")
                == "&lt;script&gt;&#39;&quot;&amp;⟨U+202E⟩⟨U+0000⟩榕\n")
    }
}
