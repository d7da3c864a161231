import Contests
import Formats

/// Holds a document against its grammar and tells every difference.
struct GrammarCheck {
    let grammar: Grammar
    let file: String
    private(set) var faults = FaultList()

    init(_ grammar: Grammar, file: String) {
        self.grammar = grammar
        self.file = file
    }

    /// Checks a whole document.
    ///
    /// - Returns: Whether the root is the right one, so that the rest can be read at all.
    mutating func check(_ root: XMLTree) -> Bool {
        guard root.name == grammar.root.name else {
            let name = grammar.root.name
            faults.append(
                root.fault(
                    in: file,
                    Phrase("the file begins with \(mark(root.name))", "文件以 \(mark(root.name)) 开头"),
                    rule: Phrase(
                        "a file of this kind is one <\(name)>", "这类文件的根元素是 <\(name)>"),
                    remedy: Phrase(
                        "Give the right file, or put <\(name)> around its content",
                        "请指定正确的文件，或用 <\(name)> 包住内容")))
            return false
        }
        check(root, grammar.root)
        return true
    }

    private mutating func check(_ element: XMLTree, _ form: Form) {
        checkAttributes(element, form)
        checkText(element, form)
        let children = grammar.children(of: form)
        checkCounts(element, children)
        for child in element.children {
            if let match = children.first(where: { $0.form.name == child.name }) {
                check(child, match.form)
            } else {
                tellUnknown(child, in: element, children.map(\.form.name))
            }
        }
    }
}

extension GrammarCheck {
    private mutating func checkAttributes(_ element: XMLTree, _ form: Form) {
        let known = form.attributes + form.alternatives
        for attribute in element.attributes {
            guard let match = known.first(where: { $0.localName == attribute.name }) else {
                tellUnknown(attribute, of: element, known.map(\.name))
                continue
            }
            let value = attribute.value.trimmed
            if !match.kind.accepts(value) { tell(value, isNo: match, of: element) }
        }
        for wanted in form.attributes where wanted.isRequired {
            if element.attribute(wanted.localName) == nil { tellMissing(wanted, of: element) }
        }
        let given = form.alternatives.filter { element.attribute($0.localName) != nil }
        if !form.alternatives.isEmpty, given.count != 1 {
            tellAlternatives(form.alternatives, given, of: element)
        }
    }

    private mutating func tellUnknown(
        _ attribute: XMLTree.Attribute, of element: XMLTree, _ known: [String]
    ) {
        let list = known.phrase(limit: 20)
        let element = (mark(element.name), element)
        faults.append(
            element.1.fault(
                in: file,
                Phrase(
                    "\(element.0) has the unknown attribute \(attribute.name.shown)",
                    "\(element.0) 有未知属性 \(attribute.name.shown)"),
                rule: known.isEmpty
                    ? Phrase("it has no attributes", "它没有属性")
                    : Phrase("it may have \(list.english)", "它可以有 \(list.chinese)"),
                remedy: .perhaps(
                    attribute.name, among: known,
                    otherwise: Phrase("Take the attribute out", "请删去该属性"))))
    }

    private mutating func tell(_ value: String, isNo wanted: Form.Attribute, of element: XMLTree) {
        let (name, kind) = (wanted.name, wanted.kind)
        faults.append(
            element.fault(
                in: file,
                Phrase(
                    "\(name)=\(value.quoted) in \(mark(element.name))",
                    "\(mark(element.name)) 中的 \(name)=\(value.quoted)"),
                rule: Phrase(
                    "\(name) must be \(kind.expectation.english)",
                    "\(name) 必须是\(kind.expectation.chinese)"),
                remedy: kind.remedy(for: value)))
    }

    private mutating func tellMissing(_ wanted: Form.Attribute, of element: XMLTree) {
        faults.append(
            element.fault(
                in: file,
                Phrase(
                    "\(mark(element.name)) has no \(wanted.name)",
                    "\(mark(element.name)) 缺少 \(wanted.name)"),
                rule: Phrase(
                    "\(wanted.name) must be \(wanted.kind.expectation.english)",
                    "\(wanted.name) 必须是\(wanted.kind.expectation.chinese)"),
                remedy: Phrase(
                    "Add \(wanted.name)=\"…\"", "请加上 \(wanted.name)=\"…\"")))
    }

    private mutating func tellAlternatives(
        _ wanted: [Form.Attribute], _ given: [Form.Attribute], of element: XMLTree
    ) {
        let names = wanted.map(\.name)
        let found = given.map(\.name).phrase()
        faults.append(
            element.fault(
                in: file,
                given.isEmpty
                    ? Phrase(
                        "\(mark(element.name)) has none of \(names.listed(.english, "and"))",
                        "\(mark(element.name)) 没有 \(names.listed(.chinese, "、")) 中的任何一个")
                    : Phrase(
                        "\(mark(element.name)) has \(found.english)",
                        "\(mark(element.name)) 同时有 \(found.chinese)"),
                rule: Phrase(
                    "it must have exactly one of \(names.listed(.english, "and"))",
                    "\(names.listed(.chinese, "、")) 必须有且只有一个"),
                remedy: given.isEmpty
                    ? Phrase("Add one of them", "请加上其中一个")
                    : Phrase("Leave one of them", "请只保留一个")))
    }
}

extension GrammarCheck {
    private mutating func checkText(_ element: XMLTree, _ form: Form) {
        let text = element.trimmedText
        guard let kind = form.text else {
            guard !text.isEmpty else { return }
            faults.append(
                element.fault(
                    in: file,
                    Phrase(
                        "the text \(text.quoted) stands in \(mark(element.name))",
                        "\(mark(element.name)) 中有文字 \(text.quoted)"),
                    rule: Phrase("it holds no text of its own", "它本身不含文字"),
                    remedy: Phrase("Take the text out", "请删去这段文字")))
            return
        }
        guard !kind.accepts(text) else { return }
        faults.append(
            element.fault(
                in: file,
                text.isEmpty
                    ? Phrase("\(mark(element.name)) is empty", "\(mark(element.name)) 是空的")
                    : Phrase(
                        "\(text.quoted) in \(mark(element.name))",
                        "\(mark(element.name)) 中的 \(text.quoted)"),
                rule: Phrase(
                    "its text must be \(kind.expectation.english)",
                    "其内容必须是\(kind.expectation.chinese)"),
                remedy: text.isEmpty
                    ? Phrase("Write it, or take the element out", "请填写，或删去该元素")
                    : kind.remedy(for: text)))
    }

    private mutating func checkCounts(
        _ element: XMLTree, _ children: [(form: Form, occurrence: Form.Occurrence)]
    ) {
        for (form, occurrence) in children {
            let found = element.children(named: form.name)
            if found.isEmpty, occurrence == .one || occurrence == .some {
                faults.append(
                    element.fault(
                        in: file,
                        Phrase(
                            "\(mark(element.name)) holds no \(mark(form.name))",
                            "\(mark(element.name)) 中没有 \(mark(form.name))"),
                        rule: Phrase(
                            occurrence == .one ? "it must hold one" : "it must hold at least one",
                            occurrence == .one ? "必须有一个" : "至少要有一个"),
                        remedy: Phrase("Add \(mark(form.name))", "请加上 \(mark(form.name))")))
            }
            guard occurrence == .one || occurrence == .optional, found.count > 1 else { continue }
            for extra in found.dropFirst() { tellRepeated(extra, in: element, found[0]) }
        }
    }

    private mutating func tellRepeated(_ extra: XMLTree, in element: XMLTree, _ first: XMLTree) {
        faults.append(
            extra.fault(
                in: file,
                Phrase(
                    "\(mark(element.name)) holds \(mark(extra.name)) again",
                    "\(mark(element.name)) 中的 \(mark(extra.name)) 重复"),
                rule: Phrase(
                    "it may hold one, and the first is in line \(first.line)",
                    "只能有一个，第一个在第 \(first.line) 行"),
                remedy: Phrase("Take one of them out", "请删去其中一个")))
    }

    private mutating func tellUnknown(_ child: XMLTree, in element: XMLTree, _ known: [String]) {
        let list = known.map(mark).phrase(limit: 20)
        faults.append(
            child.fault(
                in: file,
                Phrase(
                    "unknown element \(mark(child.name)) in \(mark(element.name))",
                    "\(mark(element.name)) 中有未知元素 \(mark(child.name))"),
                rule: known.isEmpty
                    ? Phrase("it holds no elements", "它不含其他元素")
                    : Phrase("it may hold \(list.english)", "它可以含有 \(list.chinese)"),
                remedy: .perhaps(
                    child.name, among: known, mark: mark,
                    otherwise: Phrase("Take the element out", "请删去该元素"))))
    }

    private func mark(_ name: String) -> String { "<\(name.shown)>" }
}

extension Form.Attribute {
    /// The name without its prefix, as it is read.
    var localName: String { name.hasPrefix("xml:") ? String(name.dropFirst(4)) : name }
}
