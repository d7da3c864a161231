import Formats
import Testing

struct TextEncodingTests {
    static let text = "编号,题目\n001,榕评 ABC ü €\n"

    @Test(arguments: TextEncoding.allCases)
    func `a text survives its way through an encoding`(_ encoding: TextEncoding) throws {
        let marks: [TextEncoding: [UInt8]] = [
            .utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF],
        ]
        let bytes = try (marks[encoding] ?? []) + #require(encoding.encode(Self.text))
        let decoded = try TextEncoding.decode(bytes, file: "f")
        #expect(decoded.text == Self.text)
        #expect(decoded.encoding == encoding)
        #expect((decoded.note != nil) == (encoding == .gb18030))
    }

    @Test func `a byte-order mark is no part of the text`() throws {
        let decoded = try TextEncoding.decode([0xEF, 0xBB, 0xBF, 0x61], file: "f")
        #expect(decoded.text == "a")
    }

    @Test func `GB18030 holds the characters beyond U+FFFF`() throws {
        let bytes = try #require(TextEncoding.gb18030.encode("𠀀榕"))
        #expect(try TextEncoding.decode(bytes, file: "f").text == "𠀀榕")
    }

    @Test func `published bytes of GB 18030-2022 and GBK are read`() throws {
        // 编号 in GB2312; 㐀 (U+3400) in four bytes of GB18030.
        let bytes: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x81, 0x39, 0xEE, 0x39]
        #expect(try TextEncoding.decode(bytes, file: "f").text == "编号㐀")
    }

    @Test func `a GB18030 table whose first Chinese stands late is read as such from the start`()
        throws
    {
        let text = "id,title\n" + String(repeating: "S1,plain\n", count: 200_000) + "S2,榕评\n"
        let bytes = try #require(TextEncoding.gb18030.encode(text))
        var last = ""
        let summary = CSVReader.read(bytes: bytes, file: "t.csv") { last = $0[1] }
        #expect(last == "榕评")
        #expect(
            summary.faults.lines(in: .english) == [
                """
                t.csv: note: the file is not UTF-8, and was read as GB18030. If its Chinese looks \
                wrong, save it as UTF-8.
                """
            ])
        #expect(!summary.faults.hasErrors)
    }

    @Test func `characters that are cut between chunks are put together`() throws {
        let text = String(repeating: "榕评a", count: 500_000)
        for encoding in [TextEncoding.utf8, .gb18030] {
            let bytes = try #require(encoding.encode(text))
            #expect(try TextEncoding.decode(bytes, file: "f").text == text)
        }
    }

    @Test func `a file that is no text in any encoding is told with byte and line`() {
        let fault = #expect(throws: Fault.self) {
            try TextEncoding.decode([0x61, 0x0A, 0x62, 0xFF, 0xFF, 0x0A], file: "f")
        }
        #expect(
            fault?.description(in: .chinese) == """
                f:2: 错误: 第 4 个字节不是 UTF-8 文字；文件须为 UTF-8、带字节顺序标记的 UTF-16 或 GB18030。\
                请将文件另存为 UTF-8。
                """)
    }
}
