import Formats
import Testing

/// Tables that are at fault, each with the whole messages that a person gets.
struct MalformedCSVTests {
    static let tables = [
        Refusal(
            "an empty table", "",
            """
            t.csv:1: error: the table is empty; its first line names the columns. Check that \
            the right file was given.
            """),
        Refusal(
            "blank lines alone", "\n\n\n",
            """
            t.csv:1: error: the table is empty; its first line names the columns. Check that \
            the right file was given.
            """),
        Refusal(
            "text after a quote in the header", "\"a\"x,b\n1,2\n",
            """
            t.csv:1: error: text follows the closing quotation mark of a cell; a quotation \
            mark inside a quoted cell is written twice. Write "" for each mark inside.
            """),
        Refusal(
            "a cell missing", "a,b,c\n1,2\n",
            """
            t.csv:2: error: the row has 2 cells; the header in line 1 names 3 columns. Add the \
            cells that are missing, empty ones too.
            """),
        Refusal(
            "one cell of two", "a,b\n1\n",
            """
            t.csv:2: error: the row has 1 cell; the header in line 1 names 2 columns. Add the \
            cells that are missing, empty ones too.
            """),
        Refusal(
            "a cell too many", "a,b\n1,2,3\n",
            """
            t.csv:2: error: the row has 3 cells; the header in line 1 names 2 columns. Put a \
            cell that holds a comma between quotation marks.
            """),
        Refusal(
            "a comma in a number", "id,mark\nS1,1,234\n",
            """
            t.csv:2: error: the row has 3 cells; the header in line 1 names 2 columns. Put a \
            cell that holds a comma between quotation marks.
            """),
        Refusal(
            "an unclosed quote", "a,b\n1,2\n3,\"4\n5,6\n",
            """
            t.csv:3: error: a quotation mark that opens a cell here is not closed; a quoted \
            cell ends with a quotation mark, within 1048576 bytes. Add the closing mark; \
            nothing from line 3 on was read.
            """),
        Refusal(
            "an unclosed quote in the header", "a,\"b\n1,2\n",
            """
            t.csv:1: error: a quotation mark that opens a cell here is not closed; a quoted \
            cell ends with a quotation mark, within 1048576 bytes. Add the closing mark; \
            nothing from line 1 on was read.
            """),
        Refusal(
            "text after a quote", "a,b\n\"x\"y,2\n3,4\n",
            """
            t.csv:2: error: text follows the closing quotation mark of a cell; a quotation \
            mark inside a quoted cell is written twice. Write "" for each mark inside.
            """),
        Refusal(
            "a column twice", "id,mark,ID\n1,2,3\n",
            """
            t.csv:1: error: columns 1 and 3 are both named 'ID'; every column has a name of \
            its own, whatever its case and width. Rename or delete one of them.
            """),
        Refusal(
            "a column twice in width", "id,ｉｄ\n1,2\n",
            """
            t.csv:1: error: columns 1 and 2 are both named 'ｉｄ'; every column has a name of \
            its own, whatever its case and width. Rename or delete one of them.
            """),
        Refusal(
            "a column without a name", "id,,mark\n1,2,3\n",
            """
            t.csv:1: error: column 2 has no name; the first line names every column. Name the \
            column, or delete it.
            """),
        Refusal(
            "full-width commas", "编号，题目\nS1，榕\n",
            """
            t.csv:1: error: the columns stand between full-width commas (，); columns stand \
            between commas, semicolons or tabs. Replace ， with ,.
            """),
        Refusal(
            "a wrong delimiter in rows", "a,b\n1;2\n",
            """
            t.csv:2: error: the row has 1 cell; the header in line 1 names 2 columns. Add the \
            cells that are missing, empty ones too.
            """),
        Refusal(
            "a column name that turns around", "\u{202E}a,\u{202E}a\n1,2\n",
            """
            t.csv:1: error: columns 1 and 2 are both named '⟨U+202E⟩a'; every column has a \
            name of its own, whatever its case and width. Rename or delete one of them.
            """),
        Refusal(
            "no encoding", [0x61, 0x0A, 0x81, 0x20, 0x0A],
            """
            t.csv:2: error: byte 3 is no text in UTF-8; a file is UTF-8, UTF-16 with a \
            byte-order mark, or GB18030. Save the file as UTF-8.
            """),
        Refusal(
            "a mark and then no UTF-8", [0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xFF],
            """
            t.csv:2: error: byte 6 is no text in UTF-8; a file is UTF-8, UTF-16 with a \
            byte-order mark, or GB18030. Save the file as UTF-8.
            """),
        Refusal(
            "UTF-16 cut in half", [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x61],
            """
            t.csv: error: byte 5 is no text in UTF-16LE; a file is UTF-8, UTF-16 with a \
            byte-order mark, or GB18030. Save the file as UTF-8.
            """),
        Refusal(
            "GB18030", [0xB1, 0xE0, 0xBA, 0xC5, 0x0A, 0x31, 0x0A],
            """
            t.csv: note: the file is not UTF-8, and was read as GB18030. If its Chinese looks \
            wrong, save it as UTF-8.
            """),
    ]

    @Test(arguments: tables)
    func `is told with its place, rule and remedy`(_ table: Refusal) {
        let faults = CSVTable(bytes: table.bytes, file: "t.csv").faults
        #expect(faults.description == table.message)
    }

    @Test func `faults are told in Chinese too`() {
        let table = CSVTable(bytes: Array("a,b\n1\n".utf8), file: "t.csv")
        #expect(
            table.faults.lines(in: .chinese) == [
                "t.csv:2: 错误: 该行有 1 个单元格；第 1 行的表头有 2 列。请补上缺少的单元格，空的也要补。"
            ])
    }

    private func message(_ text: String, _ change: (inout CSVLimits) -> Void) -> String {
        var limits = CSVLimits.standard
        change(&limits)
        return CSVTable(bytes: Array(text.utf8), file: "t.csv", limits: limits).faults.description
    }

    @Test func `a cell may be as long as the limit and no longer`() {
        #expect(message("a,b\n12345,x\n") { $0.cellBytes = 5 } == "")
        #expect(
            message("a,b\n123456,x\n") { $0.cellBytes = 5 } == """
                t.csv:2: error: a cell is too long; a cell may have 5 bytes. Shorten it; nothing \
                from line 2 on was read.
                """)
    }

    @Test func `a row may have as many cells and bytes as the limit and no more`() {
        #expect(message("a,b\n1,2\n") { $0.cells = 2 } == "")
        let message = message("a,b\n1,2\n3,4,5\n") { $0.cells = 2 }
        #expect(
            message == """
                t.csv:3: error: a row is too long; a row may have 2 cells and 16777216 bytes. \
                Check the line breaks; nothing from line 3 on was read.
                """)
    }

    @Test func `a quote that is never closed is told where it opened, in a large file too`() {
        let text = "a,b\n1,2\n3,\"4\n" + String(repeating: "5,6\n", count: 2_000_000)
        let faults = CSVTable(bytes: Array(text.utf8), file: "t.csv").faults
        #expect(faults.count == 1)
        #expect(faults.faults.first?.line == 3)
        #expect(
            faults.faults.first?.problem.english
                == "a quotation mark that opens a cell here is not closed")
    }

    @Test func `ten thousand bad rows give a thousand messages and a count`() {
        let table = CSVTable(
            bytes: Array(("a,b\n" + String(repeating: "1\n", count: 10_000)).utf8), file: "t.csv")
        #expect(table.faults.count == 10_000)
        let lines = table.faults.lines(in: .english)
        #expect(lines.count == 1_001)
        #expect(lines.last == "and 9000 more; put the first ones right, then check again")
    }
}
