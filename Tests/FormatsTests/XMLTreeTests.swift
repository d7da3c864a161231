import Formats
import Testing

struct XMLTreeTests {
    private func parse(_ text: String) throws -> XMLTree {
        try XMLTree.parse(Array(text.utf8), file: "f.xml")
    }

    @Test func `gives names, attributes, children and text in the order of the document`() throws {
        let tree = try parse("<a x='1' y='2'><b>one</b><c/><b>two</b></a>")
        #expect(tree.name == "a")
        #expect(tree.attributes.map(\.name) == ["x", "y"])
        #expect(tree.attribute("y") == "2")
        #expect(tree.attribute("z") == nil)
        #expect(tree.children.map(\.name) == ["b", "c", "b"])
        #expect(tree.children(named: "b").map(\.text) == ["one", "two"])
        #expect(tree.first(named: "c")?.children.isEmpty == true)
        #expect(tree.text.isEmpty)
    }

    @Test func `tells line and column of each start tag, over many lines too`() throws {
        let tree = try parse("<a>\n  <b\n    x='1'\n    y='2'>\n  </b>\n中文<c/>   <d/>\n</a>")
        #expect(tree.children.map(\.line) == [2, 6, 6])
        #expect(tree.children.map(\.column) == [3, 3, 10])
        #expect((tree.line, tree.column) == (1, 1))
    }

    @Test func `tells lines beyond 65,535`() throws {
        let tree = try parse("<a>" + String(repeating: "\n", count: 200_000) + "<b/></a>")
        #expect(tree.children.first?.line == 200_001)
    }

    @Test func `drops prefixes and namespaces, and lets a name without prefix win`() throws {
        let tree = try parse(
            "<p:a xmlns:p='urn:p' xmlns='urn:q' p:x='far' x='near' xml:lang='zh'><b/></p:a>")
        #expect(tree.name == "a")
        #expect(tree.attribute("x") == "near")
        #expect(tree.attribute("lang") == "zh")
        #expect(tree.children.map(\.name) == ["b"])
    }

    @Test func `reads a prefix that is bound to nothing as no prefix`() throws {
        #expect(try parse("<q:a q:x='1'/>").attribute("x") == "1")
    }

    @Test func `takes CDATA as text and leaves comments and instructions out`() throws {
        let tree = try parse("<?x y?><!-- c --><a>1<!-- <b/> --> 2 <![CDATA[<3> & ]]>4<?z?></a>")
        #expect(tree.text == "1 2 <3> & 4")
        #expect(tree.children.isEmpty)
    }

    @Test func `keeps the text around children, and no blanks of layout`() throws {
        let tree = try parse("<a>one <b>two</b> three <c> </c>\n four</a>")
        #expect(tree.text == "one  three \n four")
        #expect(tree.children.map(\.text) == ["two", " "])
        #expect(try parse("<a>\n  <b/>\n  <c/>\n</a>").text.isEmpty)
        #expect(try parse("<a>  </a>").text == "  ")
        #expect(try parse("<a>\u{3000} x \n</a>").trimmedText == "x")
    }

    @Test func `reads the five entities and numbered characters`() throws {
        let tree = try parse("<a b='&lt;&amp;&#10;'>&lt;&gt;&amp;&quot;&apos;&#20013;&#x1F600;</a>")
        #expect(tree.text == "<>&\"'中😀")
        #expect(tree.attribute("b") == "<&\n")
    }

    @Test func `reads GB18030, UTF-16 and a byte-order mark`() throws {
        let gb = try #require(
            TextEncoding.gb18030.encode("<?xml version='1.0' encoding='GB18030'?><a b='榕'>评㐀</a>"))
        #expect(try XMLTree.parse(gb, file: "f").text == "评㐀")
        #expect(try XMLTree.parse(gb, file: "f").attribute("b") == "榕")
        let gbk = try #require(
            TextEncoding.gb18030.encode("<?xml version='1.0' encoding='GBK'?><a>评</a>"))
        #expect(try XMLTree.parse(gbk, file: "f").text == "评")
        for (encoding, mark) in [
            (TextEncoding.utf16LittleEndian, [UInt8(0xFF), 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
            (.utf8, [0xEF, 0xBB, 0xBF]),
        ] {
            let bytes = try mark + #require(encoding.encode("<a>榕评😀</a>"))
            #expect(try XMLTree.parse(bytes, file: "f").text == "榕评😀")
        }
    }

    @Test func `tells a missing file, a folder and a file that is too large`() {
        let missing = #expect(throws: Fault.self) {
            try XMLTree.parse(contentsOf: "/nowhere/f.xml", file: "f.xml")
        }
        #expect(
            missing?.description(in: .chinese)
                == "f.xml: 错误: 没有这个文件或文件夹。请检查路径是否写对，以及是否从正确的文件夹算起。")
        let folder = #expect(throws: Fault.self) { try XMLTree.parse(contentsOf: "/", file: "/") }
        #expect(
            folder?.description
                == "/: error: it is a folder, where a file is wanted. Name a file inside it.")
        let large = [UInt8](repeating: 0x20, count: XMLLimits.documentBytes + 1)
        let fault = #expect(throws: Fault.self) { try XMLTree.parse(large, file: "f") }
        #expect(fault?.problem.english == "the file has 67108865 bytes")
    }
}
