/// Parses one JSON text, strictly.
///
/// > T. Bray. "The JavaScript Object Notation (JSON) Data Interchange Format." RFC 8259, 2017.
struct JSONParser {
    /// What is wrong, and how many bytes stand before it.
    struct Failure: Error {
        var offset: Int
        var problem: Phrase
        var rule: Phrase
    }

    static let maximumDepth = 64

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    static func parse(_ bytes: ArraySlice<UInt8>) throws(Failure) -> JSONValue {
        var parser = JSONParser(bytes)
        let value = try parser.value(depth: 0)
        parser.skipBlanks()
        if parser.position < bytes.endIndex {
            throw parser.failure(Phrase("something follows the value", "值之后还有内容"))
        }
        return value
    }

    private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private func failure(_ problem: Phrase, _ rule: Phrase = .json) -> Failure {
        Failure(offset: position - bytes.startIndex, problem: problem, rule: rule)
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    /// Moves past a byte, after blanks, if it is the next one.
    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        skipBlanks()
        guard depth <= Self.maximumDepth else {
            throw failure(
                Phrase(
                    "values are nested deeper than \(Self.maximumDepth)",
                    "嵌套超过 \(Self.maximumDepth) 层"), .none)
        }
        guard let byte = next else {
            throw failure(Phrase("the text ends before its value does", "内容不完整"))
        }
        switch byte {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: return try word()
        }
    }

    private mutating func word() throws(Failure) -> JSONValue {
        let words: [(String, JSONValue)] = [
            ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
        ]
        for (word, value) in words where bytes[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        throw failure(
            Phrase("this is no JSON value", "这不是 JSON 值"),
            Phrase(
                "a value is text between straight quotation marks, a number, true, false, null, an "
                    + "array or an object, and no comma follows the last",
                "值只能是英文直引号之间的文字、数字、true、false、null、数组或对象，最后一个之后不加逗号"))
    }

    private mutating func array(depth: Int) throws(Failure) -> [JSONValue] {
        position += 1
        var elements: [JSONValue] = []
        if take("]") { return elements }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        if take("]") { return elements }
        throw failure(Phrase("a , or ] is missing", "缺少 , 或 ]"))
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONObject {
        position += 1
        var (members, names) = ([JSONObject.Member](), Set<String>())
        if take("}") { return JSONObject() }
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else {
                throw failure(
                    Phrase("the name of a member is missing", "缺少成员名称"),
                    Phrase(
                        "a name stands between straight quotation marks, and no comma after the "
                            + "last member",
                        "名称须写在英文直引号之间，最后一个成员之后不加逗号"))
            }
            let name = try string()
            guard names.insert(name).inserted else {
                throw failure(
                    Phrase("the member '\(name.shown)' stands twice", "成员“\(name.shown)”出现两次"),
                    Phrase("a member stands once in an object", "同一对象中每个成员只能出现一次"))
            }
            guard take(":") else {
                throw failure(
                    Phrase("a : is missing after '\(name.shown)'", "“\(name.shown)”之后缺少冒号"))
            }
            members.append(JSONObject.Member(name, try value(depth: depth + 1)))
        } while take(",")
        if take("}") { return JSONObject(members) }
        throw failure(Phrase("a , or } is missing", "缺少 , 或 }"))
    }
}

extension JSONParser {
    private mutating func number() throws(Failure) -> JSONValue {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        let leading = next
        var isRight = digits() > 0
        if leading == UInt8(ascii: "0"),
            position - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1)
        {
            position = start
            throw failure(Phrase("a number begins with a needless 0", "数字以多余的 0 开头"))
        }
        if next == UInt8(ascii: ".") {
            position += 1
            isRight = digits() > 0 && isRight
        }
        if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            isRight = digits() > 0 && isRight
        }
        guard isRight else { throw failure(Phrase("a number is not complete", "数字不完整")) }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        return position - start
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        var (result, start) = ("", position)
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                result += String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                return result
            case UInt8(ascii: "\\"):
                result += String(decoding: bytes[start..<position], as: UTF8.self)
                result.unicodeScalars.append(try escape())
                start = position
            case 0..<0x20:
                throw failure(
                    Phrase("a string holds a control character", "字符串中有控制字符"),
                    Phrase(
                        "a line break in a string is written \\n, and a tab \\t",
                        "字符串中的换行写作 \\n，制表符写作 \\t"))
            default: position += 1
            }
        }
        throw failure(Phrase("a string is not closed", "字符串没有结束"))
    }

    private mutating func escape() throws(Failure) -> Unicode.Scalar {
        let escapes: [UInt8: Unicode.Scalar] = [
            UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
            UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
            UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
        ]
        position += 1
        let byte = next ?? 0
        if let scalar = escapes[byte] {
            position += 1
            return scalar
        }
        guard byte == UInt8(ascii: "u"), let first = codeUnit() else {
            throw failure(
                Phrase("a \\ is followed by no escape", "\\ 之后不是转义符"),
                Phrase("a plain \\ is written \\\\", "单独的 \\ 须写作 \\\\"))
        }
        if let scalar = Unicode.Scalar(first) { return scalar }
        // Two code units of UTF-16 make one character beyond U+FFFF.
        if first < 0xDC00, next == UInt8(ascii: "\\") {
            position += 1
            if next == UInt8(ascii: "u"), let second = codeUnit(), 0xDC00...0xDFFF ~= second,
                let scalar = Unicode.Scalar(
                    0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
            {
                return scalar
            }
        }
        throw failure(Phrase("a \\u stands for half a character", "\\u 只表示半个字符"))
    }

    /// The four hexadecimal digits after `u`.
    private mutating func codeUnit() -> UInt16? {
        position += 1
        let digits = bytes[position..<min(position + 4, bytes.endIndex)]
        let isHexadecimal = digits.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
        guard digits.count == 4, isHexadecimal else { return nil }
        position += 4
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}

extension Phrase {
    fileprivate static let json = Phrase("the text must be JSON", "内容须为 JSON")
}
