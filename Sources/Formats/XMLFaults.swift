import CXML
import Foundation

extension Fault {
    /// The fault that ended a parsing; nothing where it ended with the document.
    ///
    /// - Parameter isWhole: Whether the document is of no use but as a whole.
    init?(_ fault: cxml_fault, file: String, limits: XMLLimits, isWhole: Bool) {
        guard fault.kind != CXML_NONE, fault.kind != CXML_STOPPED else { return nil }
        let told = Self.told(fault, limits: limits)
        self.init(
            file: file, line: fault.line, column: fault.column > 0 ? fault.column : nil,
            problem: told.problem, rule: told.rule,
            remedy: isWhole ? told.remedy : told.remedy.adding(.nothingRead(from: fault.lost_line)))
    }

    private static func told(_ fault: cxml_fault, limits: XMLLimits) -> XMLProblem {
        switch fault.kind {
        case CXML_MALFORMED: XMLProblem(malformed: fault)
        case CXML_ENCODING: .conversion
        case CXML_DOCTYPE: .doctype
        case CXML_UNREADABLE: .unreadable(fault.code)
        case CXML_MEMORY: .memory
        default: XMLProblem(limitPassed: fault, limits)
        }
    }

    static func emptyDocument(file: String) -> Fault {
        let told = XMLProblem.empty
        return Fault(
            file: file, line: 1, problem: told.problem, rule: told.rule, remedy: told.remedy)
    }
}

extension Phrase {
    fileprivate static func nothingRead(from line: Int) -> Phrase {
        Phrase(
            "nothing from line \(line) on was read", "自第 \(line) 行起的内容没有读入")
    }

    fileprivate func adding(_ other: Phrase) -> Phrase {
        Phrase("\(english); \(other.english)", "\(chinese)；\(other.chinese)")
    }
}

/// A problem with an XML document, without its place.
struct XMLProblem {
    var problem: Phrase
    var rule: Phrase
    var remedy: Phrase

    init(_ problem: Phrase, rule: Phrase, remedy: Phrase) {
        self.problem = problem
        self.rule = rule
        self.remedy = remedy
    }
}

extension XMLProblem {
    static let encoding = XMLProblem(
        Phrase(
            "there are bytes that are no text in the file's encoding", "有些字节不是该文件编码中的文字"),
        rule: Phrase(
            "an XML file is UTF-8 unless its first line declares another encoding",
            "XML 文件的编码为 UTF-8，除非首行另有声明"),
        remedy: Phrase(
            "Save the file as UTF-8, or declare its encoding, as in <?xml version=\"1.0\" "
                + "encoding=\"GB18030\"?>",
            "请将文件另存为 UTF-8，或在首行声明编码，如 <?xml version=\"1.0\" encoding=\"GB18030\"?>"))

    /// libxml2 converts some kilobytes ahead, so the place is not known to the line.
    static let conversion = XMLProblem(
        Phrase(
            "from about here on there are bytes that are no text in the declared encoding",
            "大约自此处起，有些字节不是所声明编码中的文字"),
        rule: Phrase(
            "a file is in the encoding that its first line declares", "文件须与首行声明的编码一致"),
        remedy: Phrase(
            "Save the file as UTF-8, and declare that or nothing", "请将文件另存为 UTF-8，并作相应声明或不作声明"))

    static let doctype = XMLProblem(
        Phrase("the file has a DOCTYPE", "文件中有 DOCTYPE"),
        rule: Phrase(
            "a DOCTYPE can pull in other files, and is refused", "DOCTYPE 可能引入其他文件，因此不予接受"),
        remedy: Phrase(
            "Delete the line that begins with <!DOCTYPE", "请删去以 <!DOCTYPE 开头的内容"))

    static let empty = XMLProblem(
        Phrase("the file is empty", "文件是空的"),
        rule: Phrase("an XML file has one root element", "XML 文件须有一个根元素"),
        remedy: Phrase("Check that the right file was given", "请检查文件是否给对"))

    static let memory = XMLProblem(
        Phrase("memory ran out while reading it", "读取时内存不足"), rule: .none,
        remedy: Phrase("Close other programs, then try again", "请关闭其他程序后重试"))

    static func unreadable(_ code: Int32) -> XMLProblem {
        let message = String(cString: strerror(code))
        return XMLProblem(
            Phrase("the system stopped reading: \(message)", "系统中断了读取：\(message)"), rule: .none,
            remedy: Phrase("Put that right, then try again", "请排除该问题后重试"))
    }
}

extension XMLProblem {
    /// A limit of Banyan's own that the document goes beyond.
    init(limitPassed fault: cxml_fault, _ limits: XMLLimits) {
        switch fault.kind {
        case CXML_DEPTH:
            self.init(
                Phrase("elements are nested too deep", "元素嵌套过深"),
                rule: Phrase(
                    "at most \(limits.depth) may be open at once", "最多可嵌套 \(limits.depth) 层"),
                remedy: Phrase("Check for end tags that are missing", "请检查是否缺少结束标签"))
        case CXML_ATTRIBUTE_BYTES:
            let name = string(fault.first).shown
            self.init(
                Phrase("the value of attribute '\(name)' is too long", "属性“\(name)”的值过长"),
                rule: Phrase(
                    "an attribute may have \(limits.attributeBytes) bytes",
                    "一个属性最多 \(limits.attributeBytes) 字节"),
                remedy: Phrase(
                    "Shorten it, or check for a quotation mark that is missing",
                    "请缩短该值，或检查是否缺少引号"))
        case CXML_TEXT_BYTES:
            self.init(
                Phrase("the text of an element is too long", "元素的文字过长"),
                rule: Phrase(
                    "one element may hold \(limits.textBytes) bytes of text",
                    "一个元素最多含 \(limits.textBytes) 字节文字"),
                remedy: Phrase(
                    "Shorten it, or give it as an attachment", "请缩短文字，或改为附件"))
        case CXML_ATTRIBUTES:
            self.init(
                Phrase("an element has too many attributes", "元素的属性过多"),
                rule: Phrase(
                    "an element may have \(limits.attributes)", "一个元素最多 \(limits.attributes) 个属性"),
                remedy: Phrase("Take the surplus ones out", "请删去多余的属性"))
        default: self.init(sizePassed: fault, limits)
        }
    }

    private init(sizePassed fault: cxml_fault, _ limits: XMLLimits) {
        switch fault.kind {
        case CXML_ELEMENTS:
            self.init(
                Phrase("there are too many elements in one record", "一条记录中的元素过多"),
                rule: Phrase(
                    "a record may hold \(limits.elements)", "一条记录最多含 \(limits.elements) 个元素"),
                remedy: Phrase(
                    "Split the record, or check for an end tag that is missing",
                    "请拆分该记录，或检查是否缺少结束标签"))
        case CXML_RECORD_BYTES:
            self.init(
                Phrase("one record is too large", "一条记录过大"),
                rule: Phrase(
                    "a record may hold \(limits.recordBytes) bytes of text",
                    "一条记录最多含 \(limits.recordBytes) 字节文字"),
                remedy: Phrase("Give long texts as attachments", "请将长文改为附件"))
        default:
            self.init(
                Phrase("there are too many different names", "元素和属性的名称种类过多"),
                rule: Phrase(
                    "the elements and attributes of a file may have \(limits.names) names",
                    "一个文件的元素和属性最多可有 \(limits.names) 种名称"),
                remedy: Phrase(
                    "Put what differs from record to record in values, not in names",
                    "各记录不同的内容请写在值中，不要写在名称中"))
        }
    }
}

/// A text of C's, in an array of fixed size.
func string<Tuple>(_ characters: Tuple) -> String {
    withUnsafeBytes(of: characters) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
