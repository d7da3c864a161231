extension JSONValue {
    /// Parses a JSON text, in any encoding that tables may have.
    ///
    /// Members that stand twice are refused, and so are more than 64 levels.
    ///
    /// - Parameter file: The path that faults name.
    /// - Complexity: O(*n*).
    /// - Throws: A fault with line and column.
    public static func parse(_ bytes: [UInt8], file: String) throws(Fault) -> JSONValue {
        var source = try TextSource(bytes: bytes, file: file)
        let text = try source.rest()[...]
        do throws(JSONParser.Failure) {
            return try JSONParser.parse(text)
        } catch {
            throw .notJSON(error, in: text, firstLine: 1, file: file)
        }
    }
}

extension Fault {
    static func notJSON(
        _ failure: JSONParser.Failure, in text: ArraySlice<UInt8>, firstLine: Int, file: String
    ) -> Fault {
        let before = text.prefix(failure.offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
        let line = firstLine + before.count { $0 == UInt8(ascii: "\n") }
        return Fault(
            file: file, line: line, column: column, problem: failure.problem,
            rule: failure.rule,
            remedy: Phrase("Put it right at this place", "请改正此处"))
    }
}
