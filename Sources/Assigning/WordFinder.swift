/// Finds which of many words stand in a text, in one pass over it.
struct WordFinder: Sendable {
    private let words: [[UInt8]]
    /// Positions of the words, ordered by their first two bytes.
    private let order: [Int]
    /// For each two bytes, where the words that begin with them start in ``order``.
    private var starts: [Int32]

    /// - Parameter words: Words of one byte are never found inside a longer text.
    init(_ words: [[UInt8]]) {
        self.words = words
        let long = words.indices.filter { words[$0].count > 1 }
        let keys = words.map { $0.count > 1 ? Self.key($0[0], $0[1]) : 0 }
        order = long.sorted { (keys[$0], $0) < (keys[$1], $1) }
        starts = [Int32](repeating: 0, count: (1 << 16) + 1)
        for word in long { starts[keys[word] + 1] += 1 }
        for key in 0..<(1 << 16) { starts[key + 1] += starts[key] }
    }

    /// The positions of the words that stand in a text, each once, in ascending order.
    ///
    /// - Complexity: O(*n*) for a text of *n* bytes, apart from words that begin alike.
    func words(in text: [UInt8]) -> [Int] {
        guard text.count > 1 else { return [] }
        var found = Set<Int>()
        for place in 0..<text.count - 1 {
            let key = Self.key(text[place], text[place + 1])
            for index in starts[key]..<starts[key + 1] {
                let word = order[Int(index)]
                if Self.stands(words[word], in: text, at: place) { found.insert(word) }
            }
        }
        return found.sorted()
    }

    /// Whether one text of bytes stands in another.
    static func stands(_ short: [UInt8], in long: [UInt8]) -> Bool {
        guard !short.isEmpty, short.count <= long.count else { return false }
        return (0...long.count - short.count).contains { stands(short, in: long, at: $0) }
    }

    /// Whether a word stands at a place of a text, its ends where words end.
    private static func stands(_ word: [UInt8], in text: [UInt8], at place: Int) -> Bool {
        let end = place + word.count
        guard end <= text.count, text[place] == word[0],
            text[place..<end].elementsEqual(word)
        else { return false }
        if place > 0, isLatin(word[0]), isLatin(text[place - 1]) { return false }
        return word.count > 3 || end == text.count || !isLatin(word[word.count - 1])
            || !isLatin(text[end])
    }

    /// Whether a byte of a normalised text is a Latin letter or a digit.
    private static func isLatin(_ byte: UInt8) -> Bool { byte < 0x80 && byte != 0x20 }

    private static func key(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first) << 8 | Int(second)
    }
}
