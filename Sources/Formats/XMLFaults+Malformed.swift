import CXML

/// The numbers of libxml2's errors that people meet, from `xmlerror.h`.
private enum ParserError {
    static let documentEmpty: Int32 = 4
    static let documentEnd: Int32 = 5
    static let characterReferences: Set<Int32> = [6, 7, 8]
    static let invalidCharacter: Int32 = 9
    static let undeclaredEntity: Int32 = 26
    static let unsupportedEncodings: Set<Int32> = [31, 32]
    static let attributes: Set<Int32> = [36, 39, 40, 41]
    static let lessThanInAttribute: Int32 = 38
    static let attributeRedefined: Int32 = 42
    static let commentNotFinished: Int32 = 45
    static let instructionNotFinished: Int32 = 47
    static let cdataEndInText: Int32 = 62
    static let cdataNotFinished: Int32 = 63
    static let reservedInstructionName: Int32 = 64
    static let blankRequired: Int32 = 65
    static let missingSemicolon: Int32 = 23
    static let nameRequired: Int32 = 68
    static let greaterThanRequired: Int32 = 73
    static let tagNameMismatch: Int32 = 76
    static let tagNotFinished: Int32 = 77
    static let hyphensInComment: Int32 = 80
    static let invalidEncoding: Int32 = 81
    static let declarations: Set<Int32> = [33, 34, 56, 57, 75, 78, 82, 96, 101, 108, 109]
}

extension XMLProblem {
    /// A document that is not well formed, in words of our own.
    init(malformed fault: cxml_fault) {
        let (first, second) = (string(fault.first).shown, string(fault.second).shown)
        self =
            Self.structure(fault.code, first, second, opened: Int(fault.number))
            ?? Self.characters(fault.code, first, Int(fault.number))
            ?? Self.markup(fault.code, first)
            ?? Self.other(fault.code)
    }

    private static func structure(
        _ code: Int32, _ first: String, _ second: String, opened line: Int
    ) -> XMLProblem? {
        switch code {
        case ParserError.documentEmpty:
            return XMLProblem(
                Phrase("there is no element in the file", "文件中没有元素"),
                rule: Phrase(
                    "an XML file begins with a tag, or with <?xml", "XML 文件以标签或 <?xml 开头"),
                remedy: Phrase(
                    "Check that this is an XML file, and the right one", "请检查这是否为 XML 文件，以及文件是否给对"))
        case ParserError.documentEnd:
            return XMLProblem(
                Phrase("something follows the end of the root element", "根元素结束之后还有内容"),
                rule: Phrase("an XML file has one root element", "XML 文件只有一个根元素"),
                remedy: Phrase(
                    "Delete what follows, or put it inside the root element", "请删去多余内容，或将其移入根元素"))
        case ParserError.tagNameMismatch:
            return XMLProblem(
                Phrase(
                    "<\(first)>, opened in line \(line), is closed by </\(second)>",
                    "第 \(line) 行打开的 <\(first)> 被 </\(second)> 关闭"),
                rule: Phrase("an end tag names the element it closes", "结束标签须与开始标签同名"),
                remedy: Phrase(
                    "Add </\(first)> before it, or put the name right",
                    "请在其前补上 </\(first)>，或改正名称"))
        case ParserError.tagNotFinished:
            return XMLProblem(
                Phrase(
                    "the file ends inside <\(first)>, opened in line \(line)",
                    "文件在第 \(line) 行打开的 <\(first)> 之内就结束了"),
                rule: Phrase("every element is closed", "每个元素都须关闭"),
                remedy: Phrase(
                    "Add </\(first)>; if the file was cut off, fetch it again",
                    "请补上 </\(first)>；如果文件不完整，请重新获取"))
        default: return nil
        }
    }

    private static func characters(_ code: Int32, _ first: String, _ value: Int) -> XMLProblem? {
        switch code {
        case ParserError.invalidCharacter:
            let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init)
            let name = value > 0 ? scalar?.codePointName : nil
            return XMLProblem(
                Phrase(
                    "there is a forbidden character\(name.map { ", \($0)" } ?? "")",
                    "有不允许的字符\(name.map { " \($0)" } ?? "")"),
                rule: Phrase(
                    "XML allows no control characters but tab and line break",
                    "除制表符和换行外，XML 不允许控制字符"),
                remedy: Phrase("Delete the character", "请删去该字符"))
        case ParserError.invalidEncoding: return .encoding
        case let code where ParserError.unsupportedEncodings.contains(code):
            return XMLProblem(
                Phrase("the encoding '\(first)' is not known", "无法识别编码“\(first)”"),
                rule: Phrase(
                    "a file is UTF-8, UTF-16 or GB18030", "文件编码应为 UTF-8、UTF-16 或 GB18030"),
                remedy: Phrase("Save the file as UTF-8", "请将文件另存为 UTF-8"))
        case ParserError.undeclaredEntity:
            return XMLProblem(
                Phrase("the entity &\(first); is not known", "实体 &\(first); 没有定义"),
                rule: Phrase(
                    "only &lt; &gt; &amp; &quot; &apos; and numbers such as &#160; may be used",
                    "只能使用 &lt; &gt; &amp; &quot; &apos; 以及 &#160; 这样的编号"),
                remedy: Phrase(
                    "Write the character itself; write & as &amp;", "请直接写该字符；& 写作 &amp;"))
        case ParserError.missingSemicolon:
            return XMLProblem(
                Phrase("a & is not followed by a name and a semicolon", "& 之后没有名称和分号"),
                rule: Phrase("a plain & is written &amp;", "单独的 & 须写作 &amp;"),
                remedy: Phrase("Write &amp; in place of &", "请将 & 改为 &amp;"))
        case let code where ParserError.characterReferences.contains(code):
            return XMLProblem(
                Phrase("a numbered character is not right", "字符编号有误"),
                rule: Phrase(
                    "a numbered character is written as &#160; or &#xA0;",
                    "字符编号应写作 &#160; 或 &#xA0;"),
                remedy: Phrase("Write the character itself", "请直接写该字符"))
        default: return nil
        }
    }

    private static func markup(_ code: Int32, _ first: String) -> XMLProblem? {
        switch code {
        case ParserError.attributeRedefined:
            return XMLProblem(
                Phrase("the attribute '\(first)' stands twice in one tag", "同一标签中属性“\(first)”出现两次"),
                rule: Phrase("an attribute stands once in a tag", "同一标签中每个属性只能出现一次"),
                remedy: Phrase("Delete one of them", "请删去其中一个"))
        case ParserError.lessThanInAttribute:
            return XMLProblem(
                Phrase("a < stands in the value of an attribute", "属性值中有 <"),
                rule: Phrase("a < in a value is written &lt;", "值中的 < 须写作 &lt;"),
                remedy: Phrase(
                    "Write &lt;, or check for a quotation mark that is missing",
                    "请改为 &lt;，或检查是否缺少引号"))
        case let code where ParserError.attributes.contains(code):
            return XMLProblem(
                Phrase("an attribute is not complete", "属性不完整"),
                rule: Phrase(
                    "an attribute is written name=\"value\"", "属性须写作 名称=\"值\""),
                remedy: Phrase(
                    "Add the = or the quotation mark that is missing", "请补上缺少的 = 或引号"))
        case ParserError.greaterThanRequired, ParserError.blankRequired:
            return XMLProblem(
                Phrase("a tag is not complete", "标签不完整"),
                rule: Phrase(
                    "a tag is written <name attribute=\"value\">, with blanks between attributes",
                    "标签须写作 <名称 属性=\"值\">，属性之间以空格分开"),
                remedy: Phrase("Add what is missing before the >", "请在 > 之前补上缺少的内容"))
        case ParserError.nameRequired:
            return XMLProblem(
                Phrase("a < or & is not followed by a name", "< 或 & 之后不是名称"),
                rule: Phrase(
                    "in text, < is written &lt; and & is written &amp;",
                    "文字中的 < 须写作 &lt;，& 须写作 &amp;"),
                remedy: Phrase("Write &lt; or &amp; there", "请在此处改写为 &lt; 或 &amp;"))
        default: return unclosed(code)
        }
    }

    private static func unclosed(_ code: Int32) -> XMLProblem? {
        switch code {
        case ParserError.hyphensInComment:
            XMLProblem(
                Phrase("-- stands inside a comment", "注释内有 --"),
                rule: Phrase("two hyphens end a comment", "两个连字符表示注释结束"),
                remedy: Phrase(
                    "Write one hyphen, or end the comment before it", "请只写一个连字符，或在其前结束注释"))
        case ParserError.commentNotFinished:
            XMLProblem(
                Phrase("a comment is not closed", "注释没有结束"),
                rule: Phrase("a comment is written <!-- … -->", "注释须写作 <!-- … -->"),
                remedy: Phrase("Add --> at its end", "请在注释末尾补上 -->"))
        case ParserError.cdataNotFinished:
            XMLProblem(
                Phrase("a CDATA section is not closed", "CDATA 段没有结束"),
                rule: Phrase("it is written <![CDATA[ … ]]>", "须写作 <![CDATA[ … ]]>"),
                remedy: Phrase("Add ]]> at its end", "请在末尾补上 ]]>"))
        case ParserError.cdataEndInText:
            XMLProblem(
                Phrase("]]> stands in a text", "文字中有 ]]>"),
                rule: Phrase("outside CDATA it is written ]]&gt;", "在 CDATA 之外须写作 ]]&gt;"),
                remedy: Phrase("Write ]]&gt;", "请改为 ]]&gt;"))
        case ParserError.instructionNotFinished:
            XMLProblem(
                Phrase("a <? is not closed", "<? 没有结束"),
                rule: Phrase("it is written <? … ?>", "须写作 <? … ?>"),
                remedy: Phrase("Add ?> at its end", "请在末尾补上 ?>"))
        case ParserError.reservedInstructionName:
            XMLProblem(
                Phrase("<?xml does not stand at the very beginning", "<?xml 不在文件最开头"),
                rule: Phrase(
                    "nothing, not even a blank, stands before <?xml", "<?xml 之前不能有任何内容，包括空格"),
                remedy: Phrase("Delete what stands before it, or the line itself", "请删去其前的内容，或删去该行")
            )
        case let code where ParserError.declarations.contains(code):
            XMLProblem(
                Phrase("the first line is not a right XML declaration", "首行的 XML 声明有误"),
                rule: Phrase(
                    "it is written <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                    "须写作 <?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
                remedy: Phrase("Put the line right, or delete it", "请改正该行，或将其删去"))
        default: nil
        }
    }

    private static func other(_ code: Int32) -> XMLProblem {
        XMLProblem(
            Phrase(
                "the file is not well-formed XML (libxml2 error \(code))",
                "文件不是格式良好的 XML（libxml2 错误 \(code)）"),
            rule: Phrase("only well-formed XML can be read", "只能读取格式良好的 XML"),
            remedy: Phrase(
                "Put the markup right at this place", "请改正此处的标记"))
    }
}
