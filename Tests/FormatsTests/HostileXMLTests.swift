import Formats
import Testing

/// Documents with characters that XML or their encoding cannot hold, and documents that mean harm,
/// each with the whole message that a person gets.
struct HostileXMLTests {
    static let characters = [
        Refusal(
            "a plain &", "<a>R & D</a>",
            """
            f.xml:1:7: error: a < or & is not followed by a name; in text, < is written &lt; \
            and & is written &amp;. Write &lt; or &amp; there.
            """),
        Refusal(
            "an & without semicolon", "<a>R&D</a>",
            """
            f.xml:1:7: error: a & is not followed by a name and a semicolon; a plain & is \
            written &amp;. Write &amp; in place of &.
            """),
        Refusal(
            "an unknown entity", "<a>&nbsp;</a>",
            """
            f.xml:1:10: error: the entity &nbsp; is not known; only &lt; &gt; &amp; &quot; \
            &apos; and numbers such as &#160; may be used. Write the character itself; write & \
            as &amp;.
            """),
        Refusal(
            "an unknown entity in an attribute", "<a b=\"&eacute;\"/>",
            """
            f.xml:1:15: error: the entity &eacute; is not known; only &lt; &gt; &amp; &quot; \
            &apos; and numbers such as &#160; may be used. Write the character itself; write & \
            as &amp;.
            """),
        Refusal(
            "a number of nothing", "<a>&#;</a>",
            """
            f.xml:1:7: error: there is a forbidden character; XML allows no control characters \
            but tab and line break. Delete the character.
            """),
        Refusal(
            "a bad hexadecimal number", "<a>&#xZZ;</a>",
            """
            f.xml:1:7: error: a numbered character is not right; a numbered character is \
            written as &#160; or &#xA0;. Write the character itself.
            """),
        Refusal(
            "a forbidden number", "<a>&#0;</a>",
            """
            f.xml:1:8: error: there is a forbidden character; XML allows no control characters \
            but tab and line break. Delete the character.
            """),
        Refusal(
            "a number beyond Unicode", "<a>&#x110000;</a>",
            """
            f.xml:1:14: error: there is a forbidden character; XML allows no control \
            characters but tab and line break. Delete the character.
            """),
        Refusal(
            "a NUL", "<a>\u{0}</a>",
            """
            f.xml:1:4: error: there is a forbidden character; XML allows no control \
            characters but tab and line break. Delete the character.
            """),
        Refusal(
            "a backspace", "<a>\n\u{8}</a>",
            """
            f.xml:2:1: error: there is a forbidden character, ⟨U+0008⟩; XML allows no control \
            characters but tab and line break. Delete the character.
            """),
        Refusal(
            "an escape in an attribute", "<a b=\"\u{1B}[2J\"/>",
            """
            f.xml:1:7: error: there is a forbidden character; XML allows no control characters \
            but tab and line break. Delete the character.
            """),
        Refusal(
            "U+FFFF", "<a>\u{FFFF}</a>",
            """
            f.xml:1:4: error: there is a forbidden character, ⟨U+FFFF⟩; XML allows no control \
            characters but tab and line break. Delete the character.
            """),
        Refusal(
            "Latin-1", [0x3C, 0x61, 0x3E, 0xE9, 0x3C, 0x2F, 0x61, 0x3E],
            """
            f.xml:1:4: error: there are bytes that are no text in the file's encoding; an XML \
            file is UTF-8 unless its first line declares another encoding. Save the file as \
            UTF-8, or declare its encoding, as in <?xml version="1.0" encoding="GB18030"?>.
            """),
        Refusal(
            "an overlong character", [0x3C, 0x61, 0x3E, 0xC0, 0xAF, 0x3C, 0x2F, 0x61, 0x3E],
            """
            f.xml:1:4: error: there are bytes that are no text in the file's encoding; an XML \
            file is UTF-8 unless its first line declares another encoding. Save the file as \
            UTF-8, or declare its encoding, as in <?xml version="1.0" encoding="GB18030"?>.
            """),
        Refusal(
            "half a character", [0x3C, 0x61, 0x3E, 0xE4, 0xB8, 0x3C, 0x2F, 0x61, 0x3E],
            """
            f.xml:1:4: error: there are bytes that are no text in the file's encoding; an XML \
            file is UTF-8 unless its first line declares another encoding. Save the file as \
            UTF-8, or declare its encoding, as in <?xml version="1.0" encoding="GB18030"?>.
            """),
        Refusal(
            "half of UTF-16", [0x3C, 0x61, 0x3E, 0xED, 0xA0, 0x80, 0x3C, 0x2F, 0x61, 0x3E],
            """
            f.xml:1:4: error: there is a forbidden character; XML allows no control characters \
            but tab and line break. Delete the character.
            """),
        Refusal(
            "an unknown encoding", "<?xml version=\"1.0\" encoding=\"klingon\"?><a/>",
            """
            f.xml:1:39: error: the encoding 'klingon' is not known; a file is UTF-8, UTF-16 or \
            GB18030. Save the file as UTF-8.
            """),
        Refusal(
            "a wrong encoding", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
            """
            f.xml:1:38: error: there are bytes that are no text in the file's encoding; an XML \
            file is UTF-8 unless its first line declares another encoding. Save the file as \
            UTF-8, or declare its encoding, as in <?xml version="1.0" encoding="GB18030"?>.
            """),
        Refusal(
            "no GB18030",
            Array("<?xml version=\"1.0\" encoding=\"GB18030\"?><a>".utf8)
                + [0xFF, 0xFF, 0x3C, 0x2F, 0x61, 0x3E],
            """
            f.xml:1: error: from about here on there are bytes that are no text in the \
            declared encoding; a file is in the encoding that its first line declares. Save \
            the file as UTF-8, and declare that or nothing.
            """),
        Refusal(
            "UTF-16 cut in half", [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00, 0x3E],
            """
            f.xml:1:3: error: a tag is not complete; a tag is written <name \
            attribute="value">, with blanks between attributes. Add what is missing before the \
            >.
            """),
    ]

    static let hostile = [
        Refusal(
            "external entity",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            """
            f.xml:1: error: the file has a DOCTYPE; a DOCTYPE can pull in other files, and is \
            refused. Delete the line that begins with <!DOCTYPE.
            """),
        Refusal(
            "external DTD", "<!DOCTYPE a SYSTEM \"http://example.com/a.dtd\"><a/>",
            """
            f.xml:1: error: the file has a DOCTYPE; a DOCTYPE can pull in other files, and is \
            refused. Delete the line that begins with <!DOCTYPE.
            """),
        Refusal(
            "a billion laughs",
            "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]>\n<a>&y;</a>",
            """
            f.xml:1: error: the file has a DOCTYPE; a DOCTYPE can pull in other files, and is \
            refused. Delete the line that begins with <!DOCTYPE.
            """),
        Refusal(
            "a DOCTYPE after a comment", "<!-- x -->\n<!DOCTYPE a><a/>",
            """
            f.xml:2: error: the file has a DOCTYPE; a DOCTYPE can pull in other files, and is \
            refused. Delete the line that begins with <!DOCTYPE.
            """),
        Refusal(
            "a DOCTYPE within", "<a><!DOCTYPE a></a>",
            """
            f.xml:1:5: error: a < or & is not followed by a name; in text, < is written &lt; \
            and & is written &amp;. Write &lt; or &amp; there.
            """),
        Refusal(
            "a message in a name", "<a>\n</b>:1: error: all is well",
            """
            f.xml:2:5: error: <a>, opened in line 1, is closed by </b>; an end tag names the \
            element it closes. Add </a> before it, or put the name right.
            """),
        Refusal(
            "a name that turns the line around", "<a>&\u{202E}x;</a>",
            """
            f.xml:1:5: error: a < or & is not followed by a name; in text, < is written &lt; \
            and & is written &amp;. Write &lt; or &amp; there.
            """),
        Refusal(
            "a bell in a name", "<a><\u{7}b/></a>",
            """
            f.xml:1:5: error: a < or & is not followed by a name; in text, < is written &lt; \
            and & is written &amp;. Write &lt; or &amp; there.
            """),
    ]

    @Test(arguments: characters + hostile)
    func `is refused with its place, rule and remedy`(_ document: Refusal) {
        let fault = #expect(throws: Fault.self) {
            try XMLTree.parse(document.bytes, file: "f.xml")
        }
        #expect(fault?.description == document.message)
    }
}
