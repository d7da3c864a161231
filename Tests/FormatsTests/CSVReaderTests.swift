import Formats
import Foundation
import Testing

struct CSVReaderTests {
    private func table(_ text: String) -> CSVTable {
        CSVTable(bytes: Array(text.utf8), file: "t.csv")
    }

    private func rows(_ text: String) -> [[String]] { table(text).rows.map(\.cells) }

    @Test func `reads cells, quoted or not, in every form of line end`() {
        #expect(rows("a,b\n1,2\n3,4\n") == [["1", "2"], ["3", "4"]])
        #expect(rows("a,b\r\n1,2\r\n3,4") == [["1", "2"], ["3", "4"]])
        #expect(rows("a,b\r1,2\r3,4\r") == [["1", "2"], ["3", "4"]])
        #expect(rows("a,b\n\"1\",\"2\"\n") == [["1", "2"]])
    }

    @Test func `a quoted cell holds commas, line breaks and doubled quotation marks`() {
        #expect(rows("a,b\n\"x,y\",\"1\n2\r\n3\"\n") == [["x,y", "1\n2\r\n3"]])
        #expect(rows("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n") == [["say \"hi\"", "\""]])
        #expect(rows("a,b\n\"x\" ,y\n") == [["x", "y"]])
    }

    @Test func `a quotation mark inside a plain cell stands for itself`() {
        #expect(rows("a,b\n5\" disk,6\n") == [["5\" disk", "6"]])
    }

    @Test func `rows know their lines, after quoted line breaks too`() {
        #expect(table("a,b\n\"1\n2\",x\n\n3,4\n").rows.map(\.line) == [2, 5])
    }

    @Test func `a byte-order mark, empty rows and empty last columns are passed over`() {
        #expect(rows("\u{FEFF}a,b\n1,2\n\n,\n,,,\n\n") == [["1", "2"]])
        #expect(rows("a,b,,\n1,2,,\n3,4\n") == [["1", "2"], ["3", "4"]])
        #expect(table("\u{FEFF}a\n1\n").header?.names == ["a"])
        #expect(table("\n\r\na;b\n1;2\n").rows.map(\.line) == [4])
    }

    @Test func `the delimiter is told from the header`() {
        #expect(rows("a;b\n1,5;2\n") == [["1,5", "2"]])
        #expect(rows("a\tb\n1,5\t2\n") == [["1,5", "2"]])
        #expect(rows("\"a;x;y\",b\n1,2\n") == [["1", "2"]])
        #expect(rows("sep=;\na;b\n1;2\n") == [["1", "2"]])
        #expect(table("sep=;\na;b\n1;2\n").rows.map(\.line) == [3])
    }

    @Test func `columns are found whatever their case and width, and by other names`() throws {
        let row = try #require(table(" ＩＤ ,题目\nS1,榕\n").rows.first)
        #expect(row["id"] == "S1")
        #expect(row[["title", "题目"]] == "榕")
        #expect(row["nowhere"] == nil)
        #expect(row.header.index(of: ["编号", "Id"]) == 0)
        #expect(row.header.names == ["ＩＤ", "题目"])
    }

    @Test func `a cell can be had as bytes`() throws {
        let row = try #require(table("a,b\nxy,\n").rows.first)
        #expect(row.withUTF8(0) { Array($0) } == [0x78, 0x79])
        #expect(row.isEmpty(1))
        #expect(!row.isEmpty(0))
    }

    @Test func `rows keep their order and number over many chunks`() {
        let count = 200_000
        var text = "n,text\n"
        for number in 0..<count { text += "\(number),\"榕 \(number % 7)\"\n" }
        var next = 0
        let summary = CSVReader.read(bytes: Array(text.utf8), file: "t.csv") { row in
            #expect(row[0] == String(next) && row.line == next + 2)
            next += 1
        }
        #expect(next == count)
        #expect(summary.rows == count)
        #expect(summary.faults.isEmpty)
    }

    @Test func `a pipe is read too, which cannot be read twice`() throws {
        let path = FileManager.default.temporaryDirectory.path + "/banyan-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(mkfifo(path, 0o600) == 0)
        DispatchQueue(label: "writer").async {
            let pipe = FileHandle(forWritingAtPath: path)
            try? pipe?.write(contentsOf: Data("a,b\n1,榕\n".utf8))
            try? pipe?.close()
        }
        #expect(CSVTable(path: path).rows.map(\.cells) == [["1", "榕"]])
    }

    @Test func `a pipe is not opened to tell whether it is a workbook`() throws {
        let path = FileManager.default.temporaryDirectory.path + "/banyan-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(mkfifo(path, 0o600) == 0)
        let told = DispatchSemaphore(value: 0)
        DispatchQueue(label: "teller").async {
            #expect(!TableReader.isWorkbook(path))
            told.signal()
        }
        #expect(told.wait(timeout: .now() + 10) == .success)
        // Lets go of a reader that waits for a writer.
        let ends = open(path, O_RDWR | O_NONBLOCK)
        close(ends)
    }

    @Test func `stops when the receiver throws`() {
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            _ = try CSVReader.read(bytes: Array("a\n1\n2\n".utf8), file: "t") { _ throws(Enough) in
                throw Enough()
            }
        }
    }

    @Test func `good rows are read beside bad ones`() {
        let table = table("a,b\n1,2\n3\n4,5,6\n7,8\n")
        #expect(table.rows.map { $0[0] } == ["1", "7"])
        #expect(table.faults.faults.map(\.line) == [3, 4])
        #expect(table.faults.hasErrors)
    }

    @Test func `every prefix of a table is read or refused`() {
        let whole = Array("a;b\r\n\"x\"\"y\";\"1\n2\"\r\n榕;评\r\n".utf8)
        for count in 0...whole.count {
            let table = CSVTable(bytes: Array(whole.prefix(count)), file: "t.csv")
            #expect(table.rows.count <= 2)
            #expect(table.rows.allSatisfy { $0.cells.count == 2 })
        }
    }

    @Test func `flipped and lost bytes never crash the reader`() {
        let seed = UInt64.random(in: 0...(.max))
        var chance = SplitMix(state: seed)
        let whole = Array("a,b,c\n\"x\"\"y\",\"1\n2\",3\n榕,评,\"\"\n4,5,6\n".utf8)
        for _ in 0..<5_000 {
            var bytes = whole
            for _ in 0...(chance.next() % 4) {
                let index = Int(chance.next() % UInt64(bytes.count))
                bytes[index] = chance.next() % 2 == 0 ? UInt8(ascii: "\"") : bytes[index] ^ 0x0F
            }
            let table = CSVTable(bytes: bytes, file: "t.csv")
            let width = table.header?.count ?? 0
            #expect(table.rows.allSatisfy { $0.cells.count == width }, "seed \(seed)")
        }
    }
}
