/// The functions of a file, found by their words and braces.
struct FunctionSpan {
    /// The line of the declaration, counted from 0.
    let start: Int

    /// Lines from the declaration to the closing brace, both included.
    let length: Int

    /// All functions, initializers, subscripts and computed properties with a body.
    static func all(in file: SourceFile) -> [FunctionSpan] {
        file.code.indices.compactMap { line in
            declares(file.code[line]) ? span(from: line, in: file.code) : nil
        }
    }

    private static func declares(_ line: String) -> Bool {
        let words = line.split {
            !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "(" && $0 != "?"
        }
        if words.contains("func") { return true }
        if words.contains("var") { return line.hasSuffix("{") && !line.contains("=") }
        return words.contains { word in
            ["init(", "init?(", "deinit", "subscript("].contains { word.hasPrefix($0) }
        } && !line.contains(".init(")
    }

    /// Nothing if no body follows, as in a protocol.
    private static func span(from start: Int, in code: [String]) -> FunctionSpan? {
        var parentheses = 0
        var braces = 0
        for line in start..<code.count {
            for character in code[line] {
                switch character {
                case "(", "[": parentheses += 1
                case ")", "]": parentheses -= 1
                case "{" where parentheses == 0: braces += 1
                case "}" where parentheses == 0:
                    braces -= 1
                    if braces == 0 { return FunctionSpan(start: start, length: line - start + 1) }
                    if braces < 0 { return nil }
                default: break
                }
            }
            if braces == 0, parentheses == 0, line > start, declares(code[line]) { return nil }
        }
        return nil
    }
}
