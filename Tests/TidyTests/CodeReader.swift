/// Tells code from comments and literals, well enough to look for words and braces in it.
///
/// Knows nested comments, raw and many-line strings, interpolation, and names in backticks;
/// regular expression literals are read as code.
struct CodeReader {
    /// Where in the text the reader stands, the innermost last.
    private enum Place {
        case code
        case interpolation(parentheses: Int)
        case lineComment
        case blockComment(depth: Int)
        case string(quotes: Int, hashes: Int)
        case name
    }

    private let text: [Character]
    private var position = 0
    private var blanked = ""
    private var places: [Place] = [.code]

    private init(_ text: String) {
        self.text = Array(text)
    }

    /// The text with all that is not code turned into blanks; line breaks and quotes stay.
    static func blanked(_ text: String) -> String {
        var reader = CodeReader(text)
        while reader.position < reader.text.count { reader.step() }
        return reader.blanked
    }

    private mutating func step() {
        switch places[places.count - 1] {
        case .code: readCode()
        case .interpolation(let parentheses): readInterpolation(parentheses)
        case .lineComment: readLineComment()
        case .blockComment(let depth): readBlockComment(depth)
        case .string(let quotes, let hashes): readString(quotes, hashes)
        case .name: readName()
        }
    }

    private mutating func readCode() {
        if looksAt("//") { return enter(.lineComment, blanking: 2) }
        if looksAt("/*") { return enter(.blockComment(depth: 1), blanking: 2) }
        if looksAt("`") { return enter(.name, keeping: 1) }
        let hashes = text[position...].prefix { $0 == "#" }.count
        if looksAt("\"", after: hashes) {
            let quotes = looksAt("\"\"\"", after: hashes) ? 3 : 1
            return enter(.string(quotes: quotes, hashes: hashes), keeping: hashes + quotes)
        }
        keep(max(hashes, 1))
    }

    private mutating func readInterpolation(_ parentheses: Int) {
        if looksAt("(") { places[places.count - 1] = .interpolation(parentheses: parentheses + 1) }
        if looksAt(")") {
            if parentheses == 1 {
                places.removeLast()
            } else {
                places[places.count - 1] = .interpolation(parentheses: parentheses - 1)
            }
            return keep(1)
        }
        readCode()
    }

    private mutating func readLineComment() {
        if text[position].isNewline { places.removeLast() }
        blank(1)
    }

    private mutating func readBlockComment(_ depth: Int) {
        let change = looksAt("/*") ? 1 : looksAt("*/") ? -1 : 0
        blank(change == 0 ? 1 : 2)
        places[places.count - 1] = .blockComment(depth: depth + change)
        if depth + change == 0 { places.removeLast() }
    }

    private mutating func readString(_ quotes: Int, _ hashes: Int) {
        let mark = String(repeating: "#", count: hashes)
        if looksAt(String(repeating: "\"", count: quotes) + mark) {
            places.removeLast()
            return keep(quotes + hashes)
        }
        if looksAt("\\" + mark + "(") {
            return enter(.interpolation(parentheses: 1), keeping: hashes + 2)
        }
        blank(looksAt("\\" + mark) ? hashes + 2 : 1)
    }

    private mutating func readName() {
        guard looksAt("`") else { return blank(1) }
        places.removeLast()
        keep(1)
    }

    private func looksAt(_ word: String, after offset: Int = 0) -> Bool {
        text[min(position + offset, text.count)...].starts(with: word)
    }

    private mutating func enter(_ place: Place, keeping count: Int) {
        places.append(place)
        keep(count)
    }

    private mutating func enter(_ place: Place, blanking count: Int) {
        places.append(place)
        blank(count)
    }

    private mutating func keep(_ count: Int) {
        for _ in 0..<count where position < text.count {
            blanked.append(text[position])
            position += 1
        }
    }

    private mutating func blank(_ count: Int) {
        for _ in 0..<count where position < text.count {
            blanked.append(text[position].isNewline ? "\n" : " ")
            position += 1
        }
    }
}
