import Testing

struct CodeReaderTests {
    @Test func `blanks comments, literals and names, and keeps the code`() {
        #expect(CodeReader.blanked("a // b\nc") == "a     \nc")
        #expect(CodeReader.blanked("a /* b /* c */ d */ e") == "a                   e")
        #expect(CodeReader.blanked(#"f("x! \" y") + z"#) == #"f("       ") + z"#)
        #expect(CodeReader.blanked(#""a \(b["c"] + (d)) e""#) == #""  \(b[" "] + (d))  ""#)
        #expect(CodeReader.blanked(##"#"a " \(b) \#(c)"# d"##) == ##"#"         \#(c)"# d"##)
        #expect(CodeReader.blanked("\"\"\"\n a \" b\n\"\"\" c") == "\"\"\"\n      \n\"\"\" c")
        #expect(CodeReader.blanked("func `it's \"a\" {`() {") == "func `          `() {")
    }

    @Test func `finds functions and their lengths`() {
        let text = """
            protocol P {
                func a()
                func b(x: Int = { 1 }())
            }
            struct S {
                init(
                    y: Int
                ) {
                    self.y = y
                }
                var z: Int {
                    y
                }
                func c() { func d() {} }
            }
            """
        let spans = FunctionSpan.all(in: SourceFile(path: "Sources/X/S.swift", text: text))
        #expect(spans.map(\.start) == [5, 10, 13])
        #expect(spans.map(\.length) == [5, 3, 1])
    }

    @Test func `reads every form of import`() {
        let text = """
            import A
            public import B
            @testable import C
            import struct D.E
            @preconcurrency package import F  // import G
            let text = "import H"
            """
        let file = SourceFile(path: "Sources/X/S.swift", text: text)
        #expect(file.imports.map(\.module) == ["A", "B", "C", "D", "F"])
    }
}
