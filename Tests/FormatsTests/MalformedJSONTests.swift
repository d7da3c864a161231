import Formats
import Testing

/// JSON and JSON Lines that are at fault, each with the whole message that a person gets.
struct MalformedJSONTests {
    static let values = [
        Refusal(
            "no value", "",
            """
            f.json:1:1: error: the text ends before its value does; the text must be JSON. Put \
            it right at this place.
            """),
        Refusal(
            "an open object", "{",
            """
            f.json:1:2: error: the name of a member is missing; a name stands between straight \
            quotation marks, and no comma after the last member. Put it right at this place.
            """),
        Refusal(
            "an open array", "[1, 2",
            """
            f.json:1:6: error: a , or ] is missing; the text must be JSON. Put it right at \
            this place.
            """),
        Refusal(
            "an open string", "\"abc",
            """
            f.json:1:5: error: a string is not closed; the text must be JSON. Put it right at \
            this place.
            """),
        Refusal(
            "a comma at the end of an array", "[1, 2,]",
            """
            f.json:1:7: error: this is no JSON value; a value is text between straight \
            quotation marks, a number, true, false, null, an array or an object, and no comma \
            follows the last. Put it right at this place.
            """),
        Refusal(
            "a comma at the end of an object", "{\"a\": 1,}",
            """
            f.json:1:9: error: the name of a member is missing; a name stands between straight \
            quotation marks, and no comma after the last member. Put it right at this place.
            """),
        Refusal(
            "no colon", "{\"a\" 1}",
            """
            f.json:1:6: error: a : is missing after 'a'; the text must be JSON. Put it right \
            at this place.
            """),
        Refusal(
            "no comma", "{\"a\": 1\n \"b\": 2}",
            """
            f.json:2:2: error: a , or } is missing; the text must be JSON. Put it right at \
            this place.
            """),
        Refusal(
            "a name without quotation marks", "{a: 1}",
            """
            f.json:1:2: error: the name of a member is missing; a name stands between straight \
            quotation marks, and no comma after the last member. Put it right at this place.
            """),
        Refusal(
            "apostrophes", "{'a': 1}",
            """
            f.json:1:2: error: the name of a member is missing; a name stands between straight \
            quotation marks, and no comma after the last member. Put it right at this place.
            """),
        Refusal(
            "typographic quotation marks", "{“a”: 1}",
            """
            f.json:1:2: error: the name of a member is missing; a name stands between straight \
            quotation marks, and no comma after the last member. Put it right at this place.
            """),
        Refusal(
            "a member twice", "{\"a\": 1, \"\\u0061\": 2}",
            """
            f.json:1:18: error: the member 'a' stands twice; a member stands once in an \
            object. Put it right at this place.
            """),
        Refusal(
            "two values", "1 2",
            """
            f.json:1:3: error: something follows the value; the text must be JSON. Put it \
            right at this place.
            """),
        Refusal(
            "a leading zero", "[012]",
            """
            f.json:1:2: error: a number begins with a needless 0; the text must be JSON. Put \
            it right at this place.
            """),
        Refusal(
            "a bare point", "[.5]",
            """
            f.json:1:2: error: this is no JSON value; a value is text between straight \
            quotation marks, a number, true, false, null, an array or an object, and no comma \
            follows the last. Put it right at this place.
            """),
        Refusal(
            "a point at the end", "[5.]",
            """
            f.json:1:4: error: a number is not complete; the text must be JSON. Put it right \
            at this place.
            """),
        Refusal(
            "a minus alone", "[-]",
            """
            f.json:1:3: error: a number is not complete; the text must be JSON. Put it right \
            at this place.
            """),
        Refusal(
            "an empty exponent", "[1e]",
            """
            f.json:1:4: error: a number is not complete; the text must be JSON. Put it right \
            at this place.
            """),
        Refusal(
            "not a number", "[NaN]",
            """
            f.json:1:2: error: this is no JSON value; a value is text between straight \
            quotation marks, a number, true, false, null, an array or an object, and no comma \
            follows the last. Put it right at this place.
            """),
        Refusal(
            "a wrong word", "[True]",
            """
            f.json:1:2: error: this is no JSON value; a value is text between straight \
            quotation marks, a number, true, false, null, an array or an object, and no comma \
            follows the last. Put it right at this place.
            """),
        Refusal(
            "a comment", "// x\n1",
            """
            f.json:1:1: error: this is no JSON value; a value is text between straight \
            quotation marks, a number, true, false, null, an array or an object, and no comma \
            follows the last. Put it right at this place.
            """),
        Refusal(
            "a line break in a string", "[\"a\nb\"]",
            """
            f.json:1:4: error: a string holds a control character; a line break in a string is \
            written \\n, and a tab \\t. Put it right at this place.
            """),
        Refusal(
            "a wrong escape", "[\"\\x41\"]",
            """
            f.json:1:4: error: a \\ is followed by no escape; a plain \\ is written \\\\. Put \
            it right at this place.
            """),
        Refusal(
            "half an escape", "[\"\\u12\"]",
            """
            f.json:1:5: error: a \\ is followed by no escape; a plain \\ is written \\\\. Put \
            it right at this place.
            """),
        Refusal(
            "half a character", "[\"\\ud83d\"]",
            """
            f.json:1:9: error: a \\u stands for half a character; the text must be JSON. Put \
            it right at this place.
            """),
        Refusal(
            "the wrong half first", "[\"\\udc00\\ud83d\"]",
            """
            f.json:1:9: error: a \\u stands for half a character; the text must be JSON. Put \
            it right at this place.
            """),
        Refusal(
            "too deep", String(repeating: "[", count: 100_000),
            """
            f.json:1:66: error: values are nested deeper than 64. Put it right at this place.
            """),
        Refusal(
            "no UTF-8", [0x22, 0xFF, 0x22],
            """
            f.json:1: error: byte 2 is no text in UTF-8; a file is UTF-8, UTF-16 with a \
            byte-order mark, or GB18030. Save the file as UTF-8.
            """),
    ]

    @Test(arguments: values)
    func `is refused with its place`(_ value: Refusal) {
        let fault = #expect(throws: Fault.self) {
            try JSONValue.parse(value.bytes, file: "f.json")
        }
        #expect(fault?.description == value.message)
    }

    static let lines = [
        Refusal(
            "an array a line", "{}\n[1]\n",
            """
            f.jsonl:2:1: error: the line is no JSON object; every line of JSON Lines is an \
            object, as in {"id": "A1"}. Put the values between { and }.
            """),
        Refusal(
            "a broken line", "{\"a\": 1}\n{\"a\": \n{\"a\": 2}\n",
            """
            f.jsonl:2:7: error: the text ends before its value does; the text must be JSON. \
            Put it right at this place.
            """),
        Refusal(
            "a whole document over many lines", "{\n\"a\": 1\n}\n",
            """
            f.jsonl:1:2: error: the name of a member is missing; a name stands between \
            straight quotation marks, and no comma after the last member. Put it right at this \
            place.
            f.jsonl:2:4: error: something follows the value; the text must be JSON. Put it \
            right at this place.
            f.jsonl:3:1: error: this is no JSON value; a value is text between straight \
            quotation marks, a number, true, false, null, an array or an object, and no comma \
            follows the last. Put it right at this place.
            """),
        Refusal(
            "JSON Lines of no encoding", [0x7B, 0x7D, 0x0A, 0x7B, 0xFF, 0x7D],
            """
            f.jsonl:2: error: byte 5 is no text in UTF-8; a file is UTF-8, UTF-16 with a \
            byte-order mark, or GB18030. Save the file as UTF-8.
            """),
    ]

    @Test(arguments: lines)
    func `is told line by line`(_ file: Refusal) {
        let faults = JSONLines.read(bytes: file.bytes, file: "f.jsonl") { _ in }
        #expect(faults.description == file.message)
    }

    @Test func `every prefix of a value is refused`() {
        let text = Array(#"{"a": [1, -2.5e3, "榕\n\ud83d\ude00"], "b": {"c": null}}"#.utf8)
        for count in 0..<text.count {
            #expect(throws: Fault.self) {
                try JSONValue.parse(Array(text.prefix(count)), file: "f")
            }
        }
        #expect(throws: Never.self) { try JSONValue.parse(text, file: "f") }
    }
}
