import Formats
import Testing

struct JSONTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONValue.parse(Array(text.utf8), file: "f.json")
    }

    @Test func `keeps numbers as they were written and members in their order`() throws {
        let text = #"{"z":12.50,"a":[1e3,-0.0,100000000000000000000],"m":{}}"#
        #expect(try parse(text).encoded() == text)
        #expect(try parse(text)["z"]?.digits == "12.50")
        #expect(try parse(text).encoded(sorted: true).hasPrefix(#"{"a":[1e3"#))
    }

    @Test func `reads every escape and writes what must be escaped`() throws {
        let value = try parse(#""\" \\ \/ \b\f\n\r\t \u6995 \ud83d\ude00""#)
        #expect(value.text == "\" \\ / \u{8}\u{C}\n\r\t 榕 😀")
        let written = JSONText.quoted("</script>&\u{202E}\u{2028}\u{7}榕😀\"")
        #expect(written == #""\u003c/script\u003e\u0026\u202e\u2028\u0007榕😀\"""#)
        #expect(try parse(written).text == "</script>&\u{202E}\u{2028}\u{7}榕😀\"")
    }

    @Test func `writes a member a line where it is to be read by people`() {
        let value: JSONValue = ["a": 1, "b": [true, nil], "c": [], "d": [:]]
        #expect(
            value.encoded(pretty: true) == """
                {
                  "a": 1,
                  "b": [
                    true,
                    null
                  ],
                  "c": [],
                  "d": {}
                }
                """)
        #expect(value.encoded() == #"{"a":1,"b":[true,null],"c":[],"d":{}}"#)
    }

    @Test func `members can be set and taken out`() {
        var object: JSONObject = ["a": 1]
        object["b"] = "x"
        object["a"] = nil
        #expect(JSONValue.object(object).encoded() == #"{"b":"x"}"#)
    }

    @Test func `JSON Lines gives each object with its line, and passes empty lines over`() {
        var seen: [String] = []
        let text = "\u{FEFF}{\"a\": 1}\r\n\n  \n{\"a\": 2}"
        let faults = JSONLines.read(bytes: Array(text.utf8), file: "f") { line in
            seen.append("\(line.number): \(line.object["a"]?.integer ?? 0)")
        }
        #expect(seen == ["1: 1", "4: 2"])
        #expect(faults.isEmpty)
    }

    @Test func `good lines are read beside bad ones, over many chunks`() {
        var text = ""
        for number in 0..<60_000 {
            text += number % 10_000 == 0 ? "oops\n" : "{\"id\": \"榕\(number)\", \"x\": [1, 2]}\n"
        }
        var count = 0
        let faults = JSONLines.read(bytes: Array(text.utf8), file: "f") { _ in count += 1 }
        #expect(count == 59_994)
        #expect(faults.faults.compactMap(\.line) == [1, 10_001, 20_001, 30_001, 40_001, 50_001])
    }
}
