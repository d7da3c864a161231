import Formats
import Testing

/// Documents that are not well formed, each with the whole message that a person gets.
struct MalformedXMLTests {
    static let structure = [
        Refusal(
            "nothing", "",
            """
            f.xml:1:1: error: there is no element in the file; an XML file begins with a tag, \
            or with <?xml. Check that this is an XML file, and the right one.
            """),
        Refusal(
            "blanks", " \n\n ",
            """
            f.xml:3:2: error: there is no element in the file; an XML file begins with a tag, \
            or with <?xml. Check that this is an XML file, and the right one.
            """),
        Refusal(
            "plain text", "hello",
            """
            f.xml:1:1: error: there is no element in the file; an XML file begins with a tag, \
            or with <?xml. Check that this is an XML file, and the right one.
            """),
        Refusal(
            "a declaration alone", "<?xml version=\"1.0\"?>",
            """
            f.xml:1:22: error: there is no element in the file; an XML file begins with a tag, \
            or with <?xml. Check that this is an XML file, and the right one.
            """),
        Refusal(
            "an opening alone", "<a>",
            """
            f.xml:1:4: error: the file ends inside <a>, opened in line 1; every element is \
            closed. Add </a>; if the file was cut off, fetch it again.
            """),
        Refusal(
            "two levels open", "<a>\n <b>",
            """
            f.xml:2:5: error: the file ends inside <b>, opened in line 2; every element is \
            closed. Add </b>; if the file was cut off, fetch it again.
            """),
        Refusal(
            "ends in a name", "<a",
            """
            f.xml:1:3: error: a tag is not complete; a tag is written <name \
            attribute="value">, with blanks between attributes. Add what is missing before the \
            >.
            """),
        Refusal(
            "ends in an attribute", "<a b=\"1",
            """
            f.xml:1:8: error: an attribute is not complete; an attribute is written \
            name="value". Add the = or the quotation mark that is missing.
            """),
        Refusal(
            "a wrong end tag", "<a>\n<b>\n</a>",
            """
            f.xml:3:5: error: <b>, opened in line 2, is closed by </a>; an end tag names the \
            element it closes. Add </b> before it, or put the name right.
            """),
        Refusal(
            "an end tag too many", "<a></a></a>",
            """
            f.xml:1:8: error: something follows the end of the root element; an XML file has \
            one root element. Delete what follows, or put it inside the root element.
            """),
        Refusal(
            "two roots", "<a/>\n<b/>",
            """
            f.xml:2:1: error: something follows the end of the root element; an XML file has \
            one root element. Delete what follows, or put it inside the root element.
            """),
        Refusal(
            "text after the root", "<a/>text",
            """
            f.xml:1:5: error: something follows the end of the root element; an XML file has \
            one root element. Delete what follows, or put it inside the root element.
            """),
        Refusal(
            "an end tag first", "</a>",
            """
            f.xml:1:2: error: a < or & is not followed by a name; in text, < is written &lt; \
            and & is written &amp;. Write &lt; or &amp; there.
            """),
        Refusal(
            "a wrong case", "<Title>x</title>",
            """
            f.xml:1:17: error: <Title>, opened in line 1, is closed by </title>; an end tag \
            names the element it closes. Add </Title> before it, or put the name right.
            """),
        Refusal(
            "an end tag with an attribute", "<a></a b=\"1\">",
            """
            f.xml:1:8: error: a tag is not complete; a tag is written <name \
            attribute="value">, with blanks between attributes. Add what is missing before the \
            >.
            """),
        Refusal(
            "an unclosed comment", "<a><!-- x",
            """
            f.xml:1:10: error: a comment is not closed; a comment is written <!-- … -->. Add \
            --> at its end.
            """),
        Refusal(
            "hyphens in a comment", "<a><!-- x -- y --></a>",
            """
            f.xml:1:11: error: -- stands inside a comment; two hyphens end a comment. Write \
            one hyphen, or end the comment before it.
            """),
        Refusal(
            "an unclosed CDATA", "<a><![CDATA[ x </a>",
            """
            f.xml:1:20: error: a CDATA section is not closed; it is written <![CDATA[ … ]]>. \
            Add ]]> at its end.
            """),
        Refusal(
            "a CDATA end in text", "<a> ]]> </a>",
            """
            f.xml:1:5: error: ]]> stands in a text; outside CDATA it is written ]]&gt;. Write \
            ]]&gt;.
            """),
        Refusal(
            "an unclosed instruction", "<a><?x ",
            """
            f.xml:1:8: error: a <? is not closed; it is written <? … ?>. Add ?> at its end.
            """),
        Refusal(
            "a late declaration", "\n<?xml version=\"1.0\"?><a/>",
            """
            f.xml:2:6: error: <?xml does not stand at the very beginning; nothing, not even a \
            blank, stands before <?xml. Delete what stands before it, or the line itself.
            """),
        Refusal(
            "a wrong declaration", "<?xml version=1.0?><a/>",
            """
            f.xml:1:15: error: the first line is not a right XML declaration; it is written \
            <?xml version="1.0" encoding="UTF-8"?>. Put the line right, or delete it.
            """),
        Refusal(
            "a declaration without version", "<?xml encoding=\"UTF-8\"?><a/>",
            """
            f.xml:1:7: error: the first line is not a right XML declaration; it is written \
            <?xml version="1.0" encoding="UTF-8"?>. Put the line right, or delete it.
            """),
    ]

    static let tags = [
        Refusal(
            "no quotation marks", "<a b=1/>",
            """
            f.xml:1:6: error: an attribute is not complete; an attribute is written \
            name="value". Add the = or the quotation mark that is missing.
            """),
        Refusal(
            "no value", "<a b/>",
            """
            f.xml:1:5: error: an attribute is not complete; an attribute is written \
            name="value". Add the = or the quotation mark that is missing.
            """),
        Refusal(
            "no closing quotation mark", "<a b=\"1>\n<c/></a>",
            """
            f.xml:2:1: error: a < stands in the value of an attribute; a < in a value is \
            written &lt;. Write &lt;, or check for a quotation mark that is missing.
            """),
        Refusal(
            "an attribute twice", "<a b=\"1\" b=\"2\"/>",
            """
            f.xml:1:15: error: the attribute 'b' stands twice in one tag; an attribute stands \
            once in a tag. Delete one of them.
            """),
        Refusal(
            "a < in an attribute", "<a b=\"<\"/>",
            """
            f.xml:1:7: error: a < stands in the value of an attribute; a < in a value is \
            written &lt;. Write &lt;, or check for a quotation mark that is missing.
            """),
        Refusal(
            "no blank between attributes", "<a b=\"1\"c=\"2\"/>",
            """
            f.xml:1:9: error: a tag is not complete; a tag is written <name \
            attribute="value">, with blanks between attributes. Add what is missing before the \
            >.
            """),
        Refusal(
            "typographic quotation marks", "<a b=“1”/>",
            """
            f.xml:1:6: error: an attribute is not complete; an attribute is written \
            name="value". Add the = or the quotation mark that is missing.
            """),
        Refusal(
            "a name that begins with a digit", "<1a/>",
            """
            f.xml:1:2: error: a < or & is not followed by a name; in text, < is written &lt; \
            and & is written &amp;. Write &lt; or &amp; there.
            """),
        Refusal(
            "a < before a blank", "<a>1 < 2</a>",
            """
            f.xml:1:7: error: a < or & is not followed by a name; in text, < is written &lt; \
            and & is written &amp;. Write &lt; or &amp; there.
            """),
        Refusal(
            "a bad end", "<a></a",
            """
            f.xml:1:7: error: a tag is not complete; a tag is written <name \
            attribute="value">, with blanks between attributes. Add what is missing before the \
            >.
            """),
        Refusal(
            "a full-width <", "＜a/＞",
            """
            f.xml:1:1: error: there is no element in the file; an XML file begins with a tag, \
            or with <?xml. Check that this is an XML file, and the right one.
            """),
        Refusal(
            "a slash in the middle", "<a / b=\"1\">",
            """
            f.xml:1:4: error: a < or & is not followed by a name; in text, < is written &lt; \
            and & is written &amp;. Write &lt; or &amp; there.
            """),
    ]

    @Test(arguments: structure + tags)
    func `is refused with its place, rule and remedy`(_ document: Refusal) {
        let fault = #expect(throws: Fault.self) {
            try XMLTree.parse(document.bytes, file: "f.xml")
        }
        #expect(fault?.description == document.message)
    }
}
