import Formats
import Testing

struct FaultTests {
    private func fault(
        _ file: String = "a.xml", line: Int? = 1, column: Int? = nil,
        severity: Fault.Severity = .error, problem: String = "p"
    ) -> Fault {
        Fault(
            file: file, line: line, column: column, severity: severity,
            problem: Phrase(problem, "问题"), rule: Phrase("rule", "规则"), remedy: Phrase("Do", "办法"))
    }

    @Test func `is told as file, line, column, what, rule and remedy, in both languages`() {
        #expect(fault(line: 3, column: 7).description == "a.xml:3:7: error: p; rule. Do.")
        #expect(fault(line: 3).description(in: .chinese) == "a.xml:3: 错误: 问题；规则。办法。")
        #expect(fault(line: nil, severity: .warning).description == "a.xml: warning: p; rule. Do.")
        #expect(fault(severity: .note).description(in: .chinese) == "a.xml:1: 提示: 问题；规则。办法。")
        let bare = Fault(file: "a", problem: Phrase("p", "问题"))
        #expect(bare.description == "a: error: p.")
        #expect(bare.description(in: .chinese) == "a: 错误: 问题。")
    }

    @Test func `no quoted value can forge a message or turn one around`() {
        let forged = fault("a\n.xml", problem: "'x\n:1: error: \u{1B}[31m\u{202E}y\u{200B}'")
        #expect(
            forged.description == """
                a⟨U+000A⟩.xml:1: error: 'x⟨U+000A⟩:1: error: ⟨U+001B⟩[31m⟨U+202E⟩y⟨U+200B⟩'; \
                rule. Do.
                """)
    }

    @Test func `a long value is cut where it is quoted`() {
        #expect(String(repeating: "a", count: 81).shown == String(repeating: "a", count: 80) + "…")
        #expect(String(repeating: "榕", count: 80).shown == String(repeating: "榕", count: 80))
        #expect("e\u{301}".shown(limit: 1) == "e…")
        #expect(fault(problem: String(repeating: "x", count: 1 << 20)).description.count < 1_100)
    }

    @Test func `everyday text is shown as it is`() {
        for text in ["", "abc", "榕评 —— “引号”", "😀", "ü", "한글"] { #expect(text.visible == text) }
        #expect("\u{FEFF}\u{2066}\u{E000}\u{3164}".visible == "⟨U+FEFF⟩⟨U+2066⟩⟨U+E000⟩⟨U+3164⟩")
    }

    @Test func `a list tells faults by file, line and column, whatever their order`() {
        let sorted = [
            fault("a", line: nil), fault("a", line: 2), fault("a", line: 2, column: 5),
            fault("a", line: 10), fault("b", line: 1),
        ]
        #expect(FaultList(sorted.reversed()).faults == sorted)
    }

    @Test func `a list keeps the first thousand and counts the rest`() {
        var list = FaultList()
        for line in 1...1_003 { list.append(fault(line: line, severity: .note)) }
        #expect(list.count == 1_003)
        #expect(!list.hasErrors)
        #expect(list.lines(in: .english).count == 1_001)
        #expect(list.lines(in: .chinese).last == "另有 3 处未列出；请先改正以上各处，再重新检查")
        #expect(throws: Never.self) { try list.check() }
        list.append(fault(line: 5_000))  // an error is not lost among notes
        #expect(list.hasErrors)
        #expect(list.faults.last?.line == 5_000)
        #expect(throws: FaultList.self) { try list.check() }
    }

    @Test func `lists join with what they counted`() {
        var list = FaultList((1...600).map { fault(line: $0) })
        list.append(contentsOf: FaultList((1...1_200).map { fault("b", line: $0) }))
        #expect(list.count == 1_800)
        #expect(list.omitted == 800)
    }

    @Test func `the locale tells the language`() {
        #expect(Language(locale: "zh_CN.UTF-8") == .chinese)
        #expect(Language(locale: "zh-Hans") == .chinese)
        #expect(Language(locale: "en_GB") == .english)
        #expect(Language(locale: "C.UTF-8") == .english)
        #expect(Language(locale: "fr_FR") == nil)
        #expect(Language(locale: "") == nil)
    }
}
